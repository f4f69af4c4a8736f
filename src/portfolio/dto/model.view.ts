import { ApiProperty } from '@nestjs/swagger';
import { KINDS, LICENCE_CLASSES, QUANTISATIONS } from '../../catalogue/domain/vocabulary.js';
import type { Kind, LicenceClass, Quantisation } from '../../catalogue/domain/vocabulary.js';
import { DATA_CLASSES, HOSTINGS, LIFECYCLES, MATERIALITIES } from '../domain/vocabulary.js';
import type { DataClass, Hosting, Lifecycle, Materiality } from '../domain/vocabulary.js';
import type { ModelReleaseRow, ModelRow } from '../models.sql.js';
import { ValidationDto, WaiverDto } from './model.dto.js';
import { NamedReferenceView, PersonReferenceView } from './reference.view.js';

export class ModelVendorView {
  @ApiProperty({ example: 'alibaba' })
  slug: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ description: 'ISO 3166-1 alpha-2', example: 'CN' })
  country: string;
}

export class ModelReleaseView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Qwen/Qwen3-32B' })
  key: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ type: ModelVendorView })
  vendor: ModelVendorView;

  @ApiProperty({ enum: KINDS })
  kind: Kind;

  @ApiProperty({ type: String, nullable: true })
  family: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  releaseDate: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Billions of parameters' })
  totalParamsB: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Billions of parameters that work on one token' })
  activeParamsB: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  contextTokens: number | null;

  @ApiProperty({ type: String, nullable: true })
  licenceId: string | null;

  @ApiProperty({ type: String, enum: LICENCE_CLASSES, nullable: true })
  licenceClass: LicenceClass | null;

  static from(this: void, row: ModelReleaseRow): ModelReleaseView {
    return { ...row };
  }
}

/** A registered model as lists show it; null is unknown or not set. */
export class ModelView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: ModelReleaseView })
  release: ModelReleaseView;

  @ApiProperty({ enum: LIFECYCLES })
  lifecycle: Lifecycle;

  @ApiProperty()
  ownerTeam: string;

  @ApiProperty({ type: PersonReferenceView })
  steward: PersonReferenceView;

  @ApiProperty({ type: PersonReferenceView })
  registeredBy: PersonReferenceView;

  @ApiProperty({ type: PersonReferenceView, nullable: true })
  approvedBy: PersonReferenceView | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  approvedAt: Date | null;

  @ApiProperty({ type: String, enum: QUANTISATIONS, nullable: true })
  quantisation: Quantisation | null;

  @ApiProperty({ type: NamedReferenceView, nullable: true })
  gpuPool: NamedReferenceView | null;

  @ApiProperty({ type: String, nullable: true })
  endpointUrl: string | null;

  @ApiProperty({ enum: HOSTINGS })
  hosting: Hosting;

  @ApiProperty({ type: String, nullable: true })
  weightsDigest: string | null;

  @ApiProperty({ type: String, nullable: true })
  mirrorLocation: string | null;

  @ApiProperty({ type: String, nullable: true })
  approvedScope: string | null;

  @ApiProperty({ enum: DATA_CLASSES })
  maxDataClass: DataClass;

  @ApiProperty({ type: [String] })
  jurisdictions: string[];

  @ApiProperty({ type: ValidationDto })
  validation: ValidationDto;

  @ApiProperty({ type: String, nullable: true })
  concludedLicence: string | null;

  @ApiProperty({ type: [WaiverDto] })
  waivers: WaiverDto[];

  @ApiProperty({ type: 'integer', description: 'Tools that it serves today, in any purpose.' })
  tools: number;

  @ApiProperty({ type: String, enum: MATERIALITIES, nullable: true, description: 'The highest of those tools.' })
  highestMateriality: Materiality | null;

  @ApiProperty({ type: 'integer', description: 'Replacement flags that are open or in triage.' })
  openFlags: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ format: 'date-time' })
  updatedAt: Date;

  static from(this: void, row: ModelRow): ModelView {
    const { id, version, name, lifecycle, ownerTeam, steward, registeredBy, approvedBy, approvedAt } = row;
    const { quantisation, gpuPool, endpointUrl, hosting, weightsDigest, mirrorLocation, approvedScope } = row;
    const { maxDataClass, validation, concludedLicence, tools, highestMateriality, openFlags } = row;
    const { createdAt, updatedAt } = row;
    return {
      id,
      version,
      name,
      release: ModelReleaseView.from(row.release),
      lifecycle,
      ownerTeam,
      steward,
      registeredBy,
      approvedBy,
      approvedAt,
      quantisation,
      gpuPool,
      endpointUrl,
      hosting,
      weightsDigest,
      mirrorLocation,
      approvedScope,
      maxDataClass,
      jurisdictions: [...row.jurisdictions],
      validation,
      concludedLicence,
      waivers: [...row.waivers],
      tools,
      highestMateriality,
      openFlags,
      createdAt,
      updatedAt,
    };
  }
}
