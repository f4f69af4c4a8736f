import { Column, Entity, PrimaryColumn } from 'typeorm';

export const QUARANTINE_STATUSES = ['HELD', 'RELEASED', 'DISCARDED'] as const;
export type QuarantineStatus = (typeof QUARANTINE_STATUSES)[number];

/** An item that was refused alone, while the rest of its payload landed. */
@Entity('quarantined_item')
export class QuarantinedItemEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  feed: string;

  @Column('uuid')
  runId: string;

  @Column('uuid', { nullable: true })
  payloadId: string | null;

  @Column('text')
  position: string;

  @Column('text')
  reason: string;

  @Column('jsonb', { nullable: true })
  item: unknown;

  @Column('text', { default: 'HELD' })
  status: QuarantineStatus;

  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz')
  createdAt: Date;
}
