// Web pages to their text.
// Enters: the source of a page. Leaves: its text, a line or paragraph where a browser would begin one, and where its
// links stand. The browser's own parser reads it into a document that belongs to no window: nothing in it runs or loads.
// `src/cli/html.rs` does the same for the command line; both keep to the lists below.

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'title', 'svg', 'math', 'iframe', 'object', 'canvas', 'audio', 'video', 'select', 'textarea', 'datalist']);
const PARAGRAPHS = new Set([
  'p', 'div', 'section', 'article', 'header', 'footer', 'main', 'nav', 'aside', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'blockquote', 'pre', 'figure', 'figcaption', 'form', 'fieldset',
  'address', 'hr', 'details', 'summary', 'dialog', 'menu', 'body', 'caption', 'center',
]);
const LINES = new Set(['br', 'li', 'tr', 'dt', 'dd', 'option', 'legend']);
const SPACED = new Set(['td', 'th', 'button']);
/** Elements to press rather than to read. */
const LINKS = new Set(['a', 'button']);

/** White space owed before the next word, by how much it is. */
const GAPS = ['', ' ', '\n', '\n\n'];
const [, SPACE, LINE, PARAGRAPH] = GAPS.keys();

/** The source goes to the parser and nowhere else. */
const policy = globalThis.trustedTypes?.createPolicy('page', { createHTML: (source) => source });

/** Whether a text is the source of a page rather than an article about one. */
export const isPage = (text) => /^\s*<(!doctype html|html)[\s>]/i.test(text.slice(0, 1000));

/** `{ text, links }` of a page's source; `links` has start and end of each link in turn, in UTF-16 units. */
export function readPage(source) {
  const { body } = new DOMParser().parseFromString(policy ? policy.createHTML(source) : source, 'text/html');
  const pieces = [];
  const links = [];
  let length = 0;
  let owed = 0;
  const owe = (gap) => { owed = Math.max(owed, gap); };
  const word = (text) => {
    const piece = (length > 0 ? GAPS[owed] : '') + text;
    pieces.push(piece);
    length += piece.length;
    owed = 0;
    return length - text.length;
  };
  const edge = (name) => {
    if (PARAGRAPHS.has(name)) owe(PARAGRAPH);
    else if (LINES.has(name)) owe(LINE);
    else if (SPACED.has(name)) owe(SPACE);
  };

  /** Where the first word of the open link stands. */
  let link = null;
  let inLink = false;
  const endLink = () => {
    if (link !== null && length > link) links.push(link, length);
    link = null;
    inLink = false;
  };
  const say = (text, keepsLines) => {
    for (const piece of text.match(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g) ?? []) {
      if (/^[ \t\n\r\f]/.test(piece)) {
        owe(keepsLines && piece.includes('\n') ? LINE : SPACE);
      } else {
        const at = word(piece);
        if (inLink) link ??= at;
      }
    }
  };

  // By hand, not by recursion: pages nest deeper than a stack.
  let node = body;
  let preformatted = 0;
  const enter = (name) => {
    preformatted += name === 'pre' ? 1 : 0;
    edge(name);
    if (LINKS.has(name)) {
      endLink();
      inLink = true;
    }
    if (name === 'li') {
      say('•');
      owe(SPACE);
    }
  };
  const leave = (name) => {
    preformatted -= name === 'pre' ? 1 : 0;
    if (LINKS.has(name)) endLink();
    edge(name);
  };
  while (node) {
    const name = node.localName;
    const skipped = name !== undefined && SKIPPED.has(name);
    if (skipped) owe(SPACE);
    else if (name) enter(name);
    else if (node.nodeType === Node.TEXT_NODE) say(node.data, preformatted > 0);
    if (!skipped && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (!skipped && name) leave(name);
    while (node && node !== body && !node.nextSibling) {
      node = node.parentNode;
      if (node) leave(node.localName);
    }
    node = node === body ? null : node?.nextSibling;
  }
  endLink();
  return { text: pieces.join(''), links };
}
