import type { FoundFact, FoundRelease } from '../../catalogue/domain/release.js';
import { collect } from './connector.js';
import type { Connector, Reject } from './connector.js';
import { expectShape, NAME, NOT_NEGATIVE, readJson, shape } from './payload.js';
import { fact, perMillion } from './values.js';

interface Row {
  readonly litellm_provider: string;
  readonly mode?: string;
  readonly input_cost_per_token?: number;
  readonly output_cost_per_token?: number;
  readonly deprecation_date?: string;
}

const payloadShape = shape<Readonly<Record<string, unknown>>>({
  type: 'object',
  minProperties: 1,
  maxProperties: 50_000,
});
const rowShape = shape<Row>({
  type: 'object',
  required: ['litellm_provider'],
  properties: {
    litellm_provider: NAME,
    mode: NAME,
    input_cost_per_token: NOT_NEGATIVE,
    output_cost_per_token: NOT_NEGATIVE,
    deprecation_date: { type: 'string', maxLength: 40 },
  },
});

/** Hosts that are the vendor's own: only their end of service is the vendor's word. */
const VENDOR_ENDPOINTS: Readonly<Record<string, string>> = {
  mistral: 'mistralai',
  moonshot: 'moonshotai',
  deepseek: 'deepseek-ai',
  dashscope: 'Qwen',
  zai: 'zai-org',
  minimax: 'MiniMaxAI',
  cohere: 'CohereLabs',
  cohere_chat: 'CohereLabs',
  meta_llama: 'meta-llama',
  nvidia_nim: 'nvidia',
};
/** Hosts by the name that models.dev gives them, so that one host in two lists is one voice. */
const HOSTS: Readonly<Record<string, string>> = {
  azure_ai: 'azure',
  bedrock: 'amazon-bedrock',
  bedrock_converse: 'amazon-bedrock',
  bedrock_mantle: 'amazon-bedrock',
  cloudflare: 'cloudflare-workers-ai',
  cohere_chat: 'cohere',
  dashscope: 'alibaba',
  friendliai: 'friendli',
  gemini: 'google',
  gmi: 'gmicloud',
  meta_llama: 'llama',
  moonshot: 'moonshotai',
  novita: 'novita-ai',
  nvidia_nim: 'nvidia',
  snowflake: 'snowflake-cortex',
  together_ai: 'togetherai',
  vercel_ai_gateway: 'vercel',
};
const hostNamed = (provider: string): string =>
  HOSTS[provider] ?? (provider.startsWith('vertex_ai') ? 'google-vertex' : provider.replaceAll('_', '-'));
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Reads LiteLLM's price list: prices of hosts, and the end of service where the host is the vendor itself. */
export const litellm: Connector = (bytes) => {
  const rows = expectShape(payloadShape, readJson(bytes), 'the LiteLLM price list');
  return collect(
    Object.entries(rows).filter(([name]) => name !== 'sample_spec'),
    readRow,
  );
};

function readRow(raw: unknown, key: string, reject: Reject): FoundRelease | undefined {
  const result = rowShape.read(raw);
  if ('reason' in result) return void reject(key, result.reason, raw);
  const row = result.value;
  if (row.mode !== undefined && row.mode !== 'chat' && row.mode !== 'responses') return undefined;
  const name = key.startsWith(`${row.litellm_provider}/`) ? key.slice(row.litellm_provider.length + 1) : key;
  if (name.length > 200 || !/^[\w@][\w.:@/ -]*$/.test(name))
    return void reject(key, `'${name}' is not a model's name`, raw);
  const facts = [...price(row), ...retirement(row, key, reject)];
  return facts.length === 0
    ? undefined
    : {
        name,
        ...(VENDOR_ENDPOINTS[row.litellm_provider] === undefined ? {} : { vendorHint: row.litellm_provider }),
        host: row.litellm_provider,
        mentionOnly: true,
        position: `providers/${hostNamed(row.litellm_provider)}/${key}`,
        facts,
        artifacts: [],
        benchmarks: [],
      };
}

function price(row: Row): FoundFact[] {
  const input = perMillion(row.input_cost_per_token);
  const output = perMillion(row.output_cost_per_token);
  return input === undefined || output === undefined ? [] : [fact('pricePerMTokens', { input, output, hosts: 1 })];
}

function retirement(row: Row, key: string, reject: Reject): FoundFact[] {
  if (row.deprecation_date === undefined || VENDOR_ENDPOINTS[row.litellm_provider] === undefined) return [];
  if (DAY.test(row.deprecation_date)) return [fact('retirementDate', row.deprecation_date)];
  reject(`${key}/deprecation_date`, `'${row.deprecation_date}' is not a date`, row);
  return [];
}
