import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DataClass, Hosting, Lifecycle } from './domain/vocabulary.js';
import type { AcceptedLicence, Validation, Waiver } from './portfolio.types.js';

@Entity('model')
export class ModelEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Never changes: another release is another model. */
  @Column({ type: 'uuid', update: false })
  releaseId: string;

  @Column('text')
  lifecycle: Lifecycle;

  @Column('text')
  ownerTeam: string;

  @Column('uuid')
  stewardId: string;

  @Column({ type: 'uuid', update: false })
  registeredBy: string;

  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;

  @Column('text', { nullable: true })
  quantisation: string | null;

  @Column('uuid', { nullable: true })
  gpuPoolId: string | null;

  @Column('text', { nullable: true })
  endpointUrl: string | null;

  @Column('text')
  hosting: Hosting;

  @Column('text', { nullable: true })
  weightsDigest: string | null;

  @Column('text', { nullable: true })
  mirrorLocation: string | null;

  @Column('text', { nullable: true })
  approvedScope: string | null;

  @Column('text')
  maxDataClass: DataClass;

  @Column('text', { array: true })
  jurisdictions: readonly string[];

  @Column('jsonb')
  validation: Validation;

  @Column('text', { nullable: true })
  concludedLicence: string | null;

  @Column({ type: 'jsonb', nullable: true, update: false })
  acceptedLicence: AcceptedLicence | null;

  @Column('jsonb')
  waivers: readonly Waiver[];

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
