import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import { OwnershipTransfers } from '../identity/ownership-transfers.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';

/** The successor has not yet confirmed that a tool is theirs. */
const MOVE_TOOLS = statement<{ id: string }>(
  'tools.hand-over',
  `UPDATE tool SET owner_id = $2, owner_confirmed_at = NULL, version = version + 1, updated_at = $3
   WHERE owner_id = $1 RETURNING id`,
);

const MOVE_MODELS = statement<{ id: string }>(
  'models.hand-over',
  `UPDATE model SET steward_id = $2, version = version + 1, updated_at = $3 WHERE steward_id = $1 RETURNING id`,
);

/** Hands the tools and models of a leaver over to a successor. */
@Injectable()
export class PortfolioHandover implements OnModuleInit {
  constructor(
    private readonly transfers: OwnershipTransfers,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.transfers.add({ what: 'tools', transfer: (...args) => this.tools(...args) });
    this.transfers.add({ what: 'models', transfer: (...args) => this.models(...args) });
  }

  private async tools(tx: Tx, from: string, to: string, actor: Actor): Promise<number> {
    const moved = await tx.run(MOVE_TOOLS, [from, to, this.clock.now()]);
    for (const { id } of moved) {
      const [before, after] = [{ ownerId: from }, { ownerId: to }];
      await this.audit.record(tx, { kind: 'tool.changed', subject: { type: 'tool', id }, actor, before, after });
      await this.events.publish(tx, { kind: 'tool.changed', toolId: id });
    }
    return moved.length;
  }

  private async models(tx: Tx, from: string, to: string, actor: Actor): Promise<number> {
    const moved = await tx.run(MOVE_MODELS, [from, to, this.clock.now()]);
    for (const { id } of moved) {
      const [before, after] = [{ stewardId: from }, { stewardId: to }];
      await this.audit.record(tx, { kind: 'model.changed', subject: { type: 'model', id }, actor, before, after });
      await this.events.publish(tx, { kind: 'model.changed', modelId: id });
    }
    return moved.length;
  }
}
