import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PROPERTY_RUNS } from '../../../test/support/property-runs.js';
import { informationGaps } from './data-quality.js';
import type { GateResult } from './explanation.js';
import type { GateName } from './vocabulary.js';

const unknown = (gate: GateName, decidedBy: string): GateResult => ({
  gate,
  answer: 'UNKNOWN',
  code: 'X',
  sentence: '',
  inputs: [],
  decidedBy,
});
const assessed = (toolId: string, releaseId: string, ...gates: GateResult[]) => ({
  toolId,
  releaseId,
  eligibility: 'NEEDS_INFORMATION' as const,
  gates,
});

describe('information gaps', () => {
  const ASSESSED = [
    assessed('t1', 'r1', unknown('LANGUAGE', 'languages')),
    assessed('t2', 'r1', unknown('LANGUAGE', 'languages'), unknown('CONTEXT', 'contextTokens')),
    assessed('t3', 'r2', unknown('LICENCE', 'licence conclusion')),
    assessed('t4', 'r2', unknown('LICENCE', 'licence conclusion')),
    { ...assessed('t5', 'r3', unknown('LANGUAGE', 'languages')), eligibility: 'INELIGIBLE' as const },
  ];

  it('puts the fact first that settles most, and leaves out who fails anyway', () => {
    expect(informationGaps(ASSESSED)).toEqual([
      { releaseId: 'r2', fact: 'licence conclusion', gates: ['LICENCE'], toolIds: ['t3', 't4'], settles: 2 },
      { releaseId: 'r1', fact: 'languages', gates: ['LANGUAGE'], toolIds: ['t1', 't2'], settles: 1 },
      { releaseId: 'r1', fact: 'contextTokens', gates: ['CONTEXT'], toolIds: ['t2'], settles: 0 },
    ]);
  });

  it('says the same for every order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ASSESSED, { minLength: ASSESSED.length }), (shuffled) => {
        expect(informationGaps(shuffled)).toEqual(informationGaps(ASSESSED));
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});
