import type { FoundRelease } from '../../catalogue/domain/release.js';
import { collect } from './connector.js';
import type { Connector, PayloadContext, Reject } from './connector.js';
import { expectShape, NAME, NOT_NEGATIVE, readJson, shape } from './payload.js';
import { fact } from './values.js';

interface Entry {
  readonly parameters: readonly string[];
  readonly pull: number;
}

const payloadShape = shape<Readonly<Record<string, unknown>>>({
  type: 'object',
  minProperties: 1,
  maxProperties: 20_000,
});
const entryShape = shape<Entry>({
  type: 'object',
  required: ['parameters', 'pull'],
  properties: { parameters: { type: 'array', maxItems: 50, items: NAME }, pull: NOT_NEGATIVE },
});

/** Reads an export of Ollama's library: how often it was pulled. One count covers all sizes, so only entries of one size tell. */
export const ollama: Connector = (bytes, context) => {
  const library = expectShape(payloadShape, readJson(bytes), 'an Ollama library export');
  return collect(Object.entries(library), (entry, position, reject) => readEntry(entry, position, reject, context));
};

function readEntry(raw: unknown, name: string, reject: Reject, { asOf }: PayloadContext): FoundRelease | undefined {
  const result = entryShape.read(raw);
  if ('reason' in result) return void reject(name, result.reason, raw);
  const { parameters, pull } = result.value;
  const [size] = parameters;
  if (size === undefined || parameters.length > 1) return undefined;
  if (!/^[\w.-]{1,100}$/.test(name)) return void reject(name, `'${name}' is not a library name`, raw);
  return {
    name: `${name}:${size}`,
    mentionOnly: true,
    position: name,
    facts: [fact('adoption', { pulls: Math.round(pull), snapshot: asOf })],
    artifacts: [],
    benchmarks: [],
  };
}
