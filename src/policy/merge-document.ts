/** Members of which null is a value of the document, not a removal. */
const NULL_IS_A_VALUE = /^\/(adoptionFloor|enterprise\/\w+|concentrationLimits\/\w+\/(warn|breach))$/;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Merge patch of the policy document: absent leaves, objects merge, null removes except where null means "none". */
export function mergeDocument(current: unknown, changes: unknown, path = ''): unknown {
  if (!isObject(changes)) return changes;
  const merged: Record<string, unknown> = isObject(current) ? { ...current } : {};
  for (const [key, value] of Object.entries(changes)) {
    const at = `${path}/${key}`;
    if (value === null && !NULL_IS_A_VALUE.test(at)) delete merged[key];
    else merged[key] = mergeDocument(merged[key], value, at);
  }
  return merged;
}
