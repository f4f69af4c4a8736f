import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { Clock } from '../kernel/clock.js';
import { AssessmentFactsReader } from './assessment-facts.reader.js';
import { MODELS_CONCERNED } from './assessment-facts.sql.js';
import { assessPortfolio, modelsConcerned } from './domain/assess.js';
import type { FlagFinding } from './domain/explanation.js';
import type { AssessmentFacts, DismissedFlag } from './domain/facts.js';
import type { KnownFlag } from './domain/flag-plan.js';
import { planFlags } from './domain/flag-plan.js';
import { FlagStore } from './flag-store.js';
import type { FoundFlags } from './flag-store.js';
import { ONE_AT_A_TIME } from './flag-store.sql.js';

export interface AssessmentCounts {
  readonly models: number;
  readonly releases: number;
  readonly raised: number;
  readonly resolved: number;
  /** Flags that say something else than before. */
  readonly changed: number;
}

/** What has changed since the last assessment. */
export interface Change {
  readonly releaseIds: readonly string[];
  /** Tools with new evidence. */
  readonly toolIds: readonly string[];
}

const NOTHING: AssessmentCounts = { models: 0, releases: 0, raised: 0, resolved: 0, changed: 0 };

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
      const only = change === undefined ? undefined : await this.concerned(change, now, tx);
      if (only?.size === 0) return NOTHING;
      const facts = await this.facts.load({ at: now }, tx);
      const modelIds = facts.portfolio.models.map(({ id }) => id).filter((id) => only === undefined || only.has(id));
      const known = await this.flags.known(tx, modelIds);
      const counts = await this.flags.store(tx, known, found(facts, known, only, now));
      return { models: modelIds.length, releases: facts.releases.length, ...counts };
    });
  }

  /** Ids of the models that the change may concern; undefined where it is about a release in use, which ties all of them together. */
  private async concerned({ releaseIds, toolIds }: Change, at: Date, tx: Tx): Promise<ReadonlySet<string> | undefined> {
    const flagged = (await tx.run(MODELS_CONCERNED, [releaseIds, toolIds])).map(({ modelId }) => modelId);
    if (releaseIds.length === 0) return new Set(flagged);
    const facts = await this.facts.load({ at, releaseIds, namedOnly: true }, tx);
    const changed = new Set(releaseIds);
    if (facts.portfolio.models.some(({ releaseId }) => changed.has(releaseId))) return undefined;
    return new Set([...flagged, ...modelsConcerned(facts, changed)]);
  }
}

/** What the rules find; a dismissed flag that comes back takes a place again. */
function found(
  facts: AssessmentFacts,
  known: readonly KnownFlag[],
  only: ReadonlySet<string> | undefined,
  now: Date,
): FoundFlags {
  const { reRaiseScore } = facts.policy.thresholds;
  const question = (findings: readonly FlagFinding[]): FoundFlags => ({
    ...{ findings, toolsOf: toolsByModel(facts), reRaiseScore, now },
  });
  const first = question(findingsOf(facts, only));
  const back = planFlags({ ...first, known, now: now.toISOString() }).filter(({ rows }) =>
    rows.some(({ state }) => state.reRaisedBy !== undefined),
  );
  if (back.length === 0) return first;
  const keyOf = ({ modelId, releaseId }: DismissedFlag): string => `${modelId} ${releaseId}`;
  const returned = new Set(back.map(({ finding }) => `${finding?.modelId ?? ''} ${finding?.candidateReleaseId ?? ''}`));
  const dismissed = facts.dismissed?.filter((flag) => !returned.has(keyOf(flag)));
  return question(findingsOf({ ...facts, ...(dismissed === undefined ? {} : { dismissed }) }, only));
}

const findingsOf = (facts: AssessmentFacts, only: ReadonlySet<string> | undefined): readonly FlagFinding[] =>
  [...assessPortfolio(facts, only)].flatMap(({ flags }) => flags);

function toolsByModel({ portfolio }: AssessmentFacts): (modelId: string) => ReadonlySet<string> {
  const tools = new Map<string, Set<string>>();
  for (const { id, modelId } of portfolio.tools)
    if (modelId !== undefined) tools.set(modelId, (tools.get(modelId) ?? new Set()).add(id));
  const none: ReadonlySet<string> = new Set();
  return (modelId) => tools.get(modelId) ?? none;
}
