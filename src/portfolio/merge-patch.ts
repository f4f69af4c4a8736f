import { mergePatch } from '../kernel/merge-patch.js';
import type { MergePatch } from './portfolio.types.js';

/** A merge patch of an object whose type says which members may be cleared. */
export const patched = <T extends object>(current: T, patch: MergePatch<T> | undefined): T =>
  patch === undefined ? current : (mergePatch(current, patch) as T);
