import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnalysisState } from './domain/vocabulary.js';

/** One step in the life of a flag or of one of its rows, in a sentence. */
@Entity('flag_event')
export class FlagEventEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  flagId: string;

  @Column('uuid', { nullable: true })
  toolId: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text', { nullable: true })
  fromState: AnalysisState | null;

  @Column('text', { nullable: true })
  toState: AnalysisState | null;

  @Column('text')
  sentence: string;
}
