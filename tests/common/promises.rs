//! What holds of every report, whatever the text.
//!
//! Enters: a text. Leaves: nothing, or a panic that names the promise that was broken. Knows nothing of what a text
//! says.

use article_analyser::report::{BlockKind, EntityKind, Report};
use article_analyser::{OffsetUnit, Options, Span, analyse};

/// Analyses `text` and panics where the report breaks a promise.
pub fn check(text: &str) {
    check_in(text, None);
}

/// The same with the language given.
pub fn check_in(text: &str, language: Option<&str>) {
    let report_in =
        |offsets| analyse(text, &Options { language: language.map(str::to_string), offsets, ..Options::default() });
    let report = report_in(OffsetUnit::Utf8);
    spans_lie_in_the_text(text, &report);
    blocks_and_sentences_cover_the_text(text, &report);
    names_do_not_overlap(&report);
    references_point_to_what_there_is(text, &report);
    numbers_stay_in_range(&report);
    findings_are_in_order(&report);
    let again = report_in(OffsetUnit::Utf8);
    let written = |report: &Report| serde_json::to_string(report).expect("a report is JSON");
    assert!(written(&report) == written(&again), "two reports of one text differ");
    offsets_agree(text, &report, &report_in(OffsetUnit::Utf16), char::len_utf16);
    offsets_agree(text, &report, &report_in(OffsetUnit::Chars), |_| 1);
}

fn all_spans(report: &Report) -> Vec<Span> {
    let mut spans = Vec::new();
    report.clone().for_each_span(|span| spans.push(*span));
    spans
}

fn spans_lie_in_the_text(text: &str, report: &Report) {
    assert_eq!(report.offsets, OffsetUnit::Utf8);
    for span in all_spans(report) {
        let Span { start, end } = span;
        assert!(start <= end && end <= text.len(), "{span:?} in {} bytes", text.len());
        assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{span:?} cuts a character");
    }
}

/// Panics unless `spans` are in order, none empty, and nothing but white space lies outside them in `whole`.
fn only_white_space_is_left_out(text: &str, whole: Span, spans: impl Iterator<Item = Span>, what: &str) {
    let mut at = whole.start;
    for span in spans.chain([Span::new(whole.end, whole.end)]) {
        assert!(at <= span.start && span.end <= whole.end, "{what} {span:?} is out of order or outside {whole:?}");
        assert!(!span.is_empty() || span.start == whole.end, "{what} {span:?} is empty");
        let between = &text[at..span.start];
        assert!(between.trim().is_empty(), "{what} {span:?} leaves out {:?}", between.chars().take(40));
        at = span.end;
    }
}

fn blocks_and_sentences_cover_the_text(text: &str, report: &Report) {
    let whole = Span::new(0, text.len());
    only_white_space_is_left_out(text, whole, report.blocks.iter().map(|b| b.span), "block");
    let mut sentences = report.sentences.iter().peekable();
    for (index, block) in report.blocks.iter().enumerate() {
        let inside = std::iter::from_fn(|| sentences.next_if(|s| s.block == index));
        only_white_space_is_left_out(text, block.span, inside.map(|s| s.span), "sentence");
    }
    assert!(sentences.next().is_none(), "a sentence belongs to no block, or is out of order");
}

fn is_name(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Per | EntityKind::Org | EntityKind::Loc)
}

fn names_do_not_overlap(report: &Report) {
    let named = report.entities.iter().filter(|e| is_name(e.kind));
    let mut spans: Vec<Span> = named.flat_map(|e| &e.mentions).map(|m| m.span).collect();
    spans.sort_unstable();
    for pair in spans.windows(2) {
        assert!(!pair[0].overlaps(pair[1]), "mentions {:?} and {:?} overlap", pair[0], pair[1]);
    }
    for span in spans {
        assert!(!span.is_empty(), "the mention at {} is empty", span.start);
        let block = block_at(report, span).unwrap_or_else(|| panic!("mention {span:?} lies in no block"));
        assert!(report.blocks[block].kind != BlockKind::Boilerplate, "mention {span:?} lies in boilerplate");
    }
}

/// The block that holds all of `span`.
fn block_at(report: &Report, span: Span) -> Option<usize> {
    let index = report.blocks.partition_point(|b| b.span.start <= span.start).checked_sub(1)?;
    report.blocks[index].span.contains(span).then_some(index)
}

fn references_point_to_what_there_is(text: &str, report: &Report) {
    for (index, entity) in report.entities.iter().enumerate() {
        assert_eq!(entity.id, index);
        assert!(!entity.mentions.is_empty() && !entity.name.trim().is_empty(), "{entity:?}");
        assert!(entity.variants.contains(&entity.name), "{entity:?} does not list its name");
        for mention in &entity.mentions {
            let spelled = mention.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(entity.variants.contains(&spelled), "{entity:?} does not list {spelled:?}");
        }
    }
    let body =
        |span: Span| block_at(report, Span::new(span.start, span.start)).map(|b| report.blocks[b].kind.is_body());
    for quote in &report.quotes {
        assert!(quote.span.contains(quote.content), "{quote:?}");
        assert_eq!(body(quote.span), Some(true), "{quote:?} lies outside the body");
        let entity = quote.speaker.as_ref().and_then(|s| s.entity);
        assert!(entity.is_none_or(|id| id < report.entities.len() && is_name(report.entities[id].kind)), "{quote:?}");
    }
    for claim in &report.claims {
        let sentence = &report.sentences[claim.sentence];
        assert!(sentence.span.contains(claim.span), "{claim:?} lies outside {sentence:?}");
        assert_eq!(body(claim.span), Some(true), "{claim:?} lies outside the body");
        assert!(!claim.kinds.is_empty() && !claim.reasons.is_empty(), "{claim:?}");
        assert!(claim.quote.is_none_or(|q| q < report.quotes.len()), "{claim:?}");
        assert!(claim.entities.iter().all(|e| *e < report.entities.len()), "{claim:?}");
        assert!(claim.figures.iter().all(|f| *f < report.figures.len()), "{claim:?}");
        assert!(claim.times.iter().all(|t| *t < report.times.len()), "{claim:?}");
    }
    for note in &report.notes {
        assert!(!note.spans.is_empty(), "{note:?} points nowhere");
    }
}

fn numbers_stay_in_range(report: &Report) {
    let languages = [&report.language].into_iter().chain(report.passages.iter().map(|p| &p.language));
    let certain = languages.flat_map(|l| l.alternatives.iter().map(|a| a.confidence).chain([l.confidence]));
    let salient = report.entities.iter().map(|e| e.salience);
    let found = report.entities.iter().flat_map(|e| &e.mentions).map(|m| m.confidence);
    let worthy = report.claims.iter().map(|c| c.score);
    for score in certain.chain(salient).chain(found).chain(worthy) {
        assert!((0.0..=1.0).contains(&score), "{score} is no score");
    }
    for figure in &report.figures {
        let mut values = [Some(figure.value), figure.upper, figure.reading].into_iter().flatten();
        assert!(values.all(f64::is_finite), "{figure:?}");
        assert!(figure.upper.is_none_or(|upper| upper >= figure.value), "{figure:?}");
    }
    for reason in report.claims.iter().flat_map(|c| &c.reasons) {
        assert!(reason.weight.is_finite(), "{reason:?}");
    }
}

fn findings_are_in_order(report: &Report) {
    let ordered =
        |spans: Vec<Span>, what: &str| assert!(spans.is_sorted_by_key(|s| s.start), "{what} are out of order");
    ordered(report.passages.iter().map(|p| p.span).collect(), "passages");
    ordered(report.entities.iter().map(|e| e.mentions[0].span).collect(), "entities");
    ordered(report.figures.iter().map(|f| f.span).collect(), "figures");
    ordered(report.times.iter().map(|t| t.span).collect(), "times");
    ordered(report.quotes.iter().map(|q| q.span).collect(), "quotes");
    ordered(report.claims.iter().map(|c| c.span).collect(), "claims");
    ordered(report.notes.iter().map(|n| n.spans[0]).collect(), "notes");
    for entity in &report.entities {
        ordered(entity.mentions.iter().map(|m| m.span).collect(), "mentions");
    }
}

/// Panics unless `converted` points where `report` does, in units of which a character takes `width`.
fn offsets_agree(text: &str, report: &Report, converted: &Report, width: fn(char) -> usize) {
    let mut counted = vec![usize::MAX; text.len() + 1];
    let mut position = 0;
    for (byte, character) in text.char_indices() {
        counted[byte] = position;
        position += width(character);
    }
    counted[text.len()] = position;
    let expected = all_spans(report).into_iter().map(|s| Span::new(counted[s.start], counted[s.end]));
    assert!(expected.eq(all_spans(converted)), "offsets in {:?} differ", converted.offsets);
}
