import type { Input, QualityResult } from './explanation.js';
import type { ModelFacts, ReleaseFacts, ToolFacts } from './facts.js';
import { fieldInput } from './gate.js';
import type { Footprint } from './gate.js';
import { qualityOf } from './quality.js';
import { isSameFamily } from './reasons.js';
import { vendorHhiChange } from './relief.js';
import { amountTerm, diversificationTerm, languageTerm, qualityTerm, supportTerm, switchingTerm } from './score.js';
import type { AmountPair, TermValues } from './score.js';
import { weightOf } from './world.js';
import type { World } from './world.js';

/** One release on the place of the model in use, for one tool. */
export interface Pair {
  readonly tool: ToolFacts;
  readonly model: ModelFacts;
  readonly inUse: ReleaseFacts;
  readonly candidate: ReleaseFacts;
}

/** ΔQ of the pair for the tool's task; nothing differs between a release and itself. */
export function pairQuality(world: World, { tool, inUse, candidate }: Pair): QualityResult {
  if (candidate.id === inUse.id) return SAME_QUALITY;
  const evaluation = world.evaluation(tool.id, inUse.id, candidate.id);
  return qualityOf({
    profile: world.policy.profiles[tool.task],
    candidate: world.results(candidate.id, tool.task),
    inUse: world.results(inUse.id, tool.task),
    ...(evaluation === undefined ? {} : { evaluation, swapped: evaluation.championReleaseId === candidate.id }),
    thresholds: world.policy.thresholds,
  });
}

const SAME_QUALITY: QualityResult = {
  deltaQ: 0,
  sharedBenchmarks: 0,
  evaluationPassed: false,
  independent: false,
  proxy: false,
  inputs: [],
};

const FEWEST_PRICED_HOSTS = 3;

/** What a token costs: active parameters in-house, else the hosts' median price of both, else active parameters of both. */
export function costPair({ model, inUse, candidate }: Pair): AmountPair | undefined {
  if (model.hosting !== 'IN_HOUSE') {
    const prices = pairOf(blendedPrice(candidate), blendedPrice(inUse));
    if (prices !== undefined) return { ...prices, of: 'Price by token', inputs: priceInputs(candidate, inUse) };
  }
  const active = pairOf(candidate.activeParamsB, inUse.activeParamsB);
  if (active === undefined) return undefined;
  return { ...active, of: 'Active parameters', inputs: activeInputs(candidate, inUse) };
}

const pairOf = (
  candidate: number | undefined,
  inUse: number | undefined,
): Omit<AmountPair, 'of' | 'inputs'> | undefined =>
  candidate === undefined || inUse === undefined ? undefined : { candidate, inUse };

/** US$ per million tokens at three parts input and one part output; undefined below three hosts. */
function blendedPrice({ pricePerMTokens: price }: ReleaseFacts): number | undefined {
  if (price === undefined || price.hosts < FEWEST_PRICED_HOSTS) return undefined;
  return (3 * price.input + price.output) / 4;
}

const priceInputs = (candidate: ReleaseFacts, inUse: ReleaseFacts): Input[] =>
  [candidate, inUse].map((release) => ({
    ...fieldInput(release, 'pricePerMTokens', blendedPrice(release), 'US$/M tokens'),
    name: `price of ${release.displayName}, (3·input + output)/4`,
  }));

const activeInputs = (candidate: ReleaseFacts, inUse: ReleaseFacts): Input[] =>
  [candidate, inUse].map((release) => ({
    ...fieldInput(release, 'activeParamsB', release.activeParamsB, 'B parameters'),
    name: `active parameters of ${release.displayName}`,
  }));

/** Memory of both for the same tool; undefined where either is unknown, or only one of them in an assumed precision. */
export function footprintPair(candidate: Footprint, inUse: Footprint): AmountPair | undefined {
  if (candidate.assumedPrecision !== inUse.assumedPrecision) return undefined;
  if (candidate.needGB === null || inUse.needGB === null) return undefined;
  const estimated = candidate.estimated || inUse.estimated ? ' (estimated)' : '';
  return {
    candidate: candidate.needGB,
    inUse: inUse.needGB,
    of: `Memory${estimated}`,
    inputs: [...candidate.inputs, ...inUse.inputs],
  };
}

/** Mean change of measured scores over the tool's languages that are measured for both. */
function languageDelta({ tool, inUse, candidate }: Pair): { delta: number | null; inputs: Input[] } {
  const inputs: Input[] = [];
  let sum = 0;
  let count = 0;
  for (const code of tool.requirements.languages) {
    const ours = measured(inUse, code);
    const theirs = measured(candidate, code);
    if (ours === undefined || theirs === undefined) continue;
    sum += theirs - ours;
    count += 1;
    inputs.push(
      { ...fieldInput(candidate, 'languages', theirs, 'points'), name: `${code}, candidate` },
      { ...fieldInput(inUse, 'languages', ours, 'points'), name: `${code}, in use` },
    );
  }
  return { delta: count === 0 ? null : sum / count, inputs };
}

const measured = (release: ReleaseFacts, code: string): number | undefined =>
  release.languages?.find((language) => language.code === code && language.evidence === 'MEASURED')?.score;

/** Change of the adoption percentile; only within one snapshot of the hub. */
function adoptionDelta(world: World, { inUse, candidate }: Pair): { delta: number | null; inputs: Input[] } {
  const ours = world.percentile(inUse);
  const theirs = world.percentile(candidate);
  if (ours === undefined || theirs === undefined || inUse.adoption?.snapshot !== candidate.adoption?.snapshot)
    return { delta: null, inputs: [] };
  const inputs = [
    { ...fieldInput(candidate, 'adoption', theirs, 'percentile'), name: 'adoption, candidate' },
    { ...fieldInput(inUse, 'adoption', ours, 'percentile'), name: 'adoption, in use' },
  ];
  return { delta: theirs - ours, inputs };
}

export interface Measured {
  readonly quality: QualityResult;
  readonly cost: AmountPair | undefined;
  readonly footprint: AmountPair | undefined;
}

/** The seven terms of a pair, each unknown where its facts are. */
export function termsOf(world: World, pair: Pair, { quality, cost, footprint }: Measured): TermValues {
  const { tool, inUse, candidate } = pair;
  const language = languageDelta(pair);
  const adoption = adoptionDelta(world, pair);
  return {
    quality: qualityTerm(quality),
    cost: amountTerm(cost, 'Neither prices of three hosts nor active parameters are known for both.'),
    footprint: amountTerm(footprint, 'The memory of at least one of them is unknown.'),
    language: languageTerm(language.delta, language.inputs),
    support: supportTerm(adoption.delta, adoption.inputs),
    switchingEase: switchingTerm({
      sameRelease: candidate.id === inUse.id,
      sameFamily: isSameFamily(candidate, inUse),
      sameVendor: candidate.vendor.slug === inUse.vendor.slug,
      sameInterface: tool.coupling.interface === 'OPENAI_COMPATIBLE',
      rebuild: tool.coupling.fineTuned || tool.coupling.embeddingsIndexed,
    }),
    diversification: diversificationTerm(
      vendorHhiChange(world.concentration, { from: inUse, to: candidate, weight: weightOf(tool) }),
    ),
  };
}
