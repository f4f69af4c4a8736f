import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import { StartupError } from '../config/startup-error.js';
import { lazily } from '../kernel/lazily.js';
import { isSchema, patternOf } from './expectations.js';

export const SCORERS = ['exact', 'contains', 'regex', 'json-schema', 'number', 'judge'] as const;
export type Scorer = (typeof SCORERS)[number];

/** One item: what the model is asked, and how its answer is judged. */
export interface GoldenItem {
  readonly input: string;
  readonly scorer: Scorer;
  /** Text, pattern, schema or number by the scorer; the judge may do without. */
  readonly expected?: unknown;
  /** number only: how far off an answer may be, in the answer's unit. */
  readonly tolerance?: number;
  /** judge only: what a good answer is. */
  readonly rubric?: string;
}

export interface GoldenSet {
  readonly items: readonly GoldenItem[];
  readonly sha256: string;
}

const TEXT = { type: 'string', minLength: 1, maxLength: 1_000_000 };
const validator = lazily(() =>
  new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile<GoldenItem>({
    type: 'object',
    required: ['input', 'scorer'],
    additionalProperties: false,
    properties: {
      input: TEXT,
      scorer: { enum: [...SCORERS] },
      expected: {},
      tolerance: { type: 'number', minimum: 0 },
      rubric: { ...TEXT, maxLength: 10_000 },
    },
  }),
);
const MOST_ITEMS = 100_000;

/** Reads one JSON object a line. Throws StartupError that names the line, never its text: it may be confidential. */
export function readGoldenSet(bytes: Buffer): GoldenSet {
  const lines = bytes.toString('utf8').split('\n');
  const items = lines.flatMap((line, index) => (line.trim() === '' ? [] : [readItem(line, index + 1)]));
  if (items.length === 0 || items.length > MOST_ITEMS)
    throw new StartupError(`A golden set has 1 to ${MOST_ITEMS} items, this one has ${items.length}.`);
  return { items, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function readItem(line: string, number: number): GoldenItem {
  const item = parsed(line, number);
  const validate = validator();
  if (!validate(item)) {
    const [error] = validate.errors ?? [];
    throw bad(number, `${error?.instancePath ?? ''} ${error?.message ?? 'is not an item'}`.trim());
  }
  const { scorer, expected, rubric } = item;
  if (scorer === 'judge' && rubric === undefined) throw bad(number, 'the judge needs a rubric');
  if (scorer === 'number' && typeof expected !== 'number') throw bad(number, 'number expects a number');
  if (scorer === 'json-schema' && !isSchema(expected)) throw bad(number, 'json-schema expects a schema');
  if (['exact', 'contains', 'regex'].includes(scorer) && typeof expected !== 'string')
    throw bad(number, `${scorer} expects a text`);
  if (scorer === 'regex' && patternOf(String(expected)) === undefined)
    throw bad(number, 'regex expects a pattern of at most 500 characters');
  return item;
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw bad(number, 'is not JSON');
  }
}

const bad = (line: number, why: string): StartupError => new StartupError(`Line ${line} of the golden set: ${why}.`);
