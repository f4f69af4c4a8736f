import { dateIn, type NameDate } from './name-date.js';
import { spell, tokenise, withoutVendorPrefix } from './name-tokens.js';
import { isPacked, unpack } from './packaging.js';
import type { Kind, PostTraining, Quantisation, ReleaseFunction } from './vocabulary.js';

/** What the name of a model says by itself; absent means that the name does not say. */
export interface ReleaseName {
  /** The name without packaging and vendor prefix, lower-case: `qwen3-32b`. */
  readonly spelt: string;
  /** The same with every word apart: `qwen-3-32b`. */
  readonly normalised: string;
  readonly words: readonly string[];
  /** Sorted words that make this model another than its siblings: line, version, tier, function; no size, date or tuning. */
  readonly core: readonly string[];
  readonly generation?: readonly number[];
  /** Letter of the naming scheme (`R` of DeepSeek-R1, `K` of Kimi-K2); generations compare only within one scheme. */
  readonly scheme?: string;
  readonly function: ReleaseFunction;
  readonly tier?: string;
  readonly totalParamsB?: number;
  readonly activeParamsB?: number;
  /** Parameters that count at run time by the vendor's own reckoning (`E4B`): neither total nor active. */
  readonly effectiveParamsB?: number;
  readonly experts?: number;
  readonly contextTokens?: number;
  readonly date?: NameDate;
  readonly postTraining?: PostTraining;
  readonly kind?: Kind;
  readonly isPreview: boolean;
  readonly packaging: readonly string[];
  readonly quantisation?: Quantisation;
  /** Whether stored values hold several parameters each, so that their number is no parameter count. */
  readonly isPacked: boolean;
}

const TUNING: Readonly<Record<string, PostTraining>> = {
  instruct: 'INSTRUCT',
  instruction: 'INSTRUCT',
  it: 'INSTRUCT',
  chat: 'INSTRUCT',
  thinking: 'THINKING',
  think: 'THINKING',
  reasoning: 'THINKING',
  base: 'BASE',
  pt: 'BASE',
  pretrained: 'BASE',
};

const TIERS = new Set(
  (
    'flash air pro mini small medium large nano super ultra scout maverick max plus lite micro tiny next edge xs xl moe ' +
    'nemo terminus h'
  ).split(' '),
);

const KIND_WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(rerank|reranker|nvrerank)$/, 'RERANK'],
  [
    /^(embed|embedding|embeddings|embedcode|nemoretriever|embeddinggemma|colbert|gte|e5|bge|minilm|mpnet|sfr)$/,
    'EMBEDDING',
  ],
  [/^(guard|guardian|safeguard|safety|shieldgemma|shield|moderation|pii|wildguard|llamaguard)$/, 'GUARD'],
  [/^(ocr|paddleocr|olmocr|lightonocr|docling|mineru|ovisocr|parse|got)$/, 'OCR'],
  [
    /^(tts|asr|whisper|speech|voice|voicechat|voxtral|cosyvoice|sensevoice|sensevoicesmall|audio|dia|stt|parakeet|canary)$/,
    'SPEECH',
  ],
  [/^(image|flux|sdxl|diffusion|wan|t2v|i2v|t2i|klein|kontext|nextstep|bagel)$/, 'IMAGE'],
  [/^(translate|translation|translategemma|mt)$/, 'TRANSLATION'],
  [/^(draft|eagle|eagle3|speculator|speculator\.eagle3|assistant|mtp)$/, 'DRAFT'],
];

const FUNCTION_WORDS: readonly (readonly [RegExp, ReleaseFunction])[] = [
  [/^(omni|multimodal)$/, 'OMNI'],
  [/^(coder|code|codestral|devstral|codegemma|codellama|codegeex|starcoder|starcoder2)$/, 'CODER'],
  [/^(vl|v|vision|pixtral|qvq|paligemma|paligemma2|molmo|molmo2|internvl|vl2|ocr)$/, 'VISION'],
  [/^(math|prover|mathstral)$/, 'MATH'],
];

const PREVIEW = /^(preview|exp|experimental|speciale|alpha|beta|rc\d*)$/;

/** Lines that other vendors build upon; the version after one belongs to the base, not to the model built on it. */
const BASE_LINES = new Set(['llama', 'qwen', 'gemma', 'mistral', 'phi', 'deepseek', 'glm']);
const OWN_MARKS =
  /^(nemotron|minitron|nemoretriever|lion|sealion|hermes|tulu|euryale|lunaris|hanami|stheno|cogito|dolphin|seallm|openchat|zephyr)$/;

/** Names that were read: hosts, facts and comparisons repeat the same few thousand. */
const READ = new Map<string, ReleaseName>();
const MAX_READ = 20_000;

/** Reads a model name (with or without an organisation in front) without asking any table of known models. */
export function parseReleaseName(raw: string): ReleaseName {
  const bare = raw.slice(raw.lastIndexOf('/') + 1);
  const known = READ.get(bare);
  if (known !== undefined) return known;
  if (READ.size >= MAX_READ) READ.clear();
  const name = readName(bare);
  READ.set(bare, name);
  return name;
}

function readName(bare: string): ReleaseName {
  const unpacked = unpack(bare);
  const spelt = spell(withoutVendorPrefix(unpacked.base));
  const words = tokenise(spelt);
  const dated = dateIn(words);
  const undated = words.filter(
    (_, index) => dated === undefined || index < dated.at || index >= dated.at + dated.length,
  );
  const sizes = readSizes(undated);
  const rest = undated.filter((_, index) => !sizes.used.has(index));
  const core = rest.filter((word) => !(word in TUNING) && !PREVIEW_ONLY.test(word));
  const postTraining = rest.map((word) => TUNING[word]).findLast((found) => found !== undefined);
  const functionName = matchIn(FUNCTION_WORDS, rest) ?? 'GENERAL';
  const tiers = rest.filter((word) => TIERS.has(word));
  return {
    spelt,
    normalised: words.join('-'),
    words,
    core: coreOf(core),
    ...readGeneration(rest),
    function: functionName,
    tier: tiers.length === 0 ? undefined : tiers.join('-'),
    totalParamsB: sizes.totalParamsB,
    activeParamsB: sizes.activeParamsB,
    effectiveParamsB: sizes.effectiveParamsB,
    experts: sizes.experts,
    contextTokens: sizes.contextTokens,
    date: dated?.date,
    postTraining,
    kind: matchIn(KIND_WORDS, rest) ?? (postTraining === 'BASE' ? 'BASE' : undefined),
    isPreview: rest.some((word) => PREVIEW.test(word)),
    packaging: unpacked.packaging,
    quantisation: unpacked.quantisation,
    isPacked: isPacked(unpacked.quantisation, unpacked.packaging),
  };
}

const PREVIEW_ONLY = /^(latest)$/;

/** `v1` beside another version says nothing, hosts leave it out; `V3.2` and `3.2` are one version, and so are `4.0` and `4`. */
function coreOf(words: readonly string[]): readonly string[] {
  const versions = words.filter((word) => VERSION.test(word));
  const telling = words.filter((word) => word !== 'v1' || versions.length === 1);
  return [...new Set(telling.map((word) => word.replace(/^v(?=\d)/, '').replace(/^(\d+)\.0$/, '$1')))].sort();
}

function matchIn<T>(table: readonly (readonly [RegExp, T])[], words: readonly string[]): T | undefined {
  return table.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1];
}

interface Sizes {
  totalParamsB?: number;
  activeParamsB?: number;
  effectiveParamsB?: number;
  experts?: number;
  contextTokens?: number;
  readonly used: Set<number>;
}

const UNIT_B: Readonly<Record<string, number>> = { t: 1000, b: 1, m: 0.001 };
/** Counts of millions below this are context lengths (`1M`), from here on parameters (`22m`, `270m`). */
const SMALLEST_MODEL_M = 14;

function readSizes(words: readonly string[]): Sizes {
  const sizes: Sizes = { used: new Set() };
  words.forEach((word, index) => {
    if (readSize(word, words[index + 1], words, sizes)) sizes.used.add(index);
  });
  return sizes;
}

function readSize(word: string, next: string | undefined, words: readonly string[], sizes: Sizes): boolean {
  const plain = /^(a|e)?(\d+(?:\.\d+)?)(t|b|m)$/.exec(word);
  if (plain !== null) return readCount(plain, next, words, sizes);
  const experts = /^(\d+)e$/.exec(word);
  if (experts !== null) {
    sizes.experts = Number(experts[1]);
    return true;
  }
  const context = /^(\d+)k$/.exec(word);
  if (context !== null) {
    sizes.contextTokens = Number(context[1]) * 1024;
    return true;
  }
  // Command R7B: the size is part of the model's own name.
  const named = /^r(\d+)b$/.exec(word);
  if (named !== null) sizes.totalParamsB = Number(named[1]);
  return false;
}

function readCount(match: RegExpExecArray, next: string | undefined, words: readonly string[], sizes: Sizes): boolean {
  const [, mark, digits = '', unit = ''] = match;
  const count = Number(digits);
  if (unit === 'm' && mark === undefined && count < SMALLEST_MODEL_M) {
    sizes.contextTokens = count * 1_000_000;
    return true;
  }
  const params = Number((count * (UNIT_B[unit] ?? 1)).toPrecision(12));
  if (mark === 'a') sizes.activeParamsB = params;
  // E4B stays a word of the core: it is the model's name, and siblings differ in it alone.
  else if (mark === 'e') sizes.effectiveParamsB = params;
  else if (isActiveCount(next, words)) sizes.activeParamsB = params;
  else if (sizes.totalParamsB !== undefined && words.includes('olmoe')) {
    // OLMoE names the active parameters first.
    sizes.activeParamsB = sizes.totalParamsB;
    sizes.totalParamsB = params;
  } else sizes.totalParamsB ??= params;
  return mark !== 'e';
}

/** Llama 4 counts active parameters and experts: `17B-16E` are 17 B active. */
function isActiveCount(next: string | undefined, words: readonly string[]): boolean {
  if (next !== undefined && /^\d+e$/.test(next)) return true;
  return words.includes('llama') && words.some((word) => word === 'scout' || word === 'maverick');
}

const VERSION = /^([vkmrh]?)(\d{1,2}(?:\.\d+)*)n?$/;

interface Version {
  readonly prefix: string;
  readonly tuple: readonly number[];
  readonly isForeign: boolean;
}

/** The version of the model's own line; a revision behind it (`v1.5`) continues it, the version of a foreign base does not count. */
function readGeneration(words: readonly string[]): { generation?: readonly number[]; scheme?: string } {
  const own = versionsIn(words).filter((version) => !version.isForeign);
  const [first] = own;
  if (first === undefined) return { generation: undefined, scheme: undefined };
  const revision = own.slice(1).find((version) => version.prefix === 'v');
  return {
    generation: [...first.tuple, ...(revision?.tuple ?? [])],
    // "V3" and "3" are one way to count, "R1", "K2" and "M2" are others.
    scheme: first.prefix === 'v' ? '' : first.prefix.toUpperCase(),
  };
}

function versionsIn(words: readonly string[]): readonly Version[] {
  const hasOwnMark = words.some((word) => OWN_MARKS.test(word));
  const firstBase = words.findIndex((word) => BASE_LINES.has(word));
  return words.flatMap((word, index) => {
    const match = VERSION.exec(word);
    if (match === null) return [];
    const before = words[index - 1] ?? '';
    const isBaseVersion = BASE_LINES.has(before) && match[1] === '';
    const isForeign = isBaseVersion && (hasOwnMark || index - 1 > firstBase);
    return [{ prefix: match[1] ?? '', tuple: (match[2] ?? '').split('.').map(Number), isForeign }];
  });
}
