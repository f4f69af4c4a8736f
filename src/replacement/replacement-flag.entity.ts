import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnalysisState, Confidence, ModelReason, Reason, Severity } from './domain/vocabulary.js';

/** The finding that a release could replace a model in use, or that the model itself must go; never deleted. */
@Entity('replacement_flag')
export class ReplacementFlagEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', update: false })
  modelId: string;

  @Column('uuid', { nullable: true })
  candidateReleaseId: string | null;

  @Column({ type: 'text', nullable: true, update: false })
  modelReason: ModelReason | null;

  @Column('text', { array: true })
  reasons: Reason[];

  @Column('text')
  title: string;

  @Column('text')
  severity: Severity;

  @Column('text')
  confidence: Confidence;

  @Column('integer')
  rank: number;

  @Column('timestamptz', { nullable: true })
  notBefore: Date | null;

  @Column('uuid', { nullable: true })
  supersededBy: string | null;

  @Column('uuid', { array: true, default: [] })
  rankedCandidates: string[];

  @Column('text')
  state: AnalysisState;

  @Column('boolean')
  active: boolean;

  @Column('integer')
  policyVersion: number;

  @Column({ type: 'timestamptz', update: false })
  raisedAt: Date;

  @Column('timestamptz')
  assessedAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}
