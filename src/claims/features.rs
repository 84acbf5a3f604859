//! What in a sentence speaks for or against checking it: features that mean the same in every language.
//!
//! Enters: a sentence and what was found in it. Leaves: [`Evidence`], each feature once at most, with the place
//! that shows it. Knows nothing of weights; training and analysis share this file.

use super::context::Context;
use super::form::{self, Form};
use super::{frames, hedges};
use crate::lexicon::Cue;
use crate::report::{EntityKind, Figure, FigureKind, TimeKind};
use crate::text::{Span, TokenKind};
use std::ops::Range;

/// What a reader expects of a feature: weights are fitted within these bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// It makes a sentence more worth checking.
    More,
    /// It makes a sentence less worth checking.
    Less,
    /// It may do either.
    Either,
    /// It is no reason: what it says of debates does not hold of other texts.
    None,
}

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident = $rule:literal $sign:ident,)*) => {
        /// One thing a sentence may show.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Feature { $($(#[$doc])* $name,)* }

        impl Feature {
            /// All of them, in order.
            pub const ALL: &'static [Feature] = &[$(Feature::$name,)*];

            /// Its name as a rule of the report.
            pub fn rule(self) -> &'static str {
                match self { $(Feature::$name => $rule,)* }
            }

            /// What a reader expects of it.
            pub fn sign(self) -> Sign {
                match self { $(Feature::$name => Sign::$sign,)* }
            }
        }
    };
}

features! {
    /// A plain count, in digits or above [`FEW`].
    Number = "states_a_number" More,
    /// A small count in words: `two of us`.
    Few = "counts_a_few" More,
    /// A percentage.
    Percent = "states_a_percentage" More,
    /// A sum of money.
    Money = "states_a_sum_of_money" More,
    /// A measured quantity.
    Quantity = "states_a_quantity" More,
    /// Two figures or more.
    Figures = "states_several_figures" More,
    /// A figure in a sentence that does not promise, suppose, demand or ask.
    PlainFigure = "states_a_figure_as_fact" More,
    /// A figure with a comparator: `more than 500`.
    Bounded = "bounds_a_figure" More,
    /// A date.
    Dated = "gives_a_date" More,
    /// A length of time.
    Duration = "gives_a_duration" More,
    /// A person's name.
    Person = "names_a_person" More,
    /// An organisation's name.
    Organisation = "names_an_organisation" More,
    /// A place's name.
    Place = "names_a_place" More,
    /// Comparison.
    Comparative = "compares" More,
    /// Superlative or first.
    Superlative = "says_most_or_first" More,
    /// Change of something.
    Change = "says_what_changed" More,
    /// Something counted and recorded.
    Measured = "names_something_measured" More,
    /// Public acts and offices.
    Record = "names_a_public_act" More,
    /// An event.
    Event = "reports_an_event" More,
    /// The past.
    Past = "speaks_of_the_past" More,
    /// Cause and effect.
    Cause = "gives_a_cause" Either,
    /// Denial.
    Denial = "denies" Either,
    /// Negation.
    Negation = "negates" Either,
    /// All, never, only.
    Sweeping = "leaves_no_exception" Either,
    /// Plan or prediction.
    Plan = "announces_or_predicts" Less,
    /// Law and duty.
    Rule = "states_a_rule" Either,
    /// Conditions.
    Condition = "supposes" Less,
    /// What ought to be.
    Norm = "says_what_ought_to_be" Less,
    /// Opinion.
    Opinion = "opens_an_opinion" Less,
    /// Judging words.
    Evaluation = "judges" Less,
    /// Hedging.
    Hedge = "hedges" Less,
    /// Someone without a name is the source.
    VagueSource = "vague_source" Either,
    /// Speech is reported.
    Reported = "reports_speech" None,
    /// `I`, `my`.
    FirstSingular = "speaks_as_i" Less,
    /// `we`, `our`.
    FirstPlural = "speaks_as_we" Either,
    /// `you`.
    SecondPerson = "addresses_the_reader" Less,
    /// A question.
    Question = "asks" Less,
    /// A command.
    Imperative = "commands" Less,
    /// An exclamation mark.
    Exclamation = "exclaims" Less,
    /// Thanks, greetings.
    Courtesy = "courtesy" Less,
    /// The subject is a pronoun or description without its name in the sentence.
    Anaphor = "subject_by_pronoun" Either,
    /// Five words or fewer.
    VeryShort = "five_words_or_fewer" Less,
    /// Six to nine words.
    Short = "six_to_nine_words" Less,
    /// Twenty to thirty-four words.
    Long = "twenty_words_or_more" More,
    /// Thirty-five words or more.
    VeryLong = "thirty_five_words_or_more" Either,
}

/// A feature and the place that shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// What is shown.
    pub feature: Feature,
    /// Where.
    pub span: Span,
}

/// The cues that are features as they stand.
const BY_CUE: [(Cue, Feature); 19] = [
    (Cue::Condition, Feature::Condition),
    (Cue::Comparative, Feature::Comparative),
    (Cue::Superlative, Feature::Superlative),
    (Cue::Change, Feature::Change),
    (Cue::Measured, Feature::Measured),
    (Cue::Record, Feature::Record),
    (Cue::Event, Feature::Event),
    (Cue::Past, Feature::Past),
    (Cue::Cause, Feature::Cause),
    (Cue::Denial, Feature::Denial),
    (Cue::Negation, Feature::Negation),
    (Cue::Sweeping, Feature::Sweeping),
    (Cue::Plan, Feature::Plan),
    (Cue::Rule, Feature::Rule),
    (Cue::Norm, Feature::Norm),
    (Cue::Opinion, Feature::Opinion),
    (Cue::Evaluation, Feature::Evaluation),
    (Cue::VagueSource, Feature::VagueSource),
    (Cue::SecondPerson, Feature::SecondPerson),
];

/// The greatest count that says little when it stands in words: `one of the three candidates`.
const FEW: f64 = 12.0;

/// All that the sentence in `range` of the tokens shows, in the order of [`Feature`]. Addresses and tags, `labels`,
/// name a topic and assert nothing: their words are no cues and do not count.
pub fn of(context: &Context, range: Range<usize>, labels: &[Span]) -> Vec<Evidence> {
    let mut shown = Shown { places: [None; Feature::ALL.len()] };
    figures(context, &range, &mut shown);
    names(context, &range, &mut shown);
    cues(context, &range, labels, &mut shown);
    form(context, &range, labels, &mut shown);
    shown.add_plain_figure();
    shown.into_evidence()
}

/// How many words and numbers stand in `range` of the tokens outside of `labels`.
pub fn words(context: &Context, range: Range<usize>, labels: &[Span]) -> usize {
    let reading = context.reading();
    range.filter(|i| reading.kind(*i) != TokenKind::Mark && !labelled(context, *i, labels)).count()
}

fn labelled(context: &Context, index: usize, labels: &[Span]) -> bool {
    let here = context.reading().tokens[index].span();
    labels.iter().any(|label| label.overlaps(here))
}

/// The first place of each feature.
struct Shown {
    places: [Option<Span>; Feature::ALL.len()],
}

impl Shown {
    fn add(&mut self, feature: Feature, span: Span) {
        self.places[feature as usize].get_or_insert(span);
    }

    /// A sum that is promised and one that was spent are told in the same words but for these: measured on debates, a
    /// figure in a plain statement is worth a logit more than one beside them.
    fn add_plain_figure(&mut self) {
        use Feature::*;
        let place = |feature: &Feature| self.places[*feature as usize];
        let open = [Plan, Norm, Condition, Question].iter().any(|feature| place(feature).is_some());
        let figure = [Number, Percent, Money, Quantity].iter().find_map(place);
        if let Some(span) = figure.filter(|_| !open) {
            self.add(PlainFigure, span);
        }
    }

    fn into_evidence(self) -> Vec<Evidence> {
        let places = Feature::ALL.iter().zip(self.places);
        places.filter_map(|(feature, span)| Some(Evidence { feature: *feature, span: span? })).collect()
    }
}

fn figures(context: &Context, range: &Range<usize>, shown: &mut Shown) {
    let worded = |figure: &Figure| !figure.span.of(context.reading().text).chars().any(char::is_numeric);
    // Shares, `a third of`, say as much as figures do.
    let few =
        |figure: &Figure| worded(figure) && figure.value.fract() == 0.0 && figure.upper.unwrap_or(figure.value) <= FEW;
    let span = context.reading().span(range.clone());
    let mut counted = 0;
    for (_, figure) in context.figures_in(span) {
        let feature = match figure.kind {
            // Most languages write their article like their `one`.
            FigureKind::Number if few(figure) && figure.value == 1.0 => continue,
            FigureKind::Number if few(figure) => Feature::Few,
            FigureKind::Number => Feature::Number,
            FigureKind::Percent => Feature::Percent,
            FigureKind::Money => Feature::Money,
            FigureKind::Quantity => Feature::Quantity,
            FigureKind::Ordinal => continue,
        };
        shown.add(feature, figure.span);
        if feature == Feature::Few {
            continue;
        }
        counted += 1;
        if figure.comparator.is_some() || figure.upper.is_some() {
            shown.add(Feature::Bounded, figure.span);
        }
        if counted == 2 {
            shown.add(Feature::Figures, figure.span);
        }
    }
    for (_, time) in context.times_in(span) {
        match time.kind {
            TimeKind::Date => shown.add(Feature::Dated, time.span),
            TimeKind::Duration => shown.add(Feature::Duration, time.span),
            _ => {}
        }
    }
}

fn names(context: &Context, range: &Range<usize>, shown: &mut Shown) {
    for (mention, entity) in context.mentions_in(context.reading().span(range.clone())) {
        match context.kind(entity) {
            Some(EntityKind::Per) => shown.add(Feature::Person, mention),
            Some(EntityKind::Org) => shown.add(Feature::Organisation, mention),
            Some(EntityKind::Loc) => shown.add(Feature::Place, mention),
            _ => {}
        }
    }
}

fn cues(context: &Context, range: &Range<usize>, labels: &[Span], shown: &mut Shown) {
    let reading = context.reading();
    let first = form::first_word(reading, range);
    for index in range.clone() {
        if !labels.is_empty() && labelled(context, index, labels) {
            continue;
        }
        for mark in reading.marks(index) {
            if index + mark.len > range.end {
                continue;
            }
            let span = || reading.span(index..index + mark.len);
            match mark.cue {
                Cue::FirstPerson if mark.value == "singular" => shown.add(Feature::FirstSingular, span()),
                Cue::FirstPerson => shown.add(Feature::FirstPlural, span()),
                // `Sie schweigt`: the capital that begins a sentence says nothing of whom it means.
                Cue::SecondPerson if index == first && reading.is(index, Cue::Anaphor) => {}
                Cue::ReportingVerb | Cue::AccordingTo | Cue::VerbWithPronoun => shown.add(Feature::Reported, span()),
                cue => {
                    if let Some((_, feature)) = BY_CUE.iter().find(|(c, _)| *c == cue) {
                        shown.add(*feature, span());
                    }
                }
            }
        }
    }
    if let Some(hedge) = hedges::of(reading, range.clone()).first() {
        shown.add(Feature::Hedge, *hedge);
    }
    if let Some(denial) = frames::of(reading, range.clone(), Cue::DenialOpen, Cue::DenialClose).first() {
        shown.add(Feature::Denial, *denial);
    }
    if let Some(plan) = frames::in_clause(reading, range.clone(), Cue::FutureOpen, Cue::FutureClose) {
        shown.add(Feature::Plan, plan);
    }
    // "soll … haben" hedges, any other "soll" plans.
    if let Some(plan) = frames::unclosed(reading, range.clone(), Cue::PlanOpen, Cue::HedgeClose) {
        shown.add(Feature::Plan, plan);
    }
}

/// What the sentence is by its first words, its last mark and its length.
fn form(context: &Context, range: &Range<usize>, labels: &[Span], shown: &mut Shown) {
    let reading = context.reading();
    let form = Form::of(reading, range.clone());
    let places = [
        (Feature::Question, form.question),
        (Feature::Imperative, form.imperative),
        (Feature::Exclamation, form.exclamation),
        (Feature::Courtesy, form.courtesy),
        (Feature::Anaphor, form::anaphor(reading, range.clone()).map(|(span, _)| span)),
    ];
    places.into_iter().filter_map(|(feature, span)| Some((feature, span?))).for_each(|(f, s)| shown.add(f, s));
    let words = words(context, range.clone(), labels);
    let whole = reading.span(range.clone());
    match words {
        0..=5 => shown.add(Feature::VeryShort, whole),
        6..=9 => shown.add(Feature::Short, whole),
        10..=19 => {}
        20..=34 => shown.add(Feature::Long, whole),
        _ => shown.add(Feature::VeryLong, whole),
    }
}
