//! The command line.

use article_analyser::{OffsetUnit, Options, analyse};
use std::io::{BufRead, Write};

fn main() {
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let row: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        let language = row["language"].as_str().map(str::to_string);
        let report = analyse(row["text"].as_str().unwrap_or(""), &Options { language, offsets: OffsetUnit::Chars });
        let _ = writeln!(out, "{}", serde_json::json!({ "id": row["id"], "report": report }));
    }
}
