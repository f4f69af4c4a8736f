import type { FoundBenchmark, FoundRelease } from '../../catalogue/domain/release.js';
import { canonicalBenchmark } from './benchmark-names.js';
import { collect } from './connector.js';
import type { Connector, Reject } from './connector.js';
import { expectShape, NAME, readJson, shape } from './payload.js';

interface Row {
  readonly name: string;
  readonly slug: string;
  readonly model_creator?: { readonly slug?: string; readonly name?: string } | null;
  readonly evaluations?: Readonly<Record<string, number | null>> | null;
}

const payloadShape = shape<{ readonly data: readonly unknown[] }>({
  type: 'object',
  required: ['data'],
  properties: { data: { type: 'array', maxItems: 20_000 } },
});
const rowShape = shape<Row>({
  type: 'object',
  required: ['name', 'slug'],
  properties: {
    name: NAME,
    slug: { type: 'string', pattern: '^[a-z0-9][a-z0-9._-]{0,150}$' },
    model_creator: {
      anyOf: [{ type: 'null' }, { type: 'object', properties: { slug: NAME, name: NAME } }],
    },
    evaluations: {
      anyOf: [
        { type: 'null' },
        { type: 'object', maxProperties: 100, additionalProperties: { type: ['number', 'null'] } },
      ],
    },
  },
});

/** The indices that we keep, under the names that other sources give them. */
const INDICES: Readonly<Record<string, string>> = {
  artificial_analysis_intelligence_index: 'Artificial Analysis intelligence index',
  artificial_analysis_coding_index: 'Artificial Analysis coding index',
  artificial_analysis_agentic_index: 'Artificial Analysis agentic index',
};

/** Reads the Artificial Analysis list of models: its indices, each with the page that must be named beside it. */
export const artificialAnalysis: Connector = (bytes) => {
  const { data } = expectShape(payloadShape, readJson(bytes), 'the Artificial Analysis list');
  return collect(
    data.map((row, index) => [`data/${index}`, row] as const),
    readRow,
  );
};

function readRow(raw: unknown, position: string, reject: Reject): FoundRelease | undefined {
  const result = rowShape.read(raw);
  if ('reason' in result) return void reject(position, result.reason, raw);
  const { name, slug, model_creator: creator, evaluations } = result.value;
  const vendorHint = creator?.slug ?? creator?.name;
  const benchmarks = Object.entries(INDICES).flatMap(([field, benchmark]): FoundBenchmark[] => {
    const score = evaluations?.[field];
    return typeof score === 'number' && score > 0 ? [index(benchmark, score, slug)] : [];
  });
  return benchmarks.length === 0
    ? undefined
    : {
        name,
        ...(vendorHint === undefined ? {} : { vendorHint }),
        mentionOnly: true,
        position: `data/${slug}`,
        facts: [],
        artifacts: [],
        benchmarks,
      };
}

const index = (benchmark: string, score: number, slug: string): FoundBenchmark => ({
  ...canonicalBenchmark({ benchmark, benchmarkVersion: '', metric: 'index', harness: '', mode: '' }),
  score,
  higherIsBetter: true,
  sourceRef: `https://artificialanalysis.ai/models/${slug}`,
});
