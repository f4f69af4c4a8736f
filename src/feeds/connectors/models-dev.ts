import type { FoundBenchmark, FoundFact, FoundRelease } from '../../catalogue/domain/release.js';
import type { Capability } from '../../catalogue/domain/vocabulary.js';
import { collect } from './connector.js';
import type { Connector, PayloadContext, Reject } from './connector.js';
import { canonicalBenchmark } from './benchmark-names.js';
import { expectShape, HTTPS_URL, NAME, NOT_NEGATIVE, readJson, shape } from './payload.js';
import { fact, hubIdOf, modalities, optional, readDate } from './values.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly release_date: string;
  readonly open_weights: boolean;
  readonly reasoning?: boolean;
  readonly tool_call?: boolean;
  readonly structured_output?: boolean;
  readonly limit: { readonly context: number };
  readonly modalities: { readonly input: readonly string[]; readonly output: readonly string[] };
  readonly cost?: { readonly input: number; readonly output: number };
}

interface CanonicalRow extends Row {
  readonly weights?: readonly { readonly url: string }[];
  readonly benchmarks?: readonly unknown[];
  readonly license?: string;
}

interface BenchmarkRow {
  readonly name: string;
  readonly score: number;
  readonly metric: string;
  readonly source: string;
  readonly date?: string;
  readonly harness?: string;
  readonly variant?: string;
  readonly version?: string;
  readonly dataset?: string;
}

const MODALITY_LIST = { type: 'array', maxItems: 10, items: { type: 'string', maxLength: 20 } };
const ROW = {
  type: 'object',
  required: ['id', 'name', 'release_date', 'open_weights', 'limit', 'modalities'],
  properties: {
    id: NAME,
    name: NAME,
    release_date: { type: 'string', maxLength: 20 },
    open_weights: { type: 'boolean' },
    reasoning: { type: 'boolean' },
    tool_call: { type: 'boolean' },
    structured_output: { type: 'boolean' },
    limit: { type: 'object', required: ['context'], properties: { context: NOT_NEGATIVE } },
    modalities: {
      type: 'object',
      required: ['input', 'output'],
      properties: { input: MODALITY_LIST, output: MODALITY_LIST },
    },
    cost: {
      type: 'object',
      required: ['input', 'output'],
      properties: {
        input: { type: 'number', minimum: -1, maximum: 1e6 },
        output: { type: 'number', minimum: -1, maximum: 1e6 },
      },
    },
  },
};
const CANONICAL = {
  ...ROW,
  properties: {
    ...ROW.properties,
    weights: {
      type: 'array',
      maxItems: 20,
      items: { type: 'object', required: ['url'], properties: { url: HTTPS_URL } },
    },
    benchmarks: { type: 'array', maxItems: 200 },
    license: NAME,
  },
};
const BENCHMARK = {
  type: 'object',
  required: ['name', 'score', 'metric', 'source'],
  properties: {
    name: NAME,
    score: { type: 'number', minimum: -1e6, maximum: 1e6 },
    metric: NAME,
    source: HTTPS_URL,
    date: { type: 'string', maxLength: 20 },
    harness: NAME,
    variant: NAME,
    version: NAME,
    dataset: NAME,
  },
};

const rowShape = shape<Row>(ROW);
const canonicalShape = shape<CanonicalRow>(CANONICAL);
const benchmarkShape = shape<BenchmarkRow>(BENCHMARK);
const payloadShape = shape<Readonly<Record<string, unknown>>>({
  type: 'object',
  minProperties: 1,
  maxProperties: 20_000,
});
const objectShape = shape<object>({ type: 'object' });
const hostShape = shape<{ readonly models: Readonly<Record<string, unknown>> }>({
  type: 'object',
  required: ['models'],
  properties: { models: { type: 'object', maxProperties: 20_000 } },
});

/** This host's model ids are repositories of the hub; every other host's `org/name` may be its own invention. */
const HUB_NATIVE_HOST = 'huggingface';
/** A name that points to another release every few months says nothing that lasts. */
const MOVING = /(?:^|[-_/:])latest$|^(?:deepseek[-/])?deepseek-(?:chat|reasoner)$/i;

/**
 * Reads `api.json` (hosts with their rows) and `models.json` (one canonical row per model): open-weight rows, and of the
 * other hosts' rows the price.
 */
export const modelsDev: Connector = (bytes, context) => {
  const payload = expectShape(payloadShape, readJson(bytes), 'models.dev');
  const rows = Object.values(payload);
  // One row that is none is refused alone; a payload without any is another source's.
  const first = rows.find((row) => 'value' in objectShape.read(row)) ?? rows[0];
  return 'models' in expectShape(objectShape, first, 'models.dev')
    ? collect(hostRows(payload), (row, position, reject) => readHostRow(row, position, reject, context))
    : collect(
        Object.entries(payload).map(([key, row]) => [`models/${key}`, row] as const),
        (row, position, reject) => readCanonical(row, position, reject, context),
      );
};

type HostRow = { readonly host: string; readonly row: unknown };

function* hostRows(payload: Readonly<Record<string, unknown>>): Iterable<readonly [string, HostRow]> {
  for (const [host, value] of Object.entries(payload)) {
    const result = hostShape.read(value);
    if ('reason' in result) yield [`providers/${host}`, { host, row: undefined }];
    else
      for (const [id, row] of Object.entries(result.value.models))
        yield [`providers/${host}/models/${id}`, { host, row }];
  }
}

function readHostRow(
  { host, row: raw }: HostRow,
  position: string,
  reject: Reject,
  context: PayloadContext,
): FoundRelease | undefined {
  const result = rowShape.read(raw);
  if ('reason' in result) return void reject(position, result.reason, raw);
  const row = result.value;
  if (MOVING.test(row.id)) return undefined;
  const hubId = host === HUB_NATIVE_HOST ? row.id.split(':')[0] : undefined;
  const named = hubId === undefined ? {} : { hubId };
  const found = { ...named, name: row.id, host, position, artifacts: [], benchmarks: [] };
  if (row.open_weights) return { ...found, facts: [...commonFacts(row, position, reject, context), ...price(row)] };
  // Many hosts leave every model unmarked: such a row says what it costs where another source knows the weights, no more.
  const facts = price(row);
  return facts.length === 0 ? undefined : { ...found, mentionOnly: true, facts };
}

function readCanonical(
  raw: unknown,
  position: string,
  reject: Reject,
  context: PayloadContext,
): FoundRelease | undefined {
  const result = canonicalShape.read(raw);
  if ('reason' in result) return void reject(position, result.reason, raw);
  const row = result.value;
  if (!row.open_weights) return undefined;
  const hubId = (row.weights ?? []).flatMap(({ url }) => hubIdOf(url) ?? [])[0];
  const moving = MOVING.test(row.id);
  if (moving && hubId === undefined) return undefined;
  const [vendorHint] = row.id.split('/');
  return {
    ...(hubId === undefined ? {} : { hubId }),
    name: row.id,
    vendorHint,
    position,
    facts: moving
      ? []
      : [
          fact('displayName', row.name),
          ...commonFacts(row, position, reject, context),
          ...(hubId === undefined ? [] : [fact('weightsUrl', `https://huggingface.co/${hubId}`)]),
          ...optional('licenceId', row.license?.toLowerCase()),
        ],
    artifacts: [],
    benchmarks: readBenchmarks(row.benchmarks ?? [], position, reject),
  };
}

function commonFacts(row: Row, position: string, reject: Reject, { asOf }: PayloadContext): FoundFact[] {
  const date = readDate(row.release_date, asOf);
  if ('reason' in date) reject(`${position}/release_date`, date.reason, row);
  return [
    ...('date' in date ? [fact('releaseDate', date.date)] : []),
    ...(row.limit.context > 0 ? [fact('contextTokens', Math.round(row.limit.context))] : []),
    ...optional('inputModalities', modalities(row.modalities.input)),
    ...optional('outputModalities', modalities(row.modalities.output)),
    fact('capabilities', capabilities(row)),
  ];
}

const capabilities = (row: Row): readonly Capability[] => [
  ...(row.reasoning === true ? (['REASONING'] as const) : []),
  ...(row.tool_call === true ? (['TOOL_CALL'] as const) : []),
  ...(row.structured_output === true ? (['STRUCTURED_OUTPUT'] as const) : []),
];

/** A host that charges nothing is a trial, not a price. */
const price = ({ cost }: Row): FoundFact[] =>
  cost !== undefined && cost.input > 0 && cost.output > 0
    ? [fact('pricePerMTokens', { input: cost.input, output: cost.output, hosts: 1 })]
    : [];

function readBenchmarks(rows: readonly unknown[], position: string, reject: Reject): FoundBenchmark[] {
  return rows.flatMap((raw, index) => {
    const result = benchmarkShape.read(raw);
    if ('value' in result) return [benchmark(result.value)];
    reject(`${position}/benchmarks/${index}`, result.reason, raw);
    return [];
  });
}

const benchmark = (row: BenchmarkRow): FoundBenchmark => ({
  ...canonicalBenchmark({
    benchmark: row.name,
    benchmarkVersion: [row.version, row.dataset].filter((part) => part !== undefined).join(' '),
    metric: row.metric,
    harness: row.harness ?? '',
    mode: row.variant ?? '',
  }),
  score: row.score,
  higherIsBetter: true,
  ...(row.date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(row.date) ? { measuredOn: row.date } : {}),
  sourceRef: row.source,
});
