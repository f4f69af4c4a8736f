const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/**
 * RFC 7396 on plain data: absent leaves, null removes, objects merge, everything else replaces. `nullIsValue` names the
 * members (by JSON pointer) of which null is a value and removes nothing.
 */
export function mergePatch(
  current: unknown,
  patch: unknown,
  nullIsValue: (pointer: string) => boolean = () => false,
  pointer = '',
): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(current) ? { ...current } : {};
  for (const [key, value] of Object.entries(patch)) {
    const member = `${pointer}/${key}`;
    if (value === undefined) continue;
    if (value === null && !nullIsValue(member)) delete merged[key];
    else merged[key] = mergePatch(merged[key], value, nullIsValue, member);
  }
  return merged;
}
