//! The uses a word can have: one name a use, each a path in the language files.
//!
//! A list in a language file at the path of a cue holds phrases of that cue. A table at that path holds lists
//! by value: `[times.months] 11 = ["November"]` is the cue `Month` with value `11`.

use super::paths::cues;

cues! {
    /// Words so frequent that they tell the language: articles, prepositions, auxiliaries.
    FunctionWord = "language.words",

    /// Number words and their value: `twelve` 12, `dreißig` 30.
    NumberWord = "numbers.words",
    /// Articles and pronouns that are also the number one (`ein`), or stand for it before a magnitude (`a`).
    NumberArticle = "numbers.articles",
    /// Phrases with a number word in them that count nothing: `no one`, `first of all`, `24/7`.
    NotNumber = "numbers.not",
    /// What makes the number after it a label: `page`, `Artikel`, `§`.
    NumberLabel = "numbers.labels",
    /// Words that multiply what stands before: `million` 1e6, `juta` 1e6, `Mrd.` 1e9, `dozen` 12.
    Magnitude = "numbers.magnitudes",
    /// Symbols that multiply digits before them: `k`, `bn`.
    MagnitudeSymbol = "numbers.magnitude_symbols",
    /// Symbols that multiply an amount of money only, since they are units elsewhere: `m` in `$5m`.
    MagnitudeMoney = "numbers.magnitudes_of_money",
    /// What is counted in millions rather than measured in metres: `people` in `1.5m people`.
    CountedInMillions = "numbers.counted_in_millions",
    /// Ordinal words and their value: `third` 3.
    OrdinalWord = "numbers.ordinals",
    /// What turns digits into an ordinal when it follows: `st`, `nd`, `.`, `º`.
    OrdinalSuffix = "numbers.ordinal_suffixes",
    /// What turns the number after it into an ordinal: Indonesian `ke`.
    OrdinalPrefix = "numbers.ordinal_prefixes",
    /// Fractions and their value: `half` 0.5, `Drittel` 0.333….
    Fraction = "numbers.fractions",
    /// Fractions that are added to a number just before them, without a word between: Indonesian `setengah`.
    FractionAdded = "numbers.fractions_added",
    /// What makes a number the denominator of the one before: `avos`.
    Denominator = "numbers.denominators",
    /// What joins number words: `and`, `und`, `y`.
    NumberJoiner = "numbers.joiners",
    /// What stands between a number and what it counts: `of`, `de`.
    NumberOf = "numbers.of",
    /// The decimal point in words: `point`, `Komma`.
    NumberPoint = "numbers.point",
    /// What raises a number to the power after it: `hoch`, `to the power of`.
    Power = "numbers.power",
    /// Words that make the number after them negative: `minus`.
    Negative = "numbers.negative",
    /// What stands between the parts of a share: `out of`, `von`, `dari`.
    Ratio = "numbers.ratio",
    /// The same where only one of some is a share: `in` of `one in five`.
    RatioOfOne = "numbers.ratio_of_one",
    /// What makes a share of the ordinal after it: `every` of `every fifth customer`.
    EveryNth = "numbers.every_nth",
    /// `%`, `percent`, `persen`.
    Percent = "numbers.percent",
    /// `percentage points`, `Prozentpunkte`.
    PercentPoint = "numbers.percent_points",
    /// What stands between the two ends of a range: `to`, `bis`, `hingga`.
    RangeJoiner = "numbers.range_joiners",
    /// What makes a range of two near numbers: `or`.
    RangeOr = "numbers.range_or",
    /// What opens a range: `between`, `zwischen`, `antara`.
    RangeOpener = "numbers.range_openers",
    /// What joins the ends of an opened range: `and`, `und`, `dan`.
    RangeAnd = "numbers.range_and",
    /// What stands before the first of two values that something moved between: `from` of `rose from 5 to 7`.
    RangeFrom = "numbers.range_from",

    /// Comparators before the number, by value `less_than` `at_most` `about` `nearly` `more_than` `at_least`.
    Comparator = "comparators.before",
    /// Comparators after the number, by the same values: `or more`, `atau lebih`.
    ComparatorAfter = "comparators.after",
    /// Words that leave open whether something is so, after which an amount is the most that it can be.
    Possibility = "comparators.possible",

    /// Units of measure by symbol: `km`, `kilometres`.
    Unit = "units",
    /// Names, symbols and codes of currencies by ISO 4217 code.
    Currency = "currencies",
    /// The same that are currencies only after a number, being other words before one: `ALL`, `real`.
    CurrencyAfter = "currencies_after",
    /// Hundredths of a currency by their name in the report: `cents`, `pence`.
    CurrencyMinor = "currencies_minor",

    /// Month names by number 1 to 12.
    Month = "times.months",
    /// Month names that are other words as well, such as `May`, and need a day, a year or a preposition beside them.
    MonthWeak = "times.months_weak",
    /// Weekday names by ISO number, Monday 1 to Sunday 7.
    Weekday = "times.weekdays",
    /// Names of weekdays that are other words as well, such as `So.`, and need a date beside them.
    WeekdayWeak = "times.weekdays_weak",
    /// Units of time by TIMEX3 letter: `D` `W` `WE` (weekend) `M` `Q` (quarter) `HY` (half-year) `Y` `DE` (decade)
    /// `CE` (century) `TH` (hour) `TM` (minute) `TS` (second).
    TimeUnit = "times.units",
    /// Day words by offset from the anchor in days: `yesterday` -1, `today` 0.
    RelativeDay = "times.relative_days",
    /// Words before a unit, weekday or month that shift it: `last` -1, `this` 0, `next` 1.
    Shift = "times.shifts",
    /// The same after it: `lalu`, `prochaine`.
    ShiftAfter = "times.shifts_after",
    /// Parts of a month or year by value `start` `mid` `end`: `Anfang`, `awal`, `late`.
    PartOf = "times.parts",
    /// Seasons by TIMEX3 value `SP` `SU` `FA` `WI`.
    Season = "times.seasons",
    /// Parts of the day by TIMEX3 value `MO` `MI` `AF` `EV` `NI`.
    DayPart = "times.day_parts",
    /// Days of the year with a name, by `MM-DD` (`Christmas Eve` 12-24), by days from Easter (`Karfreitag` E-2), or
    /// by month, weekday and which of them, 5 the last (`Thanksgiving` 11-4-4).
    Holiday = "times.holidays",
    /// Words after a length of time that place it before the anchor: `ago`, `yang lalu`.
    Ago = "times.ago",
    /// Words before a length of time that place it before the anchor: `vor`, `hace`, `il y a`.
    AgoBefore = "times.ago_before",
    /// Words after a length of time that place it after the date told last: `later`, `kemudian`.
    Later = "times.later",
    /// Words after a length of time that place it before the date told last: `earlier`, `zuvor`.
    Earlier = "times.earlier",
    /// Phrases for a date by the one told last, by steps and unit: `the next day` 1D, `Vorjahr` -1Y.
    NarrativeWord = "times.narrative_words",
    /// Words before a unit that count from the date told last: `the same` 0, `the following` 1.
    NarrativeShift = "times.narrative_shifts",
    /// The same after it: `yang sama` 0, `siguiente` 1.
    NarrativeShiftAfter = "times.narrative_shifts_after",
    /// Words after a length of time that place it after the anchor: `from now`, `ke depan`.
    Ahead = "times.ahead",
    /// Words before a length of time that place it after the anchor: `dans`, `dentro de`.
    AheadBefore = "times.ahead_before",
    /// The same, where the sentence tells a plan: `in` of `it will open in two weeks`.
    AheadPlanned = "times.ahead_planned",
    /// Words of repetition by TIMEX3 value (`P1D`, `P1W`): `daily`, `jährlich`.
    EveryUnit = "times.sets",
    /// Words of repetition before a unit, weekday or number of units: `every`, `setiap`.
    Every = "times.every",
    /// What joins the parts of a date: `of`, `de`, `the`.
    DateJoiner = "times.joiners",
    /// What stands before a date: `on`, `am`, `pada`.
    DatePreposition = "times.date_prepositions",
    /// What stands before a bare year: `in`, `im Jahr`, `pada tahun`, `since`.
    YearPreposition = "times.year_prepositions",
    /// Phrases with a word of time in them that tell no time: `Sunday Times`, `Black Friday deal`.
    NotTime = "times.not",
    /// Words between a number and its unit of time: `full` of `two full years`.
    LengthAdjective = "times.length_adjectives",
    /// The word year before a year: `tahun`, `Jahr`.
    YearWord = "times.year_words",
    /// What stands after the number of a year, month or day, or before that of a day, by value `Y` `M` `D`: `年`,
    /// `tanggal`.
    DateMark = "times.date_marks",
    /// Quarters and half-years by TIMEX3 value: `Q3` Q3.
    Quarter = "times.quarters",
    /// What stands before the number of a week: `week`, `KW`.
    WeekNumber = "times.week_numbers",
    /// Lengths of time in one word by TIMEX3 value: `fortnight` P2W, `setahun` P1Y.
    Length = "times.durations",
    /// What stands beside a number and makes it a decade, behind it: `s`, `-an`, `er Jahre`.
    DecadeMark = "times.decade_marks",
    /// The same before it: `années`, `jaren`.
    DecadeBefore = "times.decade_before",
    /// What stands after a year before our era: `BC`, `v. Chr.`.
    BeforeEra = "times.before_era",
    /// Words after a clock time by value 0, or 12 for `pm`, 1 for `am`: `Uhr`, `o'clock`.
    Clock = "times.clock",
    /// Words before a clock time, by value 1 where a bare hour may follow: `pukul`, `at`.
    ClockBefore = "times.clock_before",
    /// Clock times with a name by TIMEX3 value: `noon` T12:00.
    ClockName = "times.clock_names",
    /// What stands before an hour and tells the minutes, by minutes: `half past` 30, `halb` -30, `quarter to` -15.
    ClockLead = "times.clock_leads",
    /// What stands between minutes and an hour, by 1 after and -1 before it: `past`, `vor`.
    ClockShift = "times.clock_shifts",
    /// What stands after an hour and tells the minutes, by minutes: `y media` 30, `moins le quart` -15.
    ClockTail = "times.clock_tails",
    /// What stands between an hour and the minutes after it, by 1 or -1: `y`, `menos`.
    ClockTailJoiner = "times.clock_tail_joiners",
    /// Words for a part of a day told from the anchor, by the offset in days and the part: `tonight` 0TEV.
    RelativePart = "times.relative_parts",
    /// What stands between a length of time and the date it is told from, by 1 after and -1 before: `after`, `vor`.
    LengthShift = "times.length_shifts",
    /// Time zones by offset: `WIB` +07, `GMT` Z.
    Zone = "times.zones",

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
    /// Surnames that are hardly ever another word.
    Surname = "names.surnames",
    /// Lower-case parts inside personal names: `van`, `bin`, `de la`.
    NameParticle = "names.particles",
    /// What ends an organisation's name: `Inc.`, `GmbH`, `Tbk`.
    OrgSuffix = "names.org_suffixes",
    /// What begins an organisation's name: `PT`, `University of`, `Kementerian`.
    OrgPrefix = "names.org_prefixes",
    /// Nouns that head an organisation's name: `Ministry`, `Bank`, `Universität`.
    OrgWord = "names.org_words",
    /// Common nouns before an organisation's name: `company`, `Konzern`, `perusahaan`.
    OrgNoun = "names.org_nouns",
    /// What relates somebody or something to an organisation: `employees of`, `Mitarbeiter von`, `karyawan`.
    OrgContext = "names.org_contexts",
    /// Lower-case words inside the names of organisations and places: `of`, `für`, `des`.
    NameJoiner = "names.joiners",
    /// What joins common words inside the names of organisations: `and` in `Ministry of Health and Welfare`.
    NameConjunction = "names.conjunctions",
    /// Organisations known by name in this language.
    Org = "names.organisations",
    /// Prepositions that stand before places: `in`, `di`, `nach`.
    PlacePreposition = "names.place_prepositions",
    /// Nouns that head a place's name: `River`, `Kota`, `Provinsi`.
    PlaceWord = "names.place_words",
    /// Common nouns before a place's name: `city of`, `Stadt`, `kabupaten`.
    PlaceNoun = "names.place_nouns",
    /// Countries, regions and large cities by name.
    Place = "names.places",
    /// Words for the people, the language or the faith of a place or group: `Indonesian`, `Berliner`.
    Demonym = "names.demonyms",
    /// Articles and other words that open a noun phrase: `the`, `dieser`, `para`.
    Determiner = "names.determiners",
    /// Common words that a capital alone makes no name.
    NotName = "names.not_names",

    /// Endings of domains: `com`, `id`.
    TopLevelDomain = "contacts.top_level_domains",
    /// Words before a phone number: `Tel.`, `WhatsApp`.
    PhoneWord = "contacts.phone_words",
    /// Words before the number of a version, a section or a release: `version`, `v`, `Pasal`.
    VersionWord = "contacts.version_words",

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
    /// What says that the words before it are reported: `demnach`.
    SourceEarlier = "quotes.source_earlier",
    /// What joins a reported clause to the source before it: `wonach`.
    SourceRelative = "quotes.source_relatives",
    /// Pronouns that stand for the whole sentence before: `das` in `Das teilte die Polizei mit`.
    SentencePronoun = "quotes.sentence_pronouns",
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
    /// Articles of what is known already, which stand before names: `the`, `der`.
    DefiniteArticle = "quotes.definite_articles",
    /// What opens a predicative: `as` in `described as`.
    Predicative = "quotes.predicative",
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
    /// `copula` `adverb` `determiner` `closer` `object` `subject`.
    PhraseWord = "quotes.phrase",
    /// Words that are written with an apostrophe before them: `em`, `twas`.
    Elision = "quotes.elisions",
    /// Pronouns that can stand for a speaker, by `PER`, `ORG` or `ANY` that it may be; `PLURAL` where it is several people
    /// or an organisation, `OPEN` where nobody is meant who was named: `others`.
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
    /// Verbs that weaken a statement only with a `HedgeClose` at the end of the clause: `soll … haben`.
    HedgeOpen = "claims.hedge_openers",
    /// What ends a clause that a `HedgeOpen` weakens: `haben`, `worden sein`.
    HedgeClose = "claims.hedge_closers",
    /// Words that open an opinion: `I think`, `meiner Meinung nach`.
    Opinion = "claims.opinion",
    /// Words that judge: `great`, `skandalös`, `hebat`.
    Evaluation = "claims.evaluation",
    /// Words that suppose: `if`, `falls`, `jika`.
    Condition = "claims.conditions",
    /// Verbs that deny only with a `DenialClose` at the end of the clause: `wies … zurück`.
    DenialOpen = "claims.denial_openers",
    /// What ends a clause in which a `DenialOpen` denies.
    DenialClose = "claims.denial_closers",
    /// Verbs that plan unless a `HedgeClose` follows: `soll … beschließen`.
    PlanOpen = "claims.plan_openers",
    /// Verbs that make a future with an infinitive at the end of the clause, a `FutureClose`, and a passive or the like
    /// otherwise: `wird … steigen`.
    FutureOpen = "claims.future_openers",
    /// Infinitives that end such a clause.
    FutureClose = "claims.future_closers",
    /// Words of what ought to be: `should`, `we need to`, `sollte`.
    Norm = "claims.norms",
    /// First-person words, by `singular` and `plural`.
    FirstPerson = "claims.first_person",
    /// Second-person words.
    SecondPerson = "claims.second_person",
    /// Verbs that begin a sentence addressed to the reader: `Click`, `Klicken Sie`, `Hubungi`.
    Imperative = "claims.imperatives",
    /// Greetings, thanks and other words that assert nothing: `good evening`, `vielen Dank`.
    Courtesy = "claims.courtesy",
    /// Words that open a question.
    Question = "claims.questions",
    /// Superlatives and firsts: `largest`, `erstmals`, `terbesar`.
    Superlative = "claims.superlative",
    /// Comparatives: `more than`, `höher`, `lebih`.
    Comparative = "claims.comparative",
    /// Verbs and nouns of change, by `up`, `down` and `other`: `rose`, `sank`, `Anstieg`, `naik`.
    Change = "claims.change",
    /// Negations.
    Negation = "claims.negation",
    /// Words that leave out nothing or nobody: `every`, `never`, `alle`.
    Sweeping = "claims.sweeping",
    /// What is counted, recorded and published: `jobs`, `Steuern`, `pengangguran`.
    Measured = "claims.measured",
    /// Past-tense auxiliaries and other words that place a clause in the past: `was`, `wurde`, `telah`.
    Past = "claims.past",
    /// Verbs of public record: `voted`, `unterzeichnete`, `mengesahkan`.
    Record = "claims.record",
    /// Sources without a name: `critics`, `Experten`, `sumber`.
    VagueSource = "claims.vague_sources",
    /// Verbs of events that happened: `arrested`, `stahl`, `ditangkap`.
    Event = "claims.events",
    /// Pronouns and definite descriptions that need an antecedent, by `PER`, `ORG` or `ANY` that it may be.
    Anaphor = "claims.anaphors",
    /// What joins two main clauses: `and`, `but`, `sedangkan`.
    Coordinator = "claims.coordinators",
    /// Words that may stand before an anaphor that begins a sentence: `but`, `und`, `namun`.
    Connective = "claims.connectives",
    /// What follows a share and names its whole: `of`, `der`, `dari`.
    ShareOf = "claims.share_of",
    /// Words whose repetition is no slip: `sehr`, `very`, `that`.
    Repeatable = "notes.repeatable",
    /// What says that two figures are the same told twice: `that is`, `das entspricht`, `yang berarti`.
    SameAs = "notes.same_as",
    /// What stands before the value that something had: `from`, `von`, `dari`.
    From = "notes.from",
    /// What stands before the value that another is measured by: `compared with`, `gegenüber`, `dibandingkan`.
    Compared = "notes.compared",
    /// What stands before the value that something got: `to`, `auf`, `menjadi`.
    To = "notes.to",
    /// What stands before the difference: `by`, `um`, `sebesar`.
    By = "notes.by",
    /// What stands beside the sum of others: `in total`, `insgesamt`.
    Total = "notes.total",
    /// What stands between a whole and all its parts: `consisting of`, `namely`, `terdiri dari`.
    Parts = "notes.parts",
    /// What stands beside an amount that each one gets: `each`, `je`, `per orang`.
    Each = "notes.each",
    /// What stands for all that is left: `the rest`, `undecided`.
    Rest = "notes.rest",
    /// What makes a count another than the one told before, or a part of it, or a correction: `another`, `of them`.
    OtherCount = "notes.other_counts",
}
