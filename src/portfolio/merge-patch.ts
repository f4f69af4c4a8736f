import type { MergePatch } from './portfolio.types.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** RFC 7396 on plain data: absent leaves, null removes, objects merge, everything else replaces. */
export function mergePatch(current: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(current) ? { ...current } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

/** The same for an object whose type says which members may be cleared. */
export const patched = <T extends object>(current: T, patch: MergePatch<T> | undefined): T =>
  patch === undefined ? current : (mergePatch(current, patch) as T);
