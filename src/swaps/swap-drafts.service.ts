import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { invalidField, refusing, requireVersion, unknownReference } from '../portfolio/constraint-errors.js';
import { lockOwnTool, ownTool, refuseRetired } from '../portfolio/tool-access.js';
import { FlagsWriter } from '../replacement/flags.writer.js';
import { requireChecks } from './domain/checks.js';
import { digestOf } from './domain/digest.js';
import { DRAFTED_STATES, EDITABLE_STATES, SUBMITTED_STATES } from './domain/vocabulary.js';
import type { ChangeType } from './domain/vocabulary.js';
import { SwapCommentEntity } from './swap-comment.entity.js';
import { SwapJudge } from './swap-judge.reader.js';
import type { Verdict } from './swap-judge.reader.js';
import { SwapRequestEntity } from './swap-request.entity.js';
import { REQUEST_SEEN } from './swap-store.sql.js';
import type { Primary } from './swap-store.sql.js';
import { SwapStore, swapNotFound } from './swap-store.js';
import type { Held, NewRequest } from './swap-store.js';
import { SwapTargetWriter } from './swap-target.writer.js';
import type { Target } from './swap-target.writer.js';

export interface SwapContent {
  readonly changeType?: ChangeType;
  readonly justification?: string;
  readonly rollbackPlan?: string | null;
  readonly stopRules?: string | null;
  readonly fallbackModelId?: string | null;
  readonly toModelId?: string;
  readonly toReleaseKey?: string;
}

export interface NewSwap extends SwapContent {
  readonly toolId: string;
  readonly flagId?: string;
}

const REFUSALS = {
  swap_request_fallback_fk: unknownReference('/fallbackModelId', 'is not a registered model'),
  swap_request_release_fk: () => overtaken(),
  swap_request_flag_fk: () => overtaken(),
  swap_request_fallback_ck: () =>
    invalidField({ pointer: '/fallbackModelId', code: 'fallback-is-target', detail: 'is the target itself' }),
};

/** What the requester does: opens, writes and reads what would stand against it. */
@Injectable()
export class SwapDraftsService {
  constructor(
    private readonly db: Database,
    private readonly store: SwapStore,
    private readonly target: SwapTargetWriter,
    private readonly flags: FlagsWriter,
    private readonly judge: SwapJudge,
    private readonly clock: Clock,
  ) {}

  /** Opens a draft, by hand or from a flag, and returns its id. Throws `not-your-tool`, `already-primary`, `flag-not-open`, `base-moved`. */
  open(input: NewSwap, actor: Actor): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { toolId, flagId } = input;
      const id = newId();
      refuseTwoTargets(input);
      const seen = [ownTool(tx, toolId, actor), this.store.primary(tx, toolId), this.named(tx, input)] as const;
      // Asked in one piece; of several refusals the tool's is given.
      await Promise.allSettled(seen);
      refuseRetired(await seen[0]);
      const [, primary, target] = await Promise.all(seen);
      const draft = await this.draft(tx, { id, input, primary, target });
      const contributors = [actor.personId];
      const request = {
        ...draft.request,
        state: 'DRAFT' as const,
        failOver: false,
        requestedBy: actor.personId,
        contributors,
      };
      // Judged before, and held, written and compared in one piece: others wait for the tool as briefly as can be.
      const [held, now] = await refusing(REFUSALS, () =>
        Promise.all([
          lockOwnTool(tx, toolId, actor),
          this.store.primary(tx, toolId),
          this.store.open(tx, request, { action: 'opened', actor }),
        ]),
      );
      refuseRetired(held);
      if (now?.id !== primary?.id) throw baseMoved();
      if (flagId !== undefined) {
        const offer = await this.flags.accept(tx, { flagId, toolId, swapRequestId: id, actor });
        if (target === undefined && offer.toReleaseId !== draft.offered) throw overtaken();
      }
      return id;
    });
  }

  private async named(tx: Tx, input: SwapContent): Promise<Target | undefined> {
    return hasTarget(input) ? this.target.choose(tx, input) : undefined;
  }

  /** What the request says and what is found about its target, nothing held or stored. */
  private async draft(tx: Tx, { id, input, primary, target: named }: Asked): Promise<Draft> {
    const { toolId, flagId, changeType = 'NORMAL', fallbackModelId = null } = input;
    const offer = flagId === undefined ? undefined : await this.flags.offer(tx, { flagId, toolId });
    if (named === undefined && offer?.toReleaseId === undefined) throw noTarget();
    const target = named ?? (await this.target.choose(tx, { toReleaseId: offer?.toReleaseId }));
    const justification = input.justification ?? offer?.title;
    if (justification === undefined)
      throw invalidField({ pointer: '/justification', code: 'required', detail: 'is missing' });
    refuseSame(primary, target);
    const content = { id, toolId, fromModelId: primary?.modelId ?? null, ...target };
    const prose = { justification, rollbackPlan: input.rollbackPlan ?? null, stopRules: input.stopRules ?? null };
    const request = { ...content, ...prose, changeType, fallbackModelId };
    const assessment = await this.judge.assess(tx, request, null);
    const bound = { assessment, flagId: flagId ?? null, digest: digestOf({ ...content, evidence: [] }) };
    return { request: { ...request, ...bound }, offered: offer?.toReleaseId };
  }

  /** Changes what is given; null clears. A request that was submitted gets a new revision, and its approvals are void. */
  change(id: string, patch: SwapContent, version: number, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const held = await this.holdOwn(tx, id, actor);
      const { request } = held;
      requireVersion(request.version, version);
      refuseTwoTargets(patch);
      const { toModelId, toReleaseKey, ...content } = patch;
      const target = await this.named(tx, patch);
      const primary = await this.store.primary(tx, request.toolId);
      const fromModelId = primary?.modelId ?? null;
      const next = Object.assign(new SwapRequestEntity(), request, content, target, { fromModelId });
      refuseSame(primary, next);
      const whole = SUBMITTED_STATES.includes(request.state) ? await this.decidable(tx, next, actor) : {};
      await this.rewrite(tx, held, { ...content, ...target, ...whole, fromModelId }, actor, 'edited');
    });
  }

  /** What has been submitted stays fit to be decided: its target is a model, and no check fails. Throws `checks-failed`. */
  private async decidable(
    tx: Tx,
    next: SwapRequestEntity,
    actor: Actor,
  ): Promise<Pick<SwapRequestEntity, 'toModelId' | 'assessment' | 'checks'>> {
    const before = await this.judge.assess(tx, next, next.policyVersion);
    const toModelId = await this.target.register(tx, next, before?.to.quantisation ?? null, actor);
    const whole = Object.assign(new SwapRequestEntity(), next, { toModelId });
    const { assessment, checks } = await this.judge.judge(tx, whole, next.policyVersion);
    requireChecks(checks);
    return { toModelId, assessment, checks };
  }

  /** Every check as it stands, nothing stored; before a submission under the policy in force. */
  validate(id: string): Promise<Verdict> {
    return this.db.transaction(async (tx) => {
      const request = await tx.one(REQUEST_SEEN, [id]);
      if (request === undefined) throw swapNotFound();
      return this.judge.judge(tx, request, DRAFTED_STATES.includes(request.state) ? null : request.policyVersion);
    });
  }

  comment(id: string, text: string, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { request } = await this.store.hold(tx, id);
      const at = this.clock.now();
      const row = { id: newId(), swapRequestId: id, authorId: actor.personId, text, at };
      await tx.insert(SwapCommentEntity, row);
      await this.store.write(tx, request, { action: 'commented', actor });
    });
  }

  /** Writes a part of the request: a new revision to which no earlier approval binds. */
  async rewrite(
    tx: Tx,
    { request }: Held,
    content: Partial<SwapRequestEntity>,
    actor: Actor,
    action: string,
  ): Promise<void> {
    const next = Object.assign(new SwapRequestEntity(), request, content);
    const digest = await this.store.digest(tx, next);
    await this.store.voidApprovals(tx, request.id, 'The request was edited.');
    const found = content.checks === undefined ? await this.foundAbout(tx, request, next) : {};
    const contributors = [...new Set([...request.contributors, actor.personId])];
    const changes = { ...content, ...found, digest, contributors, revision: request.revision + 1 };
    await refusing(REFUSALS, () => this.store.write(tx, request, { action, changes, actor }));
  }

  /** What those who decide are shown; of a draft only what its target is. */
  private async foundAbout(
    tx: Tx,
    before: SwapRequestEntity,
    next: SwapRequestEntity,
  ): Promise<Partial<Pick<SwapRequestEntity, 'assessment' | 'checks'>>> {
    if (SUBMITTED_STATES.includes(before.state)) return this.judge.judge(tx, next, before.policyVersion);
    if (next.toReleaseId === before.toReleaseId && next.toModelId === before.toModelId) return {};
    return { assessment: await this.judge.assess(tx, next, before.policyVersion) };
  }

  /** The request, held, where the actor may write it. Throws `swap-party`, `request-frozen`. */
  async holdOwn(tx: Tx, id: string, actor: Actor): Promise<Held> {
    const held = await this.store.hold(tx, id);
    if (!this.store.parties(held, actor).has('REQUESTER'))
      throw new DomainError('forbidden', 'swap-party', 'Only the requester or the tool’s owner writes the request.');
    if (!EDITABLE_STATES.includes(held.request.state))
      throw new DomainError('conflict', 'request-frozen', `A request that is ${held.request.state} does not change.`);
    return held;
  }
}

interface Asked {
  readonly id: string;
  readonly input: NewSwap;
  readonly primary: Primary | undefined;
  /** Undefined: what the flag offers. */
  readonly target: Target | undefined;
}

interface Draft {
  readonly request: Omit<NewRequest, 'state' | 'failOver' | 'requestedBy' | 'contributors'>;
  /** What the flag offers, if there is one. */
  readonly offered: string | undefined;
}

const hasTarget = ({ toModelId, toReleaseKey }: SwapContent): boolean =>
  toModelId !== undefined || toReleaseKey !== undefined;

function refuseTwoTargets({ toModelId, toReleaseKey }: SwapContent): void {
  if (toModelId !== undefined && toReleaseKey !== undefined)
    throw invalidField({ pointer: '/toReleaseKey', code: 'one-of', detail: 'stands beside toModelId; name one' });
}

/** Between the reading and the writing: merged with a twin, or assessed anew. */
const overtaken = (): DomainError =>
  new DomainError('conflict', 'concurrent-change', 'The target or the flag has just changed; try again.');

const baseMoved = (): DomainError =>
  new DomainError('conflict', 'base-moved', 'Another model has come to serve the tool meanwhile; look at it again.');

const noTarget = (): DomainError =>
  invalidField({ pointer: '/toModelId', code: 'required', detail: 'or toReleaseKey must name the target' });

function refuseSame(primary: Primary | undefined, target: TargetIds): void {
  if (primary !== undefined && (primary.modelId === target.toModelId || primary.releaseId === target.toReleaseId))
    throw new DomainError('conflict', 'already-primary', 'The tool runs on this release already.');
}

type TargetIds = Pick<SwapRequestEntity, 'toReleaseId' | 'toModelId'>;
