//! What comes out: plain data, the public API of the crate.
//!
//! Enters: nothing. Leaves: the types of a report, as they are serialised. Every stage builds its part in bytes;
//! [`Report::in_unit`] converts all positions once. Knows nothing of how findings are made.
//!
//! A `reason` names the rule or model that made a finding, in snake case, with its evidence after a colon where
//! there is some: `org_suffix: GmbH`.

use crate::text::{OffsetTable, OffsetUnit, Span};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// The version of this structure; it changes when a field changes its meaning or goes away.
pub const SCHEMA: u32 = 1;

/// Everything found in one text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The unit of every `start` and `end` in the report.
    pub offsets: OffsetUnit,
    /// The language of the document.
    pub language: Language,
    /// Runs whose language differs from the document's, in order.
    pub passages: Vec<Passage>,
    /// The parts of the document, in order; between two of them lies white space only.
    pub blocks: Vec<Block>,
    /// The sentences, in order; none crosses the end of a block.
    pub sentences: Vec<Sentence>,
    /// Who, what and where, by first mention.
    pub entities: Vec<Entity>,
    /// Numbers that count or measure, in order.
    pub figures: Vec<Figure>,
    /// Dates, times, durations and sets, in order.
    pub times: Vec<Time>,
    /// Quoted and reported speech, in order.
    pub quotes: Vec<Quote>,
    /// What the text asserts, in order.
    pub claims: Vec<Claim>,
    /// What a careful reader would flag, by first span.
    pub notes: Vec<Note>,
}

/// A language, and how sure it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Language {
    /// ISO 639-3, the macrolanguage's code where it is the one in everyday use (`zho`, `ara`, `msa`); `und`
    /// where the text does not tell.
    pub code: String,
    /// BCP 47 tag, as in an HTML `lang` attribute.
    pub tag: String,
    /// English name.
    pub name: String,
    /// ISO 15924 code of the script that most letters have; `Zyyy` where there are none.
    pub script: String,
    /// 0 to 1.
    #[serde(serialize_with = "thousandths")]
    pub confidence: f64,
    /// Whether the code can be relied on.
    pub reliable: bool,
    /// Other candidates, best first.
    pub alternatives: Vec<LanguageGuess>,
    /// How much the analyser knows of the language.
    pub support: Support,
}

/// A candidate for the language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LanguageGuess {
    /// ISO 639-3.
    pub code: String,
    /// 0 to 1.
    #[serde(serialize_with = "thousandths")]
    pub confidence: f64,
}

/// How much the analyser knows of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Support {
    /// A full lexicon.
    Full,
    /// Some words, or only what holds in every language.
    Basic,
}

/// A run of text in another language than the document's.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Passage {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// Its language.
    pub language: Language,
}

/// A part of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Where, without the white space around it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// The rule that says so.
    pub reason: String,
}

/// What a part of the document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The title of the article.
    Headline,
    /// A heading inside it.
    Subheading,
    /// Author, often with the date.
    Byline,
    /// Place, agency or date of the report, alone on a line.
    Dateline,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A block quotation.
    Quote,
    /// The words under a picture, or its credit.
    Caption,
    /// Page chrome: share bars, comment forms, related links, notices.
    Boilerplate,
}

impl BlockKind {
    /// Whether the block may name persons, organisations and places: all but boilerplate.
    pub fn has_entities(self) -> bool {
        self != BlockKind::Boilerplate
    }

    /// Whether the block may assert or quote: the body of the article.
    pub fn is_body(self) -> bool {
        use BlockKind::*;
        matches!(self, Headline | Subheading | Paragraph | ListItem | Quote)
    }
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
}

/// What kind of thing an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names are the kinds")]
pub enum EntityKind {
    Per,
    Org,
    Loc,
    Email,
    Url,
    Phone,
    Handle,
    Hashtag,
    Ip,
    Domain,
    Hash,
    Cve,
    Iban,
}

/// Someone or something the text names, with all mentions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entity {
    /// Unique in the report; equal to its index in `entities`.
    pub id: usize,
    /// What kind of thing.
    pub kind: EntityKind,
    /// The fullest name found, white space made single.
    pub name: String,
    /// How much the text is about it, 0 to 1.
    #[serde(serialize_with = "thousandths")]
    pub salience: f64,
    /// Every spelling found, most frequent first, white space made single.
    pub variants: Vec<String>,
    /// Where it is named, in order.
    pub mentions: Vec<Mention>,
}

/// One place where an entity is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// 0 to 1.
    pub confidence: f64,
    /// The rule or model that found it.
    pub reason: String,
}

/// A number that counts, orders or measures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// Where, with comparator, unit and currency.
    #[serde(flatten)]
    pub span: Span,
    /// What it is.
    pub kind: FigureKind,
    /// In units: `12 juta` is 12000000, `1 %` is 1. The lower end of a range.
    #[serde(serialize_with = "number")]
    pub value: f64,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "optional_number")]
    pub upper: Option<f64>,
    /// Symbol of the unit: `km`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// ISO 4217.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// How the true value lies to this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparator: Option<Comparator>,
    /// The other value, where the separators allow two.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "optional_number")]
    pub reading: Option<f64>,
    /// The rule that read it.
    pub reason: String,
}

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the kinds")]
pub enum FigureKind {
    Number,
    Ordinal,
    Percent,
    Money,
    Quantity,
}

/// How the true value lies to the one stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the comparisons")]
pub enum Comparator {
    LessThan,
    AtMost,
    About,
    Nearly,
    MoreThan,
    AtLeast,
}

impl Comparator {
    /// The comparator that the language files and the report write like this.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "less_than" => Comparator::LessThan,
            "at_most" => Comparator::AtMost,
            "about" => Comparator::About,
            "nearly" => Comparator::Nearly,
            "more_than" => Comparator::MoreThan,
            "at_least" => Comparator::AtLeast,
            _ => return None,
        })
    }
}

/// A point or stretch of time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Time {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// What it is.
    pub kind: TimeKind,
    /// TIMEX3 value: `2019-08`, `P8Y`, `2019-11-05T14:30`.
    pub timex: String,
    /// The date that completed the value, where the text leaves the year or more out: `2019-11-06`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The rule that read it.
    pub reason: String,
}

/// What a time is, after TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the kinds")]
pub enum TimeKind {
    Date,
    Time,
    Duration,
    Set,
}

/// Quoted or reported speech.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quote {
    /// Where, with marks, speaker and cue where they adjoin.
    #[serde(flatten)]
    pub span: Span,
    /// How it is quoted.
    pub kind: QuoteKind,
    /// What is said, without the marks.
    pub content: Span,
    /// Who says it.
    pub speaker: Option<Speaker>,
    /// The words that report it.
    pub cue: Option<Span>,
    /// Whether both marks stand; true of indirect speech.
    pub complete: bool,
    /// The rule that found it.
    pub reason: String,
}

/// How speech is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// A quoted statement.
    Direct,
    /// Quoted words inside a reported statement.
    Mixed,
    /// A reported statement.
    Indirect,
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Speaker {
    /// The words that name the speaker.
    #[serde(flatten)]
    pub span: Span,
    /// The id of the entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<usize>,
    /// Whether the entity was concluded from a pronoun, a description or the previous sentence.
    pub inferred: bool,
}

/// A pronoun or description, and what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Antecedent {
    /// The pronoun or description.
    #[serde(flatten)]
    pub span: Span,
    /// The id of the entity.
    pub entity: usize,
}

/// A statement of the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Claim {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// The index of its sentence, of which it is the whole or one of several main clauses.
    pub sentence: usize,
    /// What it asserts; one kind at least.
    pub kinds: Vec<ClaimKind>,
    /// Whether it can be checked.
    pub status: ClaimStatus,
    /// How much it is worth checking, 0 to 1: the logistic sum of the reasons' weights. 0.5 and above is
    /// check-worthy. It says nothing of truth.
    #[serde(serialize_with = "thousandths")]
    pub score: f64,
    /// What the score is made of.
    pub reasons: Vec<Reason>,
    /// What a checker would have to find out first.
    pub missing: Vec<Missing>,
    /// The words that weaken it.
    pub hedges: Vec<Span>,
    /// The index of the quote it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<usize>,
    /// Whom the pronoun or description that it begins with stands for; where that cannot be told, `who` is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub antecedent: Option<Antecedent>,
    /// Ids of the entities it names.
    pub entities: Vec<usize>,
    /// Indices of its figures.
    pub figures: Vec<usize>,
    /// Indices of its times.
    pub times: Vec<usize>,
}

/// What a claim asserts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "the names are the kinds")]
pub enum ClaimKind {
    Quote,
    Quantity,
    EventDated,
    Causal,
    Rule,
    PredictionPlan,
    Denial,
    OtherFact,
}

/// Whether a claim can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the states")]
pub enum ClaimStatus {
    Verifiable,
    Underspecified,
    NotAClaim,
}

/// What a claim leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the questions")]
pub enum Missing {
    Who,
    When,
    Base,
    Where,
}

/// One addend of a claim's score.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The rule's name, in snake case.
    pub rule: String,
    /// What it adds to the sum, in logits.
    pub weight: f64,
    /// Where its evidence stands.
    pub span: Span,
}

/// Something a careful reader would flag.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Note {
    /// What is noted.
    pub kind: NoteKind,
    /// Where: one span or all that belong together, in order.
    pub spans: Vec<Span>,
    /// For arithmetic: whether the figures agree.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// For arithmetic: the sum. For a name variant: the usual name. For an ambiguous number: both readings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The rule that noted it.
    pub reason: String,
}

/// What is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the kinds")]
pub enum NoteKind {
    Arithmetic,
    RepeatedWord,
    DuplicatePassage,
    NameVariant,
    UnbalancedQuote,
    AmbiguousNumber,
    MixedLanguage,
    UnattributedFigure,
    /// The same count with two values.
    ConflictingFigures,
}

/// Whether figures agree with one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the verdicts")]
pub enum Verdict {
    Consistent,
    Inconsistent,
}

impl Report {
    /// The same report of `text` with every position counted in `unit`. A report that is not in bytes any more
    /// is returned as it is.
    pub fn in_unit(mut self, text: &str, unit: OffsetUnit) -> Report {
        if self.offsets == OffsetUnit::Utf8 && unit != OffsetUnit::Utf8 {
            let table = OffsetTable::new(text);
            self.offsets = unit;
            self.for_each_span(|span| {
                span.start = table.convert(span.start, unit);
                span.end = table.convert(span.end, unit);
            });
        }
        self
    }

    /// Visits every span of the report.
    pub fn for_each_span(&mut self, mut visit: impl FnMut(&mut Span)) {
        self.passages.iter_mut().for_each(|p| visit(&mut p.span));
        self.blocks.iter_mut().for_each(|b| visit(&mut b.span));
        self.sentences.iter_mut().for_each(|s| visit(&mut s.span));
        self.entities.iter_mut().flat_map(|e| &mut e.mentions).for_each(|m| visit(&mut m.span));
        self.figures.iter_mut().for_each(|f| visit(&mut f.span));
        self.times.iter_mut().for_each(|t| visit(&mut t.span));
        for quote in &mut self.quotes {
            visit(&mut quote.span);
            visit(&mut quote.content);
            quote.speaker.iter_mut().for_each(|s| visit(&mut s.span));
            quote.cue.iter_mut().for_each(&mut visit);
        }
        for claim in &mut self.claims {
            visit(&mut claim.span);
            claim.reasons.iter_mut().for_each(|r| visit(&mut r.span));
            claim.hedges.iter_mut().for_each(&mut visit);
            claim.antecedent.iter_mut().for_each(|a| visit(&mut a.span));
        }
        self.notes.iter_mut().flat_map(|n| &mut n.spans).for_each(visit);
    }
}

/// Serialises a type with a span as `derive` with `flatten` would, the span's bounds in place of `span`. Reports have
/// thousands of these; `flatten` makes a map of each, whose keys cost the module several times as much as a struct's.
macro_rules! serialize_flat {
    ($type:ident { $($before:ident $(as $before_as:ident)?,)* .. $($after:ident $(as $after_as:ident)?,)* }) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let fields = 2 $(+ { stringify!($before); 1 })* $(+ { stringify!($after); 1 })*;
                let mut object = serializer.serialize_struct(stringify!($type), fields)?;
                $(object.serialize_field(stringify!($before), &$($before_as)?(&self.$before))?;)*
                object.serialize_field("start", &self.span.start)?;
                object.serialize_field("end", &self.span.end)?;
                $(object.serialize_field(stringify!($after), &$($after_as)?(&self.$after))?;)*
                object.end()
            }
        }
    };
}

serialize_flat!(Block { .. kind, reason, });
serialize_flat!(Sentence { .. block, });
serialize_flat!(Mention { .. confidence as Thousandths, reason, });
serialize_flat!(Reason { rule, weight as Thousandths, .. });

/// A number that is written as [`thousandths`] writes it.
struct Thousandths<'n>(&'n f64);

impl Serialize for Thousandths<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        thousandths(self.0, serializer)
    }
}

/// Rounded, so that the last bits of a logarithm do not differ between platforms.
fn thousandths<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((value * 1000.0).round() / 1000.0)
}

/// Whole numbers without a decimal point.
fn number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    /// 2^53: every whole number up to it has a double of its own.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() <= EXACT {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

fn optional_number<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => number(value, serializer),
        None => serializer.serialize_none(),
    }
}
