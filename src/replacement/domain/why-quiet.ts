import type { Thresholds } from '../../policy/domain/policy.js';
import type { AssessedPair } from './assess-pair.js';
import type { CandidateAssessment } from './explanation.js';
import type { ReleaseFacts } from './facts.js';
import { isSolid } from './quality.js';
import type { Newness } from './newness.js';
import { isNextGeneration, sizeRatio } from './reasons.js';
import { rounded, signed } from './score.js';
import type { QuietReason } from './vocabulary.js';
import { sizeWords } from './words.js';

/** Where each candidate of a model stands among all, by release id. */
export interface Standing {
  readonly places: ReadonlyMap<string, number>;
  readonly overLimit: ReadonlySet<string>;
  readonly supersededBy: ReadonlyMap<string, string>;
  readonly limit: number;
}

interface Compared {
  readonly candidate: ReleaseFacts;
  readonly inUse: ReleaseFacts;
}

/** Why an assessed release is not flagged for the tool; null when it is. */
export function whyQuiet(
  pair: AssessedPair,
  { candidate, inUse }: Compared,
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
  if (pair.reasons.length === 0) return noReason(pair, { candidate, inUse }, thresholds);
  const later = standing.supersededBy.get(candidate.id);
  if (later !== undefined) return because('SUPERSEDED', `${later} is later and serves at least the same tools.`);
  if (standing.overLimit.has(candidate.id))
    return because('LIMIT', `Others come first, and at most ${standing.limit} flags of a model are open at a time.`);
  return null;
}

function noReason({ quality }: AssessedPair, compared: Compared, thresholds: Thresholds): CandidateAssessment['quiet'] {
  const { deltaQ } = quality;
  if (deltaQ !== null && deltaQ >= thresholds.qualityGainDeltaQ && !isSolid(quality, thresholds))
    return { reason: 'SINGLE_BENCHMARK', sentence: 'Better by one public benchmark only, which raises no flag.' };
  return { reason: 'NO_REASON', sentence: ofSameLine(compared, deltaQ, thresholds) ?? NOTHING_SPEAKS_FOR_IT };
}

const NOTHING_SPEAKS_FOR_IT = 'Newer and possible, but nothing known speaks for it.';

/** What keeps a later release of the same family and use from being a next generation. */
function ofSameLine({ candidate, inUse }: Compared, deltaQ: number | null, limits: Thresholds): string | undefined {
  const anySize = { sizeRatioMin: 0, sizeRatioMax: Infinity };
  if (!isNextGeneration(candidate, inUse, true, anySize)) return undefined;
  const ratio = sizeRatio(candidate, inUse);
  if (ratio !== undefined && (ratio < limits.sizeRatioMin || ratio > limits.sizeRatioMax))
    return `Newer of the same family, but ${sizeWords(ratio)}: a next generation has between 1/${rounded(1 / limits.sizeRatioMin)} and ${limits.sizeRatioMax} times its size.`;
  if (deltaQ !== null && deltaQ < limits.deltaQFloor)
    return `Newer of the same family, but its quality is known to be ${signed(deltaQ)} points.`;
  return undefined;
}
