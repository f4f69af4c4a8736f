import { describe, expect, it } from '@jest/globals';
import { aModel, aRelease, aResult, aTool, facts } from '../../../test/support/assessment-facts.js';
import { assessPortfolio, assessRelease } from './assess.js';
import type { ReleaseFacts } from './facts.js';
import { worldOf } from './world.js';

const used = aRelease('used');

const leversOf = (candidate: ReleaseFacts, more: Parameters<typeof facts>[0] = {}) => {
  const tool = aTool('t', 'model-used', {
    requirements: { minContextTokens: 65_536, languages: ['en'], capabilities: [], inputModalities: [] },
  });
  const world = worldOf(
    facts({
      releases: [used, candidate],
      portfolio: {
        models: [aModel('used')],
        tools: [tool],
        pools: [{ id: 'pool', name: 'p', gpuCount: 32, memoryGbPerGpu: 141 }],
      },
      ...more,
    }),
  );
  return assessRelease(world, 't', candidate.id)?.whatWouldChange ?? [];
};

const next = (over: Partial<ReleaseFacts> = {}): ReleaseFacts =>
  aRelease('next', {
    generation: [2],
    releaseDate: { date: '2026-01-01', precision: 'DAY' },
    firstSeenAt: '2026-01-01',
    ...over,
  });

describe('whatWouldChange', () => {
  it('names the unknown fact that decides a gate, and the limit that a failed one is about', () => {
    const { contextTokens: _unknown, ...without } = next();
    expect(leversOf(without)).toContainEqual(expect.objectContaining({ kind: 'FACT', about: 'contextTokens' }));
    expect(leversOf(next({ contextTokens: 8_192 }))).toContainEqual(
      expect.objectContaining({ kind: 'LIMIT', about: 'CONTEXT' }),
    );
  });

  it('says when a cool-down ends', () => {
    expect(
      leversOf(next({ firstSeenAt: '2026-06-25', releaseDate: { date: '2026-06-25', precision: 'DAY' } })),
    ).toContainEqual({
      kind: 'TIME',
      about: 'cool-down',
      sentence: 'The flag opens by itself on 2026-07-09.',
    });
  });

  it('asks for quality where none is known, and for a second benchmark where one alone speaks', () => {
    const quality = (levers: ReturnType<typeof leversOf>): string =>
      levers
        .filter(({ about }) => about === 'quality')
        .map(({ sentence }) => sentence)
        .join(' ');
    expect(quality(leversOf(next()))).toContain('Which one is better is unknown');
    const benchmarks = ['used', 'next'].map((id, index) => aResult(id, 'SWE-bench Verified', 40 + 10 * index));
    expect(quality(leversOf(next(), { benchmarks }))).toContain('rests on one public benchmark');
  });

  it('has nothing in the way of a candidate that passes every gate', () => {
    expect(
      leversOf(next())
        .filter(({ kind }) => kind === 'FACT' || kind === 'LIMIT')
        .map(({ about }) => about),
    ).not.toContain('CONTEXT');
  });
});

describe('a dismissed flag', () => {
  it('frees its place for the next in order, and stays a finding', () => {
    const many = Array.from({ length: 5 }, (_, index) =>
      next({
        id: `next-${index}`,
        key: `acme/next-${index}`,
        // Too far apart in size to supersede each other.
        totalParamsB: 8 * 2.5 ** index,
        activeParamsB: 8,
        artifacts: [{ hubId: `acme/next-${index}`, quantisation: 'Q4_K_M' }],
      }),
    );
    const portfolio = {
      models: [aModel('used')],
      tools: [aTool('t', 'model-used')],
      pools: [{ id: 'pool', name: 'p', gpuCount: 64, memoryGbPerGpu: 141 }],
    };
    const flagged = (dismissed: readonly string[]): readonly (string | null)[] => {
      const given = facts({
        releases: [used, ...many],
        portfolio,
        dismissed: dismissed.map((releaseId) => ({ modelId: 'model-used', releaseId })),
      });
      return [...assessPortfolio(worldOf(given))].flatMap(({ flags }) =>
        flags.map(({ candidateReleaseId }) => candidateReleaseId),
      );
    };
    const before = flagged([]);
    expect(before).toHaveLength(3);
    const [first] = before;
    const after = flagged([first ?? '']);
    expect(after).toHaveLength(4);
    expect(after.slice(0, 3)).toEqual(before);
  });
});
