import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import { Clock } from '../kernel/clock.js';
import { PolicyReader } from '../policy/policy.reader.js';
import { decideServing } from '../portfolio/assignment.policy.js';
import { ModelEntity } from '../portfolio/model.entity.js';
import { ToolEntity } from '../portfolio/tool.entity.js';
import { AssessmentFactsReader } from '../replacement/assessment-facts.reader.js';
import { worldOf } from '../replacement/domain/world.js';
import { DomainError } from '../kernel/domain-error.js';
import { checksOf } from './domain/checks.js';
import type { Check } from './domain/checks.js';
import { assessSwap } from './domain/swap-assessment.js';
import type { SwapAssessment } from './domain/swap-assessment.js';
import type { SwapRequestEntity } from './swap-request.entity.js';
import { EVIDENCE_DIGESTS, FALLBACK_AFTERWARDS, GOLDEN_SET_RUN, PRIMARY } from './swap-store.sql.js';

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
    return { assessment, checks: await this.checks(tx, request, assessment) };
  }

  /** The checks on an assessment that was made before. */
  async checks(tx: Tx, request: Judged, assessment: SwapAssessment | null): Promise<readonly Check[]> {
    const { toolId, toModelId, toReleaseId } = request;
    const tool = await tx.manager.findOneByOrFail(ToolEntity, { id: toolId });
    const primary = await tx.one(PRIMARY, [toolId]);
    const evidence = await tx.run(EVIDENCE_DIGESTS, [request.id]);
    const goldenSet = primary && (await tx.one(GOLDEN_SET_RUN, [toolId, primary.releaseId, toReleaseId]));
    const fallback = await tx.one(FALLBACK_AFTERWARDS, [toolId, toModelId, request.fallbackModelId]);
    return checksOf({
      ...{ materiality: tool.materiality, changeType: request.changeType, assessment },
      rollbackPlan: request.rollbackPlan,
      evidenceCount: evidence.length,
      goldenSet: goldenSet ?? null,
      fallback: fallback ?? null,
      unservable: await whyUnservable(tx, tool, toModelId),
      now: this.clock.now().toISOString(),
    });
  }
}

/** A model that still waits for its approval may become the target; the swap's own approval carries it on. */
async function whyUnservable(tx: Tx, tool: ToolEntity, modelId: string | null): Promise<string | null> {
  if (modelId === null) return null;
  const model = await tx.manager.findOneByOrFail(ModelEntity, { id: modelId });
  const lifecycle = model.lifecycle === 'PROPOSED' ? ('APPROVED' as const) : model.lifecycle;
  try {
    decideServing({ tool: { ...tool, hadPrimary: true }, model: { ...model, lifecycle } });
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
