import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Events } from '../events/events.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { decideByPerson } from './domain/flag-state.js';
import type { AnalysisDecision } from './domain/flag-state.js';
import { flagStateOf } from './domain/reconcile.js';
import { decidedColumns } from './flag-decisions.js';
import { FlagEventEntity } from './flag-event.entity.js';
import { FlagToolEntity } from './flag-tool.entity.js';
import { flagOf } from './flag-rows.js';
import { ReplacementFlagEntity } from './replacement-flag.entity.js';

/** Which of a flag's tools are the actor's: by ownership or by team. */
const OWN_TOOLS = statement<{ toolId: string }>(
  'flags.own-tools',
  `SELECT ft.tool_id AS "toolId" FROM flag_finding ft JOIN tool t ON t.id = ft.tool_id
   WHERE ft.flag_id = $1 AND (t.owner_id = $2 OR t.owner_team = ANY ($3::text[]))`,
);

@Injectable()
export class FlagsService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides rows of a flag: those named, or all of the actor's tools. One decision covers every row it names or none.
   * Throws `flag-not-found`, `not-your-tool`, `no-tool-of-yours` and the refusals of the state table.
   */
  analyse(id: string, decision: AnalysisDecision, toolIds: readonly string[] | undefined, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { flag, rows } = await flagOf(tx, id, { held: true });
      const chosen = await this.rowsOf(tx, rows, id, toolIds, actor);
      await this.decide(tx, flag, rows, chosen, decision, actor);
    });
  }

  private async rowsOf(
    tx: Tx,
    rows: readonly FlagToolEntity[],
    flagId: string,
    toolIds: readonly string[] | undefined,
    actor: Actor,
  ): Promise<FlagToolEntity[]> {
    const own = new Set((await tx.run(OWN_TOOLS, [flagId, actor.personId, actor.teams])).map(({ toolId }) => toolId));
    const asked = toolIds ?? [...own];
    if (asked.length === 0)
      throw new DomainError('forbidden', 'no-tool-of-yours', 'The flag concerns no tool of yours or of your teams.');
    const chosen = rows.filter(({ toolId }) => asked.includes(toolId));
    if (chosen.length < asked.length || asked.some((toolId) => !own.has(toolId)))
      throw new DomainError('forbidden', 'not-your-tool', 'Only its owner or the owner’s team decides for a tool.');
    return chosen;
  }

  private async decide(
    tx: Tx,
    flag: ReplacementFlagEntity,
    rows: readonly FlagToolEntity[],
    chosen: readonly FlagToolEntity[],
    decision: AnalysisDecision,
    actor: Actor,
  ): Promise<void> {
    const at = this.clock.now();
    for (const row of chosen) {
      const decided = decideByPerson(row.analysisState, decision, at.toISOString());
      const from = row.analysisState;
      const columns = decidedColumns(row, decided, { personId: actor.personId, at, policyVersion: flag.policyVersion });
      Object.assign(row, columns);
      await tx.manager.update(FlagToolEntity, { flagId: row.flagId, toolId: row.toolId }, columns);
      await tx.insert(FlagEventEntity, {
        id: newId(),
        flagId: row.flagId,
        toolId: row.toolId,
        at,
        actorId: actor.personId,
        fromState: from,
        toState: decided.state,
        sentence: decided.comment ?? 'Decided without a comment.',
      });
    }
    const state = flagStateOf(rows).analysisState;
    await tx.manager.update(ReplacementFlagEntity, { id: flag.id }, { state, version: flag.version + 1 });
    await this.audit.record(tx, {
      kind: 'flag.analysed',
      subject: { type: 'flag', id: flag.id },
      actor,
      before: { state: flag.state },
      after: { state },
      detail: { decision, toolIds: chosen.map(({ toolId }) => toolId) },
    });
    await this.events.publish(tx, { kind: 'flag.analysed', flagId: flag.id, modelId: flag.modelId });
  }
}
