import { mergePatch } from '../kernel/merge-patch.js';

/** Members of which null is a value of the document, not a removal. */
const NULL_IS_A_VALUE = /^\/(adoptionFloor|enterprise\/\w+|concentrationLimits\/\w+\/(warn|breach))$/;

/** Merge patch of the policy document: absent leaves, objects merge, null removes except where null means "none". */
export const mergeDocument = (current: unknown, changes: unknown): unknown =>
  mergePatch(current, changes, (pointer) => NULL_IS_A_VALUE.test(pointer));
