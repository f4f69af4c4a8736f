import { runInNewContext } from 'node:vm';
import { isSchema, patternOf, schemas } from './expectations.js';
import type { GoldenItem, Scorer } from './golden-set.js';

type Judged = Exclude<Scorer, 'judge'>;

const REGEX_MS = 100;
const LONGEST_MATCHED = 20_000;

/** How well an answer meets what is expected, 0 or 1; a wrong pattern or schema throws. */
export function scoreAnswer(item: GoldenItem, scorer: Judged, answer: string): number {
  return SCORES[scorer](item, answer.trim()) ? 1 : 0;
}

const SCORES: Readonly<Record<Judged, (item: GoldenItem, answer: string) => boolean>> = {
  exact: ({ expected }, answer) => folded(answer) === folded(String(expected)),
  contains: ({ expected }, answer) => folded(answer).includes(folded(String(expected))),
  regex: ({ expected }, answer) => matches(String(expected), answer),
  'json-schema': ({ expected }, answer) => fitsSchema(expected, answer),
  number: ({ expected, tolerance = 0 }, answer) => {
    const found = numberIn(answer);
    return found !== undefined && Math.abs(found - Number(expected)) <= tolerance + 1e-12;
  },
};

/** Case and spacing are no mistakes. */
const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** A pattern that runs away is stopped and counts as no match. */
function matches(pattern: string, answer: string): boolean {
  const regex = patternOf(pattern);
  if (regex === undefined) throw new TypeError('The pattern cannot be read.');
  try {
    const text = answer.slice(0, LONGEST_MATCHED);
    return runInNewContext('regex.test(text)', { regex, text }, { timeout: REGEX_MS }) === true;
  } catch {
    return false;
  }
}

function fitsSchema(schema: unknown, answer: string): boolean {
  if (!isSchema(schema)) throw new TypeError('The schema cannot be read.');
  const fenced = /^```(?:json)?\s*([\s\S]*?)\s*```$/.exec(answer)?.[1] ?? answer;
  try {
    return schemas.validate(schema, JSON.parse(fenced)) === true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** The last number of an answer: models reason before they conclude. Commas group thousands. */
function numberIn(answer: string): number | undefined {
  const found = answer
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)
    ?.at(-1);
  return found === undefined ? undefined : Number(found);
}
