// Keys that move through the findings while the text has the focus.

const STEPS = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 };

/** `step(by)` goes on or back by one finding, `enter()` to its reasons, `leave()` gives it up. */
export function moveThroughFindings(article, { step, enter, leave }) {
  article.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in STEPS) step(STEPS[event.key]);
    else if (event.key === 'Enter') enter();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  });
}
