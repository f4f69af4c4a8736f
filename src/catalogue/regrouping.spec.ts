import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identify } from './domain/identity.js';
import { regroup, type KnownName, type KnownRelease } from './regrouping.js';

interface Spoken {
  readonly name: string;
  readonly hubId?: string;
  readonly vendorHint?: string;
  readonly mentionOnly?: boolean;
}

const SPOKEN: readonly Spoken[] = [
  { name: 'Qwen/Qwen3-32B', hubId: 'Qwen/Qwen3-32B' },
  { name: 'Qwen/Qwen3-32B-FP8', hubId: 'Qwen/Qwen3-32B-FP8' },
  { name: 'qwen3-32b' },
  { name: 'qwen/qwen3-30b-a3b-2507' },
  { name: 'Qwen3-30B-A3B-Instruct-2507', hubId: 'Qwen/Qwen3-30B-A3B-Instruct-2507' },
  { name: 'Qwen3-30B-A3B-Thinking-2507', hubId: 'Qwen/Qwen3-30B-A3B-Thinking-2507' },
  { name: 'zhipuai/glm-9', vendorHint: 'zhipuai' },
  { name: 'zai-org/GLM-9-9B', hubId: 'zai-org/GLM-9-9B' },
  { name: 'zai-org/GLM-9-32B', hubId: 'zai-org/GLM-9-32B' },
  { name: 'zhipuai/glm-9-foo', vendorHint: 'zhipuai' },
  { name: 'zai-org/GLM-9-Bar', hubId: 'zai-org/GLM-9-Bar' },
  { name: 'zhipuai/glm-9-foo', vendorHint: 'zhipuai', hubId: 'zai-org/GLM-9-Bar' },
  { name: 'moonshotai/kimi-k2', mentionOnly: true },
  { name: 'moonshotai/Kimi-K2-Instruct', hubId: 'moonshotai/Kimi-K2-Instruct' },
  { name: 'deepseek-chat', mentionOnly: true },
];

interface State {
  readonly names: readonly KnownName[];
  readonly releases: readonly KnownRelease[];
  readonly redirects: ReadonlyMap<string, string>;
}
const EMPTY: State = { names: [], releases: [], redirects: new Map() };

const known = ({ mentionOnly = false, ...spoken }: Spoken): KnownName => {
  const identity = identify(spoken);
  if (identity === undefined) throw new Error(`nobody's: ${spoken.name}`);
  const subject = JSON.stringify(spoken);
  return { subject, mentionOnly, decidedKey: null, releaseId: null, unresolved: null, candidates: [], identity };
};

/** What the store does with a plan, in memory. */
function hear(state: State, spoken: readonly Spoken[], newId: () => string): State {
  const names = [
    ...state.names,
    ...spoken.map(known).filter(({ subject }) => !state.names.some((name) => name.subject === subject)),
  ];
  const plan = regroup(names, state.releases, newId);
  const gone = new Set([...plan.merged.map(({ from }) => from), ...plan.orphaned]);
  const renamed = new Map(plan.renamed.map((release) => [release.id, release]));
  const moved = new Map(plan.moved.map((meaning) => [meaning.subject, meaning]));
  return {
    names: names.map((name) => ({ ...name, ...moved.get(name.subject) })),
    releases: [
      ...state.releases.filter(({ id }) => !gone.has(id)).map((release) => renamed.get(release.id) ?? release),
      ...plan.created,
    ],
    redirects: new Map([...state.redirects, ...plan.merged.map(({ from, into }) => [from, into] as const)]),
  };
}

const counter = (): (() => string) => {
  let next = 0;
  return () => String((next += 1)).padStart(4, '0');
};

/** Keys with their names, and open names with their reasons: what must not depend on any order. */
const meaningOf = ({ names, releases }: State): unknown => ({
  keys: releases.map(({ key }) => key).sort(),
  names: names
    .map(({ subject, releaseId, unresolved, candidates }) => [
      subject,
      releases.find(({ id }) => id === releaseId)?.key ?? null,
      unresolved,
      candidates,
    ])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
});

describe('sorting names into releases', () => {
  const expected = meaningOf(hear(EMPTY, SPOKEN, counter()));

  it('ends the same whatever the order and the pieces in which names come', () => {
    const pieces = fc.array(fc.nat({ max: SPOKEN.length }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.shuffledSubarray([...SPOKEN], { minLength: SPOKEN.length }), pieces, (order, cuts) => {
        const newId = counter();
        const ends = [...new Set([...cuts, order.length])].sort((a, b) => a - b);
        const state = ends.reduce(
          (before, end, index) => hear(before, order.slice(ends[index - 1] ?? 0, end), newId),
          EMPTY,
        );
        expect(meaningOf(state)).toEqual(expected);
        expect(meaningOf(hear(state, SPOKEN, newId))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing the second time', () => {
    const state = hear(EMPTY, SPOKEN, counter());
    const again = regroup(state.names, state.releases, counter());
    expect(again).toEqual({ created: [], renamed: [], merged: [], orphaned: [], moved: [] });
  });

  it('keeps the older id of a merge, and the other leads to it', () => {
    const newId = counter();
    const [byName, byHub, revealed] = [SPOKEN[9], SPOKEN[10], SPOKEN[11]].map((spoken) =>
      spoken === undefined ? [] : [spoken],
    );
    const first = hear(EMPTY, byName ?? [], newId);
    const second = hear(first, byHub ?? [], newId);
    expect(second.releases.map(({ id }) => id)).toEqual(['0001', '0002']);
    const merged = hear(second, revealed ?? [], newId);
    expect(merged.releases).toEqual([{ id: '0001', key: 'zai-org/GLM-9-Bar', vendorSlug: 'zai' }]);
    expect([...merged.redirects]).toEqual([['0002', '0001']]);
  });

  it('forgets a release whose only name turned out to fit several', () => {
    const newId = counter();
    const first = hear(EMPTY, [SPOKEN[6] ?? { name: '' }], newId);
    expect(first.releases.map(({ key }) => key)).toEqual(['zai/glm-9']);
    const second = hear(first, SPOKEN.slice(7, 9), newId);
    expect(second.releases.map(({ key }) => key).sort()).toEqual(['zai-org/GLM-9-32B', 'zai-org/GLM-9-9B']);
    expect(second.names[0]).toMatchObject({ releaseId: null, unresolved: 'AMBIGUOUS' });
  });
});
