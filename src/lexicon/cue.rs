//! The uses a word can have: one name a use, each a path in the language files.
//!
//! A list in a language file at the path of a cue holds phrases of that cue. A table at that path holds lists
//! by value: `[times.months] 11 = ["November"]` is the cue `Month` with value `11`.

macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident = $path:literal,)*) => {
        /// What a phrase of a language file is used for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Cue { $($(#[$doc])* $name,)* }

        impl Cue {
            /// The cue whose phrases stand at this path of the language files.
            pub fn from_path(path: &str) -> Option<Cue> {
                match path { $($path => Some(Cue::$name),)* _ => None }
            }

            /// The path in the language files.
            pub fn path(self) -> &'static str {
                match self { $(Cue::$name => $path,)* }
            }
        }
    };
}

cues! {
    /// Words so frequent that they tell the language: articles, prepositions, auxiliaries.
    FunctionWord = "language.words",

    /// Number words and their value: `twelve` 12, `dreißig` 30.
    NumberWord = "numbers.words",
    /// Words that multiply what stands before: `million` 1e6, `juta` 1e6, `Mrd.` 1e9, `dozen` 12.
    Magnitude = "numbers.magnitudes",
    /// Ordinal words and their value: `third` 3.
    OrdinalWord = "numbers.ordinals",
    /// What turns digits into an ordinal when it follows: `st`, `nd`, `.`, `º`.
    OrdinalSuffix = "numbers.ordinal_suffixes",
    /// What turns the number after it into an ordinal: Indonesian `ke`.
    OrdinalPrefix = "numbers.ordinal_prefixes",
    /// Fractions and their value: `half` 0.5, `Drittel` 0.333….
    Fraction = "numbers.fractions",
    /// What joins number words: `and`, `und`, `y`.
    NumberJoiner = "numbers.joiners",
    /// `%`, `percent`, `persen`.
    Percent = "numbers.percent",
    /// `percentage points`, `Prozentpunkte`.
    PercentPoint = "numbers.percent_points",
    /// What stands between the two ends of a range: `to`, `bis`, `hingga`.
    RangeJoiner = "numbers.range_joiners",
    /// What opens a range: `between`, `zwischen`, `antara`.
    RangeOpener = "numbers.range_openers",
    /// What joins the ends of an opened range: `and`, `und`, `dan`.
    RangeAnd = "numbers.range_and",

    /// Comparators before the number, by value `less_than` `at_most` `about` `nearly` `more_than` `at_least`.
    Comparator = "comparators.before",
    /// Comparators after the number, by the same values: `or more`, `atau lebih`.
    ComparatorAfter = "comparators.after",

    /// Units of measure by symbol: `km`, `kilometres`.
    Unit = "units",
    /// Names, symbols and codes of currencies by ISO 4217 code.
    Currency = "currencies",

    /// Month names by number 1 to 12.
    Month = "times.months",
    /// Weekday names by ISO number, Monday 1 to Sunday 7.
    Weekday = "times.weekdays",
    /// Units of time by TIMEX3 letter: `D` `W` `M` `Y` `DE` (decade) `CE` (century) `TH` `TM` (minute) `TS`.
    TimeUnit = "times.units",
    /// Day words by offset from the anchor in days: `yesterday` -1, `today` 0.
    RelativeDay = "times.relative_days",
    /// Words that shift the unit, weekday or month beside them: `last` -1, `this` 0, `next` 1.
    Shift = "times.shifts",
    /// Parts of a month or year by value `start` `mid` `end`: `Anfang`, `awal`, `late`.
    PartOf = "times.parts",
    /// Seasons by TIMEX3 value `SP` `SU` `FA` `WI`.
    Season = "times.seasons",
    /// Parts of the day by TIMEX3 value `MO` `MI` `AF` `EV` `NI`.
    DayPart = "times.day_parts",
    /// Words after a length of time that place it before the anchor: `ago`, `yang lalu`.
    Ago = "times.ago",
    /// Words before a length of time that place it before the anchor: `vor`, `hace`, `il y a`.
    AgoBefore = "times.ago_before",
    /// Words of repetition by TIMEX3 value (`P1D`, `P1W`) or empty before a unit or weekday: `daily`, `every`.
    Every = "times.every",
    /// What joins the parts of a date: `of`, `de`, `the`.
    DateJoiner = "times.joiners",
    /// What stands before a bare year: `in`, `im Jahr`, `pada tahun`, `since`.
    YearPreposition = "times.year_prepositions",
    /// Words that stand by a clock time: `Uhr`, `o'clock`, `pukul`, by value 0, or 12 for `pm`.
    Clock = "times.clock",

    /// Abbreviations that do not end a sentence: `Dr.`, `z.B.`.
    Abbreviation = "sentences.abbreviations",
    /// Abbreviations that may also end one: `Inc.`, `etc.`, `usw.`.
    AbbreviationFinal = "sentences.abbreviations_final",
    /// Abbreviations only before a number: `No.`, `Nr.`, `S.`.
    AbbreviationNumber = "sentences.abbreviations_before_number",
    /// Words that begin sentences and are hardly ever names: `The`, `Das`, `Perusahaan`.
    SentenceStarter = "sentences.starters",

    /// Boilerplate phrases by kind, such as `share` `comments` `cookies` `newsletter` `related` `copyright`
    /// `advert` `navigation` `disclaimer` `read_more`.
    Boilerplate = "blocks.boilerplate",
    /// What opens a byline: `By`, `Von`, `Oleh`.
    Byline = "blocks.byline",
    /// What opens or marks a caption or an image credit: `Photo:`, `Hak cipta gambar`.
    Caption = "blocks.caption",
    /// What marks the date of publication: `Published`, `Veröffentlicht am`.
    Published = "blocks.published",
    /// News agencies and other sources that stand in a dateline: `Reuters`, `dpa`.
    Agency = "blocks.agencies",

    /// Forms of address and academic titles before a person's name: `Mr.`, `Prof.`, `Bapak`.
    Honorific = "names.honorifics",
    /// Offices and trades that stand beside a person's name: `president`, `Sprecher`, `pakar`.
    Role = "names.roles",
    /// Given names that are hardly ever another word.
    GivenName = "names.given_names",
    /// Lower-case parts inside personal names: `van`, `bin`, `de la`.
    NameParticle = "names.particles",
    /// What ends an organisation's name: `Inc.`, `GmbH`, `Tbk`.
    OrgSuffix = "names.org_suffixes",
    /// What begins an organisation's name: `PT`, `University of`, `Kementerian`.
    OrgPrefix = "names.org_prefixes",
    /// Nouns that head an organisation's name: `Ministry`, `Bank`, `Universität`.
    OrgWord = "names.org_words",
    /// Organisations known by name in this language.
    Org = "names.organisations",
    /// Prepositions that stand before places: `in`, `di`, `nach`.
    PlacePreposition = "names.place_prepositions",
    /// Nouns that head a place's name: `River`, `Kota`, `Provinsi`.
    PlaceWord = "names.place_words",
    /// Countries, regions and large cities by name.
    Place = "names.places",
    /// Capitalised words that are no names: weekdays, nationalities, languages.
    NotName = "names.not_names",

    /// Verbs of reporting in all forms: `said`, `sagte`, `kata`.
    ReportingVerb = "quotes.verbs",
    /// Nouns of reporting: `statement`, `Angaben`, `pernyataan`.
    ReportingNoun = "quotes.nouns",
    /// What names the source before it: `according to`, `laut`, `menurut`.
    AccordingTo = "quotes.according_to",
    /// What names the source before it where it follows a comma: `so`.
    SourceAfterComma = "quotes.source_after_comma",
    /// Prepositions that name a source where a noun of reporting follows: `nach Angaben`, `in a statement`.
    SourcePreposition = "quotes.source_prepositions",
    /// What names the source that stands before it: `zufolge`, `nach` in `seiner Ansicht nach`.
    SourceBefore = "quotes.source_before",
    /// What opens reported content: `that`, `dass`, `bahwa`.
    Complementiser = "quotes.complementisers",
    /// Verbs of reporting that need a particle later in the clause, by particle: `mit` for `teilte`.
    SeparableVerb = "quotes.separable_verbs",
    /// Verbs that report with an object or an infinitive: `urged`, `criticised`, `forderte`.
    AttributionVerb = "quotes.verbs_with_object",
    /// Verbs that report only what stands between marks or behind a complementiser: `continued`, `laughed`.
    QuoteVerb = "quotes.verbs_of_direct_speech",
    /// Verbs that name an addressee before what they report: `told`, `urged`.
    AddresseeVerb = "quotes.verbs_with_addressee",
    /// Forms of reporting verbs that are nouns as well: `claims`, `report`, `support`.
    AlsoNoun = "quotes.also_nouns",
    /// What opens an infinitive: `to`, `zu`, `untuk`.
    Infinitive = "quotes.infinitive",
    /// Endings of verb forms that stay active behind a copula: `-ing`.
    Progressive = "quotes.progressive",
    /// What opens a clause that names the source: `wie` in `wie die Polizei mitteilte`, `as`, `seperti`.
    AsReported = "quotes.as_reported",
    /// Verb forms of reported speech, by `first` (German `sei`, `habe`) and `second`, which also states conditions
    /// (`wäre`, `hätte`).
    ReportedMood = "quotes.reported_mood",
    /// What words do around a speaker, by role: `preposition` `link` `and` `conjunction` `relative` `auxiliary`
    /// `copula` `adverb` `determiner` `closer` `object`.
    PhraseWord = "quotes.phrase",
    /// Words that are written with an apostrophe before them: `em`, `twas`.
    Elision = "quotes.elisions",
    /// Pronouns that can stand for a speaker, by `PER`, `ORG` or `ANY`.
    SpeakerPronoun = "quotes.pronouns",
    /// Nouns that can stand for a speaker: `the company`, `perusahaan itu`, by `PER` or `ORG`.
    SpeakerNoun = "quotes.speaker_nouns",
    /// Reporting verb and pronoun in one word: `katanya`, `ujarnya`.
    VerbWithPronoun = "quotes.verbs_with_pronoun",
    /// Nouns before quotation marks that make them a title: `book`, `Film`, `lagu`.
    TitleNoun = "quotes.title_nouns",
    /// Words before quotation marks that make them scare quotes: `so-called`, `sogenannte`.
    ScareCue = "quotes.scare_cues",

    /// Words of cause and effect.
    Cause = "claims.cause",
    /// Words of denial.
    Denial = "claims.denial",
    /// Words of plan, promise and prediction.
    Plan = "claims.plan",
    /// Words of law, duty and permission.
    Rule = "claims.rule",
    /// Words that weaken a statement: `reportedly`, `angeblich`, `diduga`.
    Hedge = "claims.hedges",
    /// Words of opinion and evaluation.
    Opinion = "claims.opinion",
    /// First-person words.
    FirstPerson = "claims.first_person",
    /// Second-person words and imperatives addressed to the reader.
    SecondPerson = "claims.second_person",
    /// Words that open a question.
    Question = "claims.questions",
    /// Superlatives and firsts: `largest`, `erstmals`, `terbesar`.
    Superlative = "claims.superlative",
    /// Comparatives: `more than`, `höher`, `lebih`.
    Comparative = "claims.comparative",
    /// Verbs and nouns of change: `rose`, `sank`, `Anstieg`, `naik`.
    Change = "claims.change",
    /// Negations.
    Negation = "claims.negation",
    /// Sources without a name: `critics`, `Experten`, `sumber`.
    VagueSource = "claims.vague_sources",
    /// Verbs of events that happened: `arrested`, `stahl`, `ditangkap`.
    Event = "claims.events",
    /// Pronouns and definite descriptions that need an antecedent to be understood.
    Anaphor = "claims.anaphors",
}
