//! A report for people: what was found, in the order a reader asks for it, with the reasons.
//!
//! Control characters of the text are shown as `·`: an article must not steer the reader's terminal.

use article_analyser::claims::score::CHECK_WORTHY;
use article_analyser::report::{Claim, Figure, Note, Quote, Report};
use article_analyser::{Span, report::ClaimStatus};
use serde::Serialize;
use std::ffi::OsStr;
use std::io::{self, Write};

/// Longest excerpt of the text on one line, in characters.
const EXCERPT: usize = 150;

/// Writes the report of `text`, its offsets in bytes, with ANSI colours where `colour` says so.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(out: &mut impl Write, name: &OsStr, text: &str, report: &Report, colour: bool) -> io::Result<()> {
    Page { out, text, report, colour }.write(name)
}

struct Page<'a, W> {
    out: &'a mut W,
    text: &'a str,
    report: &'a Report,
    colour: bool,
}

#[derive(Clone, Copy)]
enum Style {
    Heading = 1,
    Dim = 2,
    Kind = 36,
    Warning = 33,
}

impl<W: Write> Page<'_, W> {
    fn write(&mut self, name: &OsStr) -> io::Result<()> {
        let Report { language, sentences, blocks, .. } = self.report;
        let title = if name == "-" { "Standard input".into() } else { clean(&name.to_string_lossy()) };
        self.heading(&title)?;
        let sure = if language.reliable { "reliable" } else { "not reliable" };
        writeln!(
            self.out,
            "{} ({}), {sure}, confidence {:.2}; {} characters, {} sentences in {} blocks",
            language.name,
            language.code,
            language.confidence,
            self.text.chars().count(),
            sentences.len(),
            blocks.len()
        )?;
        self.entities()?;
        self.claims()?;
        self.quotes()?;
        self.figures_and_times()?;
        self.notes()?;
        writeln!(self.out)
    }

    fn entities(&mut self) -> io::Result<()> {
        let report = self.report;
        self.section("Who, what, where", report.entities.len())?;
        let mut entities: Vec<_> = report.entities.iter().collect();
        entities.sort_by(|a, b| b.salience.total_cmp(&a.salience));
        for entity in entities {
            let kind = self.paint(Style::Kind, &format!("{:<7}", label(&entity.kind)));
            let also: Vec<String> = entity.variants.iter().filter(|v| **v != entity.name).map(|v| clean(v)).collect();
            let also = if also.is_empty() { String::new() } else { format!("  also: {}", also.join(", ")) };
            let reason = entity.mentions.first().map_or("", |m| m.reason.as_str());
            let dim = self.paint(Style::Dim, &format!("{also}  ({})", clean(reason)));
            writeln!(self.out, "  {kind} {} ×{}{dim}", clean(&entity.name), entity.mentions.len())?;
        }
        Ok(())
    }

    fn claims(&mut self) -> io::Result<()> {
        let report = self.report;
        let mut claims: Vec<&Claim> = report.claims.iter().filter(|c| c.status != ClaimStatus::NotAClaim).collect();
        claims.sort_by(|a, b| b.score.total_cmp(&a.score));
        let worth: Vec<&Claim> = claims.into_iter().filter(|c| c.score >= CHECK_WORTHY).collect();
        self.section("Claims worth checking", worth.len())?;
        for claim in worth {
            let kinds: Vec<String> = claim.kinds.iter().map(label).collect();
            let kinds = self.paint(Style::Kind, &kinds.join(" "));
            writeln!(self.out, "  {:.2} {kinds} {}", claim.score, self.excerpt(claim.span))?;
            let mut reasons: Vec<_> = claim.reasons.iter().collect();
            reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
            let reasons: Vec<String> = reasons.iter().map(|r| format!("{} {:+.1}", words(&r.rule), r.weight)).collect();
            let missing: Vec<String> = claim.missing.iter().map(label).collect();
            let missing = if missing.is_empty() { String::new() } else { format!("; missing: {}", missing.join(", ")) };
            let dim = self.paint(Style::Dim, &format!("because {}{missing}", reasons.join(", ")));
            writeln!(self.out, "       {dim}")?;
        }
        Ok(())
    }

    fn quotes(&mut self) -> io::Result<()> {
        let report = self.report;
        self.section("Who says what", report.quotes.len())?;
        for Quote { kind, content, speaker, cue, .. } in &report.quotes {
            let kind = self.paint(Style::Kind, &format!("{:<8}", label(kind)));
            let speaker = speaker.as_ref().map_or("(no speaker found)".into(), |s| {
                let name = s.entity.and_then(|id| report.entities.get(id)).map(|e| clean(&e.name));
                let words = self.excerpt(s.span);
                match name.filter(|n| *n != words) {
                    Some(name) if s.inferred => format!("{words} [probably {name}]"),
                    Some(name) => format!("{words} [{name}]"),
                    None => words,
                }
            });
            let cue = cue.map_or(String::new(), |c| self.paint(Style::Dim, &format!(" ({})", self.excerpt(c))));
            writeln!(self.out, "  {kind} {speaker}{cue}: {}", self.excerpt(*content))?;
        }
        Ok(())
    }

    fn figures_and_times(&mut self) -> io::Result<()> {
        let report = self.report;
        self.section("Figures", report.figures.len())?;
        for figure in &report.figures {
            let value = self.paint(Style::Kind, &value(figure));
            writeln!(self.out, "  {} = {value}", self.excerpt(figure.span))?;
        }
        self.section("Times", report.times.len())?;
        for time in &report.times {
            let timex = self.paint(Style::Kind, &time.timex);
            let anchor = time.anchor.as_ref().map_or(String::new(), |a| format!("  (seen from {a})"));
            writeln!(self.out, "  {} = {} {timex}{anchor}", self.excerpt(time.span), label(&time.kind))?;
        }
        Ok(())
    }

    fn notes(&mut self) -> io::Result<()> {
        let report = self.report;
        self.section("Notes", report.notes.len())?;
        for Note { kind, spans, verdict, detail, .. } in &report.notes {
            let kind = self.paint(Style::Warning, &words(&label(kind)));
            let verdict = verdict.map_or(String::new(), |v| format!(" {}", label(&v)));
            let detail = detail.as_ref().map_or(String::new(), |d| format!(": {}", clean(d)));
            let places: Vec<String> = spans.iter().map(|s| format!("“{}”", self.excerpt(*s))).collect();
            writeln!(self.out, "  {kind}{verdict}{detail}  {}", places.join(" · "))?;
        }
        Ok(())
    }

    fn section(&mut self, title: &str, count: usize) -> io::Result<()> {
        writeln!(self.out)?;
        self.heading(&format!("{title} ({count})"))
    }

    fn heading(&mut self, title: &str) -> io::Result<()> {
        let title = self.paint(Style::Heading, title);
        writeln!(self.out, "{title}")
    }

    fn paint(&self, style: Style, words: &str) -> String {
        if self.colour { format!("\x1b[{}m{words}\x1b[0m", style as u8) } else { words.into() }
    }

    /// The words at a span, on one line and not too long.
    fn excerpt(&self, span: Span) -> String {
        clean(span.of(self.text))
    }
}

fn value(figure: &Figure) -> String {
    let mut words = Vec::new();
    words.extend(figure.comparator.map(|c| self::words(&label(&c))));
    words.push(match figure.upper {
        Some(upper) => format!("{} to {upper}", figure.value),
        None => figure.value.to_string(),
    });
    words.extend(figure.unit.clone().or(figure.currency.clone()));
    words.push(label(&figure.kind));
    words.extend(figure.reading.map(|r| format!("(or {r})")));
    words.join(" ")
}

/// The name that a value has in the report.
fn label(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_string)).unwrap_or_default()
}

fn words(name: &str) -> String {
    name.replace('_', " ")
}

/// On one line, white space single, control characters shown as `·`, cut at [`EXCERPT`].
fn clean(words: &str) -> String {
    let mut line = String::new();
    let mut characters = 0;
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        for character in word.chars() {
            if characters == EXCERPT {
                return line + "…";
            }
            line.push(if character.is_control() { '·' } else { character });
            characters += 1;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_are_one_safe_line() {
        let check = |words: &str, expected: &str| assert_eq!(clean(words), expected);
        check("two\n  lines\u{1b}[31m red", "two lines·[31m red");
        check(&"x".repeat(200), &("x".repeat(EXCERPT) + "…"));
    }
}
