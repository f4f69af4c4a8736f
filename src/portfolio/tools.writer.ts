import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/id.js';
import { nameTaken, refusing, unknownReference } from './constraint-errors.js';
import { isTheirs, notYourTool, writesEveryTool } from './tool-access.js';
import { columnsOf, refuseImpossibleWork } from './tool-columns.js';
import { ToolEntity } from './tool.entity.js';
import type { NewTool } from './portfolio.types.js';

export const TOOL_REFUSALS = {
  tool_name_uq: nameTaken('tool'),
  tool_owner_fk: unknownReference('/ownerId', 'is not a known person'),
};

const COUNT_REQUESTS = statement(
  'tools.count-requests',
  `UPDATE tool SET open_requests = open_requests + $2, version = version + 1, updated_at = $3 WHERE id = $1`,
);

const GOLDEN_SET_RUN = statement(
  'tools.golden-set-run',
  `UPDATE tool SET golden_set = jsonb_build_object('exists', true, 'lastRunAt',
       greatest($2::date, (golden_set ->> 'lastRunAt')::date)), version = version + 1, updated_at = $3
   WHERE id = $1`,
);

/** Writes tools inside the caller's transaction. */
@Injectable()
export class ToolsWriter {
  constructor(
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Registers a tool and returns its id; without an owner it is the actor's. Throws `not-your-tool`, `name-taken`. */
  async register(tx: Tx, tool: NewTool, actor: Actor): Promise<string> {
    const columns = columnsOf(tool, actor.personId);
    if (!writesEveryTool(actor) && !isTheirs(actor, columns)) throw notYourTool();
    const id = newId();
    const now = this.clock.now();
    refuseImpossibleWork(columns, now);
    const row = { ...columns, id, createdAt: now, updatedAt: now };
    await refusing(TOOL_REFUSALS, () => tx.insert(ToolEntity, row));
    await this.audit.record(tx, { kind: 'tool.registered', subject: { type: 'tool', id }, actor, after: columns });
    await this.events.publish(tx, { kind: 'tool.registered', toolId: id });
    return id;
  }

  /** Counts a swap request of the tool that opens (1) or is finished (-1). */
  async countRequest(tx: Tx, toolId: string, change: 1 | -1): Promise<void> {
    await tx.run(COUNT_REQUESTS, [toolId, change, this.clock.now()]);
  }

  /** Notes that the tool's golden set was run at that moment. */
  async goldenSetRun(tx: Tx, toolId: string, at: Date): Promise<void> {
    await tx.run(GOLDEN_SET_RUN, [toolId, at, this.clock.now()]);
  }
}
