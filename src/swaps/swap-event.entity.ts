import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SwapState } from './domain/vocabulary.js';

/** One step in the life of a request; without an actor it was the machine's. */
@Entity('swap_event')
export class SwapEventEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  swapRequestId: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text')
  action: string;

  @Column('text', { nullable: true })
  fromState: SwapState | null;

  @Column('text')
  toState: SwapState;

  @Column('integer')
  revision: number;

  @Column('text', { nullable: true })
  comment: string | null;
}
