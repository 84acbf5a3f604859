//! Every report keeps its promises on texts that hang or kill careless readers.

#![cfg(not(target_arch = "wasm32"))]

#[path = "common/promises.rs"]
mod promises;

use promises::{check, check_in};

/// Texts that random trials found, with the language given.
#[test]
fn what_once_broke_a_promise_does_so_no_more() {
    let found = [
        ("droht ", Some("deu")),
        ("nannte ", Some("deu")),
        ("Schreibe ein", None),
        ("Want\nCorvane said fewer", None),
        ("said that a further 600,000 could join them b", None),
        ("0\r\r!", None),
        ("¡\r\r\u{e000}", None),
        ("\t\u{1056}a〆?\"\"\"", None),
        ("Es waren 7 Euro und 5 Euro, insgesamt 12.", Some("deu")),
    ];
    for (text, language) in found {
        check_in(text, language);
    }
}

/// How many bytes a hostile text has at least. What the optimised build does with a megabyte, the slower one shows
/// with a part of it; how time grows is the benchmark's to measure.
const LARGE: usize = if cfg!(debug_assertions) { 10_000 } else { 1_000_000 };

/// `piece` again and again.
fn many(piece: &str) -> String {
    piece.repeat(LARGE / piece.len() + 1)
}

/// One test a name, so that they run side by side and a slow one is seen.
macro_rules! hostile {
    ($($name:ident: $text:expr,)*) => {
        $(#[test] fn $name() { check(&$text); })*
    };
}

hostile! {
    nothing: "",
    only_white_space: many(" \t\n"),
    one_letter: many("a"),
    one_capital: many("A"),
    one_digit: many("7"),
    digits_and_points: many("1.000."),
    digits_and_spaces: many("1 000 "),
    digits_and_hyphens: many("555-"),
    no_spaces: many("Somewithoutanyspaceatall,or.stop"),
    capital_words: many("Alpha Beta "),
    one_capital_word: many("Berlin "),
    surnames_and_full_names: many("Anna Berg. Berg "),
    heads_and_places: many("Bank of Zorbia in Kenya, University of Kenya. "),
    capitals_with_commas: many("Alpha, "),
    dots: ".".repeat(100_000.min(LARGE)),
    dots_and_spaces: many(". "),
    ellipses: many("… "),
    question_marks: many("?!"),
    line_feeds: many("\n"),
    carriage_returns: many("\r"),
    letters_and_carriage_returns: many("a\r"),
    paragraphs_of_one_letter: many("a\n\n"),
    short_lines: many("Share\n"),
    line_separators: many("a\u{2028}\u{2029}\u{85}"),
    nuls: many("\0"),
    controls: many("\u{1}\u{7f}\u{9f}"),
    byte_order_marks: many("\u{feff}"),
    byte_order_mark_first: "\u{feff}Berlin (dpa) - Die Stadt hat 3,7 Millionen Einwohner.",
    zero_width: many("a\u{200b}\u{200d}"),
    combining_marks: format!("a{}", many("\u{301}")),
    precomposed_and_not: many("é e\u{301} "),
    emoji: many("😀"),
    joined_emoji: many("👩‍👩‍👧‍👦🏳️‍🌈"),
    flags: many("🇩🇪"),
    skin_tones: many("👍🏽 "),
    arabic: many("قال الرئيس "),
    hebrew_without_spaces: many("אבג"),
    overrides: many("\u{202e}abc\u{202c} "),
    han: many("漢字"),
    thai: many("ภาษาไทย"),
    growing_when_lowered: many("İ ẞ ﬁ "),
    brackets: many("("),
    nested_brackets: format!("{}{}", many("(["), many("])")),
    closing_brackets: many(")"),
    opening_low: many("„"),
    opening_english: many("“"),
    opening_french: many("«"),
    opening_inner: many("‘"),
    opening_japanese: many("「"),
    straight: many("\""),
    straight_single: many("'"),
    backticks: many("``"),
    opening_and_a_word: many("„Wort "),
    straight_and_a_word: many("\"word "),
    mixed_marks: many("„a“ «b» “c” \"d"),
    apostrophes: many("it's the dogs' "),
    one_quote_left_open: format!("“{}", many("He went home. ")),
    said: many("said "),
    said_and_names: many("said Anna Berg, "),
    according_to: many("according to "),
    that: many("Anna Berg said that "),
    quotes_and_cues: many("\"Yes\", said Berg. "),
    kata: many("\"Ya,\" katanya. "),
    hyphens: many("-"),
    hyphenated: many("well-"),
    dashes: many("— "),
    slashes: many("/"),
    backslashes: many("\\"),
    at_signs: many("@"),
    almost_mail: many("a@"),
    almost_mail_with_dots: many("a@b."),
    addresses: many("a.b@c.org "),
    links: many("http://"),
    long_link: format!("http://{}", many("a/")),
    dotted_hosts: many("www."),
    long_host: many("a."),
    hash_signs: many("#"),
    hexadecimal: many("deadbeef"),
    addresses_of_machines: many("1.2.3.4."),
    defanged: many("[.]"),
    colons: many("::"),
    account_numbers: many("DE89 3704 0044 "),
    phone_like: many("+49 "),
    percent_signs: many("%"),
    currency_signs: many("$"),
    money: many("$1 "),
    number_words: many("hundred "),
    magnitudes: many("million "),
    german_number_words: many("tausend"),
    months: many("May "),
    dates: many("1.1."),
    slashed_dates: many("1/2/"),
    dates_and_ranges: many("1-2-3 bis "),
    comparators: many("more than "),
    abbreviations: many("Dr. "),
    initials: many("J. "),
    bullets: many("• "),
    list_items: many("- a\n"),
    pipes: many("| "),
    hashes_of_headings: many("# a\n"),
    markup: many("<script>alert(1)</script>"),
    entities: many("&amp;&#x0;"),
    repeated_sentence: many("The same sentence stands here again and again. "),
    repeated_paragraph: many("The same paragraph stands here again and again.\n\n"),
    repeated_words: many("the the "),
    captions: many("Photo: a\n"),
    bylines: many("By Anna Berg\n"),
}
