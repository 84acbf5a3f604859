//! The share of a specification corpus of dates, clock times, lengths and sets that is read, by language and kind.
//!
//! The corpus is the `DateTimeModel.json` files of Recognizers-Text, below `figures/` in the folder that the
//! variable `ARTICLE_ANALYSER_CORPORA` names; without it nothing is measured. Times are compared by the stretch of
//! the calendar that they mean on the case's day: the corpus writes ranges as triples with an open end, we as
//! intervals or as two times, the ends. `SHOW_MISSES=eng` prints what is not met.

#![cfg(not(target_arch = "wasm32"))]

use article_analyser::lexicon::{Lexicon, Reading};
use article_analyser::report::{Time, TimeKind};
use article_analyser::text::tokens;
use article_analyser::values::{self, date::Date};
use std::collections::BTreeMap;
use std::{env, fs, path::Path};

/// Seconds since 1970, first and last; a moment where both are the same. Clock times without a day are on the first.
type Stretch = (i64, i64);

const DAY: i64 = 86_400;

fn found(language: &str, anchor: &str, text: &str) -> Vec<Time> {
    let lexicon = Lexicon::of(language);
    let tokens = tokens::tokenise(text);
    let all = 0..tokens.len();
    let reading = Reading::new(text, tokens, [(all.clone(), lexicon)]);
    values::find(&reading, [(all, lexicon)].into_iter(), Date::parse(anchor), &[]).1
}

/// What a TIMEX3 value or an interval of two means, where it leaves nothing open.
fn stretch(timex: &str) -> Option<Stretch> {
    if let Some((from, to)) = timex.split_once('/') {
        return Some((stretch(from)?.0, stretch(to)?.1));
    }
    if let Some((day, clock)) = timex.split_once('T') {
        let start = if day.is_empty() { 0 } else { stretch(day)?.0 };
        return clock_of(clock).map(|(from, to)| (start + from, start + to));
    }
    let days = |from: Date, to: Date| Some((from.ordinal()? * DAY, to.ordinal()? * DAY));
    let first = |year: i32, month: u8| Date::day(year, month, 1);
    let parts: Vec<&str> = timex.split('-').collect();
    let year: i32 = parts[0].parse().ok()?;
    let months = |month: u8, count: i64| days(first(year, month)?, first(year, month)?.plus_months(count)?);
    match parts.as_slice() {
        [y] if y.len() == 2 => days(first(year * 100, 1)?, first(year * 100 + 100, 1)?),
        [y] if y.len() == 3 => days(first(year * 10, 1)?, first(year * 10 + 10, 1)?),
        [_] => months(1, 12),
        [_, week, rest @ ..] if week.starts_with('W') => {
            let first = Date::day(year, 1, 4)?;
            let monday = first.plus_days(1 - i64::from(first.weekday()?) + 7 * (week[1..].parse::<i64>().ok()? - 1))?;
            let (from, to) = if rest.is_empty() { (0, 7) } else { (5, 7) };
            days(monday.plus_days(from)?, monday.plus_days(to)?)
        }
        [_, part] if part.starts_with('Q') => months(part[1..].parse::<u8>().ok()? * 3 - 2, 3),
        [_, part] if part.starts_with('H') => months(part[1..].parse::<u8>().ok()? * 6 - 5, 6),
        [_, month] => months(month.parse().ok()?, 1),
        _ => {
            let day = Date::parse(timex)?;
            days(day, day.plus_days(1)?)
        }
    }
}

/// Seconds of a day: a moment, or a part of the day as the corpus bounds it.
fn clock_of(clock: &str) -> Option<Stretch> {
    let hours = |from: i64, to: i64| Some((from * 3600, to * 3600));
    match clock {
        "MO" => hours(8, 12),
        "MI" => hours(11, 13),
        "AF" => hours(12, 16),
        "EV" => hours(16, 20),
        "NI" => Some((20 * 3600, DAY - 1)),
        _ => {
            let end = clock.find(['Z', '+', '-']).unwrap_or(clock.len());
            let mut seconds = 0;
            for (part, unit) in clock[..end].split(':').zip([3600, 60, 1]) {
                seconds += part.parse::<i64>().ok()? * unit;
            }
            Some((seconds, seconds))
        }
    }
}

/// The seconds of a length such as `P1DT2H`, with the corpus's 30 days a month and 365 a year.
fn length(timex: &str) -> Option<f64> {
    let (days, clock) = timex.strip_prefix('P')?.split_once('T').unwrap_or((&timex[1..], ""));
    let mut sum = 0.0;
    for (body, units) in [
        (
            days,
            [("DE", 3650.0 * 86400.0), ("Y", 365.0 * 86400.0), ("M", 30.0 * 86400.0), ("W", 604_800.0), ("D", 86400.0)],
        ),
        (clock, [("H", 3600.0), ("M", 60.0), ("S", 1.0), ("-", 0.0), ("-", 0.0)]),
    ] {
        let mut rest = body;
        while !rest.is_empty() {
            let cut = rest.find(|c: char| c.is_alphabetic())?;
            let amount: f64 = rest[..cut].parse().ok()?;
            let (unit, seconds) = units.iter().find(|(unit, _)| rest[cut..].starts_with(unit))?;
            sum += amount * seconds;
            rest = &rest[cut + unit.len()..];
        }
    }
    Some(sum)
}

/// What the corpus states in one of its ways: `2016-11-07`, `18:00:00`, `2016-11-07 18:00:00`.
fn stated(value: &str) -> Option<Stretch> {
    let value = value.replace(' ', "T");
    if value.contains(':') && !value.contains('T') { stretch(&format!("T{value}")) } else { stretch(&value) }
}

/// Whether one of the times, or two of them, means what a value of the corpus means.
fn met(value: &serde_json::Value, times: &[Time]) -> bool {
    let text = |key: &str| value[key].as_str().filter(|v| *v != "not resolved");
    let timex = text("timex").unwrap_or("");
    if times.iter().any(|t| t.timex == timex) {
        return true;
    }
    let kind = value["type"].as_str().unwrap_or("");
    match kind {
        "duration" => {
            let seconds: Option<f64> = text("value").and_then(|v| v.parse().ok());
            let spans = times.iter().filter(|t| t.kind == TimeKind::Duration);
            let lengths: Vec<f64> = spans.filter_map(|t| length(&t.timex)).collect();
            seconds.is_some_and(|s| lengths.iter().any(|l| (l - s).abs() < 1.0))
        }
        // `every Monday at eight` is a set and a clock time of its own.
        "set" => {
            let same = |wanted: &str| {
                let moment = stretch(wanted);
                times.iter().any(|t| t.timex == wanted || moment.is_some() && stretch(&t.timex) == moment)
            };
            let of_day = timex.split_once('T').filter(|(day, _)| !day.is_empty() && !timex.starts_with('P'));
            of_day.is_some_and(|(day, clock)| same(day) && same(&format!("T{clock}"))) || same(timex)
        }
        _ => {
            let stretches: Vec<Stretch> = times.iter().filter_map(|t| stretch(&t.timex)).collect();
            // What is told in months or years is a month or a year here, and a day there: `two months ago`.
            let coarse = |wanted: Stretch| {
                let told =
                    times.iter().filter(|t| t.reason.starts_with("length_from")).filter_map(|t| stretch(&t.timex));
                told.into_iter().any(|s| s.0 <= wanted.0 && wanted.1 <= s.1)
            };
            // A clock time beside a date carries the whole of it here.
            let clocks = times.iter().filter_map(|t| stretch(&t.timex[t.timex.find('T')?..])).collect::<Vec<_>>();
            if kind == "time" && text("value").and_then(stated).is_some_and(|wanted| clocks.contains(&wanted)) {
                return true;
            }
            if let Some(wanted) = text("value").and_then(stated) {
                return stretches.contains(&wanted) || coarse(wanted);
            }
            // Without a day to tell them from, both leave the same open.
            let ends = timex.strip_prefix('(').and_then(|t| t.split(',').next().zip(t.split(',').nth(1)));
            let open = |end: &str| times.iter().any(|t| t.timex.len() >= 7 && end.starts_with(&t.timex));
            if ends.is_some_and(|(from, to)| from.starts_with("XXXX") && open(from) && open(to)) {
                return true;
            }
            // The last three months are a length that touches the anchor here, and its two ends there.
            let triple = timex.strip_prefix('(').and_then(|t| t.strip_suffix(')')).and_then(|t| t.rsplit_once(','));
            if let Some(wanted) = triple.and_then(|(_, len)| length(len)) {
                let touching = times.iter().filter(|t| t.reason == "length_to_anchor");
                if touching.filter_map(|t| length(&t.timex)).any(|l| (l - wanted).abs() < 1.0) {
                    return true;
                }
            }
            let bound = |key: &str| text(key).and_then(stated).map(|s| s.0);
            let touches = |at: i64| stretches.iter().any(|s| s.0 == at || s.1 == at);
            let part = matches!(value["Mod"].as_str(), Some("start" | "mid" | "end"));
            match (bound("start"), bound("end")) {
                // Early August is August, for all that can be said of it.
                (Some(from), Some(to)) if part && stretches.iter().any(|s| s.0 <= from && to <= s.1) => true,
                (Some(from), Some(to)) => {
                    let whole = |s: &Stretch| s.0 == from && (s.1 == to || s.1 == to + DAY);
                    let ends = |a: &Stretch, b: &Stretch| a.0 == from && (b.0 == to || b.1 == to) && a != b;
                    stretches.iter().any(|a| whole(a) || stretches.iter().any(|b| ends(a, b)))
                }
                // `before 2016`: the time is what bounds it.
                (Some(at), None) | (None, Some(at)) => touches(at),
                _ => false,
            }
        }
    }
}

type Shares = BTreeMap<String, (usize, usize)>;

/// Whether a case leaves out the day that its values are told from: most of the French ones do.
fn lacks_its_day(case: &serde_json::Value, values: &[serde_json::Value]) -> bool {
    let text = case["Input"].as_str().unwrap_or("");
    let open = |timex: &str| {
        let start = timex.trim_start_matches('(');
        let year = start.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()));
        year.is_some_and(|year| !text.contains(year)) || timex == "PRESENT_REF"
    };
    case["Context"]["ReferenceDateTime"].is_null() && values.iter().any(|v| open(v["timex"].as_str().unwrap_or("")))
}

/// How many cases of a specification file are met, by the kind of their first time: every time is found with one
/// of its values, and none where there is none.
fn shares(path: &Path, language: &str) -> Option<Shares> {
    let text = fs::read_to_string(path).ok()?;
    let cases: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}')).ok()?;
    let show = env::var("SHOW_MISSES").is_ok_and(|wanted| wanted == language);
    let mut shares = Shares::new();
    for case in cases.as_array()? {
        let day = case["Context"]["ReferenceDateTime"].as_str().unwrap_or("");
        let times = found(language, day, case["Input"].as_str()?);
        let results = case["Results"].as_array()?;
        let values = |r: &serde_json::Value| r["Resolution"]["values"].as_array().cloned().unwrap_or_default();
        if results.iter().any(|r| lacks_its_day(case, &values(r))) {
            continue;
        }
        let good = results.iter().all(|r| values(r).iter().any(|v| met(v, &times)));
        let good = good && (!results.is_empty() || times.is_empty());
        let kind = results.first().map_or("none".into(), |r| values(r)[0]["type"].as_str().unwrap_or("").to_string());
        for key in [kind.as_str(), "all"] {
            let share = shares.entry(key.to_string()).or_default();
            *share = (share.0 + usize::from(good), share.1 + 1);
        }
        if show && !good {
            let wanted = results.iter().map(|r| format!("{}={}", r["Text"], values(r)[0]));
            let got = times.iter().map(|t| format!("{}={}", t.span.of(case["Input"].as_str().unwrap()), t.timex));
            let (wanted, got): (Vec<_>, Vec<_>) = (wanted.collect(), got.collect());
            println!("{kind} {day:.10} {}\n     {wanted:?}\n     {got:?}", case["Input"]);
        }
    }
    Some(shares)
}

#[test]
fn the_share_of_the_specification_is_told() {
    let Ok(corpora) = env::var("ARTICLE_ANALYSER_CORPORA") else { return };
    for language in ["eng", "deu", "fra", "spa", "por", "ita", "nld"] {
        let path = Path::new(&corpora).join("figures").join(language).join("DateTimeModel.json");
        let shares = shares(&path, language).unwrap_or_else(|| panic!("{} is readable", path.display()));
        let told = shares.iter().map(|(kind, (right, all))| format!("{kind} {right}/{all}"));
        let (right, all) = shares["all"];
        println!("{language} {:.1} %: {}", 100.0 * right as f64 / all as f64, told.collect::<Vec<_>>().join(", "));
        assert!(right * 2 > all, "{language}: less than half of the cases is met");
    }
}

#[test]
fn values_mean_stretches_of_the_calendar() {
    let day = |iso: &str| Date::parse(iso).unwrap().ordinal().unwrap() * DAY;
    let check = |timex: &str, from: &str, to: &str| assert_eq!(stretch(timex), Some((day(from), day(to))), "{timex}");
    check("2019-11-05", "2019-11-05", "2019-11-06");
    check("2019-02", "2019-02-01", "2019-03-01");
    check("2019", "2019-01-01", "2020-01-01");
    check("199", "1990-01-01", "2000-01-01");
    check("18", "1800-01-01", "1900-01-01");
    check("2019-Q4", "2019-10-01", "2020-01-01");
    check("2019-H1", "2019-01-01", "2019-07-01");
    check("2021-W01", "2021-01-04", "2021-01-11");
    check("2021-W01-WE", "2021-01-09", "2021-01-11");
    check("2019-11-05/2019-11-07", "2019-11-05", "2019-11-08");
    assert_eq!(stretch("T14:30"), Some((52_200, 52_200)));
    assert_eq!(stretch("2019-11-05T14:30Z"), Some((day("2019-11-05") + 52_200, day("2019-11-05") + 52_200)));
    assert_eq!(stretch("XXXX-11-05"), None);
    assert_eq!(length("P1DT2H30M"), Some(95_400.0));
    assert_eq!(length("P2W"), Some(1_209_600.0));
}
