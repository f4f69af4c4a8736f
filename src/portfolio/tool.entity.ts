import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capability, Modality, Task } from '../catalogue/domain/vocabulary.js';
import type { Coupling, DataClass, Materiality, SwitchingEffort, ToolUsage } from './domain/vocabulary.js';
import type { GoldenSet } from './portfolio.types.js';

@Entity('tool')
export class ToolEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  description: string;

  @Column('text')
  ownerTeam: string;

  @Column('uuid')
  ownerId: string;

  @Column('text')
  businessUnit: string;

  @Column('text')
  task: Task;

  @Column('text')
  impact: Materiality;

  @Column('text')
  complexity: Materiality;

  @Column('text')
  reliance: Materiality;

  /** The database keeps it: the highest of the three above. */
  @Column({ type: 'text', insert: false, update: false })
  materiality: Materiality;

  @Column('text')
  dataClass: DataClass;

  @Column('integer', { nullable: true })
  minContextTokens: number | null;

  @Column('text', { array: true })
  languages: readonly string[];

  @Column('text', { array: true })
  capabilities: readonly Capability[];

  @Column('text', { array: true })
  inputModalities: readonly Modality[];

  @Column('jsonb')
  coupling: Coupling;

  @Column('jsonb')
  goldenSet: GoldenSet;

  @Column('jsonb')
  usage: ToolUsage;

  @Column('jsonb')
  switchingEffort: SwitchingEffort;

  @Column('timestamptz', { nullable: true })
  ownerConfirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  @Column('integer', { default: 0 })
  openRequests: number;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
