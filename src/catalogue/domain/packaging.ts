import type { Quantisation } from './vocabulary.js';

/** A name without its packaging, and what the packaging said. */
export interface Unpacked {
  readonly base: string;
  /** The tails that were taken off, in the order of the name: `AWQ`, `GGUF`, `Q4_K_M`. */
  readonly packaging: readonly string[];
  readonly quantisation?: Quantisation;
}

const PACKAGING = [
  'fp(?:4|8|16|32)(?:[-_](?:dynamic|block|kv|static))?',
  'bf16',
  'f16',
  'int[248](?:mix)?(?:[-_](?:mixed|ar|awq|autoround|ec))*',
  'awq',
  'gptq(?:[-_]?(?:v2|pro))?',
  'g?gguf',
  'ggml',
  'mlx',
  'nvfp4(?:[-_](?:v\\d|qad|mtp|turbo))*',
  'mxfp[48](?:[-_]q8)?',
  'quantized',
  'quant',
  'w\\d+a\\d+',
  'bnb',
  '\\d(?:\\.\\d+)?-?bits?',
  'iq\\d[_-][a-z]+',
  'q\\d(?:[_-](?:k|0|1))(?:[_-](?:[sml]|xl))?',
  'ud',
  'qat',
  'dwq',
  'exl[23]',
  'onnx',
  'openvino',
  'autoround',
  'unsloth',
  'hf',
  'safetensors',
  '\\d+g',
  'g\\d+',
  'dflash',
  'trt',
  'llamafile',
].join('|');

const TAIL = new RegExp(`[-_.](?:${PACKAGING})$`, 'i');

const QUANTISATIONS: readonly (readonly [RegExp, Quantisation])[] = [
  [/^nvfp4/, 'NVFP4'],
  [/^mxfp4/, 'MXFP4'],
  [/^(fp8|mxfp8)/, 'FP8'],
  [/^awq/, 'AWQ'],
  [/^(gptq|w4a16)/, 'GPTQ_INT4'],
  [/^(int8|w8a8|w8a16)/, 'INT8'],
  [/^int4/, 'GPTQ_INT4'],
  [/^q8[_-]0/, 'Q8_0'],
  [/^q6[_-]k/, 'Q6_K'],
  [/^q5[_-]k/, 'Q5_K_M'],
  [/^q4[_-]k/, 'Q4_K_M'],
  [/^(bf16|fp16|f16)/, 'BF16'],
];

/** The quantisation that a source's own word for it means (`FP8`, `gptq-int4`, `Q4_K_M`), undefined where there is no equal. */
export function quantisationOf(word: string): Quantisation | undefined {
  const lower = word.toLowerCase();
  return QUANTISATIONS.find(([pattern]) => pattern.test(lower))?.[1];
}

/** Takes the packaging off the end of a model name: `Qwen3-32B-GPTQ-Int4` → `Qwen3-32B`, GPTQ_INT4. */
export function unpack(name: string): Unpacked {
  let base = name.replace(/[-_.]?\{quantization\}/gi, '');
  const packaging: string[] = [];
  for (let tail = TAIL.exec(base); tail !== null && tail.index > 0; tail = TAIL.exec(base)) {
    packaging.unshift(tail[0].slice(1));
    base = base.slice(0, tail.index);
  }
  const joined = packaging.join('-');
  // GPTQ-Int8 keeps its eight bits although it says GPTQ first; AWQ-8bit likewise.
  const eightBit = /(gptq|awq).*(int8|8bit)/i.test(joined) && !/int4/i.test(joined);
  const quantisation = eightBit ? 'INT8' : packaging.map(quantisationOf).find((found) => found !== undefined);
  return { base, packaging, quantisation };
}

/** Bits that pack several parameters into one stored value, so that stored counts are not parameter counts. */
export function isPacked(quantisation: Quantisation | undefined, packaging: readonly string[]): boolean {
  if (quantisation !== undefined) return quantisation !== 'BF16';
  return packaging.some((word) => !/^(hf|safetensors|fp32|qat|unsloth)$/i.test(word));
}
