import { Injectable } from '@nestjs/common';
import { Audit, SYSTEM } from '../audit/audit.writer.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { NEXT_BY_REQUEST } from './domain/flag-state.js';
import { flagStateOf } from './domain/reconcile.js';
import type { AnalysisState } from './domain/vocabulary.js';
import { FlagEventEntity } from './flag-event.entity.js';
import { FlagToolEntity } from './flag-tool.entity.js';
import { decidedColumns } from './flag-decisions.js';
import { flagOf } from './flag-rows.js';
import { ReplacementFlagEntity } from './replacement-flag.entity.js';

/** What a swap request says about the tool's row of a flag. */
interface RequestSays {
  readonly flagId: string;
  readonly toolId: string;
  readonly swapRequestId: string;
  readonly actor: Actor | typeof SYSTEM;
}

/** Follows swap requests inside their transactions: who opens one accepts the flag, an end without a swap reopens it. */
@Injectable()
export class FlagsWriter {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What the flag offers the tool, not held. Throws as `accept` does. */
  async offer(tx: Tx, { flagId, toolId }: Pick<RequestSays, 'flagId' | 'toolId'>): Promise<Offer> {
    const { flag, rows } = await flagOf(tx, flagId);
    requireOpen(rows, toolId);
    return offerOf(flag);
  }

  /** Accepts the tool's row and returns what the flag offers by now. Throws `flag-not-found`, `flag-other-tool`, `flag-not-open`. */
  async accept(tx: Tx, says: RequestSays): Promise<Offer> {
    const { flag, rows } = await flagOf(tx, says.flagId, { held: true });
    const row = requireOpen(rows, says.toolId);
    await this.turn(tx, { flag, rows, row, to: 'ACCEPTED', sentence: 'A swap request was opened.', says });
    return offerOf(flag);
  }

  /** Opens the row again where it still waits for the request; whatever became of it otherwise stays. */
  async reopen(tx: Tx, says: RequestSays): Promise<void> {
    const { flag, rows } = await flagOf(tx, says.flagId, { held: true });
    const row = rows.find(({ toolId }) => toolId === says.toolId);
    if (row === undefined || !NEXT_BY_REQUEST[row.analysisState].includes('OPEN')) return;
    await this.turn(tx, { flag, rows, row, to: 'OPEN', sentence: 'The swap request ended without a swap.', says });
  }

  private async turn(tx: Tx, { flag, rows, row, to, sentence, says }: Turn): Promise<void> {
    const { flagId, toolId, swapRequestId, actor } = says;
    const at = this.clock.now();
    const actorId = actor === SYSTEM ? null : actor.personId;
    const fromState = row.analysisState;
    const columns = decidedColumns(row, { state: to }, { personId: actorId, at, policyVersion: flag.policyVersion });
    await tx.manager.update(FlagToolEntity, { flagId, toolId }, columns);
    await tx.insert(FlagEventEntity, {
      ...{ id: newId(), flagId, toolId, at, actorId, fromState, toState: to, sentence },
    });
    row.analysisState = to;
    const state = flagStateOf(rows).analysisState;
    await tx.manager.update(ReplacementFlagEntity, { id: flagId }, { state, version: flag.version + 1 });
    await this.audit.record(tx, {
      kind: to === 'ACCEPTED' ? 'flag.accepted' : 'flag.reopened',
      subject: { type: 'flag', id: flagId },
      actor,
      before: { state: flag.state },
      after: { state },
      detail: { toolId, swapRequestId },
    });
  }
}

const offerOf = ({ candidateReleaseId, rankedCandidates, title }: ReplacementFlagEntity): Offer => ({
  toReleaseId: candidateReleaseId ?? rankedCandidates[0],
  title,
});

/** The tool's row, where a request may accept it. */
function requireOpen(rows: readonly FlagToolEntity[], toolId: string): FlagToolEntity {
  const row = rows.find((each) => each.toolId === toolId);
  if (row === undefined)
    throw new DomainError('unprocessable', 'flag-other-tool', 'The flag does not concern this tool.', [
      { pointer: '/flagId', code: 'flag-other-tool', detail: 'does not concern this tool' },
    ]);
  if (!NEXT_BY_REQUEST[row.analysisState].includes('ACCEPTED'))
    throw new DomainError('conflict', 'flag-not-open', `The flag is ${row.analysisState} for this tool.`);
  return row;
}

/** Undefined where the flag names no release. */
interface Offer {
  readonly toReleaseId: string | undefined;
  readonly title: string;
}

interface Turn {
  readonly flag: ReplacementFlagEntity;
  readonly rows: readonly FlagToolEntity[];
  readonly row: FlagToolEntity;
  readonly to: AnalysisState;
  readonly sentence: string;
  readonly says: RequestSays;
}
