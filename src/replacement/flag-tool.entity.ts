import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnalysisState, Confidence, Eligibility, Justification, Reason, Severity } from './domain/vocabulary.js';

/** One tool's row of a flag: what the machine finds (`active` and the findings) and what people decided. */
@Entity('flag_finding')
export class FlagToolEntity {
  @PrimaryColumn('uuid')
  flagId: string;

  @PrimaryColumn('uuid')
  toolId: string;

  @Column('boolean')
  active: boolean;

  @Column('text')
  analysisState: AnalysisState;

  @Column('text', { nullable: true })
  eligibility: Eligibility | null;

  @Column('text')
  severity: Severity;

  @Column('text')
  confidence: Confidence;

  /** Digest of the explanation, which it shares with other tools that are told the same. */
  @Column('text')
  explanation: string;

  @Column('text', { array: true })
  reasons: Reason[];

  /** Headline score; null where none is covered well enough. */
  @Column('double precision', { nullable: true })
  score: number | null;

  @Column('timestamptz', { nullable: true })
  snoozedUntil: Date | null;

  @Column('text', { nullable: true })
  justification: Justification | null;

  @Column('text', { nullable: true })
  comment: string | null;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('double precision', { nullable: true })
  decidedScore: number | null;

  @Column('text', { array: true, nullable: true })
  decidedReasons: Reason[] | null;

  @Column('integer', { nullable: true })
  decidedPolicyVersion: number | null;
}
