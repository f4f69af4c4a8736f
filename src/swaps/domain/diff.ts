import type { SwapAssessment, SwapSide } from './swap-assessment.js';

/** One property of the model in use beside the target's; null is unknown, or there is no model in use. */
export interface Difference {
  readonly field: keyof SwapSide;
  readonly from: string | number | null;
  readonly to: string | number | null;
  readonly differs: boolean;
}

const FIELDS = [
  'releaseKey',
  'releaseName',
  'kind',
  'vendor',
  'country',
  'family',
  'licenceId',
  'licenceClass',
  'releaseDate',
  'totalParamsB',
  'activeParamsB',
  'contextTokens',
  'hosting',
  'quantisation',
  'needGb',
] as const satisfies readonly (keyof SwapSide)[];

/** Base and target, field by field; empty while the swap could not be assessed. */
export function diffOf(assessment: SwapAssessment | null): readonly Difference[] {
  if (assessment === null) return [];
  const { from, to } = assessment;
  return FIELDS.map((field) => {
    const before = from?.[field] ?? null;
    const after = to[field] ?? null;
    return { field, from: before, to: after, differs: before !== after };
  });
}
