// Shows in the text what a finding's reasons point to, without an element: by the browser's own highlights, where it
// has them.
// Enters: text nodes with their offsets, and spans. Leaves: a highlight named "evidence".

/** Where a text node of the article begins in the text. */
const offsets = new WeakMap();

/** A text node that knows its offset. */
export function textAt(offset, text) {
  const node = document.createTextNode(text);
  offsets.set(node, offset);
  return node;
}

/** Highlights the spans as far as they lie within an element. */
export function showEvidence(element, spans) {
  clearEvidence();
  if (spans.length === 0 || !globalThis.CSS?.highlights) return;
  const highlight = new Highlight();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const from = offsets.get(node);
    for (const { start, end } of spans) {
      const [first, last] = [Math.max(start - from, 0), Math.min(end - from, node.length)];
      if (first < last) highlight.add(rangeIn(node, first, last));
    }
  }
  CSS.highlights.set('evidence', highlight);
}

export function clearEvidence() {
  globalThis.CSS?.highlights?.delete('evidence');
}

function rangeIn(node, first, last) {
  const range = new Range();
  range.setStart(node, first);
  range.setEnd(node, last);
  return range;
}
