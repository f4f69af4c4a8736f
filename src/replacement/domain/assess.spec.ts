import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aModel, aRelease, aResult, aTool, facts } from '../../../test/support/assessment-facts.js';
import { expectSame, PROPERTY_RUNS } from '../../../test/support/property-runs.js';
import { assessModel } from './assess-model.js';
import { assessPair } from './assess-pair.js';
import { assessPortfolio, assessRelease, assessTool } from './assess.js';
import type { AssessmentFacts, BenchmarkFacts, ReleaseFacts } from './facts.js';
import { worldOf } from './world.js';

const day = (date: string): Partial<ReleaseFacts> => ({
  releaseDate: { date, precision: 'DAY' },
  firstSeenAt: date,
});

const anyRelease = (id: string): fc.Arbitrary<ReleaseFacts> =>
  fc
    .record({
      vendor: fc.constantFrom('acme', 'bolt', 'core'),
      family: fc.constantFrom('one', 'two'),
      total: fc.constantFrom(1, 8, 27, 31, 70, 400),
      active: fc.constantFrom(1, 4, 30),
      generation: fc.integer({ min: 1, max: 3 }),
      month: fc.integer({ min: 1, max: 12 }),
      score: fc.integer({ min: 0, max: 100 }),
      capable: fc.boolean(),
      licenceId: fc.constantFrom('mit', 'gemma', 'qwen-research'),
      status: fc.constantFrom('AVAILABLE' as const, 'PREVIEW' as const),
      context: fc.constantFrom(4_096, 32_768, undefined),
    })
    .map(({ vendor, family, total, active, generation, month, score, capable, licenceId, status, context }) =>
      aRelease(id, {
        ...day(`2025-${String(month).padStart(2, '0')}-01`),
        ...{ vendor: { slug: vendor, name: vendor, group: vendor, country: 'US' }, family, licenceId, status },
        ...{ totalParamsB: total, activeParamsB: active, generation: [generation], contextTokens: context },
        licenceClass: undefined,
        capabilities: capable ? ['REASONING'] : [],
        languages: [{ code: 'en', evidence: 'MEASURED', score }],
        adoption: { downloads30d: 1000 * score, snapshot: 's' },
      }),
    );

const resultsOf = (releases: readonly ReleaseFacts[]): BenchmarkFacts[] =>
  releases.flatMap(({ id, languages }) => {
    const score = languages?.[0]?.score ?? 0;
    return [aResult(id, 'SWE-bench Verified', score), aResult(id, 'Aider polyglot', 100 - score / 2)];
  });

const portfolioOf = (releases: readonly ReleaseFacts[]): AssessmentFacts =>
  facts({
    releases,
    benchmarks: resultsOf(releases),
    portfolio: {
      models: [aModel('r0', { id: 'm0' }), aModel('r1', { id: 'm1' })],
      tools: [
        aTool('t0', 'm0', { materiality: 'HIGH' }),
        aTool('t1', 'm0', { task: 'CHAT' }),
        aTool('t2', 'm1'),
        aTool('t3', 'm1', {
          requirements: {
            minContextTokens: 8_192,
            languages: ['en', 'zh'],
            capabilities: ['REASONING'],
            inputModalities: [],
          },
        }),
      ],
      pools: [{ id: 'pool', name: 'Pool', gpuCount: 8, memoryGbPerGpu: 141 }],
    },
  });
const someReleases = fc.tuple(...Array.from({ length: 9 }, (_, index) => anyRelease(`r${index}`)));

describe('assess', () => {
  it('scores a release against itself 0.5 exactly, whatever is known', () => {
    fc.assert(
      fc.property(someReleases, fc.boolean(), (releases, bare) => {
        const [first] = releases;
        if (first === undefined) throw new Error('fixture');
        const inUse: ReleaseFacts = bare ? { ...first, languages: undefined, adoption: undefined } : first;
        const world = worldOf(portfolioOf([inUse, ...releases.slice(1)]));
        const [tool] = world.toolsByModel.get('m0') ?? [];
        const model = world.modelById.get('m0');
        if (tool === undefined || model === undefined) throw new Error('fixture');
        const { score, quality } = assessPair(world, { tool, model, inUse, candidate: inUse });
        expect(score.score).toBe(0.5);
        expect(quality.deltaQ).toBe(0);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('mirrors each term about 0.5 when candidate and model in use change places, switching apart', () => {
    fc.assert(
      fc.property(someReleases, (releases) => {
        const [a, b] = releases;
        if (a === undefined || b === undefined) throw new Error('fixture');
        const term = (inUse: ReleaseFacts, candidate: ReleaseFacts): Map<string, number | null> => {
          const world = worldOf(
            facts({
              releases,
              benchmarks: resultsOf(releases),
              portfolio: {
                // The other tool stays with a third vendor, so that the portfolio after the swap is the one before, back again.
                models: [aModel(inUse.id, { id: 'm', gpuPoolId: undefined }), aModel('r2', { id: 'other' })],
                tools: [aTool('t', 'm'), aTool('u', 'other')],
                pools: [],
              },
            }),
          );
          const [tool] = world.toolsByModel.get('m') ?? [];
          const model = world.modelById.get('m');
          if (tool === undefined || model === undefined) throw new Error('fixture');
          const { terms } = assessPair(world, { tool, model, inUse, candidate }).score;
          return new Map(terms.map(({ term: name, value }) => [name, value]));
        };
        const [there, back] = [term(a, b), term(b, a)];
        const mirrored = (x: number | null | undefined, y: number | null | undefined): boolean =>
          x === null || x === undefined ? (y ?? null) === null : Math.abs(x + (y ?? Infinity) - 1) < 1e-9;
        const terms = ['quality', 'cost', 'footprint', 'language', 'support', 'diversification'];
        expect(terms.filter((name) => !mirrored(there.get(name), back.get(name)))).toEqual([]);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('finds the same flags in whatever order releases, results, tools and models come', () => {
    const shuffled = someReleases.chain((releases) =>
      fc.tuple(fc.constant(releases), fc.shuffledSubarray([...releases], { minLength: 9 })),
    );
    fc.assert(
      fc.property(shuffled, ([releases, other]) => {
        const forward = portfolioOf(releases);
        const backward = portfolioOf(other);
        const { models, tools, pools } = backward.portfolio;
        const mixed: AssessmentFacts = {
          ...backward,
          benchmarks: [...backward.benchmarks].reverse(),
          portfolio: { models: [...models].reverse(), tools: [...tools].reverse(), pools },
        };
        expectSame([...assessPortfolio(worldOf(mixed))], [...assessPortfolio(worldOf(forward))]);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('raises only rows that are newer, not ineligible and have a reason, within the limit', () => {
    fc.assert(
      fc.property(someReleases, (releases) => {
        const world = worldOf(portfolioOf(releases));
        for (const modelId of ['m0', 'm1']) {
          const { flags } = assessModel(world, modelId);
          const open = flags.filter(({ supersededBy, notBefore }) => supersededBy === null && notBefore === null);
          expect(open.length).toBeLessThanOrEqual(world.policy.maxOpenFlagsPerModel);
          for (const flag of flags.filter(({ candidateReleaseId }) => candidateReleaseId !== null)) {
            expect(flag.rows.length).toBeGreaterThan(0);
            for (const row of flag.rows) {
              expect(row.eligibility).not.toBe('INELIGIBLE');
              expect(row.reasons.length).toBeGreaterThan(0);
              const again = assessRelease(world, row.toolId, flag.candidateReleaseId ?? '');
              expectSame(again?.gates, row.gates);
              expect(['SUPERSEDED', undefined]).toContain(again?.quiet?.reason);
            }
          }
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('flags in its cool-down are pending, take no place, and open by age alone', () => {
    const young = aRelease('young', { generation: [2], ...day('2026-06-25') });
    const at = (now: string): AssessmentFacts =>
      facts({
        now,
        releases: [aRelease('old'), young],
        portfolio: { models: [aModel('old', { id: 'm' })], tools: [aTool('t', 'm')], pools: [] },
      });
    const [pending] = assessModel(worldOf(at('2026-07-02T00:00:00Z')), 'm').flags;
    expect(pending).toMatchObject({ candidateReleaseId: 'young', notBefore: '2026-07-09T00:00:00.000Z' });
    const [open] = assessModel(worldOf(at('2026-07-09T00:00:00Z')), 'm').flags;
    expect(open).toMatchObject({ candidateReleaseId: 'young', notBefore: null, severity: 'INFO' });
  });

  it('keeps candidates beyond the limit visible, with the reason LIMIT', () => {
    const sizes = [30, 10, 70, 140];
    const world = worldOf(
      facts({
        releases: [
          aRelease('old'),
          ...sizes.map((totalParamsB) =>
            aRelease(`next-${totalParamsB}`, { generation: [2], totalParamsB, ...day('2026-01-01') }),
          ),
        ],
        portfolio: { models: [aModel('old', { id: 'm', gpuPoolId: undefined })], tools: [aTool('t', 'm')], pools: [] },
      }),
    );
    const { flags, overLimit } = assessModel(world, 'm');
    expect(flags.map(({ candidateReleaseId, rank }) => [candidateReleaseId, rank])).toEqual([
      ['next-30', 1],
      ['next-70', 2],
      ['next-10', 3],
    ]);
    expect(overLimit).toEqual(['next-140']);
    const assessed = assessTool(world, 't');
    expect(assessed.map(({ releaseId, quiet }) => [releaseId, quiet?.reason ?? null])).toEqual([
      ['next-30', null],
      ['next-70', null],
      ['next-10', null],
      ['next-140', 'LIMIT'],
    ]);
  });

  it('says of each quiet candidate why', () => {
    const world = worldOf(
      facts({
        releases: [
          aRelease('old'),
          aRelease('older', { ...day('2024-06-01') }),
          aRelease('preview', { generation: [2], status: 'PREVIEW', ...day('2026-01-01') }),
          aRelease('second', { generation: [2], ...day('2026-01-01') }),
          aRelease('third', { generation: [3], ...day('2026-03-01') }),
          aRelease('stranger', {
            ...{ family: 'other', vendor: { slug: 'x', name: 'X', group: 'x' }, ...day('2026-01-01') },
          }),
          aRelease('single', {
            ...{ family: 'other', vendor: { slug: 'x', name: 'X', group: 'x' }, ...day('2026-01-01') },
          }),
        ],
        benchmarks: [aResult('old', 'SWE-bench Verified', 20), aResult('single', 'SWE-bench Verified', 60)],
        portfolio: { models: [aModel('old', { id: 'm' })], tools: [aTool('t', 'm')], pools: [] },
      }),
    );
    const quiet = (id: string): string | undefined => assessRelease(world, 't', id)?.quiet?.reason;
    expect(quiet('older')).toBe('NOT_NEWER');
    expect(quiet('preview')).toBe('INELIGIBLE');
    expect(quiet('second')).toBe('SUPERSEDED');
    expect(quiet('third')).toBeUndefined();
    expect(quiet('stranger')).toBe('NO_REASON');
    expect(quiet('single')).toBe('SINGLE_BENCHMARK');
    expect(assessRelease(world, 'nobody', 'third')).toBeUndefined();
  });

  it('finds nothing for a model that no tool uses', () => {
    const world = worldOf(
      facts({ releases: [aRelease('old')], portfolio: { models: [aModel('old')], tools: [], pools: [] } }),
    );
    expect(assessModel(world, 'model-old')).toEqual({ modelId: 'model-old', flags: [], overLimit: [] });
  });
});
