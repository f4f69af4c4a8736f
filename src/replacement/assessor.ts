import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock } from '../kernel/clock.js';
import { AssessmentFactsReader } from './assessment-facts.reader.js';
import { assessPortfolio } from './domain/assess.js';
import type { AssessmentFacts } from './domain/facts.js';
import { FlagStore } from './flag-store.js';
import { ONE_AT_A_TIME } from './flag-store.sql.js';

export interface AssessmentCounts {
  readonly models: number;
  readonly releases: number;
  readonly raised: number;
  readonly resolved: number;
  /** Flags that say something else than before. */
  readonly changed: number;
}

/** Loads the facts, lets the rules judge, and stores what they found. */
@Injectable()
export class Assessor {
  constructor(
    private readonly db: Database,
    private readonly facts: AssessmentFactsReader,
    private readonly flags: FlagStore,
    private readonly clock: Clock,
  ) {}

  /** Assesses every model in use in one transaction. Same facts, same flags: doing it again changes nothing. */
  assess(): Promise<AssessmentCounts> {
    return this.db.transaction(async (tx) => {
      await tx.run(ONE_AT_A_TIME, []);
      const now = this.clock.now();
      const facts = await this.facts.load({ at: now }, tx);
      const modelIds = facts.portfolio.models.map(({ id }) => id);
      const known = await this.flags.known(tx, modelIds);
      const findings = [...assessPortfolio(facts)].flatMap(({ flags }) => flags);
      const { reRaiseScore } = facts.policy.thresholds;
      const counts = await this.flags.store(tx, known, { findings, toolsOf: toolsByModel(facts), reRaiseScore, now });
      return { models: modelIds.length, releases: facts.releases.length, ...counts };
    });
  }
}

function toolsByModel({ portfolio }: AssessmentFacts): (modelId: string) => ReadonlySet<string> {
  const tools = new Map<string, Set<string>>();
  for (const { id, modelId } of portfolio.tools)
    if (modelId !== undefined) tools.set(modelId, (tools.get(modelId) ?? new Set()).add(id));
  const none: ReadonlySet<string> = new Set();
  return (modelId) => tools.get(modelId) ?? none;
}
