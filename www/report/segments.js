// Overlapping findings to properly nested nodes, so that each can be an element.
// Enters: a range of the text and the findings that touch it. Leaves: a tree of offsets. Knows nothing of the DOM.

/** Findings of one layer that may lie over the same character; more stay in the lists but are not marked. */
const DEPTH_PER_LAYER = 2;

/**
 * The range as nodes: `{ start, end }` is plain text, `{ finding, first, last, children }` a marked stretch.
 * A finding that crosses another is split where they cross; `first` and `last` say which part holds its ends.
 *
 * The text is cut at every boundary; each segment has a stack of findings, outer layers first; neighbouring
 * segments share an element as far as their stacks agree.
 */
export function nest(start, end, findings) {
  const starts = marked(findings)
    .map((f) => ({ f, start: Math.max(f.start, start), end: Math.min(f.end, end) }))
    .filter((part) => part.end > part.start)
    .sort((a, b) => a.start - b.start);
  const bounds = new Set([start, end]);
  for (const part of starts) bounds.add(part.start).add(part.end);
  const cuts = [...bounds].sort((a, b) => a - b);

  const root = { children: [] };
  const open = [root];
  let active = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const at = cuts[i];
    active = active.filter((part) => part.end > at);
    for (; next < starts.length && starts[next].start <= at; next += 1) active.push(starts[next]);
    active.sort(outerFirst);
    let shared = 0;
    while (shared < active.length && shared + 1 < open.length && open[shared + 1].part === active[shared]) shared += 1;
    open.length = shared + 1;
    for (const part of active.slice(shared)) {
      const node = { finding: part.f, first: at === part.f.start, last: false, children: [], part };
      open.at(-1).children.push(node);
      open.push(node);
    }
    for (const node of open.slice(1)) node.last ||= cuts[i + 1] === node.finding.end;
    open.at(-1).children.push({ start: at, end: cuts[i + 1] });
  }
  return root.children.map(strip);
}

function outerFirst(a, b) {
  return a.f.layer - b.f.layer || a.f.start - b.f.start || b.f.end - a.f.end;
}

function strip({ finding, first, last, children, start, end }) {
  return finding ? { finding, first, last, children: children.map(strip) } : { start, end };
}

/** Leaves out what would lie deeper than a reader can see; also what keeps the work linear. */
function marked(findings) {
  const ends = new Map();
  return findings.filter((f) => {
    const open = (ends.get(f.layer) ?? []).filter((end) => end > f.start);
    const fits = open.length < DEPTH_PER_LAYER;
    if (fits) open.push(f.end);
    ends.set(f.layer, open);
    return fits;
  });
}
