import { normaliseLicenceId } from '../../catalogue/domain/licence.js';
import type { Capability, LicenceClass, Modality } from '../../catalogue/domain/vocabulary.js';
import type { DataClass, Hosting } from '../../portfolio/domain/vocabulary.js';
import type { ScoreTerm } from '../../policy/domain/policy.js';
import { percent, rounded } from './score.js';
import type { GateName } from './vocabulary.js';

/** How the sentences of a finding call what the rules know by a code. */
export const LICENCE_CLASS_WORDS: Readonly<Record<LicenceClass, string>> = {
  OSI_PERMISSIVE: 'a permissive open-source licence',
  PERMISSIVE_WITH_CONDITIONS: 'a permissive licence with conditions',
  COMMUNITY_RESTRICTED: 'a community licence with restrictions',
  RESEARCH_ONLY: 'a licence for research only',
  PROPRIETARY: 'a proprietary licence',
  UNKNOWN: 'a licence that nobody has classified',
};

/** Ids are kept in lower case; people know these by another spelling. */
const LICENCE_NAMES: Readonly<Record<string, string>> = {
  'apache-2.0': 'Apache-2.0',
  mit: 'MIT',
  'modified-mit': 'Modified MIT',
  'kimi-k2-modified-mit': 'Modified MIT (Kimi K2)',
  'minimax-m2-modified-mit': 'Modified MIT (MiniMax M2)',
  'minimax-community': 'the MiniMax Community License',
  'mistral-modified-mit': 'Modified MIT with a revenue limit',
  'nvidia-open-model-license': 'the NVIDIA Open Model License',
  deepseek: 'the DeepSeek License',
  gemma: 'the Gemma Terms of Use',
  qwen: 'the Qwen License',
  'llama3.1': 'the Llama 3.1 Community License',
  'llama3.3': 'the Llama 3.3 Community License',
  llama4: 'the Llama 4 Community License',
};

/** `apache-2.0` → Apache-2.0; an id without a better name as it is. */
export const licenceWords = (licenceId: string): string => LICENCE_NAMES[normaliseLicenceId(licenceId)] ?? licenceId;

/** `the Gemma Terms of Use` → The Gemma Terms of Use. */
export const atStart = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A share of a size: 17 % of its size, the same size, 5 times its size. */
export function sizeWords(ratio: number): string {
  if (Math.round(100 * ratio) === 100) return 'the same size';
  return ratio >= 2 ? `${rounded(ratio)} times its size` : `${percent(ratio)} of its size`;
}

export const HOSTING_WORDS: Readonly<Record<Hosting, string>> = {
  IN_HOUSE: 'in-house',
  PRIVATE_CLOUD: 'in the private cloud',
  EXTERNAL: 'at an external host',
};

/** At the beginning of a sentence. */
export const DATA_CLASS_WORDS: Readonly<Record<DataClass, string>> = {
  PUBLIC: 'Public data',
  INTERNAL: 'Internal data',
  CONFIDENTIAL: 'Confidential data',
  RESTRICTED: 'Restricted data',
};

export const NEED_WORDS: Readonly<Record<Capability | Modality, string>> = {
  REASONING: 'reasoning',
  TOOL_CALL: 'tool calls',
  STRUCTURED_OUTPUT: 'structured output',
  TEXT: 'text input',
  IMAGE: 'image input',
  AUDIO: 'audio input',
  VIDEO: 'video input',
  PDF: 'PDF input',
  EMBEDDING: 'embeddings',
};

export const GATE_WORDS: Readonly<Record<GateName, string>> = {
  CAPABILITY: 'capabilities',
  CONTEXT: 'context length',
  LICENCE: 'licence',
  HOSTING: 'hosting',
  FOOTPRINT: 'memory',
  LANGUAGE: 'languages',
  ORIGIN: 'origin',
  MATURITY: 'maturity',
  SUPPORT: 'support',
};

export const TERM_WORDS: Readonly<Record<ScoreTerm, string>> = {
  quality: 'quality',
  cost: 'cost',
  footprint: 'memory',
  language: 'languages',
  support: 'support',
  switchingEase: 'ease of the switch',
  diversification: 'diversification',
};

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const countryNames = new Intl.DisplayNames('en', { type: 'region' });
const known = new Map<string, string>();

/** `zh` → Chinese; a code that nobody knows stays one. */
export const languageWords = (codes: readonly string[]): string =>
  codes.map((code) => named(languageNames, code)).join(', ');

/** `CN` → China. */
export const countryWords = (code: string): string => named(countryNames, code);

/** Looked up once per code: a lookup takes longer than all else that a gate does. */
function named(names: Intl.DisplayNames, code: string): string {
  const found = known.get(code) ?? nameOf(names, code);
  known.set(code, found);
  return found;
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
