import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PolicyDocument } from './domain/policy.js';

/** One policy that was in force from a moment on; never changed, only followed. */
@Entity('policy_version')
export class PolicyVersionEntity {
  @PrimaryColumn('integer')
  version: number;

  @Column({ type: 'jsonb', update: false })
  document: PolicyDocument;

  /** Null for the defaults that the product brings. */
  @Column({ type: 'uuid', nullable: true, update: false })
  proposedBy: string | null;

  @Column({ type: 'uuid', nullable: true, update: false })
  approvedBy: string | null;

  @Column({ type: 'timestamptz', update: false })
  effectiveAt: Date;
}
