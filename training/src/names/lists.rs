//! Lists of names to the gazetteer.
//!
//! Enters: the folder of corpora and the lists in `training/gazetteers`. Leaves: a [`Gazetteer`]. Sources and licences
//! stand in `training/gazetteers/README.md`.

use article_analyser::entities::gazetteer::{Gazetteer, LISTS};
use article_analyser::entities::word::phrase_hash;
use std::fs;
use std::io;
use std::path::Path;

/// Files of a name a line: below the corpora's `gazetteers`, and below [`OWN`], each with its list.
const CORPORA: [(&str, &str); 2] = [("first-names.txt", "given_names"), ("companies-us.txt", "organisations")];
const OWN: &str = "training/gazetteers";
const LISTED: [(&str, &str); 5] = [
    ("given-names.txt", "given_names"),
    ("surnames.txt", "surnames"),
    ("territories.txt", "territories"),
    ("cities.txt", "cities"),
    ("organisations.txt", "organisations"),
];
/// Tables below the corpora's `gazetteers`, with the columns that hold names.
const TABLES: [(&str, &str, &[usize]); 2] =
    [("forenames-by-country.csv", "given_names", &[10, 11]), ("surnames-by-country.csv", "surnames", &[4, 5])];

/// All lists together.
pub fn read(corpora: &Path) -> io::Result<Gazetteer> {
    let corpora = corpora.join("gazetteers");
    let own = Path::new(OWN);
    let mut phrases = Vec::new();
    let mut add = |list: &str, names: &mut dyn Iterator<Item = &str>| {
        let list = LISTS.iter().position(|l| *l == list).unwrap_or(0);
        phrases.extend(names.filter(|n| n.chars().count() > 2).filter_map(phrase_hash).map(|hash| (hash, list)));
    };
    for (folder, (file, list)) in CORPORA.iter().map(|f| (corpora.as_path(), f)).chain(LISTED.iter().map(|f| (own, f)))
    {
        add(list, &mut fs::read_to_string(folder.join(file))?.lines().map(str::trim));
    }
    for (file, list, columns) in TABLES {
        let content = fs::read_to_string(corpora.join(file))?;
        for line in content.lines().skip(1) {
            add(list, &mut line.split(',').enumerate().filter(|(c, _)| columns.contains(c)).map(|(_, name)| name));
        }
    }
    for line in fs::read_to_string(corpora.join("universities.tsv"))?.lines() {
        add("organisations", &mut line.split('\t').take(1));
    }
    Ok(Gazetteer::new(phrases))
}
