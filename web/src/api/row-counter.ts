const QUOTE = 34;
const LINE_END = 10;

/** Counts the records of a CSV as its bytes come in; a line end within quotes ends none. */
export function rowCounter(): (chunk: Uint8Array) => number {
  let ends = 0;
  let isQuoted = false;
  return (chunk) => {
    for (const byte of chunk) {
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === LINE_END && !isQuoted) ends += 1;
    }
    return Math.max(ends - 1, 0);
  };
}
