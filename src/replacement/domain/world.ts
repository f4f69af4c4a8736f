import type { Task } from '../../catalogue/domain/vocabulary.js';
import type { PolicyDocument } from '../../policy/domain/policy.js';
import { MATERIALITY_WEIGHT } from '../../portfolio/domain/materiality.js';
import type { Materiality } from '../../portfolio/domain/vocabulary.js';
import { adoptionPercentiles } from './adoption.js';
import type { AdoptionPercentile } from './adoption.js';
import type { RoomOf } from './fit.js';
import type { AssessmentFacts, DismissedFlag, EvaluationFacts, ModelFacts, ReleaseFacts, ToolFacts } from './facts.js';
import { groupBy } from '../../kernel/group-by.js';
import { licenceJudge } from './licence-gate.js';
import type { LicenceJudge } from './licence-gate.js';
import { indexBenchmarks, profileResults } from './quality.js';
import type { ProfileResults } from './quality.js';
import { compareText } from './rank.js';
import { roomIndex } from './room.js';
import { anyBreached, countryKey, licenceKey, vendorKey } from './relief.js';
import type { ConcentrationState } from './relief.js';

/** The facts, indexed once, so that a pair of tool and release costs only what it needs. */
export interface World {
  readonly now: string;
  readonly policy: PolicyDocument;
  readonly policyVersion: number;
  /** By key, so that the order in which releases came changes nothing. */
  readonly releases: readonly ReleaseFacts[];
  readonly releaseById: ReadonlyMap<string, ReleaseFacts>;
  readonly modelById: ReadonlyMap<string, ModelFacts>;
  /** Tools by the model that serves them, in order of their ids. */
  readonly toolsByModel: ReadonlyMap<string, readonly ToolFacts[]>;
  readonly judgeLicence: LicenceJudge;
  /** Room in the pool of a model. */
  readonly roomOf: RoomOf;
  readonly percentile: AdoptionPercentile;
  readonly concentration: ConcentrationState;
  readonly limitBreached: boolean;
  /** Latest own evaluation of two releases on a tool's golden set. */
  readonly evaluation: (toolId: string, releaseA: string, releaseB: string) => EvaluationFacts | undefined;
  /** Releases with an own evaluation on this tool. */
  readonly evaluatedFor: (toolId: string) => ReadonlySet<string>;
  readonly results: (releaseId: string, task: Task) => ProfileResults;
  /** Candidates of a model that people dismissed for every tool. */
  readonly dismissedFor: (modelId: string) => ReadonlySet<string>;
}

/** Indexes the facts; nothing of them is copied or changed. */
export function worldOf(facts: AssessmentFacts): World {
  const { portfolio, policy } = facts;
  const { releases, releaseById, percentile, resultsOf } = catalogueOf(facts);
  const modelById = byId(portfolio.models);
  const tools = [...portfolio.tools].sort((a, b) => compareText(a.id, b.id));
  const toolsByModel = groupBy(tools, ({ modelId }) => modelId);
  const concentration = concentrationState(portfolio.tools, modelById, releaseById);
  const evaluations = evaluationIndex(facts.evaluations);
  return {
    now: facts.now,
    policy,
    policyVersion: facts.policyVersion,
    releases,
    releaseById,
    modelById,
    toolsByModel,
    judgeLicence: licenceJudge(policy),
    roomOf: roomIndex({
      ...{ toolsByModel, releaseById },
      poolById: byId(portfolio.pools),
      modelsByPool: groupBy(portfolio.models, ({ gpuPoolId }) => gpuPoolId),
    }),
    percentile,
    concentration,
    limitBreached: anyBreached(concentration, policy),
    ...evaluations,
    results: resultsByTask(resultsOf, policy),
    dismissedFor: dismissedIndex(facts.dismissed ?? []),
  };
}

interface Catalogue extends Pick<World, 'releases' | 'releaseById' | 'percentile'> {
  readonly resultsOf: ReturnType<typeof indexBenchmarks>;
  readonly benchmarks: AssessmentFacts['benchmarks'];
}

/** Indexed once per list of releases, which assessments share while nothing of the catalogue changes. */
const catalogues = new WeakMap<readonly ReleaseFacts[], Catalogue>();

function catalogueOf({ releases: given, benchmarks }: AssessmentFacts): Catalogue {
  const known = catalogues.get(given);
  if (known?.benchmarks === benchmarks) return known;
  const releases = [...given].sort((a, b) => compareText(a.key, b.key));
  const indexed = { releaseById: byId(releases), percentile: adoptionPercentiles(releases) };
  const catalogue = { releases, ...indexed, benchmarks, resultsOf: indexBenchmarks(benchmarks) };
  catalogues.set(given, catalogue);
  return catalogue;
}

function dismissedIndex(dismissed: readonly DismissedFlag[]): World['dismissedFor'] {
  const byModel = groupBy(dismissed, ({ modelId }) => modelId);
  return (modelId) => new Set(byModel.get(modelId)?.map(({ releaseId }) => releaseId));
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

export const weightOf = (tool: { readonly materiality: Materiality }): number => MATERIALITY_WEIGHT[tool.materiality];

function concentrationState(
  tools: readonly ToolFacts[],
  modelById: ReadonlyMap<string, ModelFacts>,
  releaseById: ReadonlyMap<string, ReleaseFacts>,
): ConcentrationState {
  const weights = (): Map<string, number> => new Map();
  const state = { total: 0, vendors: weights(), countries: weights(), licences: weights() };
  const add = (to: Map<string, number>, key: string, weight: number): void => {
    to.set(key, (to.get(key) ?? 0) + weight);
  };
  for (const tool of tools) {
    const model = tool.modelId === undefined ? undefined : modelById.get(tool.modelId);
    const release = model === undefined ? undefined : releaseById.get(model.releaseId);
    if (release === undefined) continue;
    const weight = weightOf(tool);
    state.total += weight;
    add(state.vendors, vendorKey(release), weight);
    add(state.countries, countryKey(release), weight);
    add(state.licences, licenceKey(release), weight);
  }
  return state;
}

function evaluationIndex(runs: readonly EvaluationFacts[]): Pick<World, 'evaluation' | 'evaluatedFor'> {
  const latest = new Map<string, EvaluationFacts>();
  const releases = new Map<string, Set<string>>();
  for (const run of runs) {
    const key = evaluationKey(run.toolId, run.championReleaseId, run.challengerReleaseId);
    const known = latest.get(key);
    if (known === undefined || isLater(run, known)) latest.set(key, run);
    const seen = releases.get(run.toolId) ?? new Set();
    releases.set(run.toolId, seen.add(run.championReleaseId).add(run.challengerReleaseId));
  }
  const none: ReadonlySet<string> = new Set();
  return {
    evaluation: (toolId, a, b) => (releases.has(toolId) ? latest.get(evaluationKey(toolId, a, b)) : undefined),
    evaluatedFor: (toolId) => releases.get(toolId) ?? none,
  };
}

/** The same for both directions: who is champion is read from the run itself. */
const evaluationKey = (toolId: string, a: string, b: string): string => `${toolId}|${[a, b].sort().join('|')}`;

const isLater = (a: EvaluationFacts, b: EvaluationFacts): boolean =>
  compareText(a.ranAt, b.ranAt) > 0 || (a.ranAt === b.ranAt && a.id > b.id);

function resultsByTask(index: Catalogue['resultsOf'], policy: PolicyDocument): World['results'] {
  const cache = new Map<Task, Map<string, ProfileResults>>();
  return (releaseId, task) => {
    const profile = policy.profiles[task];
    const results = index.get(releaseId);
    if (profile === undefined || results === undefined) return NO_RESULTS;
    const ofTask = cache.get(task) ?? new Map<string, ProfileResults>();
    cache.set(task, ofTask);
    const known = ofTask.get(releaseId) ?? profileResults(profile, results);
    ofTask.set(releaseId, known);
    return known;
  };
}

const NO_RESULTS: ProfileResults = [];
