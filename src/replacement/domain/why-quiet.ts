import type { Thresholds } from '../../policy/domain/policy.js';
import type { AssessedPair } from './assess-pair.js';
import type { CandidateAssessment } from './explanation.js';
import type { ReleaseFacts } from './facts.js';
import { isSolid } from './quality.js';
import type { Newness } from './newness.js';
import type { QuietReason } from './vocabulary.js';

/** Where each candidate of a model stands among all, by release id. */
export interface Standing {
  readonly places: ReadonlyMap<string, number>;
  readonly overLimit: ReadonlySet<string>;
  readonly supersededBy: ReadonlyMap<string, string>;
  readonly limit: number;
}

/** Why an assessed release is not flagged for the tool; null when it is. */
export function whyQuiet(
  pair: AssessedPair,
  candidate: ReleaseFacts,
  newness: Newness,
  standing: Standing,
  thresholds: Thresholds,
): CandidateAssessment['quiet'] {
  const because = (reason: QuietReason, sentence: string): CandidateAssessment['quiet'] => ({ reason, sentence });
  if (newness === 'UNDATED')
    return because('UNDATED', 'When it was released is unknown, so it is not known to be newer.');
  if (newness === 'NOT_NEWER') return because('NOT_NEWER', 'It is not newer than the model in use.');
  if (pair.eligibility === 'INELIGIBLE') {
    const failed = pair.gates.filter(({ answer }) => answer === 'FAIL').map(({ sentence }) => sentence);
    return because('INELIGIBLE', failed.join(' '));
  }
  if (pair.reasons.length === 0) return noReason(pair, thresholds);
  const later = standing.supersededBy.get(candidate.id);
  if (later !== undefined) return because('SUPERSEDED', `${later} is later and serves at least the same tools.`);
  if (standing.overLimit.has(candidate.id))
    return because('LIMIT', `Others come first, and at most ${standing.limit} flags of a model are open at a time.`);
  return null;
}

function noReason({ quality }: AssessedPair, thresholds: Thresholds): CandidateAssessment['quiet'] {
  const gain = quality.deltaQ !== null && quality.deltaQ >= thresholds.qualityGainDeltaQ;
  if (gain && !isSolid(quality, thresholds))
    return { reason: 'SINGLE_BENCHMARK', sentence: 'Better by one public benchmark only, which raises no flag.' };
  return { reason: 'NO_REASON', sentence: 'Newer and possible, but nothing known speaks for it.' };
}
