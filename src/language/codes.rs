//! Codes, tags and English names of languages.
//!
//! Enters: a code in any of the usual forms. Leaves: the ISO 639-3 code that reports use, its BCP 47 tag and its
//! English name. Knows nothing of texts.
//!
//! Sources: ISO 639-3 (SIL International), the IANA language subtag registry, CLDR's English names.

/// ISO 639-3 code, BCP 47 tag, English name; in the order of the codes. Where a macrolanguage is the name in
/// everyday use, its code stands here and its members are in [`MEMBERS`].
const LANGUAGES: &[(&str, &str, &str)] = &[
    ("afr", "af", "Afrikaans"),
    ("aka", "ak", "Akan"),
    ("amh", "am", "Amharic"),
    ("ara", "ar", "Arabic"),
    ("asm", "as", "Assamese"),
    ("aze", "az", "Azerbaijani"),
    ("bel", "be", "Belarusian"),
    ("ben", "bn", "Bengali"),
    ("bod", "bo", "Tibetan"),
    ("bos", "bs", "Bosnian"),
    ("bre", "br", "Breton"),
    ("bul", "bg", "Bulgarian"),
    ("cat", "ca", "Catalan"),
    ("ces", "cs", "Czech"),
    ("chr", "chr", "Cherokee"),
    ("ckb", "ckb", "Central Kurdish"),
    ("cym", "cy", "Welsh"),
    ("dan", "da", "Danish"),
    ("deu", "de", "German"),
    ("div", "dv", "Divehi"),
    ("dzo", "dz", "Dzongkha"),
    ("ell", "el", "Greek"),
    ("eng", "en", "English"),
    ("epo", "eo", "Esperanto"),
    ("est", "et", "Estonian"),
    ("eus", "eu", "Basque"),
    ("fao", "fo", "Faroese"),
    ("fas", "fa", "Persian"),
    ("fin", "fi", "Finnish"),
    ("fra", "fr", "French"),
    ("fry", "fy", "Western Frisian"),
    ("gla", "gd", "Scottish Gaelic"),
    ("gle", "ga", "Irish"),
    ("glg", "gl", "Galician"),
    ("guj", "gu", "Gujarati"),
    ("hat", "ht", "Haitian Creole"),
    ("hau", "ha", "Hausa"),
    ("heb", "he", "Hebrew"),
    ("hin", "hi", "Hindi"),
    ("hrv", "hr", "Croatian"),
    ("hun", "hu", "Hungarian"),
    ("hye", "hy", "Armenian"),
    ("ibo", "ig", "Igbo"),
    ("ind", "id", "Indonesian"),
    ("isl", "is", "Icelandic"),
    ("ita", "it", "Italian"),
    ("jav", "jv", "Javanese"),
    ("jpn", "ja", "Japanese"),
    ("kan", "kn", "Kannada"),
    ("kat", "ka", "Georgian"),
    ("kaz", "kk", "Kazakh"),
    ("khm", "km", "Khmer"),
    ("kin", "rw", "Kinyarwanda"),
    ("kir", "ky", "Kyrgyz"),
    ("kor", "ko", "Korean"),
    ("kur", "ku", "Kurdish"),
    ("lao", "lo", "Lao"),
    ("lat", "la", "Latin"),
    ("lav", "lv", "Latvian"),
    ("lit", "lt", "Lithuanian"),
    ("ltz", "lb", "Luxembourgish"),
    ("lug", "lg", "Ganda"),
    ("mal", "ml", "Malayalam"),
    ("mar", "mr", "Marathi"),
    ("mkd", "mk", "Macedonian"),
    ("mlg", "mg", "Malagasy"),
    ("mlt", "mt", "Maltese"),
    ("mon", "mn", "Mongolian"),
    ("mri", "mi", "Māori"),
    ("msa", "ms", "Malay"),
    ("mya", "my", "Burmese"),
    ("nep", "ne", "Nepali"),
    ("nld", "nl", "Dutch"),
    ("nno", "nn", "Norwegian Nynorsk"),
    ("nob", "nb", "Norwegian Bokmål"),
    ("ori", "or", "Odia"),
    ("pan", "pa", "Punjabi"),
    ("pol", "pl", "Polish"),
    ("por", "pt", "Portuguese"),
    ("pus", "ps", "Pashto"),
    ("roh", "rm", "Romansh"),
    ("ron", "ro", "Romanian"),
    ("rus", "ru", "Russian"),
    ("san", "sa", "Sanskrit"),
    ("sat", "sat", "Santali"),
    ("sin", "si", "Sinhala"),
    ("slk", "sk", "Slovak"),
    ("slv", "sl", "Slovenian"),
    ("sna", "sn", "Shona"),
    ("snd", "sd", "Sindhi"),
    ("som", "so", "Somali"),
    ("sot", "st", "Southern Sotho"),
    ("spa", "es", "Spanish"),
    ("sqi", "sq", "Albanian"),
    ("srp", "sr", "Serbian"),
    ("sun", "su", "Sundanese"),
    ("swa", "sw", "Swahili"),
    ("swe", "sv", "Swedish"),
    ("tam", "ta", "Tamil"),
    ("tat", "tt", "Tatar"),
    ("tel", "te", "Telugu"),
    ("tgk", "tg", "Tajik"),
    ("tgl", "tl", "Tagalog"),
    ("tha", "th", "Thai"),
    ("tir", "ti", "Tigrinya"),
    ("tsn", "tn", "Tswana"),
    ("tso", "ts", "Tsonga"),
    ("tuk", "tk", "Turkmen"),
    ("tur", "tr", "Turkish"),
    ("uig", "ug", "Uyghur"),
    ("ukr", "uk", "Ukrainian"),
    ("und", "und", "Undetermined"),
    ("urd", "ur", "Urdu"),
    ("uzb", "uz", "Uzbek"),
    ("vie", "vi", "Vietnamese"),
    ("xho", "xh", "Xhosa"),
    ("yid", "yi", "Yiddish"),
    ("yor", "yo", "Yoruba"),
    ("zho", "zh", "Chinese"),
    ("zul", "zu", "Zulu"),
];

/// Other codes of the same languages: members of macrolanguages, ISO 639-2/B, withdrawn codes and their kin.
const MEMBERS: &[(&str, &str)] = &[
    ("alb", "sqi"),
    ("als", "sqi"),
    ("aln", "sqi"),
    ("arb", "ara"),
    ("arm", "hye"),
    ("azb", "aze"),
    ("azj", "aze"),
    ("baq", "eus"),
    ("bur", "mya"),
    ("chi", "zho"),
    ("cmn", "zho"),
    ("cze", "ces"),
    ("dut", "nld"),
    ("ekk", "est"),
    ("fil", "tgl"),
    ("fre", "fra"),
    ("geo", "kat"),
    ("ger", "deu"),
    ("gre", "ell"),
    ("ice", "isl"),
    ("in", "ind"),
    ("iw", "heb"),
    ("ji", "yid"),
    ("khk", "mon"),
    ("kmr", "kur"),
    ("lvs", "lav"),
    ("mac", "mkd"),
    ("mao", "mri"),
    ("may", "msa"),
    ("no", "nob"),
    ("nor", "nob"),
    ("npi", "nep"),
    ("ory", "ori"),
    ("pbt", "pus"),
    ("per", "fas"),
    ("pes", "fas"),
    ("plt", "mlg"),
    ("prs", "fas"),
    ("rum", "ron"),
    ("slo", "slk"),
    ("swc", "swa"),
    ("swh", "swa"),
    ("tib", "bod"),
    ("twi", "aka"),
    ("uzn", "uzb"),
    ("wel", "cym"),
    ("ydd", "yid"),
    ("zlm", "msa"),
    ("zsm", "msa"),
];

/// A language by the names it goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// ISO 639-3, or the code as given (in lower case) where the table does not have it.
    pub code: String,
    /// BCP 47.
    pub tag: String,
    /// English name; the code itself where the table does not have it.
    pub name: String,
}

/// The language of an ISO 639-3, 639-2 or 639-1 code or of a BCP 47 tag such as `de-CH`. Two or three letters
/// that the table does not have are returned as they are; anything else is undetermined.
pub fn look_up(code: &str) -> Known {
    let primary = code.trim().split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
    let primary = MEMBERS.iter().find(|(member, _)| *member == primary).map_or(primary.as_str(), |(_, whole)| whole);
    let listed = LANGUAGES.iter().find(|(code, tag, _)| *code == primary || *tag == primary);
    let well_formed = matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
    let (code, tag, name) = match listed {
        Some(row) => *row,
        None if well_formed => (primary, primary, primary),
        None => ("und", "und", "Undetermined"),
    };
    Known { code: code.into(), tag: tag.into(), name: name.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, expected: [&str; 3]) {
        let known = look_up(code);
        assert_eq!([&*known.code, &*known.tag, &*known.name], expected, "{code}");
    }

    #[test]
    fn every_form_of_a_code_leads_to_the_same_language() {
        for form in ["deu", "de", "ger", "de-CH", "de_AT", "DE", " de "] {
            check(form, ["deu", "de", "German"]);
        }
        check("cmn", ["zho", "zh", "Chinese"]);
        check("zh-Hant-TW", ["zho", "zh", "Chinese"]);
        check("no", ["nob", "nb", "Norwegian Bokmål"]);
    }

    #[test]
    fn unknown_codes_stay_as_they_are_and_nonsense_is_undetermined() {
        check("cak", ["cak", "cak", "cak"]);
        for nonsense in ["", "x", "german", "12", "<b>", "ü"] {
            check(nonsense, ["und", "und", "Undetermined"]);
        }
    }

    #[test]
    fn everything_the_detector_can_answer_has_a_name() {
        for lang in whatlang::Lang::all() {
            let known = look_up(lang.code());
            assert_ne!(known.name, known.code, "{lang:?}");
        }
        for code in crate::lexicon::Lexicon::codes() {
            assert_eq!(look_up(code).code, code);
            assert_ne!(look_up(code).name, code);
        }
    }

    #[test]
    fn the_table_is_sorted_and_holds_each_code_once() {
        assert!(LANGUAGES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(MEMBERS.iter().all(|(_, whole)| LANGUAGES.iter().any(|(code, ..)| code == whole)));
    }
}
