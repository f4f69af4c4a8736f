import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Actor } from '../kernel/actor.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { ApprovalRule } from '../policy/domain/policy.js';
import { parsePolicy } from '../policy/parse-policy.js';
import { isTheirs } from '../portfolio/tool-access.js';
import { countingApprovals, missingApprovals, neededApprovals } from './domain/approvals.js';
import type { GivenApproval, Missing } from './domain/approvals.js';
import type { Check } from './domain/checks.js';
import { diffOf } from './domain/diff.js';
import type { Difference } from './domain/diff.js';
import { STEPS, mayTake, partiesOf } from './domain/swap-state.js';
import type { SwapAction } from './domain/swap-state.js';
import { DRAFTED_STATES } from './domain/vocabulary.js';
import type { SwapState } from './domain/vocabulary.js';
import { SwapJudge } from './swap-judge.reader.js';
import { swapNotFound } from './swap-store.js';
import { AWAITING_COUNTS } from './swap-awaiting.sql.js';
import type { AwaitingCounts } from './swap-awaiting.sql.js';
import { SWAP, SWAP_EVIDENCE } from './swap-detail.sql.js';
import type { ApprovalRow, EvidenceRow, SwapRow } from './swap-detail.sql.js';
import { SWAPS } from './swap-requests.sql.js';
import type { SwapListRow } from './swap-requests.sql.js';

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
  /** Steps that the reader may take now. */
  readonly mySteps: readonly SwapAction[];
}

@Injectable()
export class SwapRequestsReader {
  constructor(
    private readonly db: Database,
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
  async get(id: string, actor: Actor): Promise<SwapDetail> {
    const swap = await this.db.readOne(SWAP, [id]);
    if (swap === undefined) throw swapNotFound();
    const { changeType, tool, state, assessment } = swap;
    const needed = neededApprovals(changeType, tool.materiality, parsePolicy(swap.policy).approvals);
    const parties = partiesOf({
      ...{ actorId: actor.personId, roles: actor.roles, isToolTheirs: isTheirs(actor, swap) },
      ...{ requestedBy: swap.requestedBy.id, implementerId: swap.implementer?.id ?? null },
    });
    return {
      swap,
      diff: diffOf(assessment),
      checks: this.checksOf(swap),
      needed,
      missing: missingApprovals(needed, countingApprovals(swap.approvalsGiven.map(given), swap, 'APPROVAL')),
      mySteps: ACTIONS.filter((action) => mayTake(action, state, parties)),
    };
  }

  /** Every piece of evidence of a request. Throws `swap-request-not-found`. */
  async evidence(id: string): Promise<readonly EvidenceRow[]> {
    const row = await this.db.readOne(SWAP_EVIDENCE, [id]);
    if (row === undefined) throw swapNotFound();
    return row.evidence;
  }

  /** As they are now while the request is being written; afterwards as those who decided saw them. */
  private checksOf(swap: SwapRow): readonly Check[] {
    return DRAFTED_STATES.includes(swap.state) || swap.checks === null
      ? this.judge.checks(swap, swap.checkFacts)
      : swap.checks;
  }
}

const given = (row: ApprovalRow): GivenApproval => ({
  ...row,
  personId: row.approver.id,
  voided: row.voidedAt !== null,
});

const ACTIONS = Object.keys(STEPS) as SwapAction[];
