/** What evidence files may be, by what their bytes show: never by what the sender calls them. */
export const MEDIA_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/zip',
  'application/json',
  'text/csv',
  'text/plain',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

const SIGNATURES: readonly (readonly [MediaType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
];

/** Markup that a browser would run; such text is refused whatever its name. */
const MARKUP = /^\s*<[a-z!?/]/i;
// Control characters other than tab, line feed, form feed and carriage return.
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** The media type that the bytes show, or undefined for anything that is not on the list. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  const signed = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (signed !== undefined) return signed[0];
  const text = textOf(bytes);
  if (text === undefined || text.trim() === '' || CONTROL.test(text) || MARKUP.test(text)) return undefined;
  if (isJson(text)) return 'application/json';
  return isTable(text) ? 'text/csv' : 'text/plain';
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** At least two lines of the same number of separators, and one separator at all. */
function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/, 20).filter((line) => line !== '');
  const counts = lines.map((line) => line.split(/[,;\t]/).length);
  const [first = 0] = counts;
  return lines.length > 1 && first > 1 && counts.every((count) => count === first);
}
