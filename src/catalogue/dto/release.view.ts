import { ApiProperty } from '@nestjs/swagger';
import type { Adoption, Architecture, LanguageClaim, Price } from '../domain/release.js';
import {
  BASE_RELATIONS,
  CAPABILITIES,
  DATE_PRECISIONS,
  FACT_STATUSES,
  FUNCTIONS,
  KINDS,
  LICENCE_CLASSES,
  MODALITIES,
  POST_TRAININGS,
  RELEASE_STATUSES,
} from '../domain/vocabulary.js';
import type { ReleaseRow } from '../release-row.js';
import type { FieldSources, SupportEnd } from '../release-summary.js';

const unknown = { nullable: true, description: 'null: no source says' } as const;

/** One release: the winning value of each field. */
export class ReleaseView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Qwen/Qwen3-32B' })
  key: string;

  @ApiProperty({ example: 'Qwen3 32B' })
  displayName: string;

  @ApiProperty({ example: 'alibaba' })
  vendor: string;

  @ApiProperty({ example: 'Alibaba' })
  vendorName: string;

  @ApiProperty({ description: 'ISO 3166-1 alpha-2', example: 'CN' })
  country: string;

  @ApiProperty({ type: String, enum: KINDS, ...unknown })
  kind: string | null;

  @ApiProperty({ type: String, ...unknown })
  family: string | null;

  @ApiProperty({ type: [Number], ...unknown, example: [3, 6] })
  generation: number[] | null;

  @ApiProperty({ type: String, enum: FUNCTIONS, ...unknown })
  function: string | null;

  @ApiProperty({ type: String, ...unknown })
  tier: string | null;

  @ApiProperty({ type: String, enum: POST_TRAININGS, ...unknown })
  postTraining: string | null;

  @ApiProperty({ type: String, format: 'date', ...unknown })
  releaseDate: string | null;

  @ApiProperty({ type: String, enum: DATE_PRECISIONS, ...unknown })
  releaseDatePrecision: string | null;

  @ApiProperty({ type: String, format: 'date-time', description: 'Earliest payload that showed it' })
  firstSeenAt: Date;

  @ApiProperty({ enum: RELEASE_STATUSES })
  status: string;

  @ApiProperty({ type: String, format: 'date', ...unknown })
  deprecationDate: string | null;

  @ApiProperty({ type: String, format: 'date', ...unknown })
  retirementDate: string | null;

  @ApiProperty({ type: Number, ...unknown, example: 32.8 })
  totalParamsB: number | null;

  @ApiProperty({ type: Number, ...unknown })
  activeParamsB: number | null;

  @ApiProperty({ type: 'integer', ...unknown, example: 131072 })
  contextTokens: number | null;

  @ApiProperty({ enum: MODALITIES, isArray: true, ...unknown })
  inputModalities: string[] | null;

  @ApiProperty({ enum: MODALITIES, isArray: true, ...unknown })
  outputModalities: string[] | null;

  @ApiProperty({ enum: CAPABILITIES, isArray: true, ...unknown })
  capabilities: string[] | null;

  @ApiProperty({
    type: 'array',
    items: {
      type: 'object',
      required: ['code', 'evidence'],
      properties: { code: { type: 'string' }, evidence: { type: 'string' }, score: { type: 'number' } },
    },
    ...unknown,
  })
  languages: LanguageClaim[] | null;

  @ApiProperty({ type: String, ...unknown, example: 'apache-2.0' })
  licenceId: string | null;

  @ApiProperty({ type: String, enum: LICENCE_CLASSES, ...unknown })
  licenceClass: string | null;

  @ApiProperty({ type: String, ...unknown })
  licenceTextHash: string | null;

  @ApiProperty({ type: String, ...unknown })
  weightsUrl: string | null;

  @ApiProperty({ type: String, ...unknown })
  baseKey: string | null;

  @ApiProperty({ type: String, enum: BASE_RELATIONS, ...unknown })
  baseRelation: string | null;

  @ApiProperty({ type: String, ...unknown })
  declaredSuccessor: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, ...unknown })
  architecture: Architecture | null;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'US$, median of the hosts' })
  pricePerMTokens: Price | null;

  @ApiProperty({ type: 'object', additionalProperties: true, ...unknown })
  adoption: Adoption | null;

  @ApiProperty({ type: [String], ...unknown })
  servingEngines: string[] | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: {
      type: 'object',
      required: ['source', 'sourceRef', 'status'],
      properties: {
        source: { type: 'string' },
        sourceRef: { type: 'string' },
        observedAt: {
          type: 'string',
          format: 'date-time',
          description: 'Absent where the name or a table of the product says so',
        },
        status: { type: 'string', enum: [...FACT_STATUSES] },
      },
    },
    description: 'Who gave the value of each field',
  })
  sources: FieldSources;

  @ApiProperty({
    type: 'object',
    nullable: true,
    properties: {
      date: { type: 'string', format: 'date' },
      statedBy: { type: 'string', enum: ['VENDOR', 'OWN_ENDPOINT', 'THIRD_HOST'] },
      source: { type: 'object', additionalProperties: true },
    },
    description: 'When support ends, and who says so',
  })
  supportEnd: SupportEnd | null;

  @ApiProperty({ type: Number, nullable: true, description: 'GB of the leanest packaging, 8,192 tokens in its cache' })
  needGb: number | null;

  @ApiProperty({ description: 'Registered as a model that is not retired' })
  inPortfolio: boolean;

  @ApiProperty({ type: 'integer', description: 'Public results that are known of it' })
  benchmarkCount: number;

  @ApiProperty()
  version: number;

  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt: Date;

  static from(this: void, row: ReleaseRow): ReleaseView {
    return {
      ...row,
      generation: copy(row.generation),
      inputModalities: copy(row.inputModalities),
      outputModalities: copy(row.outputModalities),
      capabilities: copy(row.capabilities),
      languages: copy(row.languages),
      servingEngines: copy(row.servingEngines),
    };
  }
}

const copy = <T>(list: readonly T[] | null): T[] | null => (list === null ? null : [...list]);
