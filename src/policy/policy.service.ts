import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { fieldsOf } from '../database/entity-sql.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { permissionMissing } from '../kernel/permission.js';
import { refusing } from '../portfolio/constraint-errors.js';
import { decideProposal } from './decide-proposal.policy.js';
import type { Decision } from './decide-proposal.policy.js';
import { parsePolicy } from './parse-policy.js';
import type { PolicyDocument } from './domain/policy.js';
import { mergeDocument } from './merge-document.js';
import { PolicyProposalEntity } from './policy-proposal.entity.js';
import { PolicyVersionEntity } from './policy-version.entity.js';
import { PolicyReader, proposalNotFound } from './policy.reader.js';

const PROPOSAL = statement<PolicyProposalEntity>(
  'policy.proposal-row',
  `SELECT ${fieldsOf(PolicyProposalEntity)} FROM policy_proposal WHERE id = $1`,
);

/** Held by whoever decides, so that of two decisions the second sees the first. */
const LOCK_VERSIONS = statement('policy.lock', `SELECT pg_advisory_xact_lock(hashtextextended('policy', 0))`);

@Injectable()
export class PolicyService {
  constructor(
    private readonly db: Database,
    private readonly policy: PolicyReader,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Proposes changes (a merge patch of the document in force) and returns the proposal's id. Throws `invalid-policy`
   * naming the wrong fields, `policy-unchanged`.
   */
  propose(changes: Readonly<Record<string, unknown>>, reason: string, actor: Actor): Promise<string> {
    return this.db.transaction(async (tx) => {
      const { version: baseVersion, document: before } = await this.policy.current(tx);
      const document = changedDocument(before, changes);
      if (JSON.stringify(document) === JSON.stringify(before))
        throw new DomainError('unprocessable', 'policy-unchanged', 'The proposal changes nothing.', [
          { pointer: '/changes', code: 'policy-unchanged', detail: 'changes nothing' },
        ]);
      const id = newId();
      const proposal = { id, baseVersion, document, changes: { ...changes }, reason, state: 'OPEN' as const };
      const row = { ...proposal, proposedBy: actor.personId, proposedAt: this.clock.now() };
      await tx.insert(PolicyProposalEntity, row);
      const subject = { type: 'policy-proposal', id };
      await this.audit.record(tx, {
        kind: 'policy.proposed',
        subject,
        actor,
        detail: { baseVersion, changes, reason },
      });
      return id;
    });
  }

  /** A second manager puts the proposal in force. Throws `own-proposal`, `proposal-decided`, `policy-moved`. */
  approve(id: string, comment: string | undefined, actor: Actor): Promise<void> {
    return this.decide(id, 'APPROVED', comment, actor);
  }

  /** A manager refuses the proposal; who proposed it withdraws it so. Throws `proposal-decided`. */
  reject(id: string, comment: string, actor: Actor): Promise<void> {
    return this.decide(id, 'REJECTED', comment, actor);
  }

  private decide(id: string, decision: Decision, comment: string | undefined, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.run(LOCK_VERSIONS, []);
      const proposal = await tx.one(PROPOSAL, [id]);
      if (proposal === undefined) throw proposalNotFound();
      const current = await this.policy.current(tx);
      decideProposal({ decision, proposal, currentVersion: current.version, actorId: actor.personId });
      const decided = { state: decision, decidedBy: actor.personId, decidedAt: this.clock.now(), comment };
      const row = { ...decided, version: proposal.version + 1 };
      await refusing({ policy_proposal_manager_ck: notManager }, () =>
        tx.manager.update(PolicyProposalEntity, { id }, row),
      );
      if (decision === 'APPROVED') await this.putInForce(tx, proposal, current.document, actor);
      else {
        const subject = { type: 'policy-proposal', id };
        await this.audit.record(tx, { kind: 'policy.rejected', subject, actor, detail: { comment } });
      }
    });
  }

  private async putInForce(
    tx: Tx,
    proposal: PolicyProposalEntity,
    before: PolicyDocument,
    actor: Actor,
  ): Promise<void> {
    const { id: proposalId, baseVersion, document, proposedBy, reason } = proposal;
    const version = baseVersion + 1;
    const approvedBy = actor.personId;
    const effectiveAt = this.clock.now();
    await tx.insert(PolicyVersionEntity, { version, document, proposedBy, approvedBy, effectiveAt });
    const subject = { type: 'policy', id: String(version) };
    const detail = { proposalId, proposedBy, reason };
    await this.audit.record(tx, { kind: 'policy.changed', subject, actor, before, after: document, detail });
    await this.events.publish(tx, { kind: 'policy.changed', version });
  }
}

/** The whole next document; a wrong field is named by its place in the request. */
function changedDocument(before: PolicyDocument, changes: Readonly<Record<string, unknown>>): PolicyDocument {
  try {
    return parsePolicy(mergeDocument(before, changes));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const errors = error.errors.map((each) => ({ ...each, pointer: `/changes${each.pointer}` }));
    throw new DomainError(error.kind, error.code, error.message, errors);
  }
}

/** Whoever lost the role at this very moment. */
const notManager = (): DomainError => permissionMissing('policy.approve');
