type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What turns `before` into `after` as a merge patch (RFC 7396): what differs alone; null clears. */
export function mergePatch(before: object, after: object): Record<string, unknown> {
  const old = new Map<string, unknown>(Object.entries(before));
  const next = new Map<string, unknown>(Object.entries(after));
  const patch: Record<string, unknown> = {};
  for (const name of new Set([...old.keys(), ...next.keys()])) {
    const [from, to] = [old.get(name) ?? null, next.get(name) ?? null];
    if (same(from, to)) continue;
    patch[name] = isRecord(from) && isRecord(to) ? mergePatch(from, to) : to;
  }
  return patch;
}
