import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { Clock } from '../kernel/clock.js';
import { AssessmentFactsReader } from './assessment-facts.reader.js';
import { KEEP_TIES, LAST_TIES, MODELS_FLAGGED } from './assessment-facts.sql.js';
import { assessPortfolio } from './domain/assess.js';
import { modelsConcerned } from './domain/concerned.js';
import type { Change } from './domain/concerned.js';
import type { FlagFinding } from './domain/explanation.js';
import type { AssessmentFacts, DismissedFlag } from './domain/facts.js';
import type { KnownFlag, PlannedFlag } from './domain/flag-plan.js';
import { planFlags } from './domain/flag-plan.js';
import { tiesOf } from './domain/ties.js';
import type { Ties } from './domain/ties.js';
import { worldOf } from './domain/world.js';
import type { World } from './domain/world.js';
import { FlagStore } from './flag-store.js';
import type { FoundFlags } from './flag-store.js';
import { ONE_AT_A_TIME } from './flag-store.sql.js';

export interface AssessmentCounts {
  readonly models: number;
  /** Which models were assessed. */
  readonly modelIds: readonly string[];
  readonly releases: number;
  readonly raised: number;
  readonly resolved: number;
  /** Flags that say something else than before. */
  readonly changed: number;
}

const NOTHING: AssessmentCounts = { models: 0, modelIds: [], releases: 0, raised: 0, resolved: 0, changed: 0 };

/** Loads the facts, lets the rules judge, and stores what they found. */
@Injectable()
export class Assessor {
  constructor(
    private readonly db: Database,
    private readonly facts: AssessmentFactsReader,
    private readonly flags: FlagStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Assesses the models that the change concerns, or every model in use, in one transaction. Same facts, same flags:
   * doing it again changes nothing.
   */
  assess(change?: Change): Promise<AssessmentCounts> {
    return this.db.transaction(async (tx) => {
      await tx.run(ONE_AT_A_TIME, []);
      const now = this.clock.now();
      const [last, facts] = await Promise.all([
        tx.one(LAST_TIES, []),
        this.facts.latest(tx, { at: now, anew: change === undefined }),
      ]);
      const world = worldOf(facts);
      const ties = tiesOf(world);
      const lastTies = last?.ties;
      const only = change === undefined ? undefined : await this.concerned(tx, world, change, ties, lastTies);
      if (!isDeepStrictEqual(ties, lastTies)) await tx.run(KEEP_TIES, [JSON.stringify(ties)]);
      const modelIds = facts.portfolio.models.map(({ id }) => id).filter((id) => only?.has(id) !== false);
      if (modelIds.length === 0) return NOTHING;
      const known = await this.flags.known(tx, modelIds);
      const counts = await this.flags.store(tx, known, found(facts, world, known, only));
      return { models: modelIds.length, modelIds, releases: facts.releases.length, ...counts };
    });
  }

  private async concerned(
    tx: Tx,
    world: World,
    change: Change,
    ties: Ties,
    lastTies: Ties | undefined,
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.run(MODELS_FLAGGED, [change.releaseIds ?? [], change.toolIds ?? []]);
    const flagged = new Set(rows.map(({ modelId }) => modelId));
    return modelsConcerned(world, { change, flagged, ties, lastTies });
  }
}

/** What the rules find; a dismissed flag that comes back takes a place again, one whose dismissal comes back frees it. */
function found(
  facts: AssessmentFacts,
  world: World,
  known: readonly KnownFlag[],
  only: ReadonlySet<string> | undefined,
): FoundFlags {
  const toolsOf = (modelId: string): ReadonlySet<string> =>
    new Set(world.toolsByModel.get(modelId)?.map(({ id }) => id));
  const question = (findings: readonly FlagFinding[]): FoundFlags => ({
    ...{ findings, toolsOf, now: facts.now, reRaiseScore: facts.policy.thresholds.reRaiseScore },
  });
  const first = question(findingsOf(world, only));
  if (!known.some(({ rows }) => rows.some(({ dismissed }) => dismissed))) return first;
  const dismissed = dismissedAfter(known, planFlags({ ...first, known }), facts.dismissed ?? []);
  if (isDeepStrictEqual(keysOf(dismissed), keysOf(facts.dismissed ?? []))) return first;
  return question(findingsOf(worldOf({ ...facts, dismissed }), only));
}

/** Flags of the models assessed that are dismissed by the plan, and those of all other models as they were. */
function dismissedAfter(
  known: readonly KnownFlag[],
  plans: readonly PlannedFlag[],
  before: readonly DismissedFlag[],
): readonly DismissedFlag[] {
  const assessed = new Set(known.map(({ modelId }) => modelId));
  const now = plans.flatMap(({ finding, state }): DismissedFlag[] => {
    const releaseId = finding?.candidateReleaseId;
    const isDismissed = state.active && state.analysisState === 'DISMISSED';
    return finding && releaseId && isDismissed ? [{ modelId: finding.modelId, releaseId }] : [];
  });
  return [...before.filter(({ modelId }) => !assessed.has(modelId)), ...now];
}

const keysOf = (flags: readonly DismissedFlag[]): ReadonlySet<string> =>
  new Set(flags.map(({ modelId, releaseId }) => `${modelId} ${releaseId}`));

const findingsOf = (world: World, only: ReadonlySet<string> | undefined): readonly FlagFinding[] =>
  [...assessPortfolio(world, only)].flatMap(({ flags }) => flags);
