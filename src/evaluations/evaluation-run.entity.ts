import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One run of a tool's golden set on the release in use and a challenger; written once, never changed. */
@Entity('evaluation_run')
export class EvaluationRunEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  toolId: string;

  @Column('text')
  goldenSetId: string;

  @Column('uuid')
  championReleaseId: string;

  @Column('uuid')
  challengerReleaseId: string;

  @Column('text')
  metric: string;

  @Column('boolean')
  higherIsBetter: boolean;

  @Column('integer')
  n: number;

  @Column('double precision')
  championScore: number;

  @Column('double precision')
  challengerScore: number;

  @Column('double precision', { nullable: true })
  halfWidth: number | null;

  @Column('integer', { nullable: true })
  regressions: number | null;

  @Column('double precision', { nullable: true })
  championLatencyMs: number | null;

  @Column('double precision', { nullable: true })
  challengerLatencyMs: number | null;

  @Column('text', { nullable: true })
  championDigest: string | null;

  @Column('text', { nullable: true })
  challengerDigest: string | null;

  @Column('boolean')
  passed: boolean;

  @Column('integer')
  policyVersion: number;

  @Column('timestamptz')
  ranAt: Date;

  @Column('uuid')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('text', { nullable: true })
  note: string | null;
}
