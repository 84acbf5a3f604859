// The findings as plain text, to paste elsewhere.
// Enters: a text and its report. Leaves: a string. Knows nothing of the page.

import { listsOf, row } from './rows.js';
import { probability } from './words.js';

const HEADINGS = { claims: 'Claims', names: 'Names', quotes: 'Quotes', values: 'Figures and times', notes: 'Notes' };
/** Rows of one list at most; the JSON has them all. */
const LIMIT = 200;

/** The language and every list, one finding a line. */
export function summaryOf(text, report) {
  const lines = [`Language: ${report.language.name} (${report.language.code}, ${probability(report.language.confidence)})`];
  for (const [list, keys] of Object.entries(listsOf(report))) {
    if (keys.length === 0) continue;
    lines.push('', `${HEADINGS[list]} (${keys.length})`);
    for (const key of keys.slice(0, LIMIT)) {
      const { title, label, details, score, count } = row(text, report, key);
      const facts = [score !== undefined && probability(score), label, count > 1 ? `${count} mentions` : '', ...details].filter(Boolean);
      lines.push(`- ${title} [${facts.join('; ')}]`);
    }
    if (keys.length > LIMIT) lines.push(`- and ${keys.length - LIMIT} more`);
  }
  return `${lines.join('\n')}\n`;
}
