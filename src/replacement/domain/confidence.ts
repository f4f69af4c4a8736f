import type { Thresholds } from '../../policy/domain/policy.js';
import type { GateResult, QualityResult, ScoreResult } from './explanation.js';
import type { ReleaseFacts } from './facts.js';
import { CONFIDENCES } from './vocabulary.js';
import type { Confidence, Reason } from './vocabulary.js';

export interface ConfidenceSubject {
  readonly candidate: ReleaseFacts;
  readonly inUse: ReleaseFacts;
  readonly gates: readonly GateResult[];
  readonly score: ScoreResult;
  readonly quality: QualityResult;
  readonly ageDays: number;
  readonly thresholds: Thresholds;
}

/** How sure a row is: its surest reason; a passed own evaluation is surest of all. Null without a reason. */
export function confidenceOf(reasons: readonly Reason[], subject: ConfidenceSubject): Confidence | null {
  if (reasons.length === 0) return null;
  if (subject.quality.evaluationPassed) return 'VERY_HIGH';
  return surest(reasons.map((reason) => confidenceOfReason(reason, subject)));
}

/** The surest of several; LOW for none. */
export const surest = (found: readonly Confidence[]): Confidence =>
  found.reduce<Confidence>((a, b) => (CONFIDENCES.indexOf(b) > CONFIDENCES.indexOf(a) ? b : a), 'LOW');

function confidenceOfReason(reason: Reason, subject: ConfidenceSubject): Confidence {
  switch (reason) {
    case 'SUCCESSOR_DECLARED':
    case 'END_OF_SUPPORT':
    case 'LICENCE_CHANGE':
    case 'POLICY_VIOLATION':
      return 'HIGH';
    case 'NEWER_GENERATION':
      return isDatedAndSized(subject.candidate) && isDatedAndSized(subject.inUse) ? 'MEDIUM' : 'LOW';
    default:
      return measuredConfidence(subject);
  }
}

const isDatedAndSized = (release: ReleaseFacts): boolean =>
  release.releaseDate !== undefined && release.totalParamsB !== undefined;

function measuredConfidence({ gates, score, quality, ageDays, thresholds }: ConfidenceSubject): Confidence {
  if (gates.some(({ answer }) => answer === 'UNKNOWN')) return 'LOW';
  if (score.coverage < thresholds.coverageFloor || quality.proxy) return 'LOW';
  const settled = ageDays >= thresholds.settledAgeDays && quality.independent;
  return settled && score.coverage >= thresholds.highCoverage ? 'HIGH' : 'MEDIUM';
}
