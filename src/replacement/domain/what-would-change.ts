import type { Thresholds } from '../../policy/domain/policy.js';
import type { CandidateAssessment, GateResult, Lever, QualityResult, ScoreResult } from './explanation.js';
import { isSolid } from './quality.js';
import { percent, signed } from './score.js';
import { GATE_WORDS, TERM_WORDS } from './words.js';

/** What a lever is read from; the parts that a flag's row keeps, too. */
export type Turnable = Pick<CandidateAssessment, 'gates'> & {
  readonly score: ScoreResult | null;
  readonly quality: QualityResult | null;
  readonly reasons: readonly { readonly reason: string }[];
  /** The end of the cool-down, RFC 3339; absent or null where it is over. */
  readonly notBefore?: string | null;
};

/** Which facts, limits and measurements decide: those in the way first, then those that would make it rank or be flagged for more. */
export function whatWouldChange(subject: Turnable, thresholds: Thresholds): readonly Lever[] {
  const { gates, score, quality, notBefore } = subject;
  return [
    ...gates.flatMap(gateLevers),
    ...(notBefore === undefined || notBefore === null ? [] : [coolDown(notBefore)]),
    ...(score === null ? [] : coverageLevers(score, thresholds)),
    ...(quality === null ? [] : qualityLevers(subject, quality, thresholds)),
  ];
}

function gateLevers({ gate, answer, sentence, decidedBy }: GateResult): Lever[] {
  if (answer === 'PASS') return [];
  if (answer === 'FAIL') return [{ kind: 'LIMIT', about: gate, sentence: `In the way: ${sentence}` }];
  const fact = decidedBy ?? gate.toLowerCase();
  return [{ kind: 'FACT', about: fact, sentence: `${sentence} Once known, it decides on the ${GATE_WORDS[gate]}.` }];
}

const coolDown = (notBefore: string): Lever => ({
  kind: 'TIME',
  about: 'cool-down',
  sentence: `The flag opens by itself on ${notBefore.slice(0, 10)}.`,
});

/** Unknown terms, the weightiest first, until the score would rank; none where it ranks already. */
function coverageLevers({ coverage, terms }: ScoreResult, { coverageFloor }: Thresholds): Lever[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const unknown = terms.filter(({ value }) => value === null).sort((a, b) => b.weight - a.weight);
  const levers: Lever[] = [];
  let reached = coverage;
  for (const { term, weight } of unknown) {
    if (reached >= coverageFloor || total === 0) break;
    reached += weight / total;
    const sentence = `A score needs ${percent(coverageFloor)} of its weight known: with ${TERM_WORDS[term]} it would have ${percent(reached)}.`;
    levers.push({ kind: 'FACT', about: term, sentence });
  }
  return levers;
}

function qualityLevers({ reasons }: Turnable, quality: QualityResult, thresholds: Thresholds): Lever[] {
  const { qualityGainDeltaQ, qualityGainBenchmarks, gainScore, deltaQFloor } = thresholds;
  const lever = (sentence: string): Lever => ({ kind: 'MEASUREMENT', about: 'quality', sentence });
  const has = (reason: string): boolean => reasons.some((each) => each.reason === reason);
  const levers: Lever[] = [];
  const gain = `${signed(qualityGainDeltaQ)} points and a score of ${gainScore}`;
  if (quality.deltaQ === null)
    levers.push(
      lever(
        `Which one is better is unknown: an own evaluation, or ${qualityGainBenchmarks} shared benchmarks, would be a reason from ${gain}.`,
      ),
    );
  else if (!isSolid(quality, thresholds))
    levers.push(
      lever(
        `Quality ${signed(quality.deltaQ)} rests on one public benchmark: a second one, or an own evaluation, would make it count.`,
      ),
    );
  else if (!has('QUALITY_GAIN'))
    levers.push(lever(`Quality is ${signed(quality.deltaQ)} points: it is a reason from ${gain}.`));
  if (has('NEWER_GENERATION'))
    levers.push(
      lever(
        `A newer generation is no reason any more once its quality is known to be below ${signed(deltaQFloor)} points.`,
      ),
    );
  return levers;
}
