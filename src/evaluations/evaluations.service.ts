import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { ReleasesReader } from '../catalogue/releases.reader.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { PolicyReader } from '../policy/policy.reader.js';
import { isTheirs, lockTool, notYourTool, refuseRetired } from '../portfolio/tool-access.js';
import { ToolsWriter } from '../portfolio/tools.writer.js';
import { passes } from './domain/verdict.js';
import { EvaluationRunEntity } from './evaluation-run.entity.js';

/** What somebody measured on a tool's golden set; scores in percentage points 0–100. */
export interface NewEvaluation {
  readonly goldenSetId: string;
  readonly championKey: string;
  readonly challengerKey: string;
  readonly metric: string;
  readonly higherIsBetter: boolean;
  readonly n: number;
  readonly championScore: number;
  readonly challengerScore: number;
  readonly halfWidth?: number;
  readonly regressions?: number;
  readonly championLatencyMs?: number;
  readonly challengerLatencyMs?: number;
  readonly championDigest?: string;
  readonly challengerDigest?: string;
  readonly ranAt: string;
  readonly note?: string;
}

type Compared = Pick<NewEvaluation, 'championKey' | 'challengerKey'>;
type ComparedIds = Pick<EvaluationRunEntity, 'championReleaseId' | 'challengerReleaseId'>;
type ForTool = Pick<EvaluationRunEntity, 'toolId'>;

@Injectable()
export class EvaluationsService {
  constructor(
    private readonly db: Database,
    private readonly releases: ReleasesReader,
    private readonly policy: PolicyReader,
    private readonly tools: ToolsWriter,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Records a run and returns its id; whether it passed is judged here, by the policy in force. Throws `tool-not-found`, `not-your-tool`, `tool-retired`, `release-not-found`. */
  record(toolId: string, run: NewEvaluation, actor: Actor): Promise<string> {
    return this.db.transaction(async (tx) => {
      const releases = await this.admit(tx, toolId, run, actor);
      const now = this.clock.now();
      if (!(new Date(run.ranAt) <= now))
        throw unacceptable('/ranAt', 'ranAt must be a time, and not lie in the future.');
      const row = await this.row(tx, { ...run, ...releases, toolId }, { actor, now });
      await tx.insert(EvaluationRunEntity, row);
      await this.tools.goldenSetRun(tx, toolId, row.ranAt);
      const subject = { type: 'evaluation', id: row.id };
      await this.audit.record(tx, { kind: 'evaluation.recorded', subject, actor, after: row });
      await this.events.publish(tx, { kind: 'evaluation.recorded', toolId, evaluationRunId: row.id });
      return row.id;
    });
  }

  /** Refuses what `record` would refuse of any such run, before anybody is asked hundreds of questions. Throws the same. */
  check(toolId: string, compared: Compared, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.admit(tx, toolId, compared, actor);
    });
  }

  private async admit(tx: Tx, toolId: string, compared: Compared, actor: Actor): Promise<ComparedIds> {
    const tool = await lockTool(tx, toolId);
    if (!mayRecord(actor, tool)) throw notYourTool();
    refuseRetired(tool);
    const championReleaseId = await this.releases.resolveKey(compared.championKey, tx);
    const challengerReleaseId = await this.releases.resolveKey(compared.challengerKey, tx);
    if (championReleaseId === challengerReleaseId)
      throw unacceptable('/challengerKey', 'challengerKey must name another release than championKey.');
    return { championReleaseId, challengerReleaseId };
  }

  private async row(
    tx: Tx,
    { toolId, championReleaseId, challengerReleaseId, ranAt, ...run }: NewEvaluation & ComparedIds & ForTool,
    { actor, now }: { readonly actor: Actor; readonly now: Date },
  ): Promise<EvaluationRunEntity> {
    const { version, document } = await this.policy.current(tx);
    return {
      id: newId(),
      toolId,
      championReleaseId,
      challengerReleaseId,
      goldenSetId: run.goldenSetId,
      metric: run.metric,
      higherIsBetter: run.higherIsBetter,
      n: run.n,
      championScore: run.championScore,
      challengerScore: run.challengerScore,
      halfWidth: run.halfWidth ?? null,
      regressions: run.regressions ?? null,
      championLatencyMs: run.championLatencyMs ?? null,
      challengerLatencyMs: run.challengerLatencyMs ?? null,
      championDigest: run.championDigest ?? null,
      challengerDigest: run.challengerDigest ?? null,
      passed: passes(run, document.thresholds.ownEvaluationNoise),
      policyVersion: version,
      ranAt: new Date(ranAt),
      recordedBy: actor.personId,
      recordedAt: now,
      note: run.note ?? null,
    };
  }
}

/** The tool's people, platform engineers who run it for them, and validators. */
const mayRecord = (actor: Actor, tool: { readonly ownerId: string; readonly ownerTeam: string }): boolean =>
  isTheirs(actor, tool) || actor.roles.includes('PLATFORM_ENGINEER') || actor.roles.includes('VALIDATOR');

const unacceptable = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', 'validation-failed', detail, [{ pointer, code: 'invalid', detail }]);
