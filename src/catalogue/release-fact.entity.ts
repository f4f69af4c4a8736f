import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FactField, ReleaseFields } from './domain/release.js';
import type { FactStatus } from './domain/vocabulary.js';

/** What one source said of one field; it belongs to the name under which it was said, and so to the release behind that name. */
@Entity('release_fact')
export class ReleaseFactEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The name under which it was said. */
  @Column('text')
  subject: string;

  @Column('uuid', { nullable: true })
  releaseId: string | null;

  @Column('text')
  field: FactField;

  @Column('jsonb')
  value: ReleaseFields[FactField];

  @Column('text')
  source: string;

  @Column('text')
  sourceRef: string;

  @Column('timestamptz')
  observedAt: Date;

  @Column('text')
  status: FactStatus;

  @Column('boolean', { default: false })
  wins: boolean;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { nullable: true })
  revertedAt: Date | null;
}
