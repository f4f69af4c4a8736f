import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApprovalPurpose, ApproverRole } from './domain/vocabulary.js';

/** One person's approval of exactly one content; it can be voided, never changed. */
@Entity('swap_approval')
export class SwapApprovalEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', update: false })
  swapRequestId: string;

  @Column({ type: 'integer', update: false })
  revision: number;

  @Column({ type: 'text', update: false })
  digest: string;

  @Column({ type: 'uuid', update: false })
  approverId: string;

  @Column({ type: 'text', update: false })
  asRole: ApproverRole;

  @Column({ type: 'text', update: false })
  purpose: ApprovalPurpose;

  /** The API token that it was given through, if any. */
  @Column({ type: 'uuid', nullable: true, update: false })
  tokenId: string | null;

  @Column({ type: 'text', nullable: true, update: false })
  comment: string | null;

  @Column({ type: 'timestamptz', update: false })
  approvedAt: Date;

  @Column('timestamptz', { nullable: true })
  voidedAt: Date | null;

  @Column('text', { nullable: true })
  voidReason: string | null;
}
