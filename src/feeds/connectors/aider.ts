import type { FoundRelease } from '../../catalogue/domain/release.js';
import { canonicalBenchmark } from './benchmark-names.js';
import { collect } from './connector.js';
import type { Connector, Reject } from './connector.js';
import { expectShape, NAME, readYaml, shape } from './payload.js';

interface Row {
  readonly model: string;
  readonly pass_rate_2: number;
  readonly edit_format: string;
  readonly date?: string;
}

const payloadShape = shape<readonly unknown[]>({ type: 'array', minItems: 1, maxItems: 20_000 });
const rowShape = shape<Row>({
  type: 'object',
  required: ['model', 'pass_rate_2', 'edit_format'],
  properties: {
    model: NAME,
    pass_rate_2: { type: 'number', minimum: 0, maximum: 100 },
    edit_format: NAME,
    date: { type: 'string', maxLength: 40 },
  },
});

const PAGE = 'https://aider.chat/docs/leaderboards/';

/** Reads Aider's polyglot leaderboard: share of 225 exercises solved within two attempts, the best set-up of each model. */
export const aider: Connector = (bytes) => {
  const rows = expectShape(payloadShape, readYaml(bytes), 'the Aider leaderboard');
  const found = collect(
    rows.map((row, index) => [`${index}`, row] as const),
    readRow,
  );
  return { ...found, releases: bestOfEach(found.releases) };
};

function readRow(raw: unknown, position: string, reject: Reject): FoundRelease | undefined {
  const result = rowShape.read(raw);
  if ('reason' in result) return void reject(position, result.reason, raw);
  const row = result.value;
  // Two models at work together say nothing about either.
  if (row.edit_format === 'architect') return undefined;
  return {
    name: modelName(row.model),
    mentionOnly: true,
    position: row.model,
    facts: [],
    artifacts: [],
    benchmarks: [
      {
        ...canonicalBenchmark({
          benchmark: 'Aider polyglot',
          benchmarkVersion: '',
          metric: 'percent correct',
          harness: '',
          mode: '',
        }),
        score: row.pass_rate_2,
        higherIsBetter: true,
        ...(row.date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(row.date) ? { measuredOn: row.date } : {}),
        sourceRef: PAGE,
      },
    ],
  };
}

/** `DeepSeek R1 (0528)` keeps its date, `gpt-oss-120b (high)` and `Qwen3 235B A22B diff, no think` lose the set-up. */
const modelName = (text: string): string =>
  text
    .replace(/\s*\((\d{4}|\d{4}-\d{2}-\d{2})\)/, ' $1')
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/,.*$/, '')
    .replace(/\s+(?:diff|whole|udiff)$/, '')
    .trim();

function bestOfEach(releases: readonly FoundRelease[]): readonly FoundRelease[] {
  const score = (release: FoundRelease): number => release.benchmarks[0]?.score ?? 0;
  const best = new Map<string, FoundRelease>();
  for (const release of releases) {
    const known = best.get(release.name);
    if (known === undefined || score(release) > score(known)) best.set(release.name, release);
  }
  return [...best.values()];
}
