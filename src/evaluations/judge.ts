import type { GoldenItem } from './golden-set.js';

/** Asks which of two answers is better; returns the judge's own words. */
export type AskJudge = (question: string) => Promise<string>;

/** Score of the challenger against the champion, asked in both orders: 1 wins both, 0 loses both, else a tie. */
export async function judge(item: GoldenItem, champion: string, challenger: string, ask: AskJudge): Promise<number> {
  const [first, second] = await Promise.all([
    ask(questionOf(item, champion, challenger)),
    ask(questionOf(item, challenger, champion)),
  ]);
  const points = pointsOf(first, 'B') + pointsOf(second, 'A');
  return points === 2 ? 1 : points === 0 ? 0 : 0.5;
}

/** 1 where the verdict names this answer, 0 where it names the other, ½ for a tie or no clear word. */
function pointsOf(verdict: string, answer: 'A' | 'B'): number {
  const word = verdictOf(verdict);
  if (word === undefined || word === 'TIE') return 0.5;
  return word === answer ? 1 : 0;
}

/** The one word on the last line: a judge that explains itself concludes there, and "a better answer" names none. */
function verdictOf(verdict: string): string | undefined {
  const last = verdict.trim().split('\n').at(-1) ?? '';
  const alone = /^\W*(a|b|tie)\W*$/i.exec(last)?.[1];
  if (alone !== undefined) return alone.toUpperCase();
  const [word, ...others] = new Set(last.match(/\b(A|B|TIE)\b/g));
  return others.length === 0 ? word : undefined;
}

const questionOf = ({ input, rubric = '', expected }: GoldenItem, a: string, b: string): string =>
  [
    'Compare two answers to the same task. Judge by the rubric alone; order and length do not count.',
    `Task:\n${input}`,
    `Rubric:\n${rubric}`,
    ...(expected === undefined
      ? []
      : [`Reference:\n${typeof expected === 'string' ? expected : JSON.stringify(expected)}`]),
    `Answer A:\n${a}`,
    `Answer B:\n${b}`,
    'Reply with one word: A, B or TIE.',
  ].join('\n\n');
