//! Which languages a model tells apart, script by script, and from what it learns each.
//!
//! Enters: nothing. Leaves: a table. Knows nothing of how it is read.

/// What a class is learnt from.
#[derive(Debug, Clone, Copy)]
pub enum Source {
    /// The letter chain of the language model with this name.
    Chain(&'static str),
    /// The same, each letter written in Latin as Serbian does.
    InLatin(&'static str),
    /// The declaration in the language with this code there.
    Declaration(&'static str),
    /// The declaration in all languages of the script that have no class.
    Rest,
}

/// ISO 639-3 code and source of each class.
type Classes = &'static [(&'static str, Source)];

use Source::{Chain, Declaration, InLatin, Rest};

/// Script (ISO 15924) and classes. Devanagari has none: function words tell its languages better than the letters
/// between vowel signs do.
pub const SCRIPTS: &[(&str, Classes)] = &[
    (
        "Latn",
        &[
            ("dan", Chain("danish")),
            ("nob", Chain("bokmal")),
            ("nno", Chain("nynorsk")),
            ("swe", Chain("swedish")),
            ("isl", Chain("icelandic")),
            ("afr", Chain("afrikaans")),
            ("nld", Chain("dutch")),
            ("deu", Chain("german")),
            ("eng", Chain("english")),
            ("fra", Chain("french")),
            ("cat", Chain("catalan")),
            ("spa", Chain("spanish")),
            ("por", Chain("portuguese")),
            ("glg", Declaration("glg")),
            ("ita", Chain("italian")),
            ("lat", Chain("latin")),
            ("epo", Chain("esperanto")),
            ("ron", Chain("romanian")),
            ("sqi", Chain("albanian")),
            ("bos", Chain("bosnian")),
            ("hrv", Chain("croatian")),
            ("srp", InLatin("serbian")),
            ("slv", Chain("slovene")),
            ("slk", Chain("slovak")),
            ("ces", Chain("czech")),
            ("pol", Chain("polish")),
            ("lav", Chain("latvian")),
            ("lit", Chain("lithuanian")),
            ("est", Chain("estonian")),
            ("fin", Chain("finnish")),
            ("hun", Chain("hungarian")),
            ("eus", Chain("basque")),
            ("gle", Chain("irish")),
            ("cym", Chain("welsh")),
            ("mlt", Declaration("mlt")),
            ("tur", Chain("turkish")),
            ("aze", Chain("azerbaijani")),
            ("tuk", Declaration("tuk")),
            ("uzb", Declaration("uzn")),
            ("ind", Chain("indonesian")),
            // The model "malay" was counted on text that is Indonesian for the most part.
            ("msa", Declaration("zlm")),
            ("jav", Declaration("jav")),
            ("tgl", Chain("tagalog")),
            ("mri", Chain("maori")),
            ("vie", Chain("vietnamese")),
            ("swa", Chain("swahili")),
            ("lug", Chain("ganda")),
            ("sna", Chain("shona")),
            ("xho", Chain("xhosa")),
            ("zul", Chain("zulu")),
            ("sot", Chain("sotho")),
            ("tsn", Chain("tswana")),
            ("tso", Chain("tsonga")),
            ("som", Chain("somali")),
            ("yor", Chain("yoruba")),
            ("aka", Declaration("twi")),
            ("und", Rest),
        ],
    ),
    (
        "Cyrl",
        &[
            ("bel", Chain("belarusian")),
            ("bul", Chain("bulgarian")),
            ("mkd", Chain("macedonian")),
            ("rus", Chain("russian")),
            ("srp", Chain("serbian")),
            ("ukr", Chain("ukrainian")),
            ("kaz", Chain("kazakh")),
            ("kir", Declaration("kir")),
            ("tat", Declaration("tat")),
            ("uzb", Declaration("uzn")),
            ("tgk", Declaration("tgk")),
            ("mon", Chain("mongolian")),
            ("und", Rest),
        ],
    ),
    (
        "Arab",
        &[
            ("ara", Chain("arabic")),
            ("fas", Chain("persian")),
            ("urd", Chain("urdu")),
            ("pus", Declaration("pbu")),
            ("uig", Declaration("uig")),
            ("und", Rest),
        ],
    ),
    ("Hebr", &[("heb", Chain("hebrew")), ("yid", Declaration("ydd"))]),
];

/// Codes in the declaration of languages that a class is for although it is not learnt from there.
pub const SAME: &[(&str, &str)] = &[
    ("als", "sqi"),
    ("azj", "aze"),
    ("azb", "aze"),
    ("arb", "ara"),
    ("ekk", "est"),
    ("lvs", "lav"),
    ("pes", "fas"),
    ("prs", "fas"),
    ("swh", "swa"),
    ("khk", "mon"),
    ("uzn", "uzb"),
    ("twi", "aka"),
    ("aii", "ara"),
    ("arz", "ara"),
    ("pbu", "pus"),
    ("zlm", "msa"),
    ("ydd", "yid"),
];
