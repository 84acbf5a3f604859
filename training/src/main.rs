//! Corpora to the weights that the analyser ships.

mod names;

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().collect();
    let corpora = PathBuf::from(&args[2]);
    match args[1].as_str() {
        "train" => {
            let mut settings = names::SETTINGS;
            if let Some(l1) = args.get(4) { settings.l1 = l1.parse()?; }
            if let Some(passes) = args.get(5) { settings.passes = passes.parse()?; }
            if let Some(alpha) = args.get(6) { settings.alpha = alpha.parse()?; }
            std::fs::write(&args[3], names::train(&corpora, &settings)?)?;
        }
        _ => names::evaluate(&corpora, &std::fs::read(&args[3])?, &["dev.conll"])?,
    }
    Ok(())
}
