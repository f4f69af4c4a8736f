import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { PolicyReader } from '../policy/policy.reader.js';
import { BENCHMARKS, DISMISSED, EVALUATIONS, MODELS, POOLS, RELEASES, TOOLS } from './assessment-facts.sql.js';
import type { AssessmentFacts } from './domain/facts.js';

interface Moment {
  readonly at: Date;
  /** Releases to load besides those of the kinds in use. */
  readonly releaseIds?: readonly string[];
  /** No other releases than those in use and those named. */
  readonly namedOnly?: boolean;
}

/** Loads what an assessment reads: one statement per kind of record, however large the portfolio. */
@Injectable()
export class AssessmentFactsReader {
  constructor(
    private readonly db: Database,
    private readonly policy: PolicyReader,
  ) {}

  /** Portfolio, releases and policy as they stood at the moment; facts about a release are those of today. */
  async load({ at, releaseIds = [], namedOnly = false }: Moment, tx?: Tx): Promise<AssessmentFacts> {
    const { version, document } = tx === undefined ? await this.policy.asOf(at) : await this.policy.current(tx);
    const models = await this.db.read(MODELS, [at], tx);
    const inUse = models.map(({ releaseId }) => releaseId);
    const releases = (await this.db.read(RELEASES, [[...inUse, ...releaseIds], at, namedOnly], tx)).map(withoutNulls);
    const benchmarks = await this.db.read(BENCHMARKS, [releases.map(({ id }) => id)], tx);
    const tools = (await this.db.read(TOOLS, [at], tx)).map(withoutNulls);
    const evaluations = await this.db.read(EVALUATIONS, [at], tx);
    const dismissed = await this.db.read(DISMISSED, [at], tx);
    const pools = await this.db.read(POOLS, [], tx);
    return {
      now: at.toISOString(),
      policy: document,
      policyVersion: version,
      releases,
      benchmarks: benchmarks.map(withoutNulls),
      evaluations: evaluations.map(withoutNulls),
      dismissed,
      portfolio: { models: models.map(withoutNulls), tools, pools },
    };
  }
}

/** SQL says NULL where the rules say absent: unknown. */
function withoutNulls<T extends object>(row: T): T {
  for (const key of Object.keys(row) as (keyof T)[]) if (row[key] === null) delete row[key];
  return row;
}
