import { describe, expect, it } from '@jest/globals';
import { judge } from './judge.js';

const ITEM = { input: 'Twice 4?', scorer: 'judge', rubric: 'The right number wins.' } as const;

/** The challenger's points where the judge answers like this when it comes second, and when it comes first. */
const points = (second: string, first: string): Promise<number> =>
  judge(ITEM, 'seven', 'eight', (question) => Promise.resolve(question.includes('Answer A:\nseven') ? second : first));

describe('the verdict of a judge', () => {
  it.each([
    ['B', 'A', 1],
    ['A', 'B', 0],
    ['A', 'A', 0.5],
    ['B', 'TIE', 0.5],
    ['tie', 'Tie.', 0.5],
    ['**B**', 'a', 1],
    ['Seven is odd.\n\nAnswer B is a better answer.', 'Verdict: A', 1],
    ['A is worse than B', 'A', 0.5],
    ['I cannot say.', '', 0.5],
  ])('%j behind the other and %j before it is worth %d', async (second, first, worth) => {
    expect(await points(second, first)).toBe(worth);
  });
});
