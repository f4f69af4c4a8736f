import { Column, Entity, PrimaryColumn } from 'typeorm';

export const RUN_TRIGGERS = ['SCHEDULE', 'MANUAL', 'UPLOAD', 'BUNDLED'] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

export const RUN_STATUSES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'UNCHANGED', 'FAILED'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** One reading of one payload; its counts grow while it runs. */
@Entity('feed_run')
export class FeedRunEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  feed: string;

  @Column('text')
  trigger: RunTrigger;

  @Column('text')
  status: RunStatus;

  /** The moment of which the payload speaks. */
  @Column('timestamptz', { nullable: true })
  asOf: Date | null;

  @Column('uuid', { nullable: true })
  payloadId: string | null;

  @Column('integer', { default: 0 })
  total: number;

  @Column('integer', { default: 0 })
  done: number;

  @Column('integer', { default: 0 })
  added: number;

  @Column('integer', { default: 0 })
  changed: number;

  @Column('integer', { default: 0 })
  unchanged: number;

  @Column('integer', { default: 0 })
  quarantined: number;

  @Column('text', { nullable: true })
  error: string | null;

  @Column('uuid', { nullable: true })
  startedBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
