//! Lines to blocks: headline, byline, paragraph … boilerplate.
//!
//! Enters: a reading, its lines and the lexicon of each. Leaves: [`Block`]s in order, one a line, with kind and
//! reason. Knows nothing of sentences.

use super::Block;
use super::features::Features;
use super::heads::{self, Heads};
use super::lines::Line;
use super::{weights, zone};
use crate::lexicon::{Lexicon, Reading};
use crate::report::BlockKind;
use crate::text::order;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The blocks of a text, and the lines that say when and by whom another article than the main one was written.
pub fn classify(
    reading: &Reading,
    lines: &[Line],
    features: &[Features],
    lexica: &[&'static Lexicon],
) -> (Vec<Block>, FxHashSet<usize>) {
    let pointed = |i: usize| if is_pointed_at(i, lines, features) { POINTED_AT } else { 0.0 };
    let score = |(i, f): (usize, &Features)| if f.code { 0.0 } else { weights::score(f) + pointed(i) };
    let scores: Vec<f64> = features.iter().enumerate().map(score).collect();
    let wall = |i: usize| weights::wall(&features[i]);
    let article = beyond_pointers(reading, lines, features, &scores, zone::of(&scores, wall));
    let tail = article.end..article.end + features[article.end..].iter().take_while(|f| !closes(f)).count();
    let mut articles = zone::others(&scores, &article, wall);
    articles.push(article.clone());
    let mut articles: Vec<_> =
        articles.into_iter().flat_map(|zone| heads::parted(reading, lines, features, zone)).collect();
    let main = articles.iter().position(|a| a.start == article.start).map_or(article, |i| articles.swap_remove(i));
    let mut heads = heads::find(reading, lines, features, &main, 0);
    let others = heads_of(reading, lines, features, &mut articles, main.end);
    let own = |i: &usize| heads.contains_key(i);
    let elsewhere = others.keys().copied().filter(|i| !own(i)).collect();
    articles.push(with_lead(main, &heads));
    others.into_iter().for_each(|(i, head)| {
        heads.entry(i).or_insert(head);
    });
    let mut scores = zone::in_context(&scores, &articles, &tail, |i| {
        features.get(i).is_some_and(is_credit) || heads.contains_key(&i)
    });
    keep_lists_whole(lines, features, &mut scores);
    let block = |(i, line): (usize, &Line)| {
        let (kind, reason) = heads.get(&i).cloned().unwrap_or_else(|| kind(i, lines, features, &scores));
        Block { span: line.span, tokens: line.tokens.clone(), kind, reason, lexicon: lexica[i] }
    };
    let mut blocks: Vec<Block> = lines.iter().enumerate().map(block).collect();
    if !blocks.iter().any(|b| b.kind.is_body()) {
        keep_what_there_is(&mut blocks, features);
    }
    (blocks, elsewhere)
}

/// The heads of the articles beside the main one, which ends at `main`; the articles grow to their headlines.
fn heads_of(
    reading: &Reading,
    lines: &[Line],
    features: &[Features],
    articles: &mut Vec<Range<usize>>,
    main: usize,
) -> Heads {
    order::by_key(articles, |article| article.start as u64);
    let (mut all, mut above) = (Heads::default(), 0);
    for article in articles {
        // A headline stands below the article before.
        let from = if main <= article.start { above.max(main) } else { above };
        above = article.end;
        let found = heads::find(reading, lines, features, article, from);
        *article = with_lead(article.clone(), &found);
        all.extend(found);
    }
    all
}

/// Items that follow one of the body at once are body as it is, unless something marks them as chrome.
fn keep_lists_whole(lines: &[Line], features: &[Features], scores: &mut [f64]) {
    for i in 1..lines.len() {
        let (before, f) = (&features[i - 1], &features[i]);
        if before.item && f.item && lines[i].gap == 0 && scores[i - 1] >= 0.0 && f.chrome == 0.0 && f.linked <= 0.6 {
            scores[i] = scores[i].max(0.0);
        }
    }
}

/// A text without a body is what the reader asked about, a row of figures for instance: what no phrase of chrome
/// marks as such is taken for running text.
fn keep_what_there_is(blocks: &mut [Block], features: &[Features]) {
    for (block, f) in blocks.iter_mut().zip(features) {
        if block.kind == BlockKind::Boilerplate && f.chrome < 0.4 {
            (block.kind, block.reason) = (BlockKind::Paragraph, "nothing_else_there".into());
        }
    }
}

/// So many lines, links and advertisements, may stand between two paragraphs of an article.
const BETWEEN: usize = 6;
/// A paragraph below such lines goes on with the article where this share of its telling words stood in it before.
const FAMILIAR: f64 = 0.3;

/// The article with the paragraphs that go on after a pointer to another one or an advertisement: after one that by
/// its words stands inside an article, or with words of the article.
fn beyond_pointers(
    reading: &Reading,
    lines: &[Line],
    features: &[Features],
    scores: &[f64],
    mut article: Range<usize>,
) -> Range<usize> {
    let prose = |i: usize| features[i].stop && features[i].words >= 6 && scores[i] > 0.5;
    let points = |f: &Features| f.chrome > 0.5 && matches!(f.chrome_kind, "related" | "read_more" | "advert" | "share");
    let mut words = None;
    while !article.is_empty() {
        let until = (article.end + BETWEEN).min(lines.len());
        let Some(next) = (article.end..until).find(|i| prose(*i)) else { break };
        let advert = features[next - 1].chrome_kind == "advert" && features[next - 1].chrome > 0.7;
        let known = words.get_or_insert_with(|| heads::words_of_body(reading, lines, article.start, &article));
        let pointed = features[article.end..next].iter().any(points);
        if !(advert || pointed && heads::recurring(reading, &lines[next], known) >= FAMILIAR) {
            break;
        }
        article.end = next + 1 + (next + 1..lines.len()).take_while(|i| prose(*i)).count();
    }
    article
}

/// Whether a line shows that the article is over.
fn closes(f: &Features) -> bool {
    f.chrome > 0.4 || f.chrome_first || f.thread || f.published && f.has_date || f.linked > 0.6
}

/// What a link's title loses after a line that only says "read also".
const POINTED_AT: f64 = -3.0;

/// Whether a line is the title of a link that the line before announces.
fn is_pointed_at(i: usize, lines: &[Line], features: &[Features]) -> bool {
    let Some(before) = i.checked_sub(1).map(|j| &features[j]) else { return false };
    let announced = before.chrome > 0.9 && matches!(before.chrome_kind, "related" | "read_more") && lines[i].gap == 0;
    announced && features[i].words <= if features[i].stop { 10 } else { 25 }
}

/// The body with the lines between it and the headline: a summary may stand among share bars and dates.
fn with_lead(body: Range<usize>, heads: &Heads) -> Range<usize> {
    let headline = heads.iter().find(|(_, (kind, _))| *kind == BlockKind::Headline).map(|(i, _)| *i + 1);
    headline.unwrap_or(body.start).min(body.start)..body.end
}

/// The kind of a line that is none of the head's.
fn kind(i: usize, lines: &[Line], features: &[Features], scores: &[f64]) -> (BlockKind, String) {
    let f = &features[i];
    if f.code {
        return (BlockKind::Boilerplate, "code_fence".into());
    }
    if let Some(reason) = caption(i, lines, features) {
        return (BlockKind::Caption, reason);
    }
    if scores[i] < 0.0 {
        return (BlockKind::Boilerplate, boilerplate_reason(f));
    }
    if f.item && is_list(i, features) {
        return (BlockKind::ListItem, "item_mark".into());
    }
    if f.cited {
        return (BlockKind::Quote, "quote_mark".into());
    }
    if f.copies > 1 && is_beside_page_number(i, features) {
        return (BlockKind::Boilerplate, "running_head".into());
    }
    if let Some(reason) = subheading(i, lines, features, scores) {
        return (BlockKind::Subheading, reason.into());
    }
    (BlockKind::Paragraph, strongest(f, 1.0))
}

/// Why a line is a caption or a credit: a credit phrase that begins or fills it; or a credit follows at once.
fn caption(i: usize, lines: &[Line], features: &[Features]) -> Option<String> {
    let f = &features[i];
    if f.image {
        return Some("image_mark".into());
    }
    if is_credit(f) {
        return Some("credit_phrase".into());
    }
    let label = i.checked_sub(1).map(|j| &features[j]).filter(|_| lines[i].gap == 0);
    if label.is_some_and(|l| l.caption > 0.99 && l.caption_first && l.words <= 3) && f.words <= 40 && f.stops <= 2 {
        return Some("after_caption_label".into());
    }
    let next_is_credit = lines.get(i + 1).is_some_and(|l| l.gap == 0) && is_credit(&features[i + 1]);
    let apart = lines[i].gap > 0 || f.copies > 1;
    (next_is_credit && apart && f.words <= 40 && f.stops <= 2).then(|| "before_credit".into())
}

/// A line that is all about a picture: it begins with the phrase, or the phrase fills it.
fn is_credit(f: &Features) -> bool {
    let opens = f.caption_first && (f.words <= 12 && !f.stop || f.words <= 40 && f.caption > 0.08 && f.stops <= 3);
    let closes = f.caption_last && f.words <= 60 && f.stops <= 4 || f.credit_tail && f.words <= 45 && f.stops <= 3;
    opens && f.caption > 0.05 || closes || f.caption > 0.34 && f.words <= 12
}

/// A bullet makes an item by itself; a number only beside another item, since "5. November" looks the same.
fn is_list(i: usize, features: &[Features]) -> bool {
    let neighbour = |j: Option<usize>| j.and_then(|j| features.get(j)).is_some_and(|f| f.item);
    !features[i].numbered || neighbour(i.checked_sub(1)) || neighbour(i.checked_add(1))
}

/// Whether nothing but a number stands on a line next to this one, as the numbers of pages do in print.
fn is_beside_page_number(i: usize, features: &[Features]) -> bool {
    let number = |j: Option<usize>| j.and_then(|j| features.get(j)).is_some_and(|f| f.words == 1 && f.numbers == 1.0);
    number(i.checked_sub(1)) || number(i.checked_add(1))
}

/// Why a line inside the body heads what follows.
fn subheading(i: usize, lines: &[Line], features: &[Features], scores: &[f64]) -> Option<&'static str> {
    let f = &features[i];
    let next = features.get(i + 1)?;
    if f.heading_mark {
        return Some("heading_mark");
    }
    let short = !f.chrome_first && f.words <= 14 && f.length <= 100 && f.words > 0;
    let heads = next.words >= 12 && next.length > f.length && scores[i + 1] > 0.0 && !next.item;
    if !short || !heads || f.stop || f.colon || f.comma || f.quoted || i == 0 {
        return None;
    }
    let before = i.checked_sub(1).map(|j| &features[j])?;
    let closed = before.stop || before.colon || before.quoted || lines[i].gap > 0;
    if f.shouts && closed {
        Some("capitals_before_paragraph")
    } else if lines[i].gap > 0 && (lines[i + 1].gap > 0 || lines[i].gap > lines[i + 1].gap) {
        Some("short_line_apart")
    } else if closed && f.words >= 2 && (f.capitals > 0.7 || f.numbered) {
        Some("short_line_before_paragraph")
    } else {
        None
    }
}

fn boilerplate_reason(f: &Features) -> String {
    let told = !f.chrome_kind.is_empty() && (f.chrome > 0.2 || f.chrome_first);
    if told { format!("{}_phrase", f.chrome_kind) } else { strongest(f, -1.0) }
}

/// The weightiest reason on the side of `sign`.
fn strongest(f: &Features, sign: f64) -> String {
    let reasons = weights::reasons(f);
    let best = reasons.iter().filter(|(_, w)| w * sign > 0.0).max_by(|a, b| (a.1 * sign).total_cmp(&(b.1 * sign)));
    best.map_or(if sign > 0.0 { "inside_body" } else { "outside_body" }, |(name, _)| name).into()
}
