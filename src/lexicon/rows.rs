//! The phrases of a language file as the build leaves them: one text, a line each.
//!
//! Enters: that text. Leaves: [`Row`]s. Knows no cue and no language.
//!
//! A line that begins with [`PATH`] tells the path of the rows below, one with [`VALUE`] begins a row. A pointer for each
//! of six thousand rows, let alone of sixty thousand phrases, would make the module larger.

/// What the line of a path begins with.
const PATH: char = '\u{1}';
/// What the line of a value, and with it a row, begins with.
const VALUE: char = '\u{2}';

/// The phrases at one path under one value: `times.months`, `11`, `November` and `Nov.`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The dotted path of a cue.
    pub path: &'static str,
    /// The value that the phrases have there, `""` where it gives none.
    pub value: &'static str,
    /// The phrases, a line each.
    pub phrases: &'static str,
}

/// The rows of a language in the order of its file.
pub fn of(text: &'static str) -> impl Iterator<Item = Row> {
    parts(text).flat_map(|(path, rows)| rows_in(path, rows))
}

/// The rows at one path; those at others are passed over whole.
pub fn at(text: &'static str, path: &'static str) -> impl Iterator<Item = Row> {
    parts(text).filter(move |(found, _)| *found == path).flat_map(|(path, rows)| rows_in(path, rows))
}

/// The paths, each with the text of its rows.
fn parts(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.split(PATH).filter_map(|part| part.split_once('\n'))
}

fn rows_in(path: &'static str, rows: &'static str) -> impl Iterator<Item = Row> {
    let rows = rows.split(VALUE).filter_map(|row| row.split_once('\n'));
    rows.map(move |(value, phrases)| Row { path, value, phrases })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_their_path_value_and_phrases() {
        let text = "\u{1}times.months\n\u{2}11\nNovember\nNov.\n\u{2}12\nDezember\n\u{1}blocks.byline\n\u{2}\nvon\n";
        let rows: Vec<_> = of(text).map(|row| (row.path, row.value, row.phrases.lines().collect::<Vec<_>>())).collect();
        assert_eq!(
            rows,
            [
                ("times.months", "11", vec!["November", "Nov."]),
                ("times.months", "12", vec!["Dezember"]),
                ("blocks.byline", "", vec!["von"]),
            ]
        );
        assert_eq!(at(text, "times.months").count(), 2);
        assert_eq!(at(text, "times").count() + of("").count(), 0);
    }
}
