// Where to cut a text so that a page can show it piece by piece.
// Enters: a text and its blocks and sentences. Leaves: offsets of the cuts. Knows nothing of findings or the page.

/** Characters (UTF-16 units) and blocks of a piece: about two screens of text, a few milliseconds of layout. */
const TARGET = 4000;
const BLOCKS = 100;

/**
 * Cuts from 0 to the text's length, ascending, as an Int32Array of at least two.
 * Cuts fall between blocks; a block longer than twice the target is cut between its sentences, else at a space,
 * else between characters.
 */
export function cutsOf(text, blocks, sentences) {
  const cuts = [0];
  let sentence = 0;
  let first = 0;
  blocks.forEach((block, i) => {
    if ((block.end - cuts.at(-1) > TARGET || i - first >= BLOCKS) && block.start > cuts.at(-1)) {
      cuts.push(block.start);
      first = i;
    }
    while (block.end - cuts.at(-1) > 2 * TARGET) {
      const limit = cuts.at(-1) + TARGET;
      let cut = -1;
      for (; sentence < sentences.length && sentences[sentence].start <= limit; sentence += 1) {
        if (sentences[sentence].start > cuts.at(-1)) cut = sentences[sentence].start;
      }
      cuts.push(cut > cuts.at(-1) + TARGET / 2 ? cut : softCut(text, limit));
    }
  });
  while (text.length - cuts.at(-1) > 2 * TARGET) cuts.push(softCut(text, cuts.at(-1) + TARGET));
  if (text.length > cuts.at(-1) || cuts.length === 1) cuts.push(text.length);
  return Int32Array.from(cuts);
}

/** A cut at or shortly before `limit`: after a space, else where no character is torn. */
function softCut(text, limit) {
  for (let at = limit; at > limit - 200; at -= 1) {
    if (/\s/.test(text[at - 1])) return at;
  }
  let at = limit;
  while (at > limit - 200 && /[\p{M}\u200d\ufe0f\udc00-\udfff]/u.test(text[at])) at -= 1;
  return at;
}

/** The piece that holds an offset. */
export function pieceAt(cuts, offset) {
  let low = 0;
  let high = cuts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cuts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
