import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PolicyDocument } from './domain/policy.js';

export const PROPOSAL_STATES = ['OPEN', 'APPROVED', 'REJECTED'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** A change of the policy that waits for a second manager. */
@Entity('policy_proposal')
export class PolicyProposalEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The version that it was written against; it follows no other. */
  @Column({ type: 'integer', update: false })
  baseVersion: number;

  @Column({ type: 'jsonb', update: false })
  document: PolicyDocument;

  @Column({ type: 'jsonb', update: false })
  changes: object;

  @Column({ type: 'text', update: false })
  reason: string;

  @Column('text')
  state: ProposalState;

  @Column({ type: 'uuid', update: false })
  proposedBy: string;

  @Column({ type: 'timestamptz', update: false })
  proposedAt: Date;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('text', { nullable: true })
  comment: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
