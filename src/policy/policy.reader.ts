import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { parsePolicy } from './parse-policy.js';
import type { PolicyDocument } from './domain/policy.js';
import type { ProposalState } from './policy-proposal.entity.js';

export interface PersonName {
  readonly id: string;
  readonly displayName: string;
}

export interface PolicyRow {
  readonly version: number;
  readonly document: PolicyDocument;
  /** Null: the defaults of the product. */
  readonly proposedBy: PersonName | null;
  readonly approvedBy: PersonName | null;
  readonly effectiveAt: Date;
}

export interface ProposalRow {
  readonly id: string;
  readonly version: number;
  readonly baseVersion: number;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly document: PolicyDocument;
  readonly reason: string;
  readonly state: ProposalState;
  readonly proposedBy: PersonName;
  readonly proposedAt: Date;
  readonly decidedBy: PersonName | null;
  readonly decidedAt: Date | null;
  readonly comment: string | null;
}

const person = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'displayName', ${alias}.display_name) END`;

const SELECT = `
  SELECT v.version, v.document, v.effective_at AS "effectiveAt",
    ${person('p')} AS "proposedBy", ${person('a')} AS "approvedBy"
  FROM policy_version v
  LEFT JOIN person p ON p.id = v.proposed_by
  LEFT JOIN person a ON a.id = v.approved_by`;

const CURRENT = statement<PolicyRow>('policy.current', `${SELECT} ORDER BY v.version DESC LIMIT 1`);
const AS_OF = statement<PolicyRow>(
  'policy.as-of',
  `${SELECT} WHERE v.effective_at <= $1 ORDER BY v.version DESC LIMIT 1`,
);
const OF_VERSION = statement<PolicyRow>('policy.of-version', `${SELECT} WHERE v.version = $1`);
const HISTORY = statement<PolicyRow>('policy.history', `${SELECT} ORDER BY v.version DESC`);

const PROPOSALS_SELECT = `
  SELECT q.id, q.version, q.base_version AS "baseVersion", q.changes, q.document, q.reason, q.state,
    ${person('p')} AS "proposedBy", q.proposed_at AS "proposedAt",
    ${person('d')} AS "decidedBy", q.decided_at AS "decidedAt", q.comment
  FROM policy_proposal q
  JOIN person p ON p.id = q.proposed_by
  LEFT JOIN person d ON d.id = q.decided_by`;

const PROPOSAL = statement<ProposalRow>('policy.proposal', `${PROPOSALS_SELECT} WHERE q.id = $1`);

export const PROPOSAL_LIST = new List<ProposalRow, 'proposedAt'>({
  name: 'policy.proposals',
  select: `${PROPOSALS_SELECT}
    WHERE ($1::text IS NULL OR q.state = $1) AND ($2::text IS NULL OR strpos(lower(q.reason), lower($2)) > 0)`,
  filterCount: 2,
  sorts: { proposedAt: { expression: '"proposedAt"', type: 'timestamptz' } },
});

@Injectable()
export class PolicyReader {
  constructor(private readonly db: Database) {}

  /** The policy in force; fields that were added to the document since then take their defaults. */
  async current(tx?: Tx): Promise<PolicyRow> {
    return found(tx ? await tx.one(CURRENT, []) : await this.db.readOne(CURRENT, []));
  }

  /** The policy that was in force at that moment; the first one for any moment before it. */
  async asOf(at: Date): Promise<PolicyRow> {
    const row = await this.db.readOne(AS_OF, [at]);
    return row === undefined ? this.ofVersion(1) : found(row);
  }

  /** Throws `policy-version-not-found`. */
  async ofVersion(version: number, tx?: Tx): Promise<PolicyRow> {
    return found(tx ? await tx.one(OF_VERSION, [version]) : await this.db.readOne(OF_VERSION, [version]));
  }

  /** Every version, newest first. */
  history(): Promise<PolicyRow[]> {
    return this.db.read(HISTORY, []);
  }

  proposals(request: PageRequest, filters: { state?: ProposalState; q?: string }): Promise<Page<ProposalRow>> {
    return this.db.list(PROPOSAL_LIST, request, [filters.state ?? null, filters.q ?? null]);
  }

  /** Throws `proposal-not-found`. */
  async proposal(id: string): Promise<ProposalRow> {
    const row = await this.db.readOne(PROPOSAL, [id]);
    if (row === undefined) throw proposalNotFound();
    return row;
  }
}

function found(row: PolicyRow | undefined): PolicyRow {
  if (row === undefined)
    throw new DomainError('not-found', 'policy-version-not-found', 'There is no such version of the policy.');
  return { ...row, document: parsePolicy(row.document) };
}

export const proposalNotFound = (): DomainError =>
  new DomainError('not-found', 'proposal-not-found', 'There is no policy proposal with this id.');
