import { normaliseLicenceId } from '../../catalogue/domain/licence.js';
import type { ReleaseFacts } from './facts.js';
import { sizeRatio } from './reasons.js';
import { rounded, signed } from './score.js';
import { CANDIDATE_REASONS } from './vocabulary.js';
import type { CandidateReason, ModelReason } from './vocabulary.js';
import { licenceWords, sizeWords } from './words.js';

/** Memory of both in GB; estimated where the cache of either could not be reckoned. */
export interface NeedGB {
  readonly candidate: number;
  readonly inUse: number;
  readonly estimated: boolean;
}

export interface TitleSubject {
  readonly candidate: ReleaseFacts;
  readonly inUse: ReleaseFacts;
  /** Name of the model that runs it. */
  readonly model: string;
  readonly tools: number;
  readonly reasons: readonly CandidateReason[];
  /** Memory in GB for the same tool; undefined where either is unknown. */
  readonly needGB?: NeedGB;
  /** Largest change of quality among the tools, in profile points. */
  readonly deltaQ?: number;
}

/** `Gemma 4 31B could replace Gemma 3 27B in 6 tools: same family, newer, licence now Apache-2.0, needs 62 GB more`. */
export function titleOf(subject: TitleSubject): string {
  const { candidate, inUse, model, tools } = subject;
  const told = CANDIDATE_REASONS.filter((reason) => subject.reasons.includes(reason)).map((reason) =>
    PHRASE[reason](subject),
  );
  const parts = [...told, licencePhrase(candidate, inUse), memoryPhrase(subject)].filter((part) => part !== undefined);
  return `${candidate.displayName} could replace ${model} in ${countOf(tools)}: ${parts.join(', ')}`;
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

function licencePhrase(candidate: ReleaseFacts, inUse: ReleaseFacts): string | undefined {
  if (candidate.licenceId === undefined) return 'licence unknown';
  const [now, before] = [candidate.licenceId, inUse.licenceId ?? ''].map(normaliseLicenceId);
  return now === before ? undefined : `licence now ${licenceWords(candidate.licenceId)}`;
}

const NOTEWORTHY_CHANGE = 0.05;
/** In powers of two. */
const NOTEWORTHY_SIZE = 0.5;

/** Where memory is unknown, the parameters tell that it is another size. */
function memoryPhrase({ needGB, candidate, inUse }: TitleSubject): string | undefined {
  if (needGB === undefined) {
    const ratio = sizeRatio(candidate, inUse) ?? 1;
    return Math.abs(Math.log2(ratio)) < NOTEWORTHY_SIZE ? undefined : sizeWords(ratio);
  }
  const more = needGB.candidate - needGB.inUse;
  if (Math.abs(more) < NOTEWORTHY_CHANGE * needGB.inUse) return undefined;
  return `needs ${needGB.estimated ? 'about ' : ''}${rounded(Math.abs(more))} GB ${more > 0 ? 'more' : 'less'}`;
}

export interface ModelTitleSubject {
  readonly reason: ModelReason;
  /** Name of the model. */
  readonly model: string;
  readonly tools: number;
  readonly candidates: number;
  /** What happened, as a clause without a full stop. */
  readonly because: string;
}

const MODEL_PHRASE: Readonly<Record<ModelReason, string>> = {
  END_OF_SUPPORT: 'loses its support',
  LICENCE_CHANGE: 'is under new licence terms',
  POLICY_VIOLATION: 'breaks the policy',
};

/** `Llama 3.3 70B breaks the policy (3 tools): …; 2 candidates`. */
export function modelTitleOf({ reason, model, tools, candidates, because }: ModelTitleSubject): string {
  const ways = candidates === 0 ? 'no candidate yet' : candidates === 1 ? '1 candidate' : `${candidates} candidates`;
  return `${model} ${MODEL_PHRASE[reason]} (${countOf(tools)}): ${because}; ${ways}`;
}
