import { ApiProperty } from '@nestjs/swagger';
import { TASKS } from '../../catalogue/domain/vocabulary.js';
import type { Task } from '../../catalogue/domain/vocabulary.js';
import { DATA_CLASSES, MATERIALITIES, PURPOSES } from '../domain/vocabulary.js';
import type { DataClass, Materiality, Purpose } from '../domain/vocabulary.js';
import type { ModelFootprint } from '../model-footprint.reader.js';
import type { BehindRow, ModelRow, ModelUseRow } from '../models.sql.js';
import { ModelView } from './model.view.js';

export class ModelUseView {
  @ApiProperty({ format: 'uuid' })
  toolId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: TASKS })
  task: Task;

  @ApiProperty({ enum: MATERIALITIES })
  materiality: Materiality;

  @ApiProperty({ enum: DATA_CLASSES })
  dataClass: DataClass;

  @ApiProperty()
  ownerTeam: string;

  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;

  @ApiProperty({ format: 'date-time' })
  since: Date;

  @ApiProperty({ format: 'uuid' })
  assignmentId: string;
}

/** Memory that the model needs against what its pool has; null is unknown. */
export class ModelFootprintView {
  @ApiProperty({ type: Number, nullable: true, description: 'Gigabytes of GPU memory' })
  needGb: number | null;

  @ApiProperty({ description: 'Without the cache of the real architecture.' })
  estimated: boolean;

  @ApiProperty({ type: Number, nullable: true, description: 'Gigabytes of the whole pool' })
  poolCapacityGb: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Gigabytes that the other models of the pool need' })
  takenByOthersGb: number | null;

  @ApiProperty({ type: Boolean, nullable: true })
  fits: boolean | null;
}

export class BehindView {
  @ApiProperty({ type: 'integer', description: 'Days between the two releases' })
  days: number;

  @ApiProperty({ format: 'uuid' })
  releaseId: string;

  @ApiProperty({ description: 'The newest release that is flagged and eligible' })
  releaseKey: string;

  @ApiProperty({ format: 'date' })
  releaseDate: string;
}

export interface ModelDetail {
  readonly model: ModelRow;
  readonly usedBy: readonly ModelUseRow[];
  readonly footprint: ModelFootprint;
  readonly behind: BehindRow | undefined;
}

export class ModelDetailView extends ModelView {
  @ApiProperty({ type: [ModelUseView] })
  usedBy: ModelUseView[];

  @ApiProperty({ type: ModelFootprintView })
  footprint: ModelFootprintView;

  @ApiProperty({ type: BehindView, nullable: true, description: 'Null when nothing newer is flagged as eligible.' })
  behind: BehindView | null;

  static fromDetail(this: void, { model, usedBy, footprint, behind }: ModelDetail): ModelDetailView {
    return { ...ModelView.from(model), usedBy: [...usedBy], footprint, behind: behind ?? null };
  }
}
