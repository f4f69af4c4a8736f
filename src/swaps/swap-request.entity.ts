import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Check } from './domain/checks.js';
import type { SwapAssessment } from './domain/swap-assessment.js';
import type { ChangeType, Stage, SwapState } from './domain/vocabulary.js';

/** The change record that moves one tool from one model to another. */
@Entity('swap_request')
export class SwapRequestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', update: false })
  toolId: string;

  /** Null: the tool's first primary. */
  @Column('uuid', { nullable: true })
  fromModelId: string | null;

  @Column('uuid')
  toReleaseId: string;

  /** Null until submission where the release is not yet a model of the portfolio. */
  @Column('uuid', { nullable: true })
  toModelId: string | null;

  @Column('uuid', { nullable: true })
  fallbackModelId: string | null;

  @Column({ type: 'uuid', nullable: true, update: false })
  flagId: string | null;

  @Column('text')
  state: SwapState;

  @Column('text')
  changeType: ChangeType;

  @Column({ type: 'boolean', update: false })
  failOver: boolean;

  @Column({ type: 'uuid', update: false })
  requestedBy: string;

  /** Everybody who wrote a part of it; none of them approves it. */
  @Column('uuid', { array: true })
  contributors: string[];

  @Column('integer')
  revision: number;

  @Column('text')
  digest: string;

  @Column('integer', { nullable: true })
  policyVersion: number | null;

  @Column('text')
  justification: string;

  @Column('text', { nullable: true })
  rollbackPlan: string | null;

  @Column('text', { nullable: true })
  stopRules: string | null;

  @Column('jsonb', { nullable: true })
  assessment: SwapAssessment | null;

  /** As of its last submission, writing or approval. */
  @Column('jsonb', { nullable: true })
  checks: readonly Check[] | null;

  @Column('uuid', { nullable: true })
  implementerId: string | null;

  @Column('timestamptz', { nullable: true })
  windowFrom: Date | null;

  @Column('timestamptz', { nullable: true })
  windowTo: Date | null;

  @Column('text', { nullable: true })
  stage: Stage | null;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  movedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  reviewDueAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', update: false })
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
