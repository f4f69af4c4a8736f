import type { FoundFact, FoundRelease } from '../../catalogue/domain/release.js';
import { CAPABILITIES, type Capability } from '../../catalogue/domain/vocabulary.js';
import { collect } from './connector.js';
import type { Connector, PayloadContext, Reject } from './connector.js';
import { expectShape, NAME, NOT_NEGATIVE, readJson, shape } from './payload.js';
import { fact, modalities, optional, perMillion, readDate } from './values.js';

interface Row {
  readonly id: string;
  readonly hugging_face_id?: string | null;
  readonly created: number;
  readonly context_length?: number | null;
  readonly architecture?: {
    readonly input_modalities?: readonly string[];
    readonly output_modalities?: readonly string[];
  };
  readonly pricing?: { readonly prompt?: string; readonly completion?: string };
  readonly supported_parameters?: readonly string[];
}

const NAMES = { type: 'array', maxItems: 100, items: NAME };
const payloadShape = shape<{ readonly data: readonly unknown[] }>({
  type: 'object',
  required: ['data'],
  properties: { data: { type: 'array', maxItems: 20_000 } },
});
const rowShape = shape<Row>({
  type: 'object',
  required: ['id', 'created'],
  properties: {
    id: NAME,
    hugging_face_id: { type: ['string', 'null'], maxLength: 200 },
    created: { type: 'integer', minimum: 0, maximum: 4_102_444_800 },
    context_length: { anyOf: [NOT_NEGATIVE, { type: 'null' }] },
    architecture: { type: 'object', properties: { input_modalities: NAMES, output_modalities: NAMES } },
    pricing: {
      type: 'object',
      properties: { prompt: { type: 'string', maxLength: 40 }, completion: { type: 'string', maxLength: 40 } },
    },
    supported_parameters: NAMES,
  },
});

const REPOSITORY = /^[\w.-]+\/[\w.-]+$/;
const PARAMETERS: Readonly<Record<string, Capability>> = {
  reasoning: 'REASONING',
  tools: 'TOOL_CALL',
  structured_outputs: 'STRUCTURED_OUTPUT',
};

/** Reads OpenRouter's `/api/v1/models`: the rows that name a Hugging Face repository, which are the open-weight ones. */
export const openrouter: Connector = (bytes, context) => {
  const { data } = expectShape(payloadShape, readJson(bytes), 'the OpenRouter list');
  const items = data.map((row, index) => [`data/${index}`, row] as const);
  return collect(items, (row, position, reject) => readRow(row, position, reject, context));
};

function readRow(raw: unknown, position: string, reject: Reject, context: PayloadContext): FoundRelease | undefined {
  const result = rowShape.read(raw);
  if ('reason' in result) return void reject(position, result.reason, raw);
  const row = result.value;
  const hubId = row.hugging_face_id ?? '';
  if (hubId === '') return undefined;
  if (!REPOSITORY.test(hubId)) return void reject(`${position}/hugging_face_id`, `'${hubId}' is not a repository`, raw);
  return {
    hubId,
    name: row.id,
    position: `data/${row.id}`,
    facts: facts(row, `data/${row.id}`, reject, context),
    artifacts: [],
    benchmarks: [],
  };
}

function facts(row: Row, position: string, reject: Reject, { asOf }: PayloadContext): FoundFact[] {
  const created = readDate(new Date(row.created * 1000).toISOString().slice(0, 10), asOf);
  if ('reason' in created) reject(`${position}/created`, created.reason, row);
  const input = perMillion(row.pricing?.prompt);
  const output = perMillion(row.pricing?.completion);
  const able = new Set((row.supported_parameters ?? []).flatMap((name) => PARAMETERS[name] ?? []));
  return [
    ...('date' in created ? [fact('releaseDate', created.date)] : []),
    ...(row.context_length ? [fact('contextTokens', Math.round(row.context_length))] : []),
    ...optional('inputModalities', modalities(row.architecture?.input_modalities ?? [])),
    ...optional('outputModalities', modalities(row.architecture?.output_modalities ?? [])),
    ...(row.supported_parameters === undefined
      ? []
      : [
          fact(
            'capabilities',
            CAPABILITIES.filter((each) => able.has(each)),
          ),
        ]),
    ...(input === undefined || output === undefined ? [] : [fact('pricePerMTokens', { input, output, hosts: 1 })]),
  ];
}
