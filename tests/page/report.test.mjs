// How a report is arranged for the page: pieces, nested marks, words.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutsOf, pieceAt } from '../../www/report/chunks.js';
import { nest } from '../../www/report/segments.js';
import { confidenceWords, figureValue, scoreWords, timexWords } from '../../www/report/words.js';

/** Nodes as text: marks in brackets with their id, `-` where a part of the finding lies on the other side. */
function drawn(text, nodes) {
  return nodes.map((node) => (node.finding
    ? `[${node.finding.id}${node.first ? '' : '-'}:${drawn(text, node.children)}${node.last ? '' : '-'}]`
    : text.slice(node.start, node.end))).join('');
}

function checkNesting(text, findings, wanted) {
  const list = findings.map(([id, layer, start, end]) => ({ id, layer, start, end }));
  assert.equal(drawn(text, nest(0, text.length, list)), wanted);
}

test('no finding is plain text', () => checkNesting('abcdef', [], 'abcdef'));
test('an inner finding lies in an outer one', () => checkNesting('abcdef', [['c', 0, 0, 6], ['p', 3, 2, 4]], '[c:ab[p:cd]ef]'));
test('the outer layer is outside, whichever is longer', () => checkNesting('abcdef', [['p', 3, 0, 6], ['c', 0, 2, 4]], '[p:ab-][c:[p-:cd-]][p-:ef]'));
test('findings that cross are split', () => checkNesting('abcdef', [['c', 0, 0, 4], ['q', 1, 2, 6]], '[c:ab[q:cd-]][q-:ef]'));
test('neighbours do not melt', () => checkNesting('abcdef', [['a', 3, 0, 3], ['b', 3, 3, 6]], '[a:abc][b:def]'));
test('the same place twice', () => checkNesting('abcdef', [['a', 3, 1, 3], ['b', 3, 1, 3]], 'a[a:[b:bc]]def'));
test('a third one of a layer over the same letters is left to the lists', () =>
  checkNesting('abcdef', [['a', 3, 0, 6], ['b', 3, 1, 6], ['c', 3, 2, 6]], '[a:a[b:bcdef]]'));
test('a finding that began before the range', () =>
  assert.equal(drawn('abcdef', nest(2, 4, [{ id: 'q', layer: 1, start: 0, end: 6 }])), '[q-:cd-]'));

test('any findings give back the text, and each its own letters', () => {
  let seed = 7;
  const random = (below) => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % below;
  const text = 'abcdefghijklmnopqrstuvwxyz';
  for (let round = 0; round < 500; round += 1) {
    const findings = Array.from({ length: random(8) }, (_, i) => {
      const start = random(26);
      return { id: `f${i}`, layer: i % 4, start, end: start + 1 + random(26 - start) };
    }).sort((a, b) => a.start - b.start || a.layer - b.layer || b.end - a.end);
    const covered = new Map();
    const walk = (nodes) => nodes.map((node) => {
      if (!node.finding) return text.slice(node.start, node.end);
      const inner = walk(node.children);
      covered.set(node.finding, (covered.get(node.finding) ?? '') + inner);
      return inner;
    }).join('');
    assert.equal(walk(nest(0, 26, findings)), text);
    for (const [finding, letters] of covered) assert.equal(letters, text.slice(finding.start, finding.end));
  }
});

/** Cuts ascend from start to end of the text, tear no character, and leave no piece much longer than the target. */
function checkCuts(text, blocks, sentences = []) {
  const cuts = cutsOf(text, blocks, sentences);
  assert.equal(cuts[0], 0);
  assert.equal(cuts.at(-1), text.length);
  for (let i = 1; i < cuts.length; i += 1) {
    assert.ok(cuts[i] > cuts[i - 1] || text.length === 0);
    assert.ok(cuts[i] - cuts[i - 1] <= 8_000, `a piece of ${cuts[i] - cuts[i - 1]}`);
    assert.ok(!/[\udc00-\udfff]/.test(text[cuts[i]] ?? ''), 'a torn character');
    assert.equal(pieceAt(cuts, cuts[i] - 1), Math.max(0, i - 1));
  }
  return cuts;
}

const lines = (count, length) => Array.from({ length: count }, (_, i) => ({ start: i * (length + 1), end: i * (length + 1) + length }));

test('an empty text is one piece', () => assert.deepEqual([...checkCuts('', [])], [0, 0]));
test('pieces end between blocks', () => {
  const blocks = lines(50, 999);
  const cuts = checkCuts(`${'x'.repeat(999)}\n`.repeat(50), blocks);
  for (const cut of cuts.slice(1, -1)) assert.ok(blocks.some((block) => block.start === cut));
});
test('a block without an end is cut between its sentences', () => {
  const cuts = checkCuts('x'.repeat(100_000), [{ start: 0, end: 100_000 }], lines(1000, 99));
  for (const cut of cuts.slice(1, -1)) assert.equal(cut % 100, 0);
});
test('a block of emoji is not torn', () => checkCuts('😀'.repeat(50_000), [{ start: 0, end: 100_000 }]));
test('white space without blocks is cut too', () => checkCuts('\n'.repeat(100_000), []));
test('a megabyte of lines of one letter', () => checkCuts('a\n'.repeat(500_000), lines(500_000, 1)));

const checkWords = (made, wanted) => assert.equal(made, wanted);
test('timex: month', () => checkWords(timexWords('2019-08'), 'August 2019'));
test('timex: day', () => checkWords(timexWords('2019-11-05'), '5 November 2019'));
test('timex: day and clock', () => checkWords(timexWords('2019-11-05T14:30'), '5 November 2019, 14:30'));
test('timex: year', () => checkWords(timexWords('2014'), '2014'));
test('timex: day of any year', () => checkWords(timexWords('XXXX-11-05'), '5 November'));
test('timex: duration', () => checkWords(timexWords('P8Y'), '8 years'));
test('timex: one hour', () => checkWords(timexWords('PT1H'), '1 hour'));
test('timex: clock with its zone', () => checkWords(timexWords('2024-02-09T20:15+07:00'), '9 February 2024, 20:15 UTC+07:00'));
test('timex: part of a day', () => checkWords(timexWords('2024-02-09TNI'), '9 February 2024, night'));
test('timex: week', () => checkWords(timexWords('2019-W32'), 'week 32 of 2019'));
test('timex: season', () => checkWords(timexWords('2019-SU'), 'summer 2019'));
test('timex: a set', () => checkWords(timexWords('P1D', 'set'), 'every day'));
test('timex: now', () => checkWords(timexWords('PRESENT_REF'), 'now'));
test('timex: what has no words', () => checkWords(timexWords('2019-Q3'), ''));
test('timex: no month thirteen', () => checkWords(timexWords('2019-99'), ''));
test('figure: percent with comparator', () => checkWords(figureValue({ kind: 'percent', value: 1, comparator: 'less_than' }), 'less than 1 %'));
test('figure: money', () => checkWords(figureValue({ kind: 'money', value: 2_400_000, currency: 'GBP', comparator: 'about' }), 'about GBP 2,400,000'));
test('figure: range with unit', () => checkWords(figureValue({ kind: 'quantity', value: 3, upper: 4.5, unit: 'km' }), '3 to 4.5 km'));
test('confidence has words and number', () => checkWords(confidenceWords(0.83), 'likely (0.83)'));
test('no confidence is 1.00', () => checkWords(confidenceWords(1), 'almost certain (>0.99)'));
test('a score is worth checking, never true', () => checkWords(scoreWords(0.5), 'worth checking'));
