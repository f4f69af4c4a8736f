import { describe, expect, it } from '@jest/globals';
import { aModel, aRelease, aTool, NOW } from '../../../test/support/assessment-facts.js';
import { DEFAULT_POLICY } from '../../policy/domain/policy.js';
import type { QualityResult, ScoreResult } from './explanation.js';
import type { ReleaseFacts, ToolFacts } from './facts.js';
import { gate } from './gate.js';
import { endOfSupport, licenceChange, policyViolation } from './model-reasons.js';
import { candidateReasons } from './reasons.js';
import type { ReasonSubject } from './reasons.js';
import type { AmountPair } from './score.js';

const KNOWN: QualityResult = {
  ...{ deltaQ: 0, sharedBenchmarks: 2, evaluationPassed: false, independent: true, proxy: false, inputs: [] },
};
const quality = (over: Partial<QualityResult>): QualityResult => ({ ...KNOWN, ...over });
const scored = (score: number | null, coverage = 1): ScoreResult => ({ score, coverage, terms: [] });
const pair = (candidate: number, inUse: number): AmountPair => ({ candidate, inUse, of: 'Cost', inputs: [] });
const OTHER: Partial<ReleaseFacts> = { family: 'other', vendor: { slug: 'bolt', name: 'Bolt', group: 'bolt' } };

interface Over extends Partial<Omit<ReasonSubject, 'candidate' | 'inUse' | 'tool'>> {
  readonly candidate?: Partial<ReleaseFacts>;
  readonly inUse?: Partial<ReleaseFacts>;
  readonly requirements?: Partial<ToolFacts['requirements']>;
}

function reasons({ candidate, inUse, requirements, ...over }: Over): string[] {
  const tool = aTool('t', 'm');
  return candidateReasons({
    candidate: aRelease('c', { generation: [2], ...candidate }),
    inUse: aRelease('m', inUse),
    tool: { ...tool, requirements: { ...tool.requirements, ...requirements } },
    policy: DEFAULT_POLICY,
    gates: [gate('LANGUAGE', 'PASS', 'x', 'X.')],
    eligibility: 'ELIGIBLE',
    quality: quality({ deltaQ: null, sharedBenchmarks: 0 }),
    score: scored(null),
    ...{ cost: undefined, footprint: undefined, relief: [] },
    ...over,
  }).map(({ reason }) => reason);
}

describe('reasons for a candidate', () => {
  it.each<[string, Over, boolean]>([
    ['by the key, in any case', { inUse: { declaredSuccessor: 'ACME/C' }, candidate: OTHER }, true],
    ['not of another', { inUse: { declaredSuccessor: 'acme/d' }, candidate: OTHER }, false],
    ['not where nothing is declared', { candidate: OTHER }, false],
  ])('SUCCESSOR_DECLARED %s', (_, over, holds) => {
    expect(reasons(over).includes('SUCCESSOR_DECLARED')).toBe(holds);
  });

  it.each<[string, Over, boolean]>([
    ['within one family', {}, true],
    ['not across vendors of one family name', { candidate: { vendor: { slug: 'x', name: 'X', group: 'x' } } }, false],
    ['not across families', { candidate: { family: 'other' } }, false],
    ['not across kinds', { candidate: { kind: 'EMBEDDING' } }, false],
    ['not across functions', { candidate: { function: 'CODER' } }, false],
    [
      'from vision to general that takes images',
      { inUse: { function: 'VISION' }, candidate: { inputModalities: ['IMAGE'] } },
      true,
    ],
    ['not from vision to general without images', { inUse: { function: 'VISION' } }, false],
    ['not from general to vision', { candidate: { function: 'VISION' } }, false],
    ['at an eighth of the size', { candidate: { totalParamsB: 30 / 8 } }, true],
    ['not below an eighth', { candidate: { totalParamsB: 30 / 8 - 0.01 } }, false],
    ['at five times the size', { candidate: { totalParamsB: 150 } }, true],
    ['not above five times', { candidate: { totalParamsB: 151 } }, false],
    ['at an unknown size', { candidate: { totalParamsB: undefined } }, true],
    ['at unknown quality', { quality: quality({ deltaQ: null }) }, true],
    ['at a quality of −1', { quality: quality({ deltaQ: -1 }) }, true],
    ['not known to be worse', { quality: quality({ deltaQ: -1.1, sharedBenchmarks: 1 }) }, false],
    ['not thinking-only after instruct', { candidate: { postTraining: 'THINKING' } }, false],
    [
      'thinking-only after thinking-only',
      { candidate: { postTraining: 'THINKING' }, inUse: { postTraining: 'THINKING' } },
      true,
    ],
    [
      'thinking-only where reasoning is required',
      { candidate: { postTraining: 'THINKING' }, requirements: { capabilities: ['REASONING'] } },
      true,
    ],
    ['hybrid after instruct', { candidate: { postTraining: 'HYBRID' } }, true],
  ])('NEWER_GENERATION %s', (_, over, holds) => {
    expect(reasons(over).includes('NEWER_GENERATION')).toBe(holds);
  });

  it.each<[string, Over, boolean]>([
    ['at ΔQ 3 and score 0.55', { quality: quality({ deltaQ: 3 }), score: scored(0.55) }, true],
    ['not below ΔQ 3', { quality: quality({ deltaQ: 2.9 }), score: scored(0.9) }, false],
    ['not below score 0.55', { quality: quality({ deltaQ: 9.9 }), score: scored(0.549) }, false],
    ['not without a headline score', { quality: quality({ deltaQ: 9.9 }), score: scored(null, 0.55) }, false],
    ['not by one benchmark', { quality: quality({ deltaQ: 20, sharedBenchmarks: 1 }), score: scored(0.9) }, false],
    [
      'by an own evaluation',
      { quality: quality({ deltaQ: 3, sharedBenchmarks: 0, evaluationId: 'e' }), score: scored(0.6) },
      true,
    ],
    ['at ΔQ 10 with all gates passed, without a score', { quality: quality({ deltaQ: 10 }) }, true],
    [
      'not at ΔQ 10 with an unknown gate',
      { quality: quality({ deltaQ: 10 }), eligibility: 'NEEDS_INFORMATION' },
      false,
    ],
  ])('QUALITY_GAIN %s', (_, over, holds) => {
    expect(reasons({ candidate: OTHER, ...over }).includes('QUALITY_GAIN')).toBe(holds);
  });

  const gain: Over = { quality: quality({ deltaQ: 0 }), score: scored(0.55) };
  it.each<[string, Over, boolean]>([
    ['at a quarter less', { ...gain, cost: pair(75, 100) }, true],
    ['not at less than a quarter less', { ...gain, cost: pair(75.1, 100) }, false],
    ['at ΔQ −1', { ...gain, quality: quality({ deltaQ: -1 }), cost: pair(50, 100) }, true],
    ['not below ΔQ −1', { ...gain, quality: quality({ deltaQ: -1.01 }), cost: pair(50, 100) }, false],
    ['not at unknown quality', { ...gain, quality: quality({ deltaQ: null }), cost: pair(50, 100) }, false],
    ['not by one benchmark', { ...gain, quality: quality({ sharedBenchmarks: 1 }), cost: pair(50, 100) }, false],
    ['not below score 0.55', { ...gain, score: scored(0.54), cost: pair(50, 100) }, false],
    ['not at unknown cost', { ...gain, cost: undefined }, false],
  ])('COST_GAIN and FOOTPRINT_GAIN %s', (_, { cost, ...over }, holds) => {
    expect(reasons({ candidate: OTHER, ...over, cost }).includes('COST_GAIN')).toBe(holds);
    expect(reasons({ candidate: OTHER, ...over, footprint: cost }).includes('FOOTPRINT_GAIN')).toBe(holds);
  });

  const lacking: Over = { requirements: { languages: ['en', 'ta'] }, candidate: OTHER };
  it.each<[string, Over, boolean]>([
    ['where the model in use lacks a language', lacking, true],
    ['not where it lacks none', { ...lacking, requirements: { languages: ['en'] } }, false],
    ['not where its languages are unknown', { ...lacking, inUse: { languages: undefined } }, false],
    [
      'not where its list may be incomplete',
      { ...lacking, inUse: { sources: { languages: { source: 'x', status: 'DERIVED' } } } },
      false,
    ],
    [
      'not where the candidate is not known to cover it',
      { ...lacking, gates: [gate('LANGUAGE', 'UNKNOWN', 'x', 'X.')] },
      false,
    ],
    ['at four times the size', { ...lacking, candidate: { ...OTHER, totalParamsB: 120 } }, true],
    ['not above', { ...lacking, candidate: { ...OTHER, totalParamsB: 121 } }, false],
    ['not below a quarter', { ...lacking, candidate: { ...OTHER, totalParamsB: 7 } }, false],
    ['not by a vision model', { ...lacking, candidate: { ...OTHER, function: 'VISION' } }, false],
    ['not by a thinking-only model', { ...lacking, candidate: { ...OTHER, postTraining: 'THINKING' } }, false],
    ['not at an unknown size', { ...lacking, candidate: { ...OTHER, totalParamsB: undefined } }, false],
  ])('LANGUAGE_GAIN %s', (_, over, holds) => {
    expect(reasons(over).includes('LANGUAGE_GAIN')).toBe(holds);
  });

  it.each<[Over, boolean]>([
    [{ relief: ['largest vendor share'], score: scored(0.5) }, true],
    [{ relief: ['largest vendor share'], score: scored(0.49) }, false],
    [{ relief: ['largest vendor share'], score: scored(null) }, false],
    [{ relief: [], score: scored(0.9) }, false],
  ])('CONCENTRATION_RELIEF of %j is %s', (over, holds) => {
    expect(reasons({ candidate: OTHER, ...over }).includes('CONCENTRATION_RELIEF')).toBe(holds);
  });

  it('come in the order in which candidates are ranked', () => {
    const all: Over = {
      ...lacking,
      candidate: {},
      inUse: { declaredSuccessor: 'acme/c' },
      ...{
        quality: quality({ deltaQ: 5 }),
        score: scored(0.7),
        cost: pair(1, 2),
        footprint: pair(1, 2),
        relief: ['x'],
      },
    };
    expect(reasons(all)).toEqual([
      'SUCCESSOR_DECLARED',
      'NEWER_GENERATION',
      'QUALITY_GAIN',
      'COST_GAIN',
      'FOOTPRINT_GAIN',
      'LANGUAGE_GAIN',
      'CONCENTRATION_RELIEF',
    ]);
  });
});

describe('reasons against the model itself', () => {
  const ending = (date: string, statedBy: 'VENDOR' | 'OWN_ENDPOINT' | 'THIRD_HOST' = 'VENDOR'): boolean =>
    endOfSupport(
      aRelease('m', { supportEnd: { date, statedBy, source: { source: 'x' } } }),
      NOW,
      DEFAULT_POLICY.thresholds,
    ) !== undefined;

  it('END_OF_SUPPORT within 180 days by the vendor or its endpoint, not by a third host', () => {
    expect(ending('2026-12-29')).toBe(true);
    expect(ending('2026-12-30')).toBe(false);
    expect(ending('2026-08-01', 'OWN_ENDPOINT')).toBe(true);
    expect(ending('2026-08-01', 'THIRD_HOST')).toBe(false);
    expect(ending('2026-01-01')).toBe(true);
    expect(endOfSupport(aRelease('m'), NOW, DEFAULT_POLICY.thresholds)).toBeUndefined();
  });

  it('LICENCE_CHANGE when text, class or id differ from what was accepted, not when either is unknown', () => {
    const release = aRelease('m', { licenceTextHash: 'b' });
    const accepted = {
      licenceId: 'Apache-2.0',
      licenceClass: 'OSI_PERMISSIVE',
      licenceTextHash: 'b',
      at: NOW,
    } as const;
    const change = (over: object): boolean =>
      licenceChange(aModel('m', { acceptedLicence: { ...accepted, ...over } }), release) !== undefined;
    expect(change({})).toBe(false);
    expect(change({ licenceTextHash: 'a' })).toBe(true);
    expect(change({ licenceId: 'mit' })).toBe(true);
    expect(change({ licenceTextHash: undefined })).toBe(false);
    expect(licenceChange(aModel('m'), release)).toBeUndefined();
  });

  it('POLICY_VIOLATION by a failed LICENCE, HOSTING or ORIGIN only', () => {
    const broken = (name: 'LICENCE' | 'HOSTING' | 'ORIGIN' | 'CONTEXT', answer: 'FAIL' | 'UNKNOWN' = 'FAIL'): boolean =>
      policyViolation([gate(name, answer, 'x', 'X.')]) !== undefined;
    expect([broken('LICENCE'), broken('HOSTING'), broken('ORIGIN')]).toEqual([true, true, true]);
    expect(broken('CONTEXT')).toBe(false);
    expect(broken('LICENCE', 'UNKNOWN')).toBe(false);
  });
});
