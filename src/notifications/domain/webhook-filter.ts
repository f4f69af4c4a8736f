/** Field of the event's data → the values it may have. An empty filter takes everything. */
export type WebhookFilter = Readonly<Record<string, readonly (string | number | boolean)[]>>;

/**
 * Returns whether an event passes: every field named must have one of the values; of a list, one member is enough.
 * A field that the event does not have cannot be judged, and what cannot be judged is sent: better one message too
 * many than one too few.
 */
export const passes = (filter: WebhookFilter, data: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(filter).every(([field, wanted]) => {
    const value = Object.hasOwn(data, field) ? data[field] : undefined;
    if (value === undefined || value === null) return true;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.some((each) => wanted.some((want) => want === each));
  });
