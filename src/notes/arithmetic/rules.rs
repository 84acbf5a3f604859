//! Which figures the words tie together, and whether they fit.
//!
//! Each rule asks for words that say how the figures hang together; distances are in tokens and small, since words
//! farther off speak of something else.

use super::Sum;
use super::amount::{Amount, written};
use super::line::Line;
use crate::lexicon::Cue;
use crate::report::{Comparator, Figure, FigureKind};

/// Between a share and its whole: `1 % of its more than (12 million)`.
const OF: usize = 4;

/// Between a sum told twice: `customers were affected, which means that as many as`.
const TOLD_TWICE: usize = 14;

/// Between the parts of a list: `boats to the north and`.
const LIST: usize = 7;

/// Between a word of change and its percentage.
const CHANGE: usize = 5;

/// The sums of a line, and of it joined with the line before.
pub fn sums(line: &Line, joined: Option<&Line>) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    // A sum over both lines has figures of both.
    let start = line.reading.span(line.range.clone()).start;
    let over_both = |rule: fn(&Line) -> Option<Sum>| {
        let sum = rule(joined?)?;
        let behind = sum.spans.iter().filter(|s| s.start >= start).count();
        (0 < behind && behind < sum.spans.len()).then_some(sum)
    };
    sums.extend(share_of_whole(line).or_else(|| over_both(share_of_whole)));
    sums.extend(part_of_whole(line));
    sums.extend(change(line));
    sums.extend(total(line).or_else(|| over_both(total)));
    sums.extend(parts(line));
    sums.extend(hundred(line));
    sums.extend(each(line));
    sums
}

fn sum(line: &Line, figures: &[usize], shown: String, told: f64, consistent: bool, rule: &'static str) -> Sum {
    let shown = if consistent { shown } else { format!("{shown}, not {}", written(told)) };
    Sum { spans: figures.iter().map(|i| line.figures[*i].0.span).collect(), shown, consistent, rule }
}

/// The whole that a figure is a part of, by the words between: `1 % of 12 million`.
fn whole_of(line: &Line, part: usize) -> Option<usize> {
    let whole = part + 1;
    let (figure, _) = line.figures.get(whole)?;
    let between = line.between(part, whole);
    // `15 percent over the limit of 10,000` is no share: its word stands at once.
    let told = between.start..between.end.min(between.start + 2);
    let fits = between.len() <= OF
        && figure.kind != FigureKind::Percent
        && line.has(told, Cue::ShareOf)
        && !line.has_mark(between, &[",", ";", ":", "(", ")"]);
    fits.then_some(whole)
}

/// "less than 1 % of 12 million customers, which means up to 120,000 people".
fn share_of_whole(line: &Line) -> Option<Sum> {
    let (share, whole) =
        (0..line.figures.len()).filter(|i| line.is_share(*i)).find_map(|i| Some((i, whole_of(line, i)?)))?;
    // `naik 6 persen dari 100`: what it came from.
    let from = line.has(line.between(share, whole), Cue::From);
    if from && line.has(line.before(share, CHANGE), Cue::Change) {
        return None;
    }
    let twice = |from: usize, to: usize| {
        let between = line.between(from, to);
        let apposed = between.len() <= OF && line.has_mark(between.clone(), &[",", "(", "–", "—"]);
        between.len() <= TOLD_TWICE
            && (apposed || line.has(between.clone(), Cue::SameAs) || line.has_mark(between, &["(", "="]))
    };
    let after = (whole + 1 < line.figures.len() && line.alike(whole, whole + 1) && twice(whole, whole + 1))
        .then_some(whole + 1);
    let before = share.checked_sub(1).filter(|b| line.alike(*b, whole) && twice(*b, share));
    let told = after.or(before)?;
    let [s, w, t] = [share, whole, told].map(|i| line.figures[i].0);
    let product = Amount::of(s).combine(Amount::of(w), |p, n| p * n / 100.0);
    let upper = |c: Option<Comparator>| matches!(c, Some(Comparator::LessThan | Comparator::AtMost));
    let consistent = match (upper(s.comparator.or(w.comparator)), upper(t.comparator)) {
        // Two bounds told as the same: "less than 1 % of 12 million, which means up to 120,000".
        (true, true) => exact_share(s, w).meets(Amount::stated(t)),
        (true, false) => product.meets(Amount::stated(t)),
        _ => product.meets(Amount::of(t)),
    };
    let shown = format!("{} % × {} = {}", written(s.value), written(w.value), written(product.value));
    Some(sum(line, &[share, whole, told], shown, t.value, consistent, "share_of_whole"))
}

/// The share of the whole as if it were no bound, with the whole's rounding.
fn exact_share(share: &Figure, whole: &Figure) -> Amount {
    let point = Amount { value: share.value, low: share.value, high: share.value };
    point.combine(Amount::stated(whole), |p, n| p * n / 100.0)
}

/// "46 of the 120 patients (38 percent)".
fn part_of_whole(line: &Line) -> Option<Sum> {
    let count = |i: &usize| line.figures[*i].0.kind != FigureKind::Percent;
    let (part, whole) = (0..line.figures.len()).filter(count).find_map(|i| {
        let whole = whole_of(line, i)?;
        let (a, b) = (line.figures[i].0, line.figures[whole].0);
        let plain = b.kind == FigureKind::Number || line.alike(i, whole);
        (plain && a.value <= b.value && b.value > 0.0).then_some((i, whole))
    })?;
    let linked = |a: usize, b: usize| {
        let between = line.between(a, b);
        // `46 of 120 patients, or 38 percent`, but not `38 percent, ahead in 46 of 120`.
        let apposed = between.end.saturating_sub(2).max(between.start)..between.end;
        between.len() <= OF + 2
            && (line.has(between.clone(), Cue::SameAs)
                || line.has_mark(between, &["("])
                || line.has_mark(apposed, &[",", "–", "—"]))
    };
    let after =
        (whole + 1 < line.figures.len() && line.is_share(whole + 1) && linked(whole, whole + 1)).then_some(whole + 1);
    let before = part.checked_sub(1).filter(|b| line.is_share(*b) && linked(*b, part));
    let share = after.or(before)?;
    let [p, w, s] = [part, whole, share].map(|i| line.figures[i].0);
    let ratio = Amount::of(p).combine(Amount::of(w), |p, n| 100.0 * p / n);
    let shown = format!("{} / {} = {} %", written(p.value), written(w.value), written(ratio.value));
    Some(sum(line, &[part, whole, share], shown, s.value, ratio.meets(Amount::of(s)), "part_of_whole"))
}

/// "rose by 38 percent to 127 from 92", "fell by 12 to 80 from 92".
fn change(line: &Line) -> Option<Sum> {
    let all = || 0..line.figures.len();
    let pair = all().find_map(|old| {
        let from = line.led_by(old, Cue::From, 1);
        let compared = line.has(line.before(old, 10), Cue::Compared);
        let new = all().find(|new| *new != old && line.alike(*new, old) && line.led_by(*new, Cue::To, 1));
        let alike: Vec<usize> = all().filter(|i| *i != old && line.alike(*i, old)).collect();
        match (from, compared, new, alike.as_slice()) {
            (true, _, Some(new), _) | (_, true, Some(new), _) => Some((old, new)),
            // Only two figures of the kind, and the words compare them.
            (_, true, None, [only]) if *only < old => Some((old, *only)),
            _ => None,
        }
    });
    let (old, new) = pair?;
    let [a, b] = [old, new].map(|i| line.figures[i].0);
    let directed = |i: usize| {
        let near = line.before(i, CHANGE).start..line.after(i, CHANGE).end;
        let found = line.reading.first_in(near, Cue::Change)?.1.value;
        match found {
            "up" => Some(1.0),
            "down" => Some(-1.0),
            _ => None,
        }
    };
    let shares: Vec<usize> = all().filter(|i| line.is_share(*i) && *i != old && *i != new).collect();
    // `sales rose by 15 percent, prices fell from 114 to 99`: a change of its own lies between.
    let (first, last) = (old.min(new), old.max(new));
    let apart = |share: usize| {
        let between = if share < first { line.between(share, first) } else { line.between(last, share.max(last)) };
        let parted = line.has_mark(between.clone(), &[",", ";"]) || line.has(between.clone(), Cue::Coordinator);
        let against = directed(share).is_some_and(|sign| sign * (b.value - a.value) < 0.0);
        line.has(between, Cue::Change) && share < first || parted && against && share > last
    };
    let shares: Vec<usize> = shares.into_iter().filter(|share| !apart(*share)).collect();
    if let ([share], true) = (shares.as_slice(), a.kind != FigureKind::Percent && a.value > 0.0) {
        let told = line.figures[*share].0;
        let sign = directed(*share)?;
        let relative = Amount::of(b).combine(Amount::of(a), |b, a| 100.0 * (b - a) / a);
        let signed = Amount::of(told).combine(Amount { value: sign, low: sign, high: sign }, |x, s| x * s);
        let [new_value, old_value] = [b.value, a.value].map(written);
        let shown = format!("({new_value} − {old_value}) / {old_value} = {} %", written(relative.value));
        return Some(sum(
            line,
            &[old, new, *share],
            shown,
            sign * told.value,
            relative.meets(signed),
            "relative_change",
        ));
    }
    let by = all().find(|i| {
        let step = line.figures[*i].0;
        let points = a.kind == FigureKind::Percent && step.kind == FigureKind::Percent && step.unit.is_some();
        *i != old && *i != new && (points || line.alike(*i, old)) && line.led_by(*i, Cue::By, 0)
    })?;
    let sign = directed(by)?;
    let told = line.figures[by].0;
    let difference = Amount::of(b).combine(Amount::of(a), |b, a| b - a);
    let signed = Amount::of(told).combine(Amount { value: sign, low: sign, high: sign }, |x, s| x * s);
    let shown = format!("{} − {} = {}", written(b.value), written(a.value), written(difference.value));
    Some(sum(line, &[old, new, by], shown, sign * told.value, difference.meets(signed), "difference"))
}

/// The figures `from..` that follow one another as a list of the same kind; two at least.
fn list(line: &Line, from: usize) -> Option<Vec<usize>> {
    let mut parts = vec![from];
    while let Some(last) = parts.last().copied().filter(|l| l + 1 < line.figures.len()) {
        let between = line.between(last, last + 1);
        let joined = line.has_mark(between.clone(), &[",", ";"]) || line.has(between.clone(), Cue::RangeAnd);
        let ended = line.has_mark(between.clone(), &[".", "!", "?"]);
        if !line.alike(last, last + 1) || between.len() > LIST || !joined || ended {
            break;
        }
        parts.push(last + 1);
    }
    (parts.len() >= 2).then_some(parts)
}

fn check_sum(line: &Line, parts: &[usize], total: usize, rule: &'static str) -> Sum {
    let zero = Amount { value: 0.0, low: 0.0, high: 0.0 };
    let added = parts.iter().map(|i| exactly(line, *i)).fold(zero, |a, b| a.combine(b, |x, y| x + y));
    let terms: Vec<String> = parts.iter().map(|i| written(line.figures[*i].0.value)).collect();
    let shown = format!("{} = {}", terms.join(" + "), written(added.value));
    let mut figures = parts.to_vec();
    figures.push(total);
    let told = line.figures[total].0;
    sum(line, &figures, shown, told.value, added.meets(exactly(line, total)), rule)
}

/// Small counts in a list are exact: 20 and 30 tents make 50, not 48.
fn exactly(line: &Line, figure: usize) -> Amount {
    /// Counts up to here are counted out.
    const COUNTED: f64 = 10_000.0;
    let figure = line.figures[figure].0;
    let amount = Amount::of(figure);
    let counted =
        figure.comparator.is_none() && figure.upper.is_none() && figure.value < COUNTED && figure.value.fract() == 0.0;
    if counted { Amount { low: figure.value, high: figure.value, ..amount } } else { amount }
}

/// "7 men and 5 women, 12 people in total".
fn total(line: &Line) -> Option<Sum> {
    let all = 0..line.figures.len();
    let total = all.clone().find(|i| line.led_by(*i, Cue::Total, 2) || line.has(line.after(*i, 3), Cue::Total))?;
    let kind = line.figures[total].0.kind;
    if kind == FigureKind::Percent {
        return None;
    }
    let lists = all.clone().filter(|i| *i != total).filter_map(|i| list(line, i));
    let mut parts = lists.map(|l| l.into_iter().filter(|i| *i != total).collect::<Vec<_>>()).find(|l| l.len() >= 2)?;
    // Shares of one add up to no count.
    parts.retain(|i| line.alike(*i, total) && (kind != FigureKind::Number || line.figures[*i].0.value >= 1.0));
    if parts.len() < 2 {
        return None;
    }
    let told = line.figures[total].0.value;
    let smaller = parts.iter().all(|i| line.figures[*i].0.value < told);
    // `79 in all, among them 57 …`, `89 games, in which he scored two …`: no list of what makes the total.
    let behind = (total + 1 == parts[0]).then(|| line.between(total, parts[0]));
    let open = behind.is_some_and(|between| {
        let comma = between.clone().rev().take_while(|i| line.reading.word(*i) != ",").count();
        line.has(between.clone(), Cue::OtherCount) || comma > 2 && line.has_mark(between, &[","])
    });
    if open {
        return None;
    }
    let tied =
        kind != FigureKind::Number || parts.iter().any(|i| line.same_noun(*i, total)) || near(line, &parts, total);
    (smaller && tied).then(|| check_sum(line, &parts, total, "sum_of_parts"))
}

/// Whether the total follows or precedes its list at once.
fn near(line: &Line, parts: &[usize], total: usize) -> bool {
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    (total == last + 1 && line.between(last, total).len() <= LIST + 3)
        || (total + 1 == first && line.between(total, first).len() <= LIST)
}

/// "12 people, namely 7 men and 5 women".
fn parts(line: &Line) -> Option<Sum> {
    (0..line.figures.len()).find_map(|total| {
        let first = (total + 1 < line.figures.len()).then_some(total + 1)?;
        let between = line.between(total, first);
        let opened = between.len() <= LIST && (line.has(between.clone(), Cue::Parts) || line.has_mark(between, &[":"]));
        let parts = list(line, first).filter(|_| opened && line.alike(total, first))?;
        let share = line.figures[total].0.kind == FigureKind::Percent;
        (!share && line.figures[total].0.value > line.figures[first].0.value)
            .then(|| check_sum(line, &parts, total, "sum_of_parts"))
    })
}

/// "45 percent were for it, 38 percent against and 17 percent undecided".
fn hundred(line: &Line) -> Option<Sum> {
    let shares: Vec<usize> = (0..line.figures.len()).filter(|i| line.is_share(*i)).collect();
    let [_, _, .., last] = shares.as_slice() else { return None };
    let rest = line.led_by(*last, Cue::Rest, 1) || line.has(line.after(*last, 4), Cue::Rest);
    if !rest || shares.len() < 3 || shares.len() != line.figures.len() {
        return None;
    }
    let added: f64 = shares.iter().map(|i| line.figures[*i].0.value).sum();
    // Each share is rounded by half a percentage point at most.
    let slack = (shares.len() as f64 / 2.0).max(1.0);
    let terms: Vec<String> = shares.iter().map(|i| written(line.figures[*i].0.value)).collect();
    let shown = format!("{} = {} %", terms.join(" + "), written(added));
    Some(sum(line, &shares, shown, 100.0, (added - 100.0).abs() <= slack, "shares_of_hundred"))
}

/// "3,000 families got 500 euros each, 1.5 million euros in all".
fn each(line: &Line) -> Option<Sum> {
    let all = 0..line.figures.len();
    let one = all.clone().find(|i| {
        let money = line.figures[*i].0.kind == FigureKind::Money;
        money && (line.has(line.after(*i, 3), Cue::Each) || line.led_by(*i, Cue::Each, 0))
    })?;
    let others: Vec<usize> = all.filter(|i| *i != one).collect();
    let [a, b] = others[..] else { return None };
    let (count, whole) = match [a, b].map(|i| line.figures[i].0.kind) {
        [FigureKind::Number, FigureKind::Money] => (a, b),
        [FigureKind::Money, FigureKind::Number] => (b, a),
        _ => return None,
    };
    let [o, c, w] = [one, count, whole].map(|i| line.figures[i].0);
    if o.currency != w.currency || w.value <= o.value {
        return None;
    }
    let product = Amount::of(c).combine(Amount::of(o), |n, x| n * x);
    let shown = format!("{} × {} = {}", written(c.value), written(o.value), written(product.value));
    Some(sum(line, &[count, one, whole], shown, w.value, product.meets(Amount::of(w)), "amount_each"))
}
