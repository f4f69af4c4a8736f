/** Who develops models. `organisations` are the hub's, the current one first; `aliases` are what sources call the vendor. */
export interface VendorEntry {
  readonly slug: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2 of the headquarters. */
  readonly country: string;
  readonly parentVendor?: string;
  readonly hubOrganisations: readonly string[];
  readonly aliases: readonly string[];
}

type Row = readonly [slug: string, name: string, country: string, organisations: string, aliases?: string];

/** Organisations and aliases are separated by blanks; former organisations follow the current one. */
const ROWS: readonly Row[] = [
  ['google', 'Google', 'US', 'google', 'google-deepmind gemma deepmind'],
  ['alibaba', 'Alibaba', 'CN', 'Qwen Alibaba-NLP Tongyi-MAI Tongyi-Zhiwen', 'alibaba qwen tongyi alicloud'],
  ['deepseek', 'DeepSeek', 'CN', 'deepseek-ai', 'deepseek'],
  ['openai', 'OpenAI', 'US', 'openai', ''],
  ['moonshotai', 'Moonshot AI', 'CN', 'moonshotai', 'moonshot kimi'],
  ['zai', 'Z.ai', 'CN', 'zai-org THUDM', 'z-ai z.ai zai zhipuai zhipu chatglm'],
  ['minimax', 'MiniMax', 'CN', 'MiniMaxAI', 'minimax minimaxai'],
  ['meta', 'Meta', 'US', 'meta-llama codellama', 'meta llama facebook'],
  ['mistral', 'Mistral AI', 'FR', 'mistralai', 'mistral mistral-ai'],
  ['microsoft', 'Microsoft', 'US', 'microsoft', 'phi'],
  ['ibm', 'IBM', 'US', 'ibm-granite', 'ibm granite'],
  ['nvidia', 'NVIDIA', 'US', 'nvidia', ''],
  ['cohere', 'Cohere', 'CA', 'CohereLabs CohereForAI', 'cohere'],
  ['aisingapore', 'AI Singapore', 'SG', 'aisingapore', 'sea-lion sealion ai-singapore'],
  ['allenai', 'Ai2', 'US', 'allenai', 'ai2 allen-ai'],
  ['stepfun', 'StepFun', 'CN', 'stepfun-ai', 'stepfun'],
  ['tencent', 'Tencent', 'CN', 'tencent', 'hunyuan'],
  ['xiaomi', 'Xiaomi', 'CN', 'XiaomiMiMo', 'xiaomi xiaomimimo'],
  ['baidu', 'Baidu', 'CN', 'baidu PaddlePaddle', 'paddle ernie'],
  ['bytedance', 'ByteDance', 'CN', 'ByteDance-Seed ByteDance', 'bytedance bytedance-seed seed'],
  ['lg', 'LG AI Research', 'KR', 'LGAI-EXAONE', 'lg lgai lg-ai-research'],
  ['tii', 'Technology Innovation Institute', 'AE', 'tiiuae', 'tii falcon'],
  ['ai21', 'AI21 Labs', 'IL', 'ai21labs', 'ai21'],
  ['01-ai', '01.AI', 'CN', '01-ai', '01ai 01.ai zero-one-ai'],
  ['liquid', 'Liquid AI', 'US', 'LiquidAI', 'liquid'],
  ['huggingface', 'Hugging Face', 'US', 'HuggingFaceTB HuggingFaceH4 HuggingFaceM4', 'huggingface hugging-face'],
  ['servicenow', 'ServiceNow', 'US', 'ServiceNow-AI', 'servicenow'],
  ['upstage', 'Upstage', 'KR', 'upstage', 'solar'],
  ['shanghai-ai-lab', 'Shanghai AI Laboratory', 'CN', 'internlm OpenGVLab opendatalab', 'internlm shanghai-ai-lab'],
  ['bigscience', 'BigScience', 'FR', 'bigscience', 'bloom'],
  ['stability', 'Stability AI', 'GB', 'stabilityai', 'stability stability-ai'],
  ['arcee', 'Arcee AI', 'US', 'arcee-ai', 'arcee arcee_ai'],
  ['nousresearch', 'Nous Research', 'US', 'NousResearch', 'nous'],
  ['prime-intellect', 'Prime Intellect', 'US', 'PrimeIntellect', 'prime-intellect'],
  ['inclusionai', 'Ant Group', 'CN', 'inclusionAI', 'antgroup ant-group ant-ling'],
  ['openbmb', 'OpenBMB', 'CN', 'openbmb', 'minicpm'],
  ['baichuan', 'Baichuan', 'CN', 'baichuan-inc', 'baichuan'],
  ['baai', 'BAAI', 'CN', 'BAAI', ''],
  ['jina', 'Jina AI', 'DE', 'jinaai', 'jina jina-ai'],
  ['nomic', 'Nomic AI', 'US', 'nomic-ai', 'nomic'],
  ['jetbrains', 'JetBrains', 'CZ', 'JetBrains', ''],
  ['sarvam', 'Sarvam AI', 'IN', 'sarvamai', 'sarvam'],
  ['poolside', 'Poolside', 'US', 'poolside', ''],
  ['reka', 'Reka AI', 'US', 'RekaAI', 'reka'],
  ['essentialai', 'Essential AI', 'US', 'EssentialAI', 'essential-ai'],
  ['deepcogito', 'Deep Cogito', 'US', 'deepcogito', ''],
  ['deepreinforce', 'DeepReinforce', 'US', 'deepreinforce-ai', 'deepreinforce'],
  ['nex-agi', 'Nex AGI', 'CN', 'nex-agi', ''],
  ['kwaipilot', 'Kuaishou', 'CN', 'Kwaipilot', 'kuaishou'],
  ['meituan', 'Meituan', 'CN', 'meituan-longcat', 'meituan'],
  ['rednote', 'Xiaohongshu', 'CN', 'rednote-hilab', 'rednote'],
  ['speakleash', 'SpeakLeash', 'PL', 'speakleash', ''],
  ['swiss-ai', 'Swiss AI Initiative', 'CH', 'swiss-ai', ''],
  ['databricks', 'Databricks', 'US', 'databricks mosaicml', ''],
  ['snowflake', 'Snowflake', 'US', 'Snowflake', ''],
  ['xai', 'xAI', 'US', 'xai-org', 'x-ai'],
  ['black-forest-labs', 'Black Forest Labs', 'DE', 'black-forest-labs', 'bfl'],
  ['eleutherai', 'EleutherAI', 'US', 'EleutherAI', ''],
  ['lmsys', 'LMSYS', 'US', 'lmsys', ''],
  ['tinyllama', 'TinyLlama', 'SG', 'TinyLlama', ''],
  ['seallms', 'DAMO Academy SeaLLMs', 'SG', 'SeaLLMs', ''],
  ['skywork', 'Skywork AI', 'CN', 'Skywork', ''],
  ['nanbeige', 'Nanbeige', 'CN', 'Nanbeige', ''],
  ['teleai', 'China Telecom', 'CN', 'Tele-AI', ''],
  ['lightonai', 'LightOn', 'FR', 'lightonai', 'lighton'],
  ['apple', 'Apple', 'US', 'apple', ''],
  ['salesforce', 'Salesforce', 'US', 'Salesforce', ''],
  ['bigcode', 'BigCode', 'US', 'bigcode', ''],
  ['wizardlm', 'WizardLM', 'CN', 'WizardLMTeam WizardLM', ''],
  ['orion', 'OrionStar', 'CN', 'OrionStarAI', ''],
  ['funaudio', 'FunAudioLLM', 'CN', 'FunAudioLLM', ''],
  ['intfloat', 'E5', 'US', 'intfloat', ''],
  ['core42', 'Core42', 'AE', 'inceptionai core42', ''],
  ['rakuten', 'Rakuten', 'JP', 'Rakuten', ''],
];

/** Vendors that belong to another one. */
const PARENTS: Readonly<Record<string, string>> = { seallms: 'alibaba', funaudio: 'alibaba', wizardlm: 'microsoft' };

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

export const VENDORS: readonly VendorEntry[] = ROWS.map(([slug, name, country, organisations, aliases = '']) => ({
  slug,
  name,
  country,
  parentVendor: PARENTS[slug],
  hubOrganisations: words(organisations),
  aliases: words(aliases),
}));

/** Looks vendors up by hub organisation, slug or alias, case-insensitively. */
export class VendorRegistry {
  private readonly byName = new Map<string, VendorEntry>();

  /** Later entries win, so that an enterprise's own vendors extend or correct the built-in ones. */
  constructor(vendors: readonly VendorEntry[] = VENDORS) {
    for (const vendor of vendors) {
      for (const name of [vendor.slug, ...vendor.aliases, ...vendor.hubOrganisations]) {
        this.byName.set(name.toLowerCase(), vendor);
      }
    }
  }

  find(name: string): VendorEntry | undefined {
    return this.byName.get(name.trim().toLowerCase().replaceAll(' ', '-'));
  }
}

export const DEFAULT_VENDORS = new VendorRegistry();

/** Organisations that repackage the models of others; a model of theirs is an artifact, never a release. */
const REPACKAGERS = new Set(
  (
    'unsloth bartowski lmstudio-community mlx-community redhatai neuralmagic cyankiwi quanttrio cpatonn thebloke ' +
    'sgl-project intel gpustack xorbits modelscope ggml-org second-state maziyarpanahi junhowie solidrust amd ' +
    'casperhansen hugging-quants ista-daslab onnx-community systran friendliai qwopqwop nytopop lovedheart ' +
    'tclf90 mradermacher pytorch aqlm aphrodite ggerganov quantfactory xenova modularai mit-han-lab tensorrt'
  ).split(' '),
);

export function isRepackager(organisation: string): boolean {
  return REPACKAGERS.has(organisation.toLowerCase());
}
