import type { PolicyDocument } from '../../policy/domain/policy.js';
import type { ToolNeeds } from '../../portfolio/domain/vocabulary.js';
import type { GateResult, Input, QualityResult, ReasonResult, ScoreResult } from './explanation.js';
import type { ReleaseFacts } from './facts.js';
import { fieldInput, listed } from './gate.js';
import { isSolid } from './quality.js';
import { percent, signed } from './score.js';
import type { AmountPair } from './score.js';
import type { CandidateReason, Eligibility } from './vocabulary.js';
import { languageWords, sizeWords } from './words.js';

/** A candidate that is newer and not ineligible, with all that a reason may be read from. */
export interface ReasonSubject {
  readonly candidate: ReleaseFacts;
  readonly inUse: ReleaseFacts;
  readonly tool: ToolNeeds;
  readonly policy: PolicyDocument;
  readonly gates: readonly GateResult[];
  readonly eligibility: Eligibility;
  readonly quality: QualityResult;
  readonly score: ScoreResult;
  readonly cost: AmountPair | undefined;
  readonly footprint: AmountPair | undefined;
  /** The breached limits that the swap brings back inside, in words. */
  readonly relief: readonly string[];
}

type Rule = (subject: ReasonSubject) => ReasonResult<CandidateReason> | undefined;

/** The reasons that hold, in the order in which candidates are ranked. */
export function candidateReasons(subject: ReasonSubject): readonly ReasonResult<CandidateReason>[] {
  return RULES.map((rule) => rule(subject)).filter((found) => found !== undefined);
}

/** Total parameters C/M; undefined where either is unknown. */
export const sizeRatio = (candidate: ReleaseFacts, inUse: ReleaseFacts): number | undefined =>
  candidate.totalParamsB === undefined || inUse.totalParamsB === undefined
    ? undefined
    : candidate.totalParamsB / inUse.totalParamsB;

/** The vendor itself names the candidate the successor of the release in use. */
export const isDeclaredSuccessor = (candidate: ReleaseFacts, inUse: ReleaseFacts): boolean =>
  inUse.declaredSuccessor !== undefined && inUse.declaredSuccessor.toLowerCase() === candidate.key.toLowerCase();

export const isSameFamily = (a: ReleaseFacts, b: ReleaseFacts): boolean =>
  a.family !== undefined && a.family === b.family && a.vendor.slug === b.vendor.slug;

/** Of one kind and function (a general model that takes images stands in for a vision model), and thinking-only only where wanted. */
export function isOfSameUse(candidate: ReleaseFacts, inUse: ReleaseFacts, needsReasoning: boolean): boolean {
  if (candidate.kind !== inUse.kind || candidate.function === undefined) return false;
  const takesOver =
    inUse.function === 'VISION' &&
    candidate.function === 'GENERAL' &&
    candidate.inputModalities?.includes('IMAGE') === true;
  if (candidate.function !== inUse.function && !takesOver) return false;
  return candidate.postTraining !== 'THINKING' || inUse.postTraining === 'THINKING' || needsReasoning;
}

/** Family, kind, function and size make the candidate a next generation, for a tool that may or may not want reasoning. */
export function isNextGeneration(
  candidate: ReleaseFacts,
  inUse: ReleaseFacts,
  needsReasoning: boolean,
  limits: { readonly sizeRatioMin: number; readonly sizeRatioMax: number },
): boolean {
  if (!isSameFamily(candidate, inUse) || !isOfSameUse(candidate, inUse, needsReasoning)) return false;
  const ratio = sizeRatio(candidate, inUse);
  return ratio === undefined || (ratio >= limits.sizeRatioMin && ratio <= limits.sizeRatioMax);
}

const successorDeclared: Rule = ({ candidate, inUse }) =>
  isDeclaredSuccessor(candidate, inUse)
    ? {
        reason: 'SUCCESSOR_DECLARED',
        sentence: `${inUse.vendor.name} names it the successor of ${inUse.displayName}.`,
        inputs: [fieldInput(inUse, 'declaredSuccessor', inUse.declaredSuccessor)],
      }
    : undefined;

/** A thinking-only release is wanted only then. */
export const needsReasoning = ({ requirements }: ToolNeeds): boolean => requirements.capabilities.includes('REASONING');

const newerGeneration: Rule = ({ candidate, inUse, tool, policy, quality }) => {
  if (!isNextGeneration(candidate, inUse, needsReasoning(tool), policy.thresholds)) return undefined;
  if (quality.deltaQ !== null && quality.deltaQ < policy.thresholds.deltaQFloor) return undefined;
  const ratio = sizeRatio(candidate, inUse);
  const size = ratio === undefined ? 'size unknown' : sizeWords(ratio);
  return {
    reason: 'NEWER_GENERATION',
    sentence: `Same family, kind and function as ${inUse.displayName}, newer, ${size}.`,
    inputs: lineageInputs(candidate, inUse),
  };
};

const lineageInputs = (candidate: ReleaseFacts, inUse: ReleaseFacts): Input[] =>
  [candidate, inUse].flatMap((release) => [
    fieldInput(release, 'generation', release.generation?.join('.')),
    fieldInput(release, 'releaseDate', release.releaseDate?.date),
    fieldInput(release, 'totalParamsB', release.totalParamsB, 'B parameters'),
  ]);

const qualityGain: Rule = ({ policy, quality, score, eligibility }) => {
  const { thresholds } = policy;
  if (quality.deltaQ === null || !isSolid(quality, thresholds)) return undefined;
  const wellScored = quality.deltaQ >= thresholds.qualityGainDeltaQ && scoreAtLeast(score, thresholds.gainScore);
  const clear = quality.deltaQ >= thresholds.qualityGainClearDeltaQ && eligibility === 'ELIGIBLE';
  if (!wellScored && !clear) return undefined;
  return {
    reason: 'QUALITY_GAIN',
    sentence: `Quality ${signed(quality.deltaQ)} points for this task.`,
    inputs: quality.inputs,
  };
};

/** False below the coverage floor, where the headline score is null. */
const scoreAtLeast = ({ score }: ScoreResult, least: number): boolean => score !== null && score >= least - 1e-12;

const gainOf =
  (reason: 'COST_GAIN' | 'FOOTPRINT_GAIN', amount: 'cost' | 'footprint'): Rule =>
  (subject) => {
    const pair = subject[amount];
    const { thresholds } = subject.policy;
    const { deltaQ } = subject.quality;
    if (pair === undefined || pair.inUse <= 0 || pair.candidate <= 0) return undefined;
    if (pair.candidate > pair.inUse * (1 - thresholds.gainRelative) + 1e-12) return undefined;
    if (deltaQ === null || deltaQ < thresholds.deltaQFloor || !isSolid(subject.quality, thresholds)) return undefined;
    if (!scoreAtLeast(subject.score, thresholds.gainScore)) return undefined;
    const less = percent(1 - pair.candidate / pair.inUse);
    return { reason, sentence: `${pair.of}: ${less} less, quality ${signed(deltaQ)} points.`, inputs: pair.inputs };
  };

/** Languages that the tool requires and the release in use is known to lack; empty where its list may be incomplete. */
export function lackedLanguages(inUse: ReleaseFacts, tool: ToolNeeds): readonly string[] {
  const known = inUse.languages;
  if (known === undefined || inUse.sources.languages?.status === 'DERIVED') return [];
  return tool.requirements.languages.filter((code) => !known.some((language) => language.code === code));
}

const languageGain: Rule = ({ candidate, inUse, tool, policy, gates }) => {
  const lacked = lackedLanguages(inUse, tool);
  const ratio = sizeRatio(candidate, inUse);
  const limit = policy.thresholds.languageSizeRatioMax;
  if (lacked.length === 0 || ratio === undefined || ratio > limit || ratio < 1 / limit) return undefined;
  // Nothing measured speaks for the candidate here, so it must at least be made for the same use.
  if (!isOfSameUse(candidate, inUse, needsReasoning(tool))) return undefined;
  const language = gates.find(({ gate }) => gate === 'LANGUAGE');
  if (language?.answer !== 'PASS') return undefined;
  return {
    reason: 'LANGUAGE_GAIN',
    sentence: `Covers ${languageWords(lacked)}, which ${inUse.displayName} lacks and the tool requires.`,
    inputs: language.inputs,
  };
};

const concentrationRelief: Rule = ({ candidate, inUse, tool, relief, score, policy }) =>
  relief.length > 0 &&
  scoreAtLeast(score, policy.thresholds.reliefScore) &&
  isOfSameUse(candidate, inUse, needsReasoning(tool))
    ? {
        reason: 'CONCENTRATION_RELIEF',
        sentence: `Brings back inside its limit: ${listed(relief)}.`,
        inputs: [{ name: 'limits relieved', value: relief }],
      }
    : undefined;

const RULES: readonly Rule[] = [
  successorDeclared,
  newerGeneration,
  qualityGain,
  gainOf('COST_GAIN', 'cost'),
  gainOf('FOOTPRINT_GAIN', 'footprint'),
  languageGain,
  concentrationRelief,
];
