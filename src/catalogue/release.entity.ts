import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Adoption, Architecture, LanguageClaim, Price } from './domain/release.js';
import type { FieldSources, HostVotes, SupportEnd } from './release-summary.js';
import type {
  BaseRelation,
  Capability,
  DatePrecision,
  Kind,
  LicenceClass,
  Modality,
  PostTraining,
  ReleaseFunction,
  ReleaseStatus,
} from './domain/vocabulary.js';

/** The winning facts of one release; NULL is a fact that no source gave. */
@Entity('release')
export class ReleaseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  key: string;

  @Column({ type: 'text', insert: false, update: false })
  keyNorm: string;

  @Column('text')
  displayName: string;

  @Column('uuid')
  vendorId: string;

  @Column('text', { nullable: true })
  kind: Kind | null;

  @Column('text', { nullable: true })
  family: string | null;

  @Column('integer', { array: true, nullable: true })
  generation: number[] | null;

  @Column('text', { nullable: true })
  function: ReleaseFunction | null;

  @Column('text', { nullable: true })
  tier: string | null;

  @Column('text', { nullable: true })
  postTraining: PostTraining | null;

  @Column('date', { nullable: true })
  releaseDate: string | null;

  @Column('text', { nullable: true })
  releaseDatePrecision: DatePrecision | null;

  @Column('timestamptz')
  firstSeenAt: Date;

  @Column('text', { default: 'AVAILABLE' })
  status: ReleaseStatus;

  @Column('date', { nullable: true })
  deprecationDate: string | null;

  @Column('date', { nullable: true })
  retirementDate: string | null;

  @Column('double precision', { nullable: true })
  totalParamsB: number | null;

  @Column('double precision', { nullable: true })
  activeParamsB: number | null;

  @Column('integer', { nullable: true })
  contextTokens: number | null;

  @Column('text', { array: true, nullable: true })
  inputModalities: Modality[] | null;

  @Column('text', { array: true, nullable: true })
  outputModalities: Modality[] | null;

  @Column('text', { array: true, nullable: true })
  capabilities: Capability[] | null;

  @Column('jsonb', { nullable: true })
  languages: LanguageClaim[] | null;

  @Column('text', { nullable: true })
  licenceId: string | null;

  @Column('text', { nullable: true })
  licenceClass: LicenceClass | null;

  @Column('text', { nullable: true })
  licenceTextHash: string | null;

  @Column('text', { nullable: true })
  weightsUrl: string | null;

  @Column('text', { nullable: true })
  baseKey: string | null;

  @Column('text', { nullable: true })
  baseRelation: BaseRelation | null;

  @Column('text', { nullable: true })
  declaredSuccessorKey: string | null;

  @Column('jsonb', { nullable: true })
  architecture: Architecture | null;

  @Column('jsonb', { nullable: true })
  price: Price | null;

  @Column('jsonb', { nullable: true })
  adoption: Adoption | null;

  @Column('text', { array: true, nullable: true })
  servingEngines: string[] | null;

  /** Who gave the value of each field. */
  @Column('jsonb', { default: {} })
  sources: FieldSources;

  /** How many hosts offer a capability or modality, and how many do not. */
  @Column('jsonb', { nullable: true })
  hostVotes: HostVotes | null;

  /** When support ends, and who says so. */
  @Column('jsonb', { nullable: true })
  supportEnd: SupportEnd | null;

  /** Memory in GB that the leanest packaging needs with 8,192 tokens in its cache. */
  @Column('double precision', { nullable: true })
  needGb: number | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
