import { describe, expect, it } from '@jest/globals';
import { checksOf } from './checks.js';
import type { CheckFacts } from './checks.js';
import { whyNotStandard } from './change-type.js';
import { digestOf } from './digest.js';
import type { SwapAssessment } from './swap-assessment.js';
import { afterWorkingDays } from './working-days.js';

const side: SwapAssessment['to'] = {
  releaseKey: 'a/b',
  releaseName: 'B',
  kind: 'CHAT',
  vendor: 'a',
  country: null,
  family: 'b',
  licenceId: 'mit',
  licenceClass: 'OSI_PERMISSIVE',
  totalParamsB: 30,
  activeParamsB: null,
  contextTokens: null,
  releaseDate: null,
  hosting: 'IN_HOUSE',
  quantisation: 'FP8',
  needGb: 39,
};

const assessment = (over: Partial<SwapAssessment> = {}): SwapAssessment => ({
  at: '2026-07-02T00:00:00Z',
  policyVersion: 1,
  from: side,
  to: side,
  targetLifecycle: 'APPROVED',
  eligibility: 'ELIGIBLE',
  gates: [{ gate: 'LICENCE', answer: 'PASS', code: 'OK', sentence: 'Allowed.', inputs: [] }],
  score: null,
  quality: null,
  licence: { gained: [], lost: [] },
  footprint: {
    ...{
      needGb: 39,
      poolName: 'A',
      poolGb: 640,
      takenByOthersGb: 0,
      unknownModels: [],
      fitsBeside: true,
      fitsAfter: true,
    },
  },
  whatIf: {
    ...{ vendorHhiBefore: 0, vendorHhiAfter: 0, limits: [], modelsBefore: 1, modelsAfter: 1, portfolioSizeTarget: 10 },
  },
  ...over,
});

const facts = (over: Partial<CheckFacts> = {}): CheckFacts => ({
  materiality: 'HIGH',
  changeType: 'NORMAL',
  assessment: assessment(),
  rollbackPlan: 'Go back.',
  evidenceCount: 1,
  goldenSet: { passed: true, ranAt: '2026-06-30T00:00:00Z' },
  fallback: { name: 'Spare', testedAt: '2026-06-01T00:00:00Z' },
  unservable: null,
  now: '2026-07-02T00:00:00Z',
  ...over,
});

const resultOf = (name: string, over: Partial<CheckFacts>): unknown =>
  checksOf(facts(over)).find((check) => check.name === name)?.result;

describe('checks before submission', () => {
  it('pass where nothing is missing', () => {
    expect(new Set(checksOf(facts()).map(({ result }) => result))).toEqual(new Set(['PASS']));
    expect(checksOf(facts())).toHaveLength(9);
  });

  it.each([
    ['GATES', { assessment: null }, 'FAIL'],
    ['GATES', { unservable: 'Not for such data.' }, 'FAIL'],
    ['GATES', { assessment: assessment({ eligibility: 'INELIGIBLE' }) }, 'FAIL'],
    ['GATES', { assessment: assessment({ eligibility: 'NEEDS_INFORMATION' }) }, 'WARN'],
    ['LICENCE', { assessment: assessment({ gates: [] }) }, 'FAIL'],
    ['EVIDENCE', { evidenceCount: 0 }, 'FAIL'],
    ['EVIDENCE', { evidenceCount: 0, materiality: 'LOW' }, 'WARN'],
    ['EVIDENCE', { evidenceCount: 0, changeType: 'EMERGENCY' }, 'WARN'],
    ['GOLDEN_SET', { goldenSet: null }, 'FAIL'],
    ['GOLDEN_SET', { goldenSet: null, materiality: 'MEDIUM' }, 'WARN'],
    ['GOLDEN_SET', { goldenSet: { passed: false, ranAt: '2026-06-30' }, materiality: 'MEDIUM' }, 'FAIL'],
    ['GOLDEN_SET', { assessment: assessment({ from: null }), goldenSet: null }, 'WARN'],
    ['ROLLBACK_PLAN', { rollbackPlan: ' ' }, 'FAIL'],
    ['FALLBACK', { fallback: null }, 'FAIL'],
    ['FALLBACK', { fallback: null, materiality: 'LOW' }, 'WARN'],
    ['FALLBACK', { fallback: { name: 'Spare', testedAt: '2025-01-01T00:00:00Z' } }, 'WARN'],
    ['FOOTPRINT', { assessment: assessment({ footprint: { ...assessment().footprint, fitsAfter: false } }) }, 'FAIL'],
    ['FOOTPRINT', { assessment: assessment({ footprint: { ...assessment().footprint, fitsBeside: false } }) }, 'WARN'],
    ['FOOTPRINT', { assessment: assessment({ footprint: { ...assessment().footprint, fitsAfter: null } }) }, 'WARN'],
    ['CHANGE_TYPE', { changeType: 'STANDARD' }, 'FAIL'],
    ['CHANGE_TYPE', { changeType: 'STANDARD', materiality: 'LOW' }, 'PASS'],
    ['CHANGE_TYPE', { changeType: 'EMERGENCY' }, 'WARN'],
  ] as const)('%s %j is %s', (name, over, result) => {
    expect(resultOf(name, over as Partial<CheckFacts>)).toBe(result);
  });

  it('say whether both models run side by side during the rollout', () => {
    const sentence = (fitsBeside: boolean): string | undefined =>
      checksOf(facts({ assessment: assessment({ footprint: { ...assessment().footprint, fitsBeside } }) })).find(
        ({ name }) => name === 'FOOTPRINT',
      )?.sentence;
    expect(sentence(true)).toContain('while both models run side by side');
    expect(sentence(false)).toContain('only once the model in use is stopped');
  });

  it('warn where a limit is crossed that was kept before', () => {
    const limit = {
      limit: 'vendorTopShare',
      before: 0.3,
      after: 0.5,
      statusBefore: 'INSIDE',
      statusAfter: 'BREACH',
    } as const;
    const crossed = assessment({ whatIf: { ...assessment().whatIf, limits: [limit] } });
    expect(resultOf('CONCENTRATION', { assessment: crossed })).toBe('WARN');
    const before = assessment({ whatIf: { ...assessment().whatIf, limits: [{ ...limit, statusBefore: 'BREACH' }] } });
    expect(resultOf('CONCENTRATION', { assessment: before })).toBe('PASS');
  });
});

describe('a standard change', () => {
  const standard = {
    materiality: 'LOW',
    ...{ fromFamily: 'a', toFamily: 'a', fromLicenceClass: 'x', toLicenceClass: 'x', fromNeedGb: 40, toNeedGb: 40 },
    ...{ goldenSetPassed: true, targetIsApproved: true },
  } as const;

  it.each([
    [{}, 0],
    [{ materiality: 'MEDIUM' }, 1],
    [{ toFamily: undefined }, 1],
    [{ fromFamily: undefined, toFamily: undefined }, 1],
    [{ toLicenceClass: 'y' }, 1],
    [{ toNeedGb: 41 }, 1],
    [{ goldenSetPassed: false, targetIsApproved: false }, 2],
  ] as const)('with %j has %d things against it', (over, count) => {
    expect(whyNotStandard({ ...standard, ...over })).toHaveLength(count);
  });
});

describe('what approvals bind to', () => {
  const content = { toolId: 't', fromModelId: null, toReleaseId: 'r', toModelId: 'm' };
  const evidence = [
    { kind: 'LINK', sha256: 'a' },
    { kind: 'FILE', sha256: 'b' },
  ] as const;

  it('is the same in any order of the evidence, and another for anything else', () => {
    const digest = digestOf({ ...content, evidence });
    expect(digestOf({ ...content, evidence: [...evidence].reverse() })).toBe(digest);
    const others = [
      digestOf({ ...content, evidence: evidence.slice(1) }),
      digestOf({ ...content, fromModelId: 'x', evidence }),
      digestOf({ ...content, toModelId: null, evidence }),
    ];
    expect(new Set([digest, ...others]).size).toBe(4);
  });
});

describe('working days', () => {
  it('leave out the weekend', () => {
    const friday = new Date('2026-07-03T10:00:00Z');
    expect(afterWorkingDays(friday, 5).toISOString()).toBe('2026-07-10T10:00:00.000Z');
    expect(afterWorkingDays(new Date('2026-07-04T10:00:00Z'), 1).toISOString()).toBe('2026-07-06T10:00:00.000Z');
  });
});
