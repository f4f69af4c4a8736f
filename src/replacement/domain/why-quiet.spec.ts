import { describe, expect, it } from '@jest/globals';
import { aModel, aRelease, aResult, aTool, facts } from '../../../test/support/assessment-facts.js';
import { assessRelease } from './assess.js';
import type { ReleaseFacts } from './facts.js';
import { worldOf } from './world.js';

const next = (over: Partial<ReleaseFacts>): ReleaseFacts =>
  aRelease('next', {
    ...{ generation: [2], releaseDate: { date: '2026-01-01', precision: 'DAY' }, firstSeenAt: '2026-01-01' },
    ...over,
  });

const sentence = (candidate: ReleaseFacts, scores: readonly [number, number] = [0, 0]): string | undefined =>
  assessRelease(
    worldOf(
      facts({
        releases: [aRelease('old'), candidate],
        benchmarks: ['SWE-bench Verified', 'SciCode'].flatMap((benchmark) =>
          scores[0] === 0 ? [] : [aResult('old', benchmark, scores[0]), aResult('next', benchmark, scores[1])],
        ),
        portfolio: { models: [aModel('old', { id: 'm' })], tools: [aTool('t', 'm', { task: 'CODING' })], pools: [] },
      }),
    ),
    't',
    'next',
  )?.quiet?.sentence;

describe('why a later release of the same family is no next generation', () => {
  const size = aRelease('old').totalParamsB ?? 0;

  it('is its size, or that it is known to be worse', () => {
    expect(sentence(next({ totalParamsB: 5.5 * size }))).toBe(
      'Newer of the same family, but 5.5 times its size: a next generation has between 1/8 and 5 times its size.',
    );
    expect(sentence(next({ totalParamsB: size / 10 }))).toMatch(/but 10 % of its size/);
    expect(sentence(next({}), [60, 40])).toMatch(/its quality is known to be −[\d.]+ points/);
    expect(sentence(next({ family: 'another' }))).toBe('Newer and possible, but nothing known speaks for it.');
  });

  it('is nothing where it is one', () => {
    expect(sentence(next({}))).toBeUndefined();
    expect(sentence(next({}), [40, 60])).toBeUndefined();
  });
});
