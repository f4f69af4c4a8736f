/** Characters that the typeface of printed reports has: Latin, Greek, Cyrillic, Vietnamese, and the signs that go with them. */
const PRINTED =
  /^[\u0020-\u007e\u00a0-\u017f\u0192\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0486\u0488-\u0513\u1e9e\u1ea0-\u1ef9\u2010\u2011\u2013-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20a9-\u20ac\u20b9\u2122\u2126\u2202\u2206\u2211\u2212\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25a0\u25cb\u25cf]$/u;
const MARKS = /\p{Mark}+/gu;
/** A name without a gap that is longer than this may be broken anywhere, so that it stays in its column. */
const LONGEST_WORD = 18;
const GAP = '\u200b';

/** Every text of a report as it can be printed: what the typeface does not have stands as its Unicode number. */
export function printable<T>(value: T): T;
export function printable(value: unknown): unknown {
  if (typeof value === 'string') return printableText(value);
  if (Array.isArray(value)) return value.map((each: unknown) => printable(each));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, printable(each)]));
}

/** 通义 becomes [U+901A U+4E49]; an accent that is missing is left out. */
export const printableText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll(/[^\u0020-\u007e]+/gu, (run) => printedRun([...run]));

/** The same text, which may be broken within words that are too long for a column. */
export const breakableText = (text: string): string =>
  text.replaceAll(/\S+/g, (word) => (word.length <= LONGEST_WORD ? word : breakable(word)));

/** Whether a text of the report cannot be printed as it is. */
export const isReplaced = (text: string): boolean => /\[U\+[0-9A-F]{4}/.test(text);

function printedRun(characters: readonly string[]): string {
  let out = '';
  let numbers: string[] = [];
  const flush = (): void => {
    if (numbers.length > 0) out += `[${numbers.join(' ')}]`;
    numbers = [];
  };
  for (const character of characters) {
    const known = PRINTED.test(character) ? character : plainLetter(character);
    if (known === undefined) {
      numbers.push(`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
      continue;
    }
    flush();
    out += known;
  }
  flush();
  return out;
}

/** ǎ without its accent is a. */
function plainLetter(character: string): string | undefined {
  const plain = character.normalize('NFKD').replaceAll(MARKS, '');
  return plain !== '' && [...plain].every((each) => PRINTED.test(each)) ? plain : undefined;
}

const breakable = (word: string): string => word.replaceAll(/(?<=[-_/.,:@])(?=\S)|(?<=\S{12})(?=\S{6})/gu, GAP);
