import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { ApprovalRule } from '../policy/domain/policy.js';
import { missingApprovals, countingApprovals } from './domain/approvals.js';
import type { Missing } from './domain/approvals.js';
import type { Check } from './domain/checks.js';
import { diffOf } from './domain/diff.js';
import type { Difference } from './domain/diff.js';
import { STEPS, mayTake } from './domain/swap-state.js';
import type { SwapAction } from './domain/swap-state.js';
import type { SwapState } from './domain/vocabulary.js';
import type { SwapRequestEntity } from './swap-request.entity.js';
import { SwapApprovalsReader } from './swap-approvals.reader.js';
import { SwapJudge } from './swap-judge.reader.js';
import { SwapStore, swapNotFound } from './swap-store.js';
import { AWAITING_COUNTS } from './swap-awaiting.sql.js';
import type { AwaitingCounts } from './swap-awaiting.sql.js';
import { SWAP, SWAP_APPROVALS, SWAP_COMMENTS, SWAP_EVIDENCE, SWAP_STEPS, SWAPS } from './swap-requests.sql.js';
import { TOOL_OF } from './swap-store.sql.js';
import type { ApprovalRow, CommentRow, EvidenceRow, StepRow, SwapListRow, SwapRow } from './swap-requests.sql.js';

export interface SwapFilters {
  readonly state?: readonly SwapState[];
  readonly tool?: string;
  readonly q?: string;
  /** Only those that wait for this person. */
  readonly awaiting?: Actor;
}

export interface SwapDetail {
  readonly swap: SwapRow;
  readonly diff: readonly Difference[];
  readonly checks: readonly Check[];
  readonly needed: ApprovalRule;
  readonly missing: Missing;
  readonly approvals: readonly ApprovalRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly comments: readonly CommentRow[];
  readonly steps: readonly StepRow[];
  /** Steps that the reader may take now. */
  readonly mySteps: readonly SwapAction[];
}

@Injectable()
export class SwapRequestsReader {
  constructor(
    private readonly db: Database,
    private readonly store: SwapStore,
    private readonly standing: SwapApprovalsReader,
    private readonly judge: SwapJudge,
  ) {}

  list(request: PageRequest, { state, tool, q, awaiting }: SwapFilters): Promise<Page<SwapListRow>> {
    const turn = [awaiting?.personId, awaiting?.teams, awaiting?.roles];
    return this.db.list(
      SWAPS,
      request,
      [state, tool, q, ...turn].map((value) => value ?? null),
    );
  }

  /** How many requests wait for the person. */
  async awaitingCounts({ personId, teams, roles }: Actor): Promise<AwaitingCounts> {
    return (await this.db.readOne(AWAITING_COUNTS, [personId, teams, roles])) ?? { requests: 0, decisions: 0 };
  }

  /** The request with everything that hangs on it, as of one moment. Throws `swap-request-not-found`. */
  get(id: string, actor: Actor): Promise<SwapDetail> {
    return this.db.transaction((tx) => this.detail(tx, id, actor));
  }

  /** Every piece of evidence of a request. Throws `swap-request-not-found`. */
  async evidence(id: string): Promise<readonly EvidenceRow[]> {
    if ((await this.db.readOne(TOOL_OF, [id])) === undefined) throw swapNotFound();
    return this.db.read(SWAP_EVIDENCE, [id]);
  }

  private async detail(tx: Tx, id: string, actor: Actor): Promise<SwapDetail> {
    const swap = await tx.one(SWAP, [id]);
    if (swap === undefined) throw swapNotFound();
    const seen = await this.store.look(tx, id);
    const approvals = await tx.run(SWAP_APPROVALS, [id]);
    const given = await this.store.approvals(tx, id);
    const needed = await this.standing.ruleOf(tx, seen);
    const parties = this.store.parties(seen, actor);
    return {
      swap,
      diff: diffOf(swap.assessment),
      checks: await this.checksOf(tx, seen.request),
      needed,
      missing: missingApprovals(needed, countingApprovals(given, swap, 'APPROVAL')),
      approvals,
      evidence: await tx.run(SWAP_EVIDENCE, [id]),
      comments: await tx.run(SWAP_COMMENTS, [id]),
      steps: await tx.run(SWAP_STEPS, [id]),
      mySteps: ACTIONS.filter((action) => mayTake(action, swap.state, parties)),
    };
  }

  /** As they are now while the request is being written; afterwards as those who decided saw them. */
  private async checksOf(tx: Tx, request: SwapRequestEntity): Promise<readonly Check[]> {
    const isWritten = request.state === 'DRAFT' || request.state === 'CHANGES_REQUESTED';
    if (!isWritten && request.checks !== null) return request.checks;
    return this.judge.checks(tx, request, request.assessment);
  }
}

const ACTIONS = Object.keys(STEPS) as SwapAction[];
