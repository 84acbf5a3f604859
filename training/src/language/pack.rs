//! The weights as the file that ships.
//!
//! Enters: fitted weights. Leaves: bytes that `article_analyser::language::ngrams` reads, laid out so that brotli
//! packs them well: alike things side by side. Knows nothing of fitting.

use super::fit::Row;
use super::statistics::letters;
use article_analyser::language::ngrams::{LONGEST, MAGIC, checksum};

/// The weights of one script, in whole steps of `step` thousandths.
pub fn script(codes: &[&str], rows: &[Row], step: u16) -> Vec<u8> {
    let mut steps: Vec<(String, Vec<(u8, i8)>)> = Vec::new();
    for (key, weights) in rows {
        let whole = weights.iter().map(|weight| (weight * 1000.0 / f32::from(step)).round() as i8);
        let cells: Vec<(u8, i8)> = (0..).zip(whole).filter(|(_, steps)| *steps != 0).collect();
        if !cells.is_empty() {
            steps.push((letters(*key).into_iter().collect(), cells));
        }
    }
    steps.sort();
    let (mut keys, mut counts, mut ids, mut weights) = (String::new(), Vec::new(), Vec::new(), Vec::new());
    let mut last = "";
    for (key, cells) in &steps {
        let shared = key.chars().zip(last.chars()).take_while(|(a, b)| a == b).count();
        let added = key.chars().count() - shared;
        keys.push((shared * (LONGEST + 1) + added) as u8 as char);
        keys.extend(key.chars().skip(shared));
        last = key;
        counts.push(cells.len() as u8);
        ids.extend(cells.iter().map(|(id, _)| id));
        weights.extend(cells.iter().map(|(_, steps)| *steps as u8));
    }
    let mut bytes = step.to_le_bytes().to_vec();
    bytes.push(codes.len() as u8);
    codes.iter().for_each(|code| bytes.extend(code.bytes()));
    bytes.extend((steps.len() as u32).to_le_bytes());
    for section in [keys.as_bytes(), &counts, &ids, &weights] {
        bytes.extend((section.len() as u32).to_le_bytes());
        bytes.extend(section);
    }
    bytes
}

/// The file of all scripts.
pub fn file(scripts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut body = vec![scripts.len() as u8];
    for (name, bytes) in scripts {
        body.extend(name.bytes());
        body.extend((bytes.len() as u32).to_le_bytes());
        body.extend(bytes);
    }
    [&MAGIC[..], &checksum(&body).to_le_bytes(), &body].concat()
}
