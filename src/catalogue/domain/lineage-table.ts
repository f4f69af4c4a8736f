import type { ReleaseName } from './release-name.js';
import type { Kind, PostTraining, ReleaseFunction } from './vocabulary.js';

/** Raised with every change of the table below, so that a stored classification names the table it was made by. */
export const LINEAGE_VERSION = 2;

/** One line of a vendor's models: which names belong to it, and what of the name means otherwise than usual. */
export interface Line {
  readonly vendor: string;
  readonly line: string;
  /** Matched against the normalised name; anchored lines also tell the vendor of a name without an organisation. */
  readonly match: RegExp;
  readonly kind?: Kind;
  readonly function?: ReleaseFunction;
  readonly postTraining?: PostTraining;
  /** Whether a name without any tuning word is the pre-trained base model. */
  readonly isPlainBase?: (name: ReleaseName) => boolean;
}

type Extra = Partial<Pick<Line, 'kind' | 'function' | 'postTraining' | 'isPlainBase'>>;

const line = (vendor: string, name: string, match: RegExp, extra: Extra = {}): Line => ({
  vendor,
  line: name,
  match,
  ...extra,
});

const major = (name: ReleaseName): number => name.generation?.[0] ?? 0;
const always = (): boolean => true;
/** Up to Qwen2.5 the plain name is the base model; from Qwen3 on it is the tuned one. */
const isPlainQwenBase = (name: ReleaseName): boolean =>
  /^(qwen-([12](\.\d)?)-|qwen-\d+(\.\d+)?b$|codeqwen)/.test(name.normalised) && !/omni|audio|-vl/.test(name.normalised);
const CODER: Extra = { function: 'CODER' };
const EMBEDDING: Extra = { kind: 'EMBEDDING' };
const IMAGE: Extra = { kind: 'IMAGE' };
const SPEECH: Extra = { kind: 'SPEECH' };
const GUARD: Extra = { kind: 'GUARD' };

/** The first match wins: a vendor's own name stands before the base it builds upon. */
export const LINES: readonly Line[] = [
  line('aisingapore', 'sea-lion', /(^|-)sea-?lion/),
  line('nvidia', 'nemotron-guard', /nemotron.*(safety|guard)/, GUARD),
  line('nvidia', 'nemotron-retriever', /nemo(tron|retriever).*(embed|rerank)|embed-nemotron|nemoretriever/),
  line('nvidia', 'nemotron-cascade', /nemotron-cascade/),
  line('nvidia', 'nemotron-nano', /nemotron.*-nano/),
  line('nvidia', 'nemotron-super', /nemotron.*-super/),
  line('nvidia', 'nemotron-ultra', /nemotron.*-ultra/),
  line('nvidia', 'nemotron', /nemotron/),
  line('nvidia', 'minitron', /minitron/),
  line('nvidia', 'cosmos-world', /^cosmos-(predict|transfer)/, IMAGE),
  line('nvidia', 'cosmos', /^cosmos/),
  line('nvidia', 'nv-embed', /^nv-embed/, EMBEDDING),
  line('allenai', 'tulu', /tulu/),
  line('allenai', 'olmo', /^(olmo|olmoe)(-|$)/, { isPlainBase: always }),
  line('allenai', 'olmocr', /^olmocr/, { kind: 'OCR' }),
  line('allenai', 'molmo', /^molmo/, { function: 'VISION' }),
  line('google', 'codegemma', /^codegemma/, { ...CODER, isPlainBase: always }),
  line('google', 'medgemma', /^medgemma/),
  line('google', 'paligemma', /^(google-)?paligemma/, { function: 'VISION' }),
  line('google', 'shieldgemma', /^shieldgemma/, GUARD),
  line('google', 'embeddinggemma', /^embeddinggemma/, EMBEDDING),
  line('google', 'translategemma', /^translategemma/, { kind: 'TRANSLATION' }),
  line('google', 't5gemma', /^t5gemma/),
  line('google', 'diffusiongemma', /^diffusiongemma/),
  line('google', 'gemma', /^gemma(-|$)/, { isPlainBase: always }),
  line('alibaba', 'qwen-image', /^(qwen-image|z-image)/, IMAGE),
  line('alibaba', 'wan', /^wan/, IMAGE),
  line('alibaba', 'qwen-guard', /^qwen-\d+(\.\d+)?-?guard/, GUARD),
  line('alibaba', 'tongyi-deepresearch', /^tongyi/),
  line('alibaba', 'qwen', /^(qwen|qwq|qvq|codeqwen)/, { isPlainBase: isPlainQwenBase }),
  line('deepseek', 'deepseek', /^deepseek/, {
    isPlainBase: (name) => /^deepseek-(v2(-lite)?|moe-16b)$/.test(name.normalised),
  }),
  line('deepseek', 'janus', /^janus/),
  line('openai', 'gpt-oss-safeguard', /^gpt-oss-safeguard/, GUARD),
  line('openai', 'gpt-oss', /^gpt-oss/, { postTraining: 'THINKING' }),
  line('openai', 'whisper', /^whisper/, SPEECH),
  // Moonlight's plain repository holds the pre-trained weights, "-Instruct" the tuned ones.
  line('moonshotai', 'kimi', /^(kimi|moonlight)/, { isPlainBase: (name) => /^moonlight/.test(name.normalised) }),
  line('zai', 'autoglm', /^autoglm/),
  line('zai', 'glm-image', /^(glm-image|cogview|cogvideo)/, IMAGE),
  line('zai', 'glm-ocr', /^glm-ocr/, { kind: 'OCR' }),
  line('zai', 'cogagent', /^(cogagent|cogvlm)/, { function: 'VISION' }),
  line('zai', 'glm', /^(glm|chatglm|codegeex)/, { isPlainBase: (name) => name.normalised === 'glm-4-9b' }),
  line('minimax', 'minimax', /^minimax/),
  line('meta', 'llama-guard', /^(llama-(prompt-)?guard|llamaguard|prompt-guard)/, GUARD),
  line('meta', 'codellama', /^codellama/, { ...CODER, isPlainBase: always }),
  line('meta', 'llama', /^llama/, { isPlainBase: always }),
  line('mistral', 'devstral', /^devstral/, CODER),
  line('mistral', 'codestral', /^(mamba-)?codestral/, CODER),
  line('mistral', 'magistral', /^magistral/, { postTraining: 'THINKING' }),
  line('mistral', 'ministral', /^ministral/),
  line('mistral', 'mathstral', /^mathstral/, { function: 'MATH' }),
  line('mistral', 'pixtral', /^pixtral/, { function: 'VISION' }),
  line('mistral', 'voxtral', /^voxtral/, SPEECH),
  line('mistral', 'mixtral', /^(open-)?mixtral/, { isPlainBase: always }),
  line('mistral', 'mistral-nemo', /^(open-)?mistral-nemo/),
  line('mistral', 'mistral-small', /^mistral-small/),
  line('mistral', 'mistral-medium', /^mistral-medium/),
  line('mistral', 'mistral-large', /^mistral-large/),
  line('mistral', 'mistral', /^(open-)?mistral(-|$)/, { isPlainBase: always }),
  line('microsoft', 'phi', /^phi(-|$)/),
  line('microsoft', 'wizardlm', /^wizardlm/),
  line('microsoft', 'florence', /^florence/, { function: 'VISION' }),
  line('ibm', 'granite-guardian', /^granite-guardian/, GUARD),
  line('ibm', 'granite-embedding', /^granite-embedding/, EMBEDDING),
  line('ibm', 'granite-speech', /^granite-speech/, SPEECH),
  line('ibm', 'granite-docling', /^granite-docling/, { kind: 'OCR' }),
  line('ibm', 'granite', /^granite/),
  line('cohere', 'aya', /^aya/),
  line('cohere', 'cohere-embed', /^embed/, EMBEDDING),
  line('cohere', 'north', /^north-/),
  line('cohere', 'command', /^command/),
  line('stepfun', 'step-image', /^nextstep/, IMAGE),
  line('stepfun', 'step', /^step(-|$)/),
  line('tencent', 'hunyuan-mt', /^(hunyuan|hy)-mt/, { kind: 'TRANSLATION' }),
  line('tencent', 'hunyuan-image', /^(hunyuanimage|hunyuan-image|hunyuanvideo)/, IMAGE),
  line('tencent', 'hunyuan', /^(hunyuan|hy)(-|$)/),
  line('xiaomi', 'mimo-tts', /^mimo-.*tts/, SPEECH),
  line('xiaomi', 'mimo', /^mimo/),
  line('baidu', 'paddleocr', /^paddleocr/, { kind: 'OCR' }),
  line('baidu', 'ernie-image', /^ernie-image/, IMAGE),
  line('baidu', 'ernie', /^ernie/),
  line('bytedance', 'seed-oss', /^seed-oss/),
  line('bytedance', 'ui-tars', /^ui-tars/, { function: 'VISION' }),
  line('bytedance', 'bagel', /^bagel/, IMAGE),
  line('lg', 'exaone', /^(exaone|k-exaone)/),
  line('tii', 'falcon', /^falcon/, { isPlainBase: (name) => /^falcon-\d+b$/.test(name.normalised) }),
  line('ai21', 'jamba', /^jamba/),
  line('01-ai', 'yi', /^yi(-|$)/, { isPlainBase: always }),
  line('liquid', 'lfm', /^lfm/),
  line('huggingface', 'smolvlm', /^smolvlm/, { function: 'VISION' }),
  line('huggingface', 'smollm', /^smollm/, { isPlainBase: (name) => major(name) < 3 }),
  line('huggingface', 'zephyr', /^zephyr/),
  line('servicenow', 'apriel', /^apriel/),
  line('upstage', 'solar', /^solar/),
  line('shanghai-ai-lab', 'internvl', /^internvl/, { function: 'VISION' }),
  line('shanghai-ai-lab', 'intern-s', /^intern-s/),
  line('shanghai-ai-lab', 'mineru', /^mineru/, { kind: 'OCR' }),
  line('shanghai-ai-lab', 'internlm', /^internlm/, { isPlainBase: always }),
  line('bigscience', 'bloom', /^bloom/, { isPlainBase: always }),
  line('stability', 'stable-diffusion', /^(stable-diffusion|sdxl|sd-)/, IMAGE),
  line('stability', 'stablelm', /^stablelm/),
  line('arcee', 'trinity', /^trinity/),
  line('arcee', 'afm', /^afm/),
  line('nousresearch', 'hermes', /^(nous-)?hermes/),
  line('prime-intellect', 'intellect', /^intellect/),
  line('inclusionai', 'ring', /^ring(-|$)/, { postTraining: 'THINKING' }),
  line('inclusionai', 'ling', /^ling(-|$)/),
  line('openbmb', 'minicpm', /^minicpm/),
  line('baichuan', 'baichuan', /^baichuan/),
  line('baai', 'bge', /^bge/, EMBEDDING),
  line('jina', 'jina', /^jina/),
  line('nomic', 'nomic-embed', /^nomic-embed/, EMBEDDING),
  line('jetbrains', 'mellum', /^mellum/, CODER),
  line('sarvam', 'sarvam', /^sarvam/),
  line('poolside', 'laguna', /^laguna/, CODER),
  line('reka', 'reka', /^reka/),
  line('essentialai', 'rnj', /^rnj/),
  line('deepcogito', 'cogito', /^cogito/),
  line('deepreinforce', 'ornith', /^ornith/),
  line('nex-agi', 'nex', /^nex(-|$)/),
  line('kwaipilot', 'kat', /^kat-/, CODER),
  line('meituan', 'longcat', /^longcat/),
  line('rednote', 'dots', /^dots/),
  line('speakleash', 'bielik', /^bielik/),
  line('swiss-ai', 'apertus', /^apertus/, { isPlainBase: always }),
  line('databricks', 'dbrx', /^(dbrx|mpt)/),
  line('snowflake', 'arctic', /^arctic|^snowflake-arctic/),
  line('xai', 'grok', /^grok/),
  line('black-forest-labs', 'flux', /^flux/, IMAGE),
  line('bigcode', 'starcoder', /^starcoder/, { ...CODER, isPlainBase: always }),
  line('seallms', 'seallms', /^seallm/),
  line('skywork', 'skywork', /^skywork/),
  line('nanbeige', 'nanbeige', /^nanbeige/),
  line('teleai', 'telechat', /^telechat/),
  line('lightonai', 'lightonocr', /^lightonocr/, { kind: 'OCR' }),
  line('funaudio', 'cosyvoice', /^(fun-)?(cosyvoice|sensevoice)/, SPEECH),
  line('intfloat', 'e5', /^(e-?5|multilingual-e-?5)/, EMBEDDING),
  line('core42', 'jais', /^jais/),
];

/** Names that vendors serve but whose weights they never published; hosts mark some of them open by mistake. */
const API_ONLY =
  /^(qwen-.*(plus|max|turbo)|qwen-3\.5-flash|qwen-3-coder-flash|qwen-mt|glm-5(-v)?-turbo|glm-4\.5-flash|mistral-medium(-(2312|2505|2508|3(\.1)?))?$|mistral-saba|(devstral|magistral)-medium-2507|codestral-(2405|2501|2508)|seed-(1|2)\.\d|kat-coder-pro|minimax-m2-her|mimo-v2-(pro|omni|tts)|mimo-v2\.5-tts|(coder|virtuoso)-large|maestro|spotlight|gemini|wan-v2\.6|step-3\.5-flash-2603|llama-3\.3-8b|command-(light-)?text|seedream)/;

/** Whether the vendor only serves this model and publishes no weights of it. */
export function isApiOnly(name: ReleaseName): boolean {
  return API_ONLY.test(name.normalised);
}

/** Hosts' names that say too little or otherwise than the repository, each stated by the vendor itself. */
export const KNOWN_ALIASES: ReadonlyMap<string, string> = new Map([
  ['mistral-nemo', 'mistralai/Mistral-Nemo-Instruct-2407'],
  ['open-mistral-nemo', 'mistralai/Mistral-Nemo-Instruct-2407'],
  ['mistral-nemo-12b-instruct', 'mistralai/Mistral-Nemo-Instruct-2407'],
  ['open-mixtral-8x7b', 'mistralai/Mixtral-8x7B-Instruct-v0.1'],
  ['mixtral-8x7b-instruct', 'mistralai/Mixtral-8x7B-Instruct-v0.1'],
  ['open-mixtral-8x22b', 'mistralai/Mixtral-8x22B-Instruct-v0.1'],
  ['mixtral-8x22b-instruct', 'mistralai/Mixtral-8x22B-Instruct-v0.1'],
  ['mistral-medium-2604', 'mistralai/Mistral-Medium-3.5-128B'],
  ['nemotron-120b-a12b', 'nvidia/NVIDIA-Nemotron-3-Super-120B-A12B'],
  ['nemotron-3-120b-a12b', 'nvidia/NVIDIA-Nemotron-3-Super-120B-A12B'],
  ['llama-3.2-11b-instruct', 'meta-llama/Llama-3.2-11B-Vision-Instruct'],
  ['labs-devstral-small-2512', 'mistralai/Devstral-Small-2-24B-Instruct-2512'],
  ['kimi-k2-0711-preview', 'moonshotai/Kimi-K2-Instruct'],
  ['kimi-k2-0905-preview', 'moonshotai/Kimi-K2-Instruct-0905'],
  ['deepseek-v3.1:671b', 'deepseek-ai/DeepSeek-V3.1'],
  ['cogito-2.1:671b', 'deepcogito/cogito-671b-v2.1'],
  ['rnj-1:8b', 'EssentialAI/rnj-1-instruct'],
  ['qwen3-235b-a22b-07-25', 'Qwen/Qwen3-235B-A22B-Instruct-2507'],
  ['lint-1t', 'inclusionAI/Ling-1T'],
  ['llama-3.2-11b', 'meta-llama/Llama-3.2-11B-Vision-Instruct'],
  ['llama-3.2-90b', 'meta-llama/Llama-3.2-90B-Vision-Instruct'],
  ['llama3-2-11b-instruct', 'meta-llama/Llama-3.2-11B-Vision-Instruct'],
  ['llama3-2-90b-instruct', 'meta-llama/Llama-3.2-90B-Vision-Instruct'],
  ['codestral-22b-instruct-v0.1', 'mistralai/Codestral-22B-v0.1'],
  ['mistral-large-2-instruct', 'mistralai/Mistral-Large-Instruct-2407'],
]);
