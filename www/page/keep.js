// Keeps the text over a reload, in this tab only (sessionStorage); nothing is sent, and closing the tab forgets it.

const KEY = 'article-analyser';
/** UTF-16 units kept at most: browsers give a page about five million. */
const LIMIT = 2_000_000;

/** Keeps `{ text, links, language }`; a longer text is not kept, and neither is an older one in its place. */
export function keep(kept) {
  try {
    if (kept.text && kept.text.length <= LIMIT) sessionStorage.setItem(KEY, JSON.stringify(kept));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage may be full or forbidden; the page works without.
  }
}

/** What was kept, or null. */
export function kept() {
  try {
    const value = JSON.parse(sessionStorage.getItem(KEY));
    return typeof value?.text === 'string' ? value : null;
  } catch {
    return null;
  }
}
