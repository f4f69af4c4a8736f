import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aModel, aRelease, aTool, facts } from '../../../test/support/assessment-facts.js';
import { expectSame, PROPERTY_RUNS } from '../../../test/support/property-runs.js';
import { assessModel } from './assess-model.js';
import { modelsConcerned } from './concerned.js';
import type { Change } from './concerned.js';
import type { AssessmentFacts, ModelFacts, ReleaseFacts, ToolFacts } from './facts.js';
import { tiesOf } from './ties.js';
import { worldOf } from './world.js';
import type { World } from './world.js';

const aSmallRelease = (id: string): fc.Arbitrary<ReleaseFacts> =>
  fc
    .record({
      vendor: fc.constantFrom('acme', 'bolt'),
      total: fc.constantFrom(8, 30, 70),
      generation: fc.integer({ min: 1, max: 3 }),
      month: fc.integer({ min: 1, max: 6 }),
      downloads: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      status: fc.constantFrom('AVAILABLE' as const, 'PREVIEW' as const),
    })
    .map(({ vendor, total, generation, month, downloads, status }) =>
      aRelease(id, {
        vendor: { slug: vendor, name: vendor, group: vendor, country: 'US' },
        ...{ family: vendor, totalParamsB: total, generation: [generation], status },
        releaseDate: { date: `2026-0${month}-01`, precision: 'DAY' },
        ...(downloads === undefined ? {} : { adoption: { downloads30d: downloads, snapshot: 's' } }),
      }),
    );

const RELEASES = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
const someReleases = fc.tuple(...RELEASES.map(aSmallRelease));
const models = (poolIds: readonly string[]): ModelFacts[] =>
  poolIds.map((gpuPoolId, index) => aModel(`r${index}`, { id: `m${index}`, gpuPoolId }));
const somePools = fc.tuple(...[0, 1, 2].map(() => fc.constantFrom('p', 'q')));
const someTools = fc.tuple(
  ...[0, 1, 2, 3].map((index) =>
    fc
      .record({
        modelId: fc.constantFrom('m0', 'm1', 'm2'),
        materiality: fc.constantFrom<ToolFacts['materiality']>('LOW', 'HIGH'),
        minContextTokens: fc.constantFrom(8_192, 500_000),
      })
      .map(({ modelId, materiality, minContextTokens }) =>
        aTool(`t${index}`, modelId, {
          materiality,
          requirements: { minContextTokens, languages: ['en'], capabilities: [], inputModalities: [] },
        }),
      ),
  ),
);

interface State {
  readonly releases: readonly ReleaseFacts[];
  readonly tools: readonly ToolFacts[];
  readonly pools: readonly string[];
}
const someState: fc.Arbitrary<State> = fc.record({ releases: someReleases, tools: someTools, pools: somePools });
const factsOf = ({ releases, tools, pools }: State): AssessmentFacts =>
  facts({
    releases,
    portfolio: {
      ...{ models: models(pools), tools },
      pools: ['p', 'q'].map((id) => ({ id, name: id, gpuCount: 4, memoryGbPerGpu: 80 })),
    },
  });

/** One record of the first state, as it is in the second. */
const mixed = (before: State, after: State, what: 'releases' | 'tools' | 'pools', at: number): State => ({
  ...before,
  [what]: before[what].map((each, index) => (index === at ? after[what][index] : each)),
});

const changeOf = (before: State, after: State, what: 'releases' | 'tools' | 'pools', at: number): Change => {
  if (what === 'releases') return { releaseIds: [`r${at}`] };
  if (what === 'pools') return { modelIds: [`m${at}`] };
  const [from, to] = [before, after].map(({ tools }) => tools[at]?.modelId ?? '');
  return { toolIds: [`t${at}`], ...(from === to ? {} : { modelIds: [from, to].filter((id) => id !== undefined) }) };
};

/** Models whose stored flags name a record of the change. */
const flaggedIn = (world: World, { releaseIds = [], toolIds = [] }: Change): ReadonlySet<string> =>
  new Set(
    ['m0', 'm1', 'm2'].filter((id) =>
      assessModel(world, id).flags.some(
        ({ candidateReleaseId, supersededBy, rankedCandidates, rows }) =>
          [candidateReleaseId, supersededBy, ...rankedCandidates].some((each) => releaseIds.includes(each ?? '')) ||
          rows.some(({ toolId }) => toolIds.includes(toolId)),
      ),
    ),
  );

describe('models that a change concerns', () => {
  it('are all whose findings differ after it: nobody else need be assessed', () => {
    const what = fc.constantFrom('releases' as const, 'tools' as const, 'pools' as const);
    fc.assert(
      fc.property(someState, someState, what, fc.nat({ max: 6 }), (before, other, kind, at) => {
        const after = mixed(before, other, kind, at);
        const [was, is] = [worldOf(factsOf(before)), worldOf(factsOf(after))];
        const change = changeOf(before, after, kind, at);
        const concerned = modelsConcerned(is, {
          ...{ change, flagged: flaggedIn(was, change), lastTies: tiesOf(was), ties: tiesOf(is) },
        });
        for (const id of ['m0', 'm1', 'm2'])
          if (!concerned.has(id)) expectSame(assessModel(is, id).flags, assessModel(was, id).flags);
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });

  it('are all of them before anything was assessed', () => {
    const state = { releases: RELEASES.map((id) => aRelease(id)), tools: [aTool('t0', 'm1')], pools: ['p', 'p', 'p'] };
    const world = worldOf(factsOf(state));
    const first = { change: {}, flagged: new Set<string>(), lastTies: undefined, ties: tiesOf(world) };
    expect([...modelsConcerned(world, first)]).toEqual(['m1']);
    expect([...modelsConcerned(world, { ...first, lastTies: tiesOf(world) })]).toEqual([]);
  });
});
