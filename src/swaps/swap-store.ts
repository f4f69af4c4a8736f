import { Injectable } from '@nestjs/common';
import { Audit, SYSTEM } from '../audit/audit.writer.js';
import type { Tx } from '../database/tx.js';
import { FlagsWriter } from '../replacement/flags.writer.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import type { ToolEntity } from '../portfolio/tool.entity.js';
import { refusing } from '../portfolio/constraint-errors.js';
import { isTheirs, lockTool } from '../portfolio/tool-access.js';
import { ToolsWriter } from '../portfolio/tools.writer.js';
import type { GivenApproval } from './domain/approvals.js';
import { digestOf } from './domain/digest.js';
import { isFinal, partiesOf } from './domain/swap-state.js';
import type { Party } from './domain/swap-state.js';
import { SWAP_EVENTS } from './domain/vocabulary.js';
import type { SwapState } from './domain/vocabulary.js';
import { SwapEventEntity } from './swap-event.entity.js';
import { SwapRequestEntity } from './swap-request.entity.js';
import {
  APPROVALS,
  EVIDENCE_DIGESTS,
  FORMER_IDS,
  PRIMARY,
  REQUEST_HELD,
  TOOL_OF,
  VOID_APPROVALS,
} from './swap-store.sql.js';
import type { Primary } from './swap-store.sql.js';

export const swapNotFound = (): DomainError =>
  new DomainError('not-found', 'swap-request-not-found', 'There is no swap request with this id.');

const overtaken = (): DomainError =>
  new DomainError(
    'conflict',
    'approvals-void',
    'The approvals no longer count, or somebody was faster; read it again.',
  );

/** What the database still sees when people lose roles or act at the same moment. */
export const GUARD = {
  swap_request_approved_ck: overtaken,
  swap_request_base_ck: overtaken,
  swap_request_expired_ck: overtaken,
  swap_request_engineer_ck: overtaken,
  swap_request_policy_now_ck: overtaken,
  swap_request_reviewed_ck: overtaken,
  swap_approval_holds_role_ck: overtaken,
  swap_approval_once_uq: overtaken,
};

/** A request and its tool, both held until the transaction ends. */
export interface Held {
  readonly request: SwapRequestEntity;
  readonly tool: ToolEntity;
}

export interface SwapStep {
  readonly action: string;
  readonly state?: SwapState;
  readonly changes?: Partial<SwapRequestEntity>;
  readonly actor: Actor | typeof SYSTEM;
  readonly comment?: string;
}

/** Reads and writes requests inside the caller's transaction: every write leaves a step in the history and the trail, and tells others. */
@Injectable()
export class SwapStore {
  constructor(
    private readonly tools: ToolsWriter,
    private readonly flags: FlagsWriter,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Always the tool first: a move touches other requests of the same tool. Throws `swap-request-not-found`. */
  async hold(tx: Tx, id: string): Promise<Held> {
    const found = await tx.one(TOOL_OF, [id]);
    if (found === undefined) throw swapNotFound();
    const tool = await lockTool(tx, found.toolId);
    const request = await tx.one(REQUEST_HELD, [id]);
    if (request === undefined) throw swapNotFound();
    return { request, tool };
  }

  parties({ request, tool }: Held, actor: Actor): ReadonlySet<Party> {
    const { requestedBy, implementerId } = request;
    return partiesOf({
      ...{ actorId: actor.personId, roles: actor.roles, requestedBy, implementerId },
      isToolTheirs: isTheirs(actor, tool),
    });
  }

  approvals(tx: Tx, id: string): Promise<GivenApproval[]> {
    return tx.run(APPROVALS, [id]);
  }

  primary(tx: Tx, toolId: string): Promise<Primary | undefined> {
    return tx.one(PRIMARY, [toolId]);
  }

  /** The digest of the request as it stands with all its evidence. */
  async digest(tx: Tx, request: Content): Promise<string> {
    return digestOf({ ...request, evidence: await tx.run(EVIDENCE_DIGESTS, [request.id]) });
  }

  /** Whether it is what its digest says; a target that turned out to be another release's twin went by another id then. */
  async isWhole(tx: Tx, request: SwapRequestEntity): Promise<boolean> {
    if ((await this.digest(tx, request)) === request.digest) return true;
    for (const { id } of await tx.run(FORMER_IDS, [request.toReleaseId]))
      if ((await this.digest(tx, { ...request, toReleaseId: id })) === request.digest) return true;
    return false;
  }

  /** Enters a new request, counts it on its tool and begins its history. */
  async open(tx: Tx, row: NewRequest, step: Pick<SwapStep, 'action' | 'actor' | 'comment'>): Promise<void> {
    const now = this.clock.now();
    // What is found out is told with the submission, for which it is made again.
    const { assessment: _found, ...said } = row;
    // One statement each, asked at once: they leave in one piece and are run in this order.
    await Promise.all([
      tx.insert(SwapRequestEntity, { ...row, createdAt: now, updatedAt: now }),
      this.tools.countRequest(tx, row.toolId, 1),
      this.note(tx, { ...row, revision: 1 }, null, step),
      this.trail(tx, row.id, { kind: `swap.${step.action}`, actor: step.actor, after: said }),
    ]);
    await this.announce(tx, step.action, row);
  }

  /** Writes one step: the new state, the changed fields, history and trail; the last step closes what hangs on it. */
  async write(tx: Tx, request: SwapRequestEntity, step: SwapStep): Promise<SwapRequestEntity> {
    const state = step.state ?? request.state;
    const now = this.clock.now();
    const ends = isFinal(state) && !isFinal(request.state);
    const changes = { ...step.changes, state, ...(ends && { finishedAt: now }) };
    const version = request.version + 1;
    const row = { ...changes, version, updatedAt: now };
    await refusing(GUARD, () => tx.manager.update(SwapRequestEntity, { id: request.id }, row));
    const after = Object.assign(new SwapRequestEntity(), request, changes, { version, updatedAt: now });
    await this.note(tx, after, request.state, step);
    const before = Object.fromEntries(Object.entries(request).filter(([key]) => key in changes));
    const detail = { revision: after.revision, ...(step.comment !== undefined && { comment: step.comment }) };
    await this.trail(tx, request.id, {
      kind: `swap.${step.action}`,
      actor: step.actor,
      before,
      after: changes,
      detail,
    });
    if (ends) await this.close(tx, after, step.actor);
    await this.announce(tx, step.action, request);
    return after;
  }

  /** Approvals of the content as it was before no longer count. */
  async voidApprovals(tx: Tx, id: string, reason: string): Promise<void> {
    await tx.run(VOID_APPROVALS, [id, this.clock.now(), reason]);
  }

  private async announce(tx: Tx, action: string, request: Pick<SwapRequestEntity, 'id' | 'toolId'>): Promise<void> {
    if (!isAnnounced(action)) return;
    const { id: swapRequestId, toolId } = request;
    await this.events.publish(tx, { kind: `swap.${SWAP_EVENTS[action]}`, swapRequestId, toolId });
  }

  private async close(
    tx: Tx,
    { id, toolId, flagId, state }: SwapRequestEntity,
    actor: SwapStep['actor'],
  ): Promise<void> {
    await this.tools.countRequest(tx, toolId, -1);
    if (flagId !== null && state !== 'COMPLETED')
      await this.flags.reopen(tx, { flagId, toolId, swapRequestId: id, actor });
  }

  private async note(
    tx: Tx,
    { id, state, revision }: Pick<SwapRequestEntity, 'id' | 'state' | 'revision'>,
    fromState: SwapState | null,
    { action, actor, comment = undefined }: SwapStep,
  ): Promise<void> {
    await tx.insert(SwapEventEntity, {
      id: newId(),
      swapRequestId: id,
      at: this.clock.now(),
      actorId: actor === SYSTEM ? null : actor.personId,
      ...{ action, fromState, toState: state, revision, comment: comment ?? null },
    });
  }

  private async trail(
    tx: Tx,
    id: string,
    record: { kind: `swap.${string}`; actor: SwapStep['actor']; before?: object; after: object; detail?: object },
  ): Promise<void> {
    await this.audit.record(tx, { ...record, subject: { type: 'swap-request', id } });
  }
}

const isAnnounced = (action: string): action is keyof typeof SWAP_EVENTS => Object.hasOwn(SWAP_EVENTS, action);

type Content = Pick<SwapRequestEntity, 'id' | 'toolId' | 'fromModelId' | 'toReleaseId' | 'toModelId'>;
export type NewRequest = Omit<SwapRequestEntity, 'revision' | 'version' | 'createdAt' | 'updatedAt' | OptionalField> &
  Partial<Pick<SwapRequestEntity, OptionalField>>;
type OptionalField =
  | 'fallbackModelId'
  | 'flagId'
  | 'policyVersion'
  | 'rollbackPlan'
  | 'stopRules'
  | 'assessment'
  | 'checks'
  | 'implementerId'
  | 'windowFrom'
  | 'windowTo'
  | 'stage'
  | 'submittedAt'
  | 'approvedAt'
  | 'expiresAt'
  | 'movedAt'
  | 'reviewDueAt'
  | 'finishedAt';
