import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Quantisation } from './domain/vocabulary.js';

/** One packaging of a release. */
@Entity('artifact')
export class ArtifactEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The name under which it was said. */
  @Column('text')
  subject: string;

  @Column('uuid', { nullable: true })
  releaseId: string | null;

  @Column('text')
  hubId: string;

  @Column('text')
  quantisation: Quantisation;

  @Column('double precision')
  bits: number;

  @Column('bigint', { nullable: true })
  sizeBytes: number | null;

  @Column('text')
  source: string;

  @Column('timestamptz')
  firstSeenAt: Date;
}
