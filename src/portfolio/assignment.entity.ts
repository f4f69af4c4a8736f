import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Purpose } from './domain/vocabulary.js';

/** One model serving one tool over a period: ended and followed by a new row, never moved. */
@Entity('assignment')
export class AssignmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', update: false })
  toolId: string;

  @Column({ type: 'uuid', update: false })
  modelId: string;

  @Column({ type: 'text', update: false })
  purpose: Purpose;

  @Column({ type: 'timestamptz', update: false })
  validFrom: Date;

  @Column('timestamptz', { nullable: true })
  validTo: Date | null;

  @Column('timestamptz', { nullable: true })
  fallbackTestedAt: Date | null;

  @Column({ type: 'uuid', nullable: true, update: false })
  swapRequestId: string | null;

  @Column({ type: 'uuid', update: false })
  assignedBy: string;

  @Column('integer', { default: 1 })
  version: number;
}
