import { ApiProperty } from '@nestjs/swagger';
import { FACT_STATUSES, QUANTISATIONS } from '../domain/vocabulary.js';
import { FACT_FIELDS } from '../fact-schemas.js';
import { CONCLUSIONS } from '../licence-conclusion.entity.js';
import type { ConclusionRow } from '../licence-conclusions.service.js';
import { MeasurementView } from './measurement.view.js';
import type { ArtifactRow, BenchmarkRow, FactRow } from '../release-detail.reader.js';

export class FactView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: FACT_FIELDS })
  field: string;

  @ApiProperty({ description: 'In the shape of the field' })
  value: unknown;

  @ApiProperty({ example: 'models.dev' })
  source: string;

  @ApiProperty({ description: 'Where in the source' })
  sourceRef: string;

  @ApiProperty({ type: String, format: 'date-time' })
  observedAt: Date;

  @ApiProperty({ enum: FACT_STATUSES })
  status: string;

  @ApiProperty({ description: 'Its value is the one that the release shows' })
  wins: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Why a person corrected it' })
  reason: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who corrected it' })
  recordedBy: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revertedAt: Date | null;

  static from(this: void, row: FactRow): FactView {
    return { ...row };
  }
}

export class ConflictView {
  @ApiProperty({ enum: FACT_FIELDS })
  field: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', properties: { value: {}, sources: { type: 'array', items: { type: 'string' } } } },
    description: 'The values that sources give, the winning one first',
  })
  values: { value: unknown; sources: readonly string[] }[];
}

export class ArtifactView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Qwen/Qwen3-32B-FP8' })
  hubId: string;

  @ApiProperty({ enum: QUANTISATIONS })
  quantisation: string;

  @ApiProperty({ description: 'Bits per parameter' })
  bits: number;

  @ApiProperty({ type: Number, nullable: true })
  sizeBytes: number | null;

  @ApiProperty()
  source: string;

  static from(this: void, row: ArtifactRow): ArtifactView {
    return { ...row };
  }
}

export class BenchmarkView extends MeasurementView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  score: number;

  @ApiProperty()
  source: string;

  @ApiProperty()
  sourceRef: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  measuredOn: string | null;

  static from(this: void, row: BenchmarkRow): BenchmarkView {
    return { ...row };
  }
}

export class LicenceConclusionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: CONCLUSIONS })
  decision: string;

  @ApiProperty({ enum: ['TEXT', 'RELEASE'] })
  scope: string;

  @ApiProperty({ type: String, nullable: true })
  licenceTextHash: string | null;

  @ApiProperty({ type: String, nullable: true })
  releaseKey: string | null;

  @ApiProperty({ type: String, nullable: true })
  conditions: string | null;

  @ApiProperty({ description: 'Who concluded it' })
  concludedBy: string;

  @ApiProperty({ type: String, format: 'date-time' })
  concludedAt: Date;

  static from(this: void, row: ConclusionRow): LicenceConclusionView {
    return { ...row };
  }
}
