import { normaliseLicenceId } from '../../catalogue/domain/licence.js';
import type { ReleaseFacts } from './facts.js';
import { rounded, signed } from './score.js';
import { CANDIDATE_REASONS } from './vocabulary.js';
import type { CandidateReason, ModelReason } from './vocabulary.js';

/** Memory of both in GB; estimated where the cache of either could not be reckoned. */
export interface NeedGB {
  readonly candidate: number;
  readonly inUse: number;
  readonly estimated: boolean;
}

export interface TitleSubject {
  readonly candidate: ReleaseFacts;
  readonly inUse: ReleaseFacts;
  readonly tools: number;
  readonly reasons: readonly CandidateReason[];
  /** Memory in GB for the same tool; undefined where either is unknown. */
  readonly needGB?: NeedGB;
  /** Largest change of quality among the tools, in profile points. */
  readonly deltaQ?: number;
}

/** `Gemma 4 31B could replace Gemma 3 27B in 6 tools: same family, newer, licence now Apache-2.0, needs 62 GB more`. */
export function titleOf(subject: TitleSubject): string {
  const { candidate, inUse, tools } = subject;
  const told = CANDIDATE_REASONS.filter((reason) => subject.reasons.includes(reason)).map((reason) =>
    PHRASE[reason](subject),
  );
  const parts = [...told, licencePhrase(candidate, inUse), memoryPhrase(subject)].filter((part) => part !== undefined);
  return `${candidate.displayName} could replace ${inUse.displayName} in ${countOf(tools)}: ${parts.join(', ')}`;
}

const countOf = (tools: number): string => (tools === 1 ? '1 tool' : `${tools} tools`);

const PHRASE: Readonly<Record<CandidateReason, (subject: TitleSubject) => string>> = {
  SUCCESSOR_DECLARED: ({ inUse }) => `named its successor by ${inUse.vendor.name}`,
  NEWER_GENERATION: () => 'same family, newer',
  QUALITY_GAIN: ({ deltaQ }) => (deltaQ === undefined ? 'better quality' : `quality ${signed(deltaQ)} points`),
  COST_GAIN: () => 'cheaper to run',
  FOOTPRINT_GAIN: () => 'smaller',
  LANGUAGE_GAIN: () => 'covers a language that is missing today',
  CONCENTRATION_RELIEF: () => 'relieves a breached concentration limit',
};

/** Ids are kept in lower case; people know these by another spelling. */
const LICENCE_NAMES: Readonly<Record<string, string>> = {
  'apache-2.0': 'Apache-2.0',
  mit: 'MIT',
  'modified-mit': 'Modified MIT',
  'kimi-k2-modified-mit': 'Modified MIT',
  'minimax-m2-modified-mit': 'Modified MIT',
  'mistral-modified-mit': 'Modified MIT with a revenue limit',
  gemma: 'the Gemma terms',
  'llama3.3': 'the Llama 3.3 licence',
  llama4: 'the Llama 4 licence',
};

function licencePhrase(candidate: ReleaseFacts, inUse: ReleaseFacts): string | undefined {
  if (candidate.licenceId === undefined) return 'licence unknown';
  const id = normaliseLicenceId(candidate.licenceId);
  if (inUse.licenceId !== undefined && id === normaliseLicenceId(inUse.licenceId)) return undefined;
  return `licence now ${LICENCE_NAMES[id] ?? candidate.licenceId}`;
}

const NOTEWORTHY_CHANGE = 0.05;

function memoryPhrase({ needGB }: TitleSubject): string | undefined {
  if (needGB === undefined) return undefined;
  const more = needGB.candidate - needGB.inUse;
  if (Math.abs(more) < NOTEWORTHY_CHANGE * needGB.inUse) return undefined;
  return `needs ${needGB.estimated ? 'about ' : ''}${rounded(Math.abs(more))} GB ${more > 0 ? 'more' : 'less'}`;
}

export interface ModelTitleSubject {
  readonly reason: ModelReason;
  readonly inUse: ReleaseFacts;
  readonly tools: number;
  readonly candidates: number;
  /** What happened, as a clause without a full stop. */
  readonly because: string;
}

const MODEL_PHRASE: Readonly<Record<ModelReason, string>> = {
  END_OF_SUPPORT: 'loses its support',
  LICENCE_CHANGE: 'has new licence terms',
  POLICY_VIOLATION: 'breaks the policy',
};

/** `Llama 3.3 70B breaks the policy in 3 tools: …; 2 candidates`. */
export function modelTitleOf({ reason, inUse, tools, candidates, because }: ModelTitleSubject): string {
  const ways = candidates === 0 ? 'no candidate yet' : candidates === 1 ? '1 candidate' : `${candidates} candidates`;
  return `${inUse.displayName} ${MODEL_PHRASE[reason]} in ${countOf(tools)}: ${because}; ${ways}`;
}
