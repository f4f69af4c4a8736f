import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { PolicyReader } from '../policy/policy.reader.js';
import type { PolicyRow } from '../policy/policy.reader.js';
import { BENCHMARKS, DISMISSED, EVALUATIONS, MODELS, POOLS, RELEASES, TOOLS } from './assessment-facts.sql.js';
import type { AssessmentFacts, ModelFacts, ToolFacts } from './domain/facts.js';
import { ReleaseFactsCache } from './release-facts.cache.js';
import type { ReleasesAtHand } from './release-facts.cache.js';
import { ToolFactsCache } from './tool-facts.cache.js';
import { withoutNulls } from './without-nulls.js';

interface Moment {
  readonly at: Date;
  /** Releases to load besides those of the kinds in use. */
  readonly releaseIds?: readonly string[];
}

interface Latest extends Pick<Moment, 'at' | 'releaseIds'> {
  /** Read everything again. */
  readonly anew?: boolean;
}

type Rest = Pick<AssessmentFacts, 'evaluations' | 'dismissed'> & Pick<AssessmentFacts['portfolio'], 'pools'>;

interface Loaded extends ReleasesAtHand, Rest {
  readonly policy: PolicyRow;
  readonly models: readonly ModelFacts[];
  readonly tools: readonly ToolFacts[];
}

/** Loads what an assessment reads: one statement per kind of record, however large the portfolio. */
@Injectable()
export class AssessmentFactsReader {
  constructor(
    private readonly db: Database,
    private readonly policy: PolicyReader,
    private readonly releases: ReleaseFactsCache,
    private readonly tools: ToolFactsCache,
  ) {}

  /** Portfolio, releases and policy as they stood at the moment; facts about a release are those of today. */
  async load({ at, releaseIds = [] }: Moment): Promise<AssessmentFacts> {
    const policy = await this.policy.asOf(at);
    const models = (await this.db.read(MODELS, [at])).map(withoutNulls);
    const inUse = models.map(({ releaseId }) => releaseId);
    const releases = (await this.db.read(RELEASES, [[...inUse, ...releaseIds], at, false])).map(withoutNulls);
    const benchmarks = await this.db.read(BENCHMARKS, [releases.map(({ id }) => id)]);
    const tools = (await this.db.read(TOOLS, [at, null])).map(withoutNulls);
    const rest = await this.rest(at);
    return assembled({ policy, models, tools, releases, benchmarks: benchmarks.map(withoutNulls), ...rest }, at);
  }

  /** The same as things stand now, for assessments that follow one another: what has not changed since is not read again. */
  async latest(tx: Tx, { at, releaseIds = [], anew = false }: Latest): Promise<AssessmentFacts> {
    const inUse = tx.run(MODELS, [at]).then((rows) => rows.map(withoutNulls));
    const ids = inUse.then((models) => [...models.map(({ releaseId }) => releaseId), ...releaseIds]);
    // Asked at once, they leave in one piece.
    const [policy, models, tools, rest, releases] = await Promise.all([
      this.policy.current(tx),
      inUse,
      this.tools.load(tx, { at, anew }),
      this.rest(at, tx),
      this.releases.load(tx, { ids, at, anew }),
    ]);
    return assembled({ policy, models, tools, ...rest, ...releases }, at);
  }

  private async rest(at: Date, tx?: Tx): Promise<Rest> {
    const [evaluations, dismissed, pools] = await Promise.all([
      this.db.read(EVALUATIONS, [at], tx),
      this.db.read(DISMISSED, [at], tx),
      this.db.read(POOLS, [], tx),
    ]);
    return { evaluations: evaluations.map(withoutNulls), dismissed, pools };
  }
}

function assembled({ policy, models, tools, pools, ...facts }: Loaded, at: Date): AssessmentFacts {
  return {
    now: at.toISOString(),
    policy: policy.document,
    policyVersion: policy.version,
    ...facts,
    portfolio: { models, tools, pools },
  };
}
