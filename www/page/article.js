// The text as the reader sees it, drawn piece by piece as it comes into view.
// Enters: a text and a report to ask for its pieces. Leaves: elements; calls back when a mark is chosen.

import { el } from './dom.js';
import { KIND_WORDS } from './kinds.js';
import { clearEvidence, showEvidence, textAt } from './evidence.js';
import { readable } from '../report/words.js';
import { pieceAt } from '../report/chunks.js';

const TAGS = { headline: 'h2', subheading: 'h3', quote: 'blockquote' };
/** Pieces drawn without being looked at, so that the browser's own search finds words in texts of common size. */
const EAGER = 12;
/** Estimated height of a character's share of a line, in pixels: 34 px for 66 characters. */
const HEIGHT = 34 / 66;

export class Article {
  #root;
  #onChoose;
  #text = '';
  #report = null;
  #pieces = [];
  #drawn = new Map();
  #chosen = { id: null, entity: undefined };
  #observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: '1200px 0px' });

  /** `onChoose(id)` is called when a mark is clicked. */
  constructor(root, onChoose) {
    this.#root = root;
    this.#onChoose = onChoose;
    root.addEventListener('click', (event) => this.#clicked(event));
  }

  /** Shows a text; resolves when its first piece is drawn. */
  async show(text, report) {
    this.#text = text;
    this.#report = report;
    this.#chosen = { id: null, entity: undefined };
    this.#observer.disconnect();
    this.#drawn.clear();
    const { cuts, language } = report.overview;
    this.#root.lang = language.code === 'und' ? '' : language.tag;
    this.#pieces = Array.from({ length: cuts.length - 1 }, (_, i) => this.#placeholder(i, cuts[i + 1] - cuts[i]));
    const first = this.#draw(0);
    await first;
    if (report !== this.#report) return;
    this.#root.replaceChildren(...this.#pieces);
    for (const piece of this.#pieces) this.#observer.observe(piece);
    this.#drawAhead(report);
  }

  /** Marks a finding as chosen and, with `scroll`, brings it into view; resolves to its first mark, if it is marked. */
  async choose({ id, entity, start, evidence }, { scroll }) {
    this.#chosen = { id, entity };
    this.#paint(this.#root);
    const index = pieceAt(this.#report.overview.cuts, start);
    await this.#draw(index);
    showEvidence(this.#pieces[index], evidence);
    const mark = this.#root.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (scroll) bringIntoView(mark ?? this.#pieces[index]);
    return mark;
  }

  /** Nothing is chosen any more. */
  clear() {
    clearEvidence();
    this.#chosen = { id: null, entity: undefined };
    this.#paint(this.#root);
  }

  /** Offset of the text at the top of the window. */
  offsetInView() {
    const shown = this.#pieces.findIndex((piece) => piece.getBoundingClientRect().bottom > 0);
    return this.#report.overview.cuts[Math.max(0, shown)];
  }

  async #drawAhead(report) {
    for (let i = 1; i < Math.min(EAGER, this.#pieces.length) && report === this.#report; i += 1) await this.#draw(i);
  }

  #placeholder(index, length) {
    const piece = el('div', { class: 'piece', data: { piece: index } });
    piece.style.setProperty('--height', `${Math.ceil(length * HEIGHT)}px`);
    return piece;
  }

  #seen(entries) {
    for (const { isIntersecting, target } of entries) if (isIntersecting) this.#draw(Number(target.dataset.piece));
  }

  /** Draws a piece once. A report that answers no more leaves it empty: its text is about to be replaced. */
  #draw(index) {
    if (!this.#drawn.has(index)) {
      const piece = this.#pieces[index];
      const text = this.#text;
      const drawing = this.#report.piece(index).then((blocks) => {
        piece.replaceChildren(...blocks.map((block) => drawBlock(text, block)));
        piece.classList.add('drawn');
        this.#paint(piece);
      }, () => {});
      this.#drawn.set(index, drawing);
    }
    return this.#drawn.get(index);
  }

  #paint(root) {
    for (const mark of root.querySelectorAll('.chosen, .echo')) mark.classList.remove('chosen', 'echo');
    const { id, entity } = this.#chosen;
    if (id === null) return;
    if (entity !== undefined) for (const mark of root.querySelectorAll(`[data-entity="${entity}"]`)) mark.classList.add('echo');
    for (const mark of root.querySelectorAll(`[data-id="${CSS.escape(id)}"]`)) mark.classList.add('chosen');
  }

  #clicked(event) {
    if (!getSelection().isCollapsed) return;
    let mark = event.target.closest('[data-id]');
    while (mark && isHidden(mark, this.#root)) mark = mark.parentElement.closest('[data-id]');
    if (mark) this.#onChoose(mark.dataset.id);
  }
}

/** Hidden kinds and faint claims let the click through to what lies around them. */
function isHidden(mark, root) {
  return root.classList.contains(`hide-${mark.dataset.kind}`) || (mark.classList.contains('weak') && !mark.classList.contains('chosen'));
}

function drawBlock(text, block) {
  return el(TAGS[block.kind] ?? 'p', {
    class: `block ${block.kind}${block.continued ? ' continued' : ''}`, dir: 'auto', lang: block.tag,
    title: block.kind === 'boilerplate' ? `not part of the report${block.reason ? `: ${readable(block.reason)}` : ''}` : undefined,
  }, block.nodes.map((node) => drawNode(text, node)));
}

/** `within`: the node lies in another mark of its layer and begins with it, so that their labels would cover each other. */
function drawNode(text, node, within = null) {
  if (!node.finding) return textAt(node.start, text.slice(node.start, node.end));
  const { finding, last, children } = node;
  const first = node.first && within?.layer !== finding.layer;
  const inner = children.map((child, i) => drawNode(text, child, i === 0 ? finding : null));
  if (finding.kind === 'passage') return el('span', { lang: finding.tag }, inner);
  const ends = `${first ? ' first' : ''}${last ? ' last' : ''}${finding.weak ? ' weak' : ''}${finding.strong ? ' strong' : ''}${finding.reported ? ' reported' : ''}`;
  return el('mark', {
    class: `mark kind-${finding.kind}${ends}`, tabindex: '-1', data: {
      id: finding.id, kind: finding.kind, label: finding.reported ? 'reported' : KIND_WORDS[finding.kind].one,
      ...(finding.entity !== undefined && { entity: finding.entity }),
    },
  }, inner);
}

/** Scrolls smoothly over short ways only, and never where the reader asked for less motion. */
function bringIntoView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  const near = top > -innerHeight && bottom < 2 * innerHeight;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: near && !calm ? 'smooth' : 'instant' });
}
