import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import { Clock } from '../kernel/clock.js';
import { PolicyReader } from '../policy/policy.reader.js';
import { decideServing } from '../portfolio/assignment.policy.js';
import { toolNotFound } from '../portfolio/tools.reader.js';
import { AssessmentFactsReader } from '../replacement/assessment-facts.reader.js';
import { worldOf } from '../replacement/domain/world.js';
import { DomainError } from '../kernel/domain-error.js';
import { checksOf } from './domain/checks.js';
import type { Check } from './domain/checks.js';
import { assessSwap } from './domain/swap-assessment.js';
import type { SwapAssessment } from './domain/swap-assessment.js';
import type { SwapRequestEntity } from './swap-request.entity.js';
import { CHECK_FACTS } from './swap-store.sql.js';
import type { CheckRow } from './swap-store.sql.js';

type Judged = Pick<
  SwapRequestEntity,
  'id' | 'toolId' | 'toReleaseId' | 'toModelId' | 'fallbackModelId' | 'changeType' | 'rollbackPlan'
>;

export interface Verdict {
  readonly assessment: SwapAssessment | null;
  readonly checks: readonly Check[];
}

/** Judges a swap on the facts of the moment. */
@Injectable()
export class SwapJudge {
  constructor(
    private readonly facts: AssessmentFactsReader,
    private readonly policy: PolicyReader,
    private readonly clock: Clock,
  ) {}

  /** Gates, score, memory and portfolio afterwards, under the policy of that version or the one in force. */
  async assess(tx: Tx, request: Judged, policyVersion: number | null): Promise<SwapAssessment | null> {
    const { toolId, toReleaseId, toModelId } = request;
    const facts = await this.facts.latest(tx, { at: this.clock.now(), releaseIds: [toReleaseId] });
    const policy = policyVersion === null ? undefined : await this.policy.ofVersion(policyVersion, tx);
    const world = worldOf(
      policy === undefined ? facts : { ...facts, policy: policy.document, policyVersion: policy.version },
    );
    const tool = facts.portfolio.tools.find(({ id }) => id === toolId);
    if (tool === undefined) return null;
    return assessSwap(world, { tool, toReleaseId, toModelId }) ?? null;
  }

  /** The assessment and every named check. */
  async judge(tx: Tx, request: Judged, policyVersion: number | null): Promise<Verdict> {
    const assessment = await this.assess(tx, request, policyVersion);
    const { id, toolId, toReleaseId, toModelId, fallbackModelId } = request;
    const row = await tx.one(CHECK_FACTS, [toolId, id, toReleaseId, toModelId, fallbackModelId]);
    if (row === undefined) throw toolNotFound();
    return { assessment, checks: this.checks({ ...request, assessment }, row.facts) };
  }

  /** The checks on an assessment that was made before, as things stand now. */
  checks({ changeType, rollbackPlan, assessment }: Assessed, facts: CheckRow): readonly Check[] {
    const { materiality, evidenceCount, goldenSet, fallback } = facts;
    return checksOf({
      ...{ materiality, changeType, assessment, rollbackPlan, evidenceCount, goldenSet, fallback },
      unservable: whyUnservable(facts),
      now: this.clock.now().toISOString(),
    });
  }
}

type Assessed = Pick<SwapRequestEntity, 'changeType' | 'rollbackPlan' | 'assessment'>;

/** A model that still waits for its approval may become the target; the swap's own approval carries it on. */
function whyUnservable({ materiality, dataClass, target }: CheckRow): string | null {
  if (target === null) return null;
  const lifecycle = target.lifecycle === 'PROPOSED' ? ('APPROVED' as const) : target.lifecycle;
  try {
    decideServing({ tool: { materiality, dataClass, hadPrimary: true }, model: { ...target, lifecycle } });
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
