import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { PolicyReader } from '../policy/policy.reader.js';
import { AssignmentsWriter } from '../portfolio/assignments.writer.js';
import { lockOwnTool, refuseRetired } from '../portfolio/tool-access.js';
import { digestOf } from './domain/digest.js';
import { REVIEW_WORKING_DAYS, afterWorkingDays } from './domain/working-days.js';
import { SwapBaseWriter } from './swap-base.writer.js';
import { SwapStore } from './swap-store.js';
import type { NewRequest } from './swap-store.js';
import { TESTED_FALLBACKS } from './swap-store.sql.js';

@Injectable()
export class FailOverService {
  constructor(
    private readonly db: Database,
    private readonly store: SwapStore,
    private readonly base: SwapBaseWriter,
    private readonly assignments: AssignmentsWriter,
    private readonly policy: PolicyReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts a tested fallback in the place of the primary at once, by one person, and returns the id of the emergency
   * request that records it; another person reviews it within five working days. Throws `no-tested-fallback`.
   */
  failOver(toolId: string, reason: string, modelId: string | undefined, actor: Actor): Promise<string> {
    return this.db.transaction(async (tx) => {
      const tool = await lockOwnTool(tx, toolId, actor);
      refuseRetired(tool);
      const primary = await this.store.primary(tx, toolId);
      const fallback = await tx.one(TESTED_FALLBACKS, [toolId, modelId ?? null]);
      if (primary === undefined || fallback === undefined)
        throw new DomainError('conflict', 'no-tested-fallback', 'The tool has no such fallback that was tested.');
      const { version: policyVersion } = await this.policy.current(tx);
      const at = this.clock.now();
      const content = {
        ...{ id: newId(), toolId, fromModelId: primary.modelId },
        ...{ toReleaseId: fallback.releaseId, toModelId: fallback.modelId },
      };
      const request: NewRequest = {
        ...content,
        ...{ state: 'IN_REVIEW', changeType: 'EMERGENCY', failOver: true, stage: 'FULL', justification: reason },
        ...{
          policyVersion,
          requestedBy: actor.personId,
          contributors: [actor.personId],
          implementerId: actor.personId,
        },
        ...{ submittedAt: at, movedAt: at, reviewDueAt: afterWorkingDays(at, REVIEW_WORKING_DAYS) },
        digest: digestOf({ ...content, evidence: [] }),
      };
      const swapRequestId = request.id;
      await this.store.open(tx, request, { action: 'failed-over', actor, comment: reason });
      await this.assignments.move(tx, { toolId, toModelId: fallback.modelId, at, swapRequestId, actor });
      await this.base.follow(tx, toolId);
      return swapRequestId;
    });
  }
}
