/** A half-open range of the text, in UTF-16 code units. */
export interface Span { start: number; end: number }

export interface AnalyseOptions {
  /** ISO 639-3 code, taken as given instead of detecting the language. */
  language?: string;
  /** Start and end of each link of the page that the text comes from, in order: evidence for page chrome. */
  links?: Uint32Array;
}

export interface AnalyseError extends Error {
  code: "not_a_string" | "input_too_large";
  /** The longest text taken, in bytes of UTF-8. */
  limit?: number;
}

export interface Report {
  schema: 1;
  offsets: "utf16" | "utf8" | "chars";
  language: Language;
  passages: (Span & { language: Language })[];
  blocks: (Span & { kind: BlockKind; reason: string })[];
  sentences: (Span & { block: number })[];
  entities: Entity[];
  figures: Figure[];
  times: Time[];
  quotes: Quote[];
  claims: Claim[];
  notes: Note[];
}

export interface Language {
  /** ISO 639-3, or "und". */
  code: string;
  /** BCP 47. */
  tag: string;
  name: string;
  /** ISO 15924. */
  script: string;
  confidence: number;
  reliable: boolean;
  alternatives: { code: string; confidence: number }[];
  support: "full" | "basic";
}

export type BlockKind =
  | "headline" | "subheading" | "byline" | "dateline" | "paragraph" | "list_item" | "quote" | "caption"
  | "boilerplate";

export type EntityKind =
  | "PER" | "ORG" | "LOC" | "EMAIL" | "URL" | "PHONE" | "HANDLE" | "HASHTAG" | "IP" | "DOMAIN" | "HASH" | "CVE"
  | "IBAN";

export interface Entity {
  id: number;
  kind: EntityKind;
  name: string;
  salience: number;
  variants: string[];
  mentions: (Span & { confidence: number; reason: string })[];
}

export interface Figure extends Span {
  kind: "number" | "ordinal" | "percent" | "money" | "quantity";
  value: number;
  upper?: number;
  unit?: string;
  /** ISO 4217. */
  currency?: string;
  comparator?: "less_than" | "at_most" | "about" | "nearly" | "more_than" | "at_least";
  /** The other value, where the separators allow two. */
  reading?: number;
  reason: string;
}

export interface Time extends Span {
  kind: "date" | "time" | "duration" | "set";
  /** TIMEX3 value. */
  timex: string;
  anchor?: string;
  reason: string;
}

export interface Quote extends Span {
  kind: "direct" | "mixed" | "indirect";
  content: Span;
  speaker: (Span & { entity?: number; inferred: boolean }) | null;
  cue: Span | null;
  complete: boolean;
  reason: string;
}

export interface Claim extends Span {
  sentence: number;
  kinds: ("QUOTE" | "QUANTITY" | "EVENT_DATED" | "CAUSAL" | "RULE" | "PREDICTION_PLAN" | "DENIAL" | "OTHER_FACT")[];
  status: "verifiable" | "underspecified" | "not_a_claim";
  /** How much it is worth checking, 0 to 1; says nothing of truth. */
  score: number;
  reasons: (Span & { rule: string; weight: number })[];
  missing: ("who" | "when" | "base" | "where")[];
  hedges: Span[];
  quote?: number;
  /** Whom the pronoun or description that it begins with stands for. */
  antecedent?: Span & { entity: number };
  entities: number[];
  figures: number[];
  times: number[];
}

export interface Note {
  kind:
    | "arithmetic" | "repeated_word" | "duplicate_passage" | "name_variant" | "unbalanced_quote"
    | "ambiguous_number" | "mixed_language" | "unattributed_figure"
    | "conflicting_figures";
  spans: Span[];
  verdict?: "consistent" | "inconsistent";
  detail?: string;
  reason: string;
}
