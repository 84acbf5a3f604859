// A text and its report, arranged for a reader who looks at one piece at a time.
// Enters: a text and its report. Leaves: plain data small enough for one message. Knows nothing of the page.

import { cutsOf, pieceAt } from './chunks.js';
import { detailOf } from './detail.js';
import { findingsOf, inTextOrder, KINDS } from './findings.js';
import { nest } from './segments.js';
import { listsOf, row } from './rows.js';
import { summaryOf } from './summary.js';

export class Reading {
  #text;
  #report;
  #findings;
  #byPiece;
  #blocksByPiece;
  #passagesByPiece;
  #cuts;
  #lists;

  constructor(text, report) {
    this.#text = text;
    this.#report = report;
    this.#cuts = cutsOf(text, report.blocks, report.sentences);
    this.#findings = findingsOf(text, report);
    this.#byPiece = this.#spread(this.#findings);
    this.#blocksByPiece = this.#spread(report.blocks);
    this.#passagesByPiece = this.#spread(report.passages);
    this.#lists = listsOf(report);
  }

  /** What the page needs at once: language, counts, where the pieces lie. */
  overview() {
    const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
    for (const finding of this.#findings) if (!finding.weak) counts[finding.kind] += 1;
    const lists = Object.fromEntries(Object.entries(this.#lists).map(([list, keys]) => [list, keys.length]));
    const { language, passages } = this.#report;
    return { language, passages: passages.slice(0, 100), counts, lists, cuts: this.#cuts };
  }

  /** The blocks of one piece, their text as nested nodes; text outside the report's blocks is a plain one. */
  piece(index) {
    const [start, end] = [this.#cuts[index], this.#cuts[index + 1]];
    const blocks = [];
    let at = start;
    const plain = (to) => {
      if (/\S/.test(this.#text.slice(at, to))) blocks.push(this.#block(index, { kind: 'paragraph', reason: '', start: at, end: to }, at, to));
    };
    for (const block of this.#blocksByPiece[index] ?? []) {
      plain(block.start);
      blocks.push(this.#block(index, block, Math.max(at, block.start), Math.min(end, block.end)));
      at = Math.max(at, Math.min(end, block.end));
    }
    plain(end);
    return blocks;
  }

  /** Rows `from` to `from + count` of a list. */
  rows(list, from, count) {
    return this.#lists[list].slice(from, from + count).map((key) => row(this.#text, this.#report, key));
  }

  /** Why a finding is one, and where it stands. */
  detail(id) {
    const finding = this.#findings.find((f) => f.id === id);
    if (!finding) return null;
    return { ...detailOf(this.#text, this.#report, id), start: finding.start, end: finding.end, entity: finding.entity };
  }

  /** The next (`by` 1) or previous (-1) marked finding after the given one or offset, kinds in `hidden` left out. */
  step({ id, offset = 0 }, by, hidden) {
    const seen = (f) => !hidden.includes(f.kind) && (!f.weak || f.id === id);
    const list = this.#findings;
    const from = id === undefined ? -1 : list.findIndex((f) => f.id === id);
    const origin = from >= 0 ? from : lowerBound(list, offset) - (by > 0 ? 1 : 0);
    for (let i = origin + by; i >= 0 && i < list.length; i += by) if (seen(list[i])) return list[i];
    return null;
  }

  /** The report as JSON, indented where that stays small. */
  json() {
    return JSON.stringify(this.#report, null, this.#text.length < 1e6 ? 2 : undefined);
  }

  summary() {
    return summaryOf(this.#text, this.#report);
  }

  #block(index, block, start, end) {
    const passages = (this.#passagesByPiece[index] ?? []).filter((p) => p.start < end && p.end > start);
    const whole = passages.find((p) => p.start <= start && p.end >= end);
    const touching = (this.#byPiece[index] ?? []).filter((f) => f.start < end && f.end > start);
    const inside = whole ? [] : passages.map((p) => ({ id: '', kind: 'passage', layer: -1, start: p.start, end: p.end, tag: p.language.tag }));
    const findings = inside.length ? [...inside, ...touching].sort(inTextOrder) : touching;
    return {
      kind: block.kind, reason: block.reason, start, end, tag: whole?.language.tag,
      continued: start > block.start, nodes: nest(start, end, findings),
    };
  }

  /** For each piece, the items that touch it. */
  #spread(items) {
    const byPiece = [];
    for (const item of items) {
      const last = pieceAt(this.#cuts, Math.max(item.start, item.end - 1));
      for (let i = pieceAt(this.#cuts, item.start); i <= last; i += 1) (byPiece[i] ??= []).push(item);
    }
    return byPiece;
  }
}

function lowerBound(findings, offset) {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (findings[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
