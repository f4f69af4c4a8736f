/** Field of the event's data → the values it may have. An empty filter takes everything. */
export type WebhookFilter = Readonly<Record<string, readonly (string | number | boolean)[]>>;

/**
 * Returns whether an event passes: every field named must have one of the values; of a list, one member is enough.
 * A field that the event does not have cannot be judged, nor can a stored filter that is none: what cannot be judged is
 * sent, better one message too many than one too few.
 */
export function passes(filter: unknown, data: Readonly<Record<string, unknown>>): boolean {
  if (typeof filter !== 'object' || filter === null) return true;
  return Object.entries(filter).every(([field, wanted]: [string, unknown]) => {
    if (!Array.isArray(wanted)) return true;
    const value = Object.hasOwn(data, field) ? data[field] : undefined;
    if (value === undefined || value === null) return true;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.some((each) => wanted.some((want) => want === each));
  });
}
