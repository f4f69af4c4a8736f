import { unpack } from '../../catalogue/domain/packaging.js';
import { isRepackager } from '../../catalogue/domain/vendors.js';
import type { Connector } from './connector.js';
import { generic, type Mapping } from './generic.js';

/** How the hub's names of model architectures cache a token; one that is not listed stays unknown. */
const ATTENTION: Readonly<Record<string, string>> = {
  ...many('FULL', 'llama qwen2 qwen3 qwen3_moe qwen2_vl qwen2_5_vl qwen3_vl qwen3_vl_moe mistral mistral3 ministral3'),
  ...many('FULL', 'phi3 glm4 glm4_moe glm4v glm4v_moe granite granitemoe minimax_m2 ernie4_5 ernie4_5_moe seed_oss'),
  ...many('FULL', 'olmo2 smollm3 hunyuan_v1_moe hunyuan_v1_dense mimo internlm3 exaone'),
  ...many('SLIDING', 'gemma2 gemma3 gemma3_text gemma3n gemma4 gpt_oss cohere2 olmo3 exaone4 mimo_v2_flash step3p5'),
  ...many(
    'LATENT',
    'deepseek_v2 deepseek_v3 deepseek_v32 deepseek_v4 kimi_k2 kimi_k25 kimi_vl glm_moe_dsa glm4_moe_lite',
  ),
  ...many(
    'HYBRID',
    'qwen3_next qwen3_5 qwen3_5_moe granitemoehybrid nemotron_h falcon_h1 jamba minimax minimax_text_01',
  ),
  ...many('HYBRID', 'lfm2 lfm2_moe kimi_linear bamba olmo_hybrid zamba2'),
  ...many('LINEAR', 'mamba mamba2 falcon_mamba rwkv'),
};

/** Architectures that know no experts; those that come in both kinds are left out. */
const DENSE: Readonly<Record<string, string>> = {
  ...many(
    'yes',
    'llama qwen2 qwen3 qwen3_5 qwen2_vl qwen2_5_vl qwen3_vl mistral ministral3 phi3 glm4 glm4v granite seed_oss',
  ),
  ...many('yes', 'gemma gemma2 gemma3 gemma3_text olmo2 olmo3 cohere2 smollm3 mimo internlm3 exaone exaone4 ernie4_5'),
  ...many('yes', 'hunyuan_v1_dense'),
};

function many(meaning: string, types: string): Readonly<Record<string, string>> {
  return Object.fromEntries(types.split(' ').map((type) => [type, meaning]));
}

/** Of the llmfit list of hub repositories only counts and the architecture are right: its contexts and active sizes are not. */
const MAPPING: Mapping = {
  format: 'json',
  hubId: 'name',
  mentionOnly: true,
  fields: {
    params: 'parameters_raw',
    downloads30d: 'hf_downloads',
    likes: 'hf_likes',
    layers: 'num_hidden_layers',
    kvHeads: 'num_key_value_heads',
    headDim: 'head_dim',
    attention: 'architecture',
    dense: 'architecture',
  },
  values: { attention: ATTENTION, dense: DENSE },
};

const readList = generic(MAPPING);

/** Reads llmfit's `hf_models.json`: downloads, likes, parameters and architecture of the repositories that release models. */
export const hubFacts: Connector = (bytes, context) => {
  const { releases, rejected } = readList(bytes, context);
  return { releases: releases.filter(({ name }) => !isPackaging(name)), rejected };
};

/** The counts of a packed copy are not those of the model. */
function isPackaging(name: string): boolean {
  const [organisation = '', bare = ''] = name.split('/');
  return isRepackager(organisation) || unpack(bare).packaging.some((word) => !/^(bf16|hf)$/i.test(word));
}
