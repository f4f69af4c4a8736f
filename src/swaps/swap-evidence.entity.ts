import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EvidenceKind } from './domain/vocabulary.js';

/** One piece of evidence; its SHA-256 is part of what approvals bind to. */
@Entity('swap_evidence')
export class SwapEvidenceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  swapRequestId: string;

  @Column('text')
  kind: EvidenceKind;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('uuid', { nullable: true })
  evaluationRunId: string | null;

  @Column('text', { nullable: true })
  fileName: string | null;

  @Column('text', { nullable: true })
  mediaType: string | null;

  @Column('bytea', { nullable: true, select: false })
  bytes: Buffer | null;

  @Column('integer', { nullable: true })
  sizeBytes: number | null;

  @Column('text')
  sha256: string;

  @Column('uuid')
  attachedBy: string;

  @Column('timestamptz')
  attachedAt: Date;
}
