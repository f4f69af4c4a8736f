import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aModel, aRelease, aResult, aTool, facts } from '../../../test/support/assessment-facts.js';
import {
  AS_OF,
  aLockInModel,
  aLockInTool,
  anAlternative,
  byTool,
  lockInFacts,
} from '../../../test/support/lock-in-facts.js';
import { worldOf } from '../../replacement/domain/world.js';
import { alternativesOf } from './alternatives.js';
import { EXIT_POINTS, exitReadinessOf } from './exit-readiness.js';
import type { Alternative, LockInModel, LockInTool } from './facts.js';
import { lockInReport } from './report.js';
import type { Substitutability } from './vocabulary.js';
import { whatIf } from './what-if.js';

const MODELS = ['a', 'b', 'c'].map((vendor) => aLockInModel(vendor));

const classOf = (others: readonly Alternative[], over: Partial<LockInTool> = {}): Substitutability | undefined =>
  lockInReport(
    lockInFacts({
      models: [...MODELS, aLockInModel('a', { id: 'model-a2' }), aLockInModel('p', { lifecycle: 'PROPOSED' })],
      tools: [aLockInTool('t', 'a', over)],
      alternatives: new Map([['t', others]]),
    }),
  ).tools[0]?.substitutability.class;

const tested = { evaluationPassedAt: '2026-06-01' };
const days = (prompts: number): Partial<LockInTool> => ({ switchingEffort: { prompts } });

describe('substitutability', () => {
  it.each<[Substitutability, string, readonly Alternative[], Partial<LockInTool>]>([
    ['EASILY_SUBSTITUTABLE', 'two, one tested', [anAlternative('t', 'b', tested), anAlternative('t', 'c')], days(5)],
    ['MEDIUM_COMPLEXITY', 'more effort', [anAlternative('t', 'b', tested), anAlternative('t', 'c')], days(5.1)],
    ['MEDIUM_COMPLEXITY', 'none tested', [anAlternative('t', 'b'), anAlternative('t', 'c')], days(1)],
    [
      'MEDIUM_COMPLEXITY',
      'a test too old',
      [anAlternative('t', 'b', { evaluationPassedAt: '2026-01-02' }), anAlternative('t', 'c')],
      days(1),
    ],
    [
      'EASILY_SUBSTITUTABLE',
      'the fallback tested',
      [anAlternative('t', 'b'), anAlternative('t', 'c')],
      { ...days(1), fallback: { modelId: 'model-c', testedAt: '2026-06-01' } },
    ],
    ['MEDIUM_COMPLEXITY', 'one alone', [anAlternative('t', 'b', tested)], days(20)],
    ['HIGHLY_COMPLEX', 'too much effort', [anAlternative('t', 'b', tested)], days(20.1)],
    ['MEDIUM_COMPLEXITY', 'quality at −2', [anAlternative('t', 'b', { deltaQ: -2, coverage: 0.6 })], days(1)],
    ['HIGHLY_COMPLEX', 'quality unknown', [anAlternative('t', 'b', { deltaQ: null })], days(1)],
    ['HIGHLY_COMPLEX', 'coverage too low', [anAlternative('t', 'b', { coverage: 0.59 })], days(1)],
    ['HIGHLY_COMPLEX', 'known to be worse', [anAlternative('t', 'b', { deltaQ: -2.1 })], days(1)],
    ['NOT_SUBSTITUTABLE', 'all fail', [anAlternative('t', 'b', { eligibility: 'INELIGIBLE' })], days(1)],
    ['NOT_SUBSTITUTABLE', 'none registered', [], days(1)],
    ['NOT_SUBSTITUTABLE', 'only its own vendor', [{ ...anAlternative('t', 'a'), modelId: 'model-a2' }], days(1)],
    [
      'UNDETERMINED',
      'only unknown gates',
      [
        anAlternative('t', 'b', { eligibility: 'NEEDS_INFORMATION' }),
        anAlternative('t', 'c', { eligibility: 'INELIGIBLE' }),
      ],
      days(1),
    ],
    ['NOT_SUBSTITUTABLE', 'one not approved yet', [anAlternative('t', 'p', tested)], days(1)],
    [
      'MEDIUM_COMPLEXITY',
      'a test after the day of the report',
      [anAlternative('t', 'b', { evaluationPassedAt: '2026-07-03' }), anAlternative('t', 'c')],
      days(1),
    ],
    ['UNDETERMINED', 'no estimate', [anAlternative('t', 'b', tested)], { switchingEffort: {} }],
  ])('%s: %s', (expected, _, others, over) => {
    expect(classOf(others, over)).toBe(expected);
  });
});

describe('exit readiness', () => {
  const READY: Partial<LockInTool> = {
    fallback: { modelId: 'model-b', testedAt: '2026-01-03' },
    ...{ goldenSetLastRunAt: '2025-01-01', promptsVersioned: true, rollbackRehearsedAt: '2026-01-01' },
  };
  const points = (tool: Partial<LockInTool>, model: Partial<LockInModel> = { weightsMirrored: true }): number =>
    exitReadinessOf(aLockInTool('t', 'a', { ...READY, ...tool }), aLockInModel('a', model), AS_OF).points;

  it('is 100 with everything and loses each item by its points', () => {
    expect(Object.values(EXIT_POINTS).reduce((sum, each) => sum + each, 0)).toBe(100);
    expect(points({})).toBe(100);
    expect(points({ fallback: undefined })).toBe(60);
    expect(points({ fallback: { modelId: 'model-b' } })).toBe(80);
    expect(points({ fallback: { modelId: 'model-b', testedAt: '2026-01-02' } })).toBe(80);
    expect(points({ goldenSetLastRunAt: undefined })).toBe(80);
    expect(points({ interface: 'VENDOR_SPECIFIC' })).toBe(85);
    expect(points({ promptsVersioned: false })).toBe(90);
    expect(points({}, { weightsMirrored: false })).toBe(90);
    expect(points({ rollbackRehearsedAt: undefined })).toBe(95);
  });

  it('knows nothing of what happened after its day', () => {
    expect(points({ fallback: { modelId: 'model-b', testedAt: '2026-07-02T00:00:01Z' } })).toBe(80);
    expect(points({ goldenSetLastRunAt: '2026-07-03' })).toBe(80);
    expect(points({ rollbackRehearsedAt: '2026-07-03' })).toBe(95);
    expect(points({ goldenSetLastRunAt: '2026-07-02', rollbackRehearsedAt: '2026-07-02' })).toBe(100);
  });
});

describe('what-if', () => {
  const before = lockInFacts({
    models: MODELS,
    tools: ['1', '2', '3'].map((id) => aLockInTool(id, 'a', { fallback: { modelId: 'model-b' } })),
    alternatives: byTool(['1', '2', '3'].map((id) => anAlternative(id, 'b'))),
  });

  it('shows the report before and after, limits that change, and quality beside the index', () => {
    const found = whatIf({
      facts: before,
      swaps: [
        { toolId: '1', toModelId: 'model-b', deltaQ: 4 },
        { toolId: '2', toModelId: 'model-d', deltaQ: null },
      ],
      newModels: [aLockInModel('d', { country: 'FR' })],
      alternativesAfter: before.alternatives,
    });
    const vendor = (report: typeof found.before) => report.bases[0]?.dimensions[0]?.concentration;
    expect(vendor(found.before)).toMatchObject({ keys: 1, hhi: 10_000 });
    expect(vendor(found.after)).toMatchObject({ keys: 3 });
    expect(vendor(found.after)?.effectiveNumber).toBeCloseTo(3, 9);
    expect(found.limitChanges).toContainEqual({ dimension: 'VENDOR', before: 'BREACH', after: 'WARN' });
    expect(found).toMatchObject({ meanQualityChange: 4, swapsWithUnknownQuality: 1 });
    expect(found.after.toolsWithoutFallback).toEqual(['1']);
  });

  it('refuses unknown tools and models, and one tool twice', () => {
    const run =
      (...swaps: [string, string][]) =>
      () =>
        whatIf({
          ...{ facts: before, newModels: [], alternativesAfter: new Map() },
          swaps: swaps.map(([toolId, toModelId]) => ({ toolId, toModelId, deltaQ: null })),
        });
    expect(run(['x', 'model-b'])).toThrow('no tool x');
    expect(run(['1', 'model-x'])).toThrow('no model model-x');
    expect(run(['1', 'model-b'], ['1', 'model-c'])).toThrow('only once');
  });

  it('changes nothing without swaps', () => {
    fc.assert(
      fc.property(fc.constantFrom(before, lockInFacts()), (subject) => {
        const found = whatIf({ facts: subject, swaps: [], newModels: [], alternativesAfter: subject.alternatives });
        expect(found.after).toEqual(found.before);
        expect(found.limitChanges).toEqual([]);
      }),
    );
  });
});

describe('alternatives', () => {
  it('judges every other registered model on its own hosting, with quality only where the gates pass', () => {
    const bolt = { slug: 'bolt', name: 'Bolt', group: 'bolt', country: 'FR' };
    const world = worldOf(
      facts({
        releases: [
          aRelease('mine'),
          aRelease('good', { vendor: bolt }),
          aRelease('short', { vendor: bolt, contextTokens: 1_024 }),
        ],
        benchmarks: [aResult('mine', 'SWE-bench Verified', 50), aResult('good', 'SWE-bench Verified', 56)],
        portfolio: {
          models: [aModel('mine', { id: 'm' }), aModel('good', { id: 'g' }), aModel('short', { id: 's' })],
          tools: [aTool('t', 'm'), aTool('u', 'm', { dataClass: 'RESTRICTED' })],
          pools: [{ id: 'pool', name: 'Pool', gpuCount: 8, memoryGbPerGpu: 141 }],
        },
      }),
    );
    const found = alternativesOf(world);
    expect([...found.keys()]).toEqual(['t', 'u']);
    expect(found.get('t')).toEqual([
      { modelId: 'g', eligibility: 'ELIGIBLE', deltaQ: 10, coverage: 0.9 },
      { modelId: 's', eligibility: 'INELIGIBLE', deltaQ: null, coverage: 0 },
    ]);
    expect(found.get('u')).toHaveLength(2);
  });
});
