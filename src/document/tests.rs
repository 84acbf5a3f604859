//! The document stage as a whole: blocks and sentences of short texts, and what holds for any text.

use super::*;
use crate::report::BlockKind::{self, *};
use proptest::prelude::*;

/// Checks that a text has these blocks.
pub fn check(text: &str, expected: &[(BlockKind, &str)]) {
    let document = Document::read(text, None);
    let found: Vec<_> = document.blocks.iter().map(|b| (b.kind, b.span.of(text))).collect();
    assert_eq!(
        found,
        expected,
        "{:?}",
        document.blocks.iter().map(|b| (&b.reason, b.span.of(text))).collect::<Vec<_>>()
    );
}

const ENGLISH: &str = "The council said on Monday that the old bridge would be closed for repairs until the spring, and that \
    buses would run every ten minutes instead.";
const MORE: &str = "\"We had no choice,\" said Maria Hall, who leads the works, adding that rust had been found in all of \
    the main cables during the winter.";

#[test]
fn the_parts_of_an_english_page() {
    let page = format!(
        "Home\nWorld\nSport\nBridge closed for repairs until the spring\n\nBy Jane Roe | November 6, 2019\n\n\
         Share on Facebook\nShare on Twitter\n\n{ENGLISH}\n\nThe bridge from the north bank.\nPhoto: Sam Poe/Getty Images\n\n\
         What happens next\n\n{MORE}\n\n• The tunnel stays open to cars and lorries.\n• The ferry runs at night as well.\n\n\
         Related articles\nTram leaves its rails\n\nLeave a Reply\nYour email address will not be published.\n\
         Copyright 2019 The Harbour Post. All rights reserved."
    );
    check(
        &page,
        &[
            (Boilerplate, "Home"),
            (Boilerplate, "World"),
            (Boilerplate, "Sport"),
            (Headline, "Bridge closed for repairs until the spring"),
            (Byline, "By Jane Roe | November 6, 2019"),
            (Boilerplate, "Share on Facebook"),
            (Boilerplate, "Share on Twitter"),
            (Paragraph, ENGLISH),
            (Caption, "The bridge from the north bank."),
            (Caption, "Photo: Sam Poe/Getty Images"),
            (Subheading, "What happens next"),
            (Paragraph, MORE),
            (ListItem, "• The tunnel stays open to cars and lorries."),
            (ListItem, "• The ferry runs at night as well."),
            (Boilerplate, "Related articles"),
            (Boilerplate, "Tram leaves its rails"),
            (Boilerplate, "Leave a Reply"),
            (Boilerplate, "Your email address will not be published."),
            (Boilerplate, "Copyright 2019 The Harbour Post. All rights reserved."),
        ],
    );
}

#[test]
fn every_article_of_several_has_its_head() {
    let second = "The harbour museum will open its new wing on Friday, the director said, and the first hundred visitors \
        will be let into the museum free of charge.";
    let more = "It has cost four million pounds, twice as much as was planned, since the old walls of the museum had to \
        be rebuilt from the ground.";
    let (first, second) = ([ENGLISH, MORE].repeat(3).join("\n\n"), [second, more].repeat(3).join("\n\n"));
    for between in ["", "Home\nWorld\nSport\nShare on Facebook\nShare on Twitter\nLog in\nSubscribe\n\n"] {
        let text = format!(
            "Bridge closed for repairs until the spring\nBy Jane Roe | November 6, 2019\n\n{first}\n\n{between}\
             Museum opens its new wing on Friday\nBy Sam Poe | November 8, 2019\n\n{second}"
        );
        let document = Document::read(&text, None);
        let of = |kind| document.blocks.iter().filter(move |b| b.kind == kind).map(|b| b.span.of(&text));
        let headlines: Vec<_> = of(Headline).collect();
        assert_eq!(
            headlines,
            ["Bridge closed for repairs until the spring", "Museum opens its new wing on Friday"],
            "{text}"
        );
        assert_eq!(of(Byline).count(), 2, "{text}");
        assert_eq!(document.published.map(|d| d.day), Some(Some(6)), "{text}");
    }
}

#[test]
fn comments_follow_the_article_and_are_none_of_it() {
    let comment = "I have crossed it every day for years and never saw any rust at all, so this is news to me.";
    let page = format!(
        "{ENGLISH}\n{MORE}\nanna77 says:\nNovember 6, 2019 at 8:13 am\n{comment}\nBob B. says:\n\
         November 6, 2019 at 9:40 am\nNo wonder.\n"
    );
    let document = Document::read(&page, None);
    let body: Vec<&str> = document.blocks.iter().filter(|b| b.kind.is_body()).map(|b| b.span.of(&page)).collect();
    assert_eq!(body, [ENGLISH, MORE]);
}

#[test]
fn rows_of_a_schedule_are_body() {
    let rows = ["June 26 – Allentown, PA @ Town Hall", "July 3 – Boise, ID @ Arena", "July 9 – Reno, NV @ Old Mill"];
    let page = format!("{ENGLISH}\n{}\n{MORE}", rows.join("\n"));
    let expected: Vec<_> = [ENGLISH].iter().chain(&rows).chain(&[MORE]).map(|text| (Paragraph, *text)).collect();
    check(&page, &expected);
}

#[test]
fn lines_of_links_are_chrome_and_links_in_the_text_are_not() {
    let teaser = "A tram has left its rails at the old harbour, and nobody knows why.";
    let page = format!("{ENGLISH}\n{MORE}\n{teaser}\n{teaser} Again.");
    let kinds = |links: &[Span]| {
        let document = Document::read_page(&page, None, links);
        document.blocks.iter().map(|b| b.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&[]), [Paragraph; 4]);
    let at = page.find("rust had been").unwrap();
    assert_eq!(kinds(&[Span::new(at, at + 8)]), [Paragraph; 4]);
    let at = page.find(teaser).unwrap();
    let teasers = [Span::new(at, at + teaser.len()), Span::new(at + teaser.len() + 1, page.len())];
    assert_eq!(kinds(&teasers), [Paragraph, Paragraph, Boilerplate, Boilerplate]);
}

#[test]
fn a_running_head_is_no_headline() {
    let head = "Board of Waters      Annual Review 2020";
    let page = format!("{head}\n\nBridge closed for repairs\n\n{ENGLISH}\n\n17\n\n{head}\n\n{MORE}\n\n18");
    check(
        &page,
        &[
            (Boilerplate, head),
            (Headline, "Bridge closed for repairs"),
            (Paragraph, ENGLISH),
            (Boilerplate, "17"),
            (Boilerplate, head),
            (Paragraph, MORE),
            (Boilerplate, "18"),
        ],
    );
}

#[test]
fn a_column_of_print_is_an_article() {
    let first = "Die neue Turnhalle an der Grund-\nschule wird voraussichtlich fünf Milli-\nonen Euro kosten. Das sind 900.000\n\
        Euro mehr als im Haushalt vorgese-\nhen, sagte Anja Rust am Donnerstag.";
    let second = "Die Fraktion rügte, dass die Mehr-\nkosten erst jetzt bekannt wurden. Die\nHalle soll dennoch \
        im August 2020\nfertig werden.";
    let text = format!("Turnhalle wird teurer\n\n{first}\n\n{second}");
    check(&text, &[(Headline, "Turnhalle wird teurer"), (Paragraph, first), (Paragraph, second)]);
}

#[test]
fn rows_of_figures_are_no_dateline_and_lists_stay_whole() {
    let rows = ["2017\t412\t38\t501", "2018\t398\t35\t488", "2019\t371\t32\t455"];
    let items = ["•  Upper Linn: 58 per cent", "•  Lower Linn: 66 per cent", "•  Caddon: 55 per cent"];
    let page = format!("{ENGLISH}\n{}\n{MORE}\n\n{}", rows.join("\n"), items.join("\n"));
    let mut expected = vec![(Paragraph, ENGLISH)];
    expected.extend(rows.map(|row| (Paragraph, row)));
    expected.push((Paragraph, MORE));
    expected.extend(items.map(|item| (ListItem, item)));
    check(&page, &expected);
}

#[test]
fn mail_greets_and_answers() {
    let said =
        "das Gutachten liegt seit gestern vor: Die Kaimauer ist unterspült, die Sanierung wird Millionen kosten.";
    let answered = "> hast du es schon bekommen? Der Bürgermeister fragt\n> jeden Tag danach und will Zahlen sehen.";
    let text = format!("Betreff: Gutachten zur Kaimauer\n\nHallo Jens,\n\n{said}\n\n{answered}");
    let document = Document::read(&text, None);
    let of =
        |kind| document.blocks.iter().filter(move |b| b.kind == kind).map(|b| b.span.of(&text)).collect::<Vec<_>>();
    assert_eq!((of(Byline), of(Quote)), (vec![], vec![answered]));
}

#[test]
fn a_date_may_stand_before_the_author() {
    let body =
        "海港市政府11月9日宣布，老港大桥将从下周一起封闭维修，工程预计持续到明年3月底，每天约有3万辆汽车通过该桥。";
    let signed = "2019-11-10 09:30:15　来源：海港日报　记者：李文静";
    let page = format!("老港大桥封闭维修至明年春天\n{signed}\n\n{body}\n{body}");
    let document = Document::read(&page, None);
    let kinds: Vec<_> = document.blocks.iter().map(|b| b.kind).collect();
    assert_eq!(kinds[..3], [Headline, Byline, Paragraph]);
    assert_eq!(document.published.map(|d| (d.year, d.month, d.day)), Some((2019, Some(11), Some(10))));
}

#[test]
fn a_sentence_needs_no_article_of_its_own() {
    let first = "أعلنت بلدية المدينة يوم السبت إغلاق جسر الميناء القديم أمام حركة المرور حتى نهاية مارس المقبل.";
    let second = "ويستخدم الجسر نحو 31 ألف سيارة يوميا، بحسب إدارة المرور.";
    let page = format!("{first}\n\n{second}\n\n{first}");
    check(&page, &[(Paragraph, first), (Paragraph, second), (Paragraph, first)]);
}

#[test]
fn plain_text_is_body() {
    check(ENGLISH, &[(Paragraph, ENGLISH)]);
    check("The mayor resigned on Monday.", &[(Paragraph, "The mayor resigned on Monday.")]);
    check("", &[]);
    check("\r\n \n", &[]);
}

#[test]
fn a_dateline_before_the_text_stays_in_its_paragraph() {
    let text =
        "BERLIN (dpa) – Die Brücke am alten Hafen wird bis zum Frühjahr gesperrt, wie die Stadt am Montag mitteilte.";
    check(text, &[(Paragraph, text)]);
}

#[test]
fn the_lexicon_of_a_block_is_that_of_its_language() {
    let text = format!(
        "Perusahaan itu mengatakan bahwa data pelanggan telah dijual oleh seorang karyawan.\n\
         Polisi sedang menyelidiki kasus tersebut dan belum memberikan keterangan.\n{ENGLISH}\n"
    );
    let document = Document::read(&text, None);
    assert_eq!(document.blocks.iter().map(|b| b.lexicon.code).collect::<Vec<_>>(), ["ind", "ind", "eng"]);
}

/// Text of words, marks and white space as it comes from anywhere.
fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-zA-Zäöü ]{1,12}",
        Just(". ".to_string()),
        Just("\n".to_string()),
        Just("\r\n\r\n".to_string()),
        Just("\"".to_string()),
        Just("„Ja“".to_string()),
        Just("1.) ".to_string()),
        Just("• ".to_string()),
        Just("Share on Facebook\n".to_string()),
        Just(" ''".to_string()),
        Just("…".to_string()),
        Just("。「".to_string()),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn blocks_and_sentences_tile_the_text_but_for_white_space(text in anything()) {
        let document = Document::read(&text, None);
        let mut at = 0;
        for block in &document.blocks {
            prop_assert!(text[at..block.span.start].chars().all(|c| c.is_whitespace()), "{:?}", &text[at..block.span.start]);
            prop_assert!(!block.span.is_empty());
            at = block.span.end;
        }
        prop_assert!(text[at..].chars().all(|c| c.is_whitespace()), "{:?}", &text[at..]);
        for (index, block) in document.blocks.iter().enumerate() {
            let mut at = block.span.start;
            let mut token = block.tokens.start;
            let sentences = &document.sentences[document.sentences_of(index)];
            prop_assert!(!sentences.is_empty());
            for sentence in sentences {
                prop_assert!(text[at..sentence.span.start].chars().all(char::is_whitespace));
                prop_assert!(sentence.span.start < sentence.span.end && sentence.tokens.start == token);
                at = sentence.span.end;
                token = sentence.tokens.end;
            }
            prop_assert_eq!((at, token), (block.span.end, block.tokens.end));
        }
    }

    #[test]
    fn passages_are_in_order_and_another_language(text in anything()) {
        let document = Document::read(&text, None);
        prop_assert!(document.passages.windows(2).all(|w| w[0].span.end <= w[1].span.start));
        prop_assert!(document.passages.iter().all(|p| p.language.code != document.language.code));
    }
}

#[test]
fn extremes_end_soon() {
    for text in [".", "\"", "„", "\n", "\0", "😀", "א", "1. ", "a", "• ", "（", "*", ". ", "ab,c.", "x\n"] {
        let long = text.repeat(5_000);
        let document = Document::read(&long, None);
        assert!(document.blocks.len() <= 5_000, "{text}");
    }
}
