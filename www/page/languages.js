// Names of languages, and which ones the reader may choose.

/** Languages with words of their own in the analyser. */
const SUPPORTED = ['eng', 'deu', 'ind', 'spa', 'fra', 'por', 'ita', 'nld'];

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The English name of an ISO 639-3 code; the code where there is none. */
export function languageName(code) {
  if (code === 'und') return 'Undetermined';
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Codes to choose from: the supported ones, then what the text may also be. */
export function choices(language) {
  const detected = [language.code, ...language.alternatives.map(({ code }) => code)].filter((code) => code !== 'und');
  return [...new Set([...SUPPORTED, ...detected])];
}
