import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('benchmark_result')
export class BenchmarkResultEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The name under which it was said. */
  @Column('text')
  subject: string;

  @Column('uuid', { nullable: true })
  releaseId: string | null;

  @Column('text')
  benchmark: string;

  @Column('text', { default: '' })
  benchmarkVersion: string;

  @Column('text', { default: '' })
  metric: string;

  @Column('text', { default: '' })
  harness: string;

  @Column('text', { default: '' })
  mode: string;

  @Column('double precision')
  score: number;

  @Column('boolean')
  higherIsBetter: boolean;

  @Column('text')
  source: string;

  @Column('text')
  sourceRef: string;

  @Column('date', { nullable: true })
  measuredOn: string | null;

  @Column('timestamptz')
  observedAt: Date;
}
