import { parse } from 'csv-parse/sync';
import { StartupError } from '../../config/startup-error.js';
import { assessRelease } from '../domain/assess.js';
import { assessModel } from '../domain/assess-model.js';
import type { AssessmentFacts, ModelFacts, ReleaseFacts, ToolFacts } from '../domain/facts.js';
import { worldOf } from '../domain/world.js';

/** What the world knows by now: this release was followed by that one. */
export interface Succession {
  readonly inUse: string;
  readonly successor: string;
}

export interface Outcome extends Succession {
  /** Best rank at which the successor was an open flag; null when it never was. */
  readonly rank: number | null;
  /** Another successor named by the truth that took its place, where its own never was a flag. */
  readonly through: string | null;
  readonly day: string | null;
  /** Why it is missed, as far as the last day tells. */
  readonly why: string | null;
}

/** Reads `in-use key, successor key` and passes over further columns, the heading and comments. Throws StartupError. */
export function readTruth(text: string): readonly Succession[] {
  const rows: string[][] = parse(text, { comment: '#', trim: true, skipEmptyLines: true, relaxColumnCount: true });
  const pairs = rows
    .filter(([inUse, successor]) => inUse?.includes('/') === true && successor?.includes('/') === true)
    .map(([inUse = '', successor = '']) => ({ inUse, successor }));
  if (pairs.length === 0) throw new StartupError('The truth file names no pair of releases.');
  return pairs;
}

const POOL = { id: 'truth', name: 'truth', gpuCount: 1_000, memoryGbPerGpu: 1_000 };
const modelIdOf = (key: string): string => `truth:${key.toLowerCase()}`;

/** Follows whether each successor becomes a flag of a model that runs the release before it, in a tool that asks for nothing special. */
export class TruthWatch {
  private readonly best = new Map<string, { rank: number; day: string }>();
  private last: AssessmentFacts | undefined;
  private idOf: ReadonlyMap<string, string> = new Map();

  constructor(private readonly truth: readonly Succession[]) {}

  keys(): readonly string[] {
    return [...new Set(this.truth.flatMap(({ inUse, successor }) => [inUse.toLowerCase(), successor.toLowerCase()]))];
  }

  /** Lower-case keys of the releases that are followed by others. */
  inUse(): ReadonlySet<string> {
    return new Set(this.truth.map(({ inUse }) => inUse.toLowerCase()));
  }

  /** `idOf`: releases that the catalogue knows by now, by lower-case key. */
  note(day: string, facts: AssessmentFacts, idOf: ReadonlyMap<string, string>): void {
    this.idOf = idOf;
    this.last = withTruthPortfolio(facts, this.truth, idOf);
    const world = worldOf(this.last);
    for (const { id: modelId } of this.last.portfolio.models) {
      for (const flag of assessModel(world, modelId).flags) {
        if (flag.candidateReleaseId === null || flag.supersededBy !== null || flag.notBefore !== null) continue;
        const key = `${modelId}|${flag.candidateReleaseId}`;
        if (flag.rank < (this.best.get(key)?.rank ?? Infinity)) this.best.set(key, { rank: flag.rank, day });
      }
    }
  }

  outcomes(): readonly Outcome[] {
    return this.truth.map((pair) => this.outcomeOf(pair));
  }

  private outcomeOf({ inUse, successor }: Succession): Outcome {
    const own = this.bestOf(inUse, successor);
    const told = { inUse, successor };
    if (own !== undefined) return { ...told, rank: own.rank, day: own.day, through: null, why: null };
    const later = this.laterThan(successor)
      .map((through) => ({ through, best: this.bestOf(inUse, through) }))
      .filter(({ best }) => best !== undefined)
      .sort((a, b) => (a.best?.rank ?? 0) - (b.best?.rank ?? 0))[0];
    const why = this.whyMissed(inUse, successor);
    if (later?.best === undefined) return { ...told, rank: null, day: null, through: null, why };
    return { ...told, rank: later.best.rank, day: later.best.day, through: later.through, why };
  }

  private bestOf(inUse: string, candidate: string): { rank: number; day: string } | undefined {
    return this.best.get(`${modelIdOf(inUse)}|${this.idOf.get(candidate.toLowerCase()) ?? ''}`);
  }

  /** Releases that the truth names after this one, over any number of steps. */
  private laterThan(key: string, seen: readonly string[] = []): readonly string[] {
    const next = this.truth.filter(({ inUse }) => inUse.toLowerCase() === key.toLowerCase());
    return next.flatMap(({ successor }) =>
      seen.includes(successor) ? [] : [successor, ...this.laterThan(successor, [...seen, successor])],
    );
  }

  private whyMissed(inUse: string, successor: string): string {
    if (!this.idOf.has(inUse.toLowerCase())) return 'No payload shows the release in use.';
    const candidate = this.idOf.get(successor.toLowerCase());
    if (candidate === undefined || this.last === undefined) return 'No payload shows the successor.';
    const assessment = assessRelease(worldOf(this.last), modelIdOf(inUse), candidate);
    if (assessment === undefined) return 'It cannot be assessed against the release in use.';
    return assessment.quiet?.sentence ?? 'It is found, and in its cool-down until after the last day.';
  }
}

function withTruthPortfolio(
  facts: AssessmentFacts,
  truth: readonly Succession[],
  idOf: ReadonlyMap<string, string>,
): AssessmentFacts {
  const releases = new Map(facts.releases.map((release) => [release.id, release]));
  const inUse = [...new Set(truth.map((pair) => pair.inUse.toLowerCase()))].flatMap((key) => {
    const release = releases.get(idOf.get(key) ?? '');
    return release === undefined ? [] : [{ key, release }];
  });
  const models = inUse.map(({ key, release }): ModelFacts => ({
    ...{ id: modelIdOf(key), name: key, releaseId: release.id, lifecycle: 'IN_USE', hosting: 'IN_HOUSE' },
    gpuPoolId: POOL.id,
  }));
  const tools = inUse.map(({ key, release }) => toolFor(modelIdOf(key), release));
  return { ...facts, portfolio: { models, tools, pools: [POOL] } };
}

/** The tool bears the id of its model. */
const toolFor = (modelId: string, release: ReleaseFacts): ToolFacts => ({
  ...{ id: modelId, name: modelId, modelId, materiality: 'LOW', dataClass: 'INTERNAL', usage: {} },
  task: release.function === 'CODER' ? 'CODING' : 'CHAT',
  requirements: { languages: [], capabilities: [], inputModalities: [] },
  coupling: {
    interface: 'OPENAI_COMPATIBLE',
    ...{ fineTuned: false, embeddingsIndexed: false, promptsVersioned: true },
  },
});
