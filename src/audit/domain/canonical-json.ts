// A zero byte or half a surrogate pair cannot be stored in a database text, so they are shown as unreadable.
const UNSTORABLE = /\u0000|\p{Surrogate}/gu;

const quote = (text: string): string => JSON.stringify(text.replace(UNSTORABLE, '\uFFFD'));

/**
 * Returns the one JSON text of a value: sorted keys, no spaces, numbers as ECMAScript prints them (RFC 8785), so that
 * anybody can recompute a hash from a parsed export. Dates become RFC 3339 texts, undefined members are left out.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON());
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${quote(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
