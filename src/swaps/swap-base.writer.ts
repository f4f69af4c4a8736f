import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../audit/audit.writer.js';
import type { Tx } from '../database/tx.js';
import { MACHINE, decideStep, mayTake } from './domain/swap-state.js';
import { SwapJudge } from './swap-judge.reader.js';
import { MOVED_BASES } from './swap-store.sql.js';
import { SwapStore } from './swap-store.js';

/** Follows the tool's primary: what was approved was a change of another model. */
@Injectable()
export class SwapBaseWriter {
  constructor(
    private readonly store: SwapStore,
    private readonly judge: SwapJudge,
  ) {}

  /** Every open request of the tool gets the present base and is judged on it; its approvals are void. Doing it again changes nothing. */
  async follow(tx: Tx, toolId: string): Promise<void> {
    const primary = await this.store.primary(tx, toolId);
    for (const { id } of await tx.run(MOVED_BASES, [toolId])) {
      const { request } = await this.store.hold(tx, id);
      await this.store.voidApprovals(tx, id, 'The model that serves the tool has changed.');
      // A tool that runs on the target by now has nothing to move from: the request waits for what comes next.
      const onTarget = primary !== undefined && primary.modelId === request.toModelId;
      const fromModelId = onTarget ? request.fromModelId : (primary?.modelId ?? null);
      const digest = await this.store.digest(tx, { ...request, fromModelId });
      const state = mayTake('return', request.state, MACHINE)
        ? decideStep('return', request.state, MACHINE)
        : request.state;
      const found = onTarget ? {} : await this.judge.judge(tx, request, request.policyVersion);
      const undone = { implementerId: null, windowFrom: null, windowTo: null, approvedAt: null, expiresAt: null };
      await this.store.write(tx, request, {
        action: 'base-moved',
        state,
        changes: { fromModelId, digest, revision: request.revision + 1, ...found, ...undone },
        actor: SYSTEM,
        comment: 'The model that serves the tool has changed; approvals are void.',
      });
    }
  }
}
