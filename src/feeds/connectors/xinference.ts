import type { FoundArtifact, FoundFact, FoundRelease, LanguageClaim } from '../../catalogue/domain/release.js';
import type { Capability, Modality, Quantisation } from '../../catalogue/domain/vocabulary.js';
import { collect } from './connector.js';
import type { Connector, Reject } from './connector.js';
import { expectShape, NAME, POSITIVE, readJson, shape } from './payload.js';
import { fact, optional, quantisation } from './values.js';

interface Spec {
  readonly model_format: string;
  readonly model_size_in_billions: number | string;
  readonly activated_size_in_billions?: number | string;
  readonly model_src: {
    readonly huggingface?: { readonly model_id: string | null; readonly quantizations?: readonly unknown[] };
  };
}

interface Family {
  readonly model_name: string;
  readonly context_length: number;
  readonly model_lang: readonly string[];
  readonly model_ability: readonly string[];
  readonly model_specs: readonly Spec[];
}

/** Half a billion is written `0_5` where the size is text. */
const SIZE = { anyOf: [POSITIVE, { type: 'string', pattern: '^\\d{1,5}(_\\d{1,4})?$' }] };
const payloadShape = shape<readonly unknown[]>({ type: 'array', minItems: 1, maxItems: 20_000 });
const familyShape = shape<Family>({
  type: 'object',
  required: ['model_name', 'context_length', 'model_lang', 'model_ability', 'model_specs'],
  properties: {
    model_name: NAME,
    context_length: POSITIVE,
    model_lang: { type: 'array', maxItems: 300, items: { type: 'string', maxLength: 10 } },
    model_ability: { type: 'array', maxItems: 30, items: NAME },
    model_specs: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        required: ['model_format', 'model_size_in_billions', 'model_src'],
        properties: {
          model_format: NAME,
          model_size_in_billions: SIZE,
          activated_size_in_billions: SIZE,
          model_src: {
            type: 'object',
            properties: {
              huggingface: {
                type: 'object',
                required: ['model_id'],
                properties: {
                  model_id: { type: ['string', 'null'], maxLength: 200 },
                  quantizations: { type: 'array', maxItems: 200 },
                },
              },
            },
          },
        },
      },
    },
  },
});

const REPOSITORY = /^[\w.-]+\/[\w.-]+$/;
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Reads Xinference's `llm_family.json`: one release per family and size, with its packed repositories as artifacts. */
export const xinference: Connector = (bytes) => {
  const families = expectShape(payloadShape, readJson(bytes), 'the Xinference families');
  return collect(
    families.map((family, index) => [`${index}`, family] as const),
    readFamily,
  );
};

function readFamily(raw: unknown, position: string, reject: Reject): readonly FoundRelease[] | undefined {
  const result = familyShape.read(raw);
  if ('reason' in result) return void reject(position, result.reason, raw);
  const family = result.value;
  const sizes = [...new Set(family.model_specs.map((spec) => billions(spec.model_size_in_billions)))];
  return sizes.flatMap((size) => {
    const specs = family.model_specs.filter((spec) => billions(spec.model_size_in_billions) === size);
    const main = specs.find((spec) => spec.model_format === 'pytorch' && hubId(spec) !== undefined);
    const id = main && hubId(main);
    return main === undefined || id === undefined
      ? []
      : [
          {
            hubId: id,
            name: `${family.model_name} ${size}B`,
            position: `${family.model_name}/${size}`,
            facts: [fact('weightsUrl', `https://huggingface.co/${id}`), ...facts(family, main)],
            artifacts: specs.flatMap(artifacts),
            benchmarks: [],
          },
        ];
  });
}

const billions = (size: number | string): number => Number(String(size).replace('_', '.'));

function hubId(spec: Spec): string | undefined {
  const id = spec.model_src.huggingface?.model_id ?? undefined;
  return id !== undefined && REPOSITORY.test(id) ? id : undefined;
}

function facts(family: Family, main: Spec): FoundFact[] {
  const able = new Set(family.model_ability);
  const capabilities: readonly Capability[] = [
    ...(able.has('reasoning') || able.has('hybrid') ? (['REASONING'] as const) : []),
    ...(able.has('tools') ? (['TOOL_CALL'] as const) : []),
  ];
  const inputs: readonly Modality[] = [
    'TEXT',
    ...(able.has('vision') ? (['IMAGE'] as const) : []),
    ...(able.has('audio') ? (['AUDIO'] as const) : []),
    ...(able.has('omni') ? (['VIDEO'] as const) : []),
  ];
  const active = main.activated_size_in_billions;
  return [
    fact('totalParamsB', billions(main.model_size_in_billions)),
    ...optional('activeParamsB', active === undefined ? undefined : billions(active)),
    fact('contextTokens', Math.round(family.context_length)),
    ...(able.has('chat') ? [] : [fact('kind', 'BASE')]),
    ...(capabilities.length === 0 ? [] : [fact('capabilities', capabilities)]),
    fact('inputModalities', inputs),
    ...optional('languages', languages(family.model_lang)),
  ];
}

/** Most families just say English and Chinese: that is what was tried, not what the model speaks. */
function languages(codes: readonly string[]): readonly LanguageClaim[] | undefined {
  const known = codes.filter((code) => languageNames.of(code) !== undefined);
  return known.length > 2 && known.length === codes.length
    ? known.map((code) => ({ code, evidence: 'CLAIMED' }))
    : undefined;
}

const PACKED_FORMATS: Readonly<Record<string, Readonly<Record<string, Quantisation>>>> = {
  gptq: { int4: 'GPTQ_INT4', int8: 'INT8' },
  awq: { int4: 'AWQ' },
  fp8: { fp8: 'FP8' },
  fp4: { nvfp4: 'NVFP4', mxfp4: 'MXFP4' },
};

function artifacts(spec: Spec): FoundArtifact[] {
  const { model_id: id, quantizations = [] } = spec.model_src.huggingface ?? { model_id: null };
  if (id === null) return [];
  return quantizations.flatMap((named) => {
    const name = String(named);
    const packing =
      spec.model_format === 'ggufv2' ? quantisation(name) : PACKED_FORMATS[spec.model_format]?.[name.toLowerCase()];
    const repository = id.replace('{quantization}', name);
    return packing !== undefined && REPOSITORY.test(repository) ? [{ hubId: repository, quantisation: packing }] : [];
  });
}
