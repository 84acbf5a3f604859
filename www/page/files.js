// From a file's bytes to its text.
// Enters: a File. Leaves: its text and how it was read, or an error in words for the reader.

const MEGABYTE = 1024 * 1024;
/** Bytes of a file that is opened at all: more than the analyser reads in any encoding. */
const LIMIT = 64 * MEGABYTE;

/** `{ text, encoding }`: by byte order mark, else UTF-8 where the bytes are that, else Windows-1252. */
export async function readText(file) {
  if (file.size > LIMIT) {
    throw new Error(`“${file.name}” has ${Math.round(file.size / MEGABYTE)} MB; files of up to ${LIMIT / MEGABYTE} MB can be opened. Cut it into parts.`);
  }
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Error(`“${file.name}” could not be read.`);
  });
  return decode(new Uint8Array(bytes));
}

function decode(bytes) {
  const as = (encoding, fatal = false) => ({ text: new TextDecoder(encoding, { fatal }).decode(bytes), encoding });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be');
  try {
    return as('utf-8', true);
  } catch {
    return as('windows-1252');
  }
}
