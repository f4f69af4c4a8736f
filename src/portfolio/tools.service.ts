import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { can } from '../kernel/permission.js';
import { AssignmentsWriter } from './assignments.writer.js';
import { refusing, requireVersion } from './constraint-errors.js';
import { decideMateriality } from './domain/materiality.js';
import { isTheirs, lockOwnTool, lockTool, notYourTool, refuseRetired, writesEveryTool } from './tool-access.js';
import { patchedColumns, refuseImpossibleWork } from './tool-columns.js';
import { ToolEntity } from './tool.entity.js';
import { ToolsWriter, TOOL_REFUSALS } from './tools.writer.js';
import type { MergePatch, NewTool, ToolFields } from './portfolio.types.js';

@Injectable()
export class ToolsService {
  constructor(
    private readonly db: Database,
    private readonly tools: ToolsWriter,
    private readonly assignments: AssignmentsWriter,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Registers a tool and returns its id. */
  register(tool: NewTool, actor: Actor): Promise<string> {
    return this.db.transaction((tx) => this.tools.register(tx, tool, actor));
  }

  /**
   * Changes the fields that are given; null clears one. Whoever may not write the tool changes its materiality at most.
   * Throws `tool-not-found`, `not-your-tool`, `tool-retired`, `stale`, `name-taken` and the refusals of a lower materiality.
   */
  change(id: string, patch: MergePatch<ToolFields>, version: number, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const tool = await lockTool(tx, id);
      if (!mayChange(actor, tool, patch)) throw notYourTool();
      requireVersion(tool.version, version);
      refuseRetired(tool);
      const after = patchedColumns(tool, patch);
      refuseImpossibleWork(after, this.clock.now());
      const { impact, complexity, reliance, openRequests } = tool;
      decideMateriality({
        from: { impact, complexity, reliance },
        to: after,
        actorRoles: actor.roles,
        openRequest: openRequests > 0,
      });
      await this.write(tx, tool, after, 'tool.changed', actor);
    });
  }

  /** The owner says that the record is right as it stands. */
  confirmOwner(id: string, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const tool = await lockOwnTool(tx, id, actor);
      refuseRetired(tool);
      if (!isTheirs(actor, tool))
        throw new DomainError('forbidden', 'not-your-tool', 'Only its owner or the owner’s team confirms a tool.');
      await this.write(tx, tool, { ownerConfirmedAt: this.clock.now() }, 'tool.confirmed', actor);
    });
  }

  /** Ends the tool and every assignment of it. Throws `swap-request-open` while one is not finished. */
  retire(id: string, reason: string, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const tool = await lockOwnTool(tx, id, actor);
      refuseRetired(tool);
      if (tool.openRequests > 0)
        throw new DomainError('conflict', 'swap-request-open', 'A swap request of the tool is not finished.');
      const now = this.clock.now();
      await this.assignments.endAll(tx, id, now, actor);
      await this.write(tx, tool, { retiredAt: now }, 'tool.retired', actor, { reason });
    });
  }

  private async write(
    tx: Tx,
    tool: ToolEntity,
    after: Partial<ToolEntity>,
    kind: `tool.${string}`,
    actor: Actor,
    detail?: object,
  ): Promise<void> {
    const { id, version } = tool;
    const row = { ...after, version: version + 1, updatedAt: this.clock.now() };
    await refusing(TOOL_REFUSALS, () => tx.manager.update(ToolEntity, { id }, row));
    const before = Object.fromEntries(Object.entries(tool).filter(([key]) => key in after));
    await this.audit.record(tx, { kind, subject: { type: 'tool', id }, actor, before, after, detail });
    await this.events.publish(tx, { kind: 'tool.changed', toolId: id });
  }
}

const mayChange = (actor: Actor, tool: ToolEntity, patch: MergePatch<ToolFields>): boolean =>
  (can(actor, 'tool.write') && (writesEveryTool(actor) || isTheirs(actor, tool))) ||
  (can(actor, 'tool.lower-materiality') && Object.keys(patch).every((field) => field === 'materiality'));
