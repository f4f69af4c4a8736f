import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SNAPSHOT_CAUSES } from './domain/vocabulary.js';

/** A report as it was frozen; written once, never changed. */
@Entity('lock_in_snapshot')
export class LockInSnapshotEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  cause: (typeof SNAPSHOT_CAUSES)[number];

  @Column('text', { nullable: true })
  month: string | null;

  @Column('timestamptz')
  asOf: Date;

  @Column('timestamptz')
  takenAt: Date;

  @Column('uuid', { nullable: true })
  takenBy: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('integer')
  policyVersion: number;

  @Column('text')
  report: string;

  @Column('text')
  sha256: string;

  @Column('double precision', { nullable: true })
  lockInIndex: number | null;

  @Column('double precision', { nullable: true })
  substitutability: number | null;

  @Column('double precision', { nullable: true })
  exitReadiness: number | null;

  @Column('text', { nullable: true })
  topVendor: string | null;

  @Column('double precision')
  topVendorShare: number;

  @Column('text', { nullable: true })
  topCountry: string | null;

  @Column('double precision')
  topCountryShare: number;

  @Column('integer')
  tools: number;

  @Column('integer')
  models: number;

  @Column('text', { array: true })
  breached: string[];
}
