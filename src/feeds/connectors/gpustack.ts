import type { FoundArtifact, FoundFact, FoundRelease } from '../../catalogue/domain/release.js';
import type { Capability, Kind } from '../../catalogue/domain/vocabulary.js';
import { collect } from './connector.js';
import type { Connector, PayloadContext, Reject } from './connector.js';
import { expectShape, NAME, POSITIVE, readYaml, shape } from './payload.js';
import { fact, optional, quantisation, readDate } from './values.js';

interface Spec {
  readonly huggingface_repo_id?: string;
  readonly quantization?: string;
  readonly backend?: string;
}

interface ModelSet {
  readonly name: string;
  readonly size?: number;
  readonly size_unit?: 'T' | 'B' | 'M';
  readonly activated_size?: number;
  readonly categories?: readonly string[];
  readonly capabilities?: readonly string[];
  readonly licenses?: readonly string[];
  readonly release_date?: string;
  readonly specs: readonly Spec[];
}

const NAMES = { type: 'array', maxItems: 50, items: NAME };
const payloadShape = shape<{ readonly model_sets: readonly unknown[] }>({
  type: 'object',
  required: ['model_sets'],
  properties: { model_sets: { type: 'array', maxItems: 20_000 } },
});
const setShape = shape<ModelSet>({
  type: 'object',
  required: ['name', 'specs'],
  properties: {
    name: NAME,
    size: POSITIVE,
    size_unit: { enum: ['T', 'B', 'M'] },
    activated_size: POSITIVE,
    categories: NAMES,
    capabilities: NAMES,
    licenses: NAMES,
    release_date: { type: 'string', maxLength: 20 },
    specs: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: {
        type: 'object',
        properties: {
          huggingface_repo_id: { type: 'string', maxLength: 200, pattern: '^[\\w.-]+/[\\w.-]+$' },
          quantization: NAME,
          backend: NAME,
        },
      },
    },
  },
});

const BILLIONS = { T: 1000, B: 1, M: 0.001 } as const;
const KIND_OF_CATEGORY: Readonly<Record<string, Kind>> = {
  embedding: 'EMBEDDING',
  reranker: 'RERANK',
  image: 'IMAGE',
  text_to_speech: 'SPEECH',
  speech_to_text: 'SPEECH',
};
const ENGINES: readonly string[] = ['vLLM', 'SGLang', 'MindIE', 'VoxBox'];
/** Full precision first: the repository that packed ones are made from. */
const UNPACKED: readonly string[] = ['BF16', 'FP16', 'FP32'];

/** Reads gpustack's `model-catalog.yaml`: licences, sizes, dates, packagings and the engines that serve them. */
export const gpustack: Connector = (bytes, context) => {
  const { model_sets: sets } = expectShape(payloadShape, readYaml(bytes), 'the gpustack model catalogue');
  const items = sets.map((set, index) => [`model_sets/${index}`, set] as const);
  return collect(items, (set, position, reject) => readSet(set, position, reject, context));
};

function readSet(raw: unknown, position: string, reject: Reject, context: PayloadContext): FoundRelease | undefined {
  const result = setShape.read(raw);
  if ('reason' in result) return void reject(position, result.reason, raw);
  const set = result.value;
  const hubId = mainRepository(set.specs);
  if (hubId === undefined) return undefined;
  return {
    hubId,
    name: set.name,
    position: `model_sets/${set.name}`,
    facts: [...facts(set), ...date(set, `model_sets/${set.name}`, reject, context)],
    artifacts: artifacts(set.specs),
    benchmarks: [],
  };
}

function mainRepository(specs: readonly Spec[]): string | undefined {
  const spec =
    specs.find((candidate) => candidate.huggingface_repo_id && UNPACKED.includes(candidate.quantization ?? '')) ??
    specs.find((candidate) => candidate.huggingface_repo_id !== undefined);
  return spec?.huggingface_repo_id;
}

function facts(set: ModelSet): FoundFact[] {
  const factor = BILLIONS[set.size_unit ?? 'B'];
  const billions = (size: number | undefined): number | undefined =>
    size === undefined ? undefined : Math.round(size * factor * 1e4) / 1e4;
  const kind = (set.categories ?? []).flatMap((category) => KIND_OF_CATEGORY[category] ?? [])[0];
  const named = set.capabilities ?? [];
  const capabilities: readonly Capability[] = [
    ...(named.includes('reasoning') ? (['REASONING'] as const) : []),
    ...(named.includes('tools') ? (['TOOL_CALL'] as const) : []),
  ];
  const engines = ENGINES.filter((engine) => set.specs.some(({ backend }) => backend === engine));
  return [
    ...optional('totalParamsB', billions(set.size)),
    // The active size is in billions even where the total is in trillions.
    ...optional('activeParamsB', set.activated_size),
    ...optional('contextTokens', contextTokens(named)),
    ...optional('licenceId', set.licenses?.length === 1 ? set.licenses[0]?.toLowerCase() : undefined),
    ...optional('kind', kind),
    ...(capabilities.length === 0 ? [] : [fact('capabilities', capabilities)]),
    ...(kind === undefined && named.includes('vision') ? [fact('inputModalities', ['TEXT', 'IMAGE'])] : []),
    ...(engines.length === 0 ? [] : [fact('servingEngines', engines)]),
  ];
}

const UNITS: Readonly<Record<string, number>> = { K: 1024, M: 1024 * 1024 };

/** `context/128K` → 131,072 tokens. */
function contextTokens(capabilities: readonly string[]): number | undefined {
  const [, amount, unit = ''] = capabilities.flatMap((name) => [/^context\/(\d+)([KM])$/.exec(name) ?? []]).flat();
  const factor = UNITS[unit];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

function date(set: ModelSet, position: string, reject: Reject, { asOf }: PayloadContext): FoundFact[] {
  if (set.release_date === undefined) return [];
  const result = readDate(set.release_date, asOf);
  if ('date' in result) return [fact('releaseDate', result.date)];
  reject(`${position}/release_date`, result.reason, set);
  return [];
}

function artifacts(specs: readonly Spec[]): FoundArtifact[] {
  const found = new Map<string, FoundArtifact>();
  for (const { huggingface_repo_id: hubId, quantization = '' } of specs) {
    const packing = quantisation(quantization);
    if (hubId !== undefined && packing !== undefined)
      found.set(`${hubId} ${packing}`, { hubId, quantisation: packing });
  }
  return [...found.values()];
}
