import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ListQuery } from '../../http/list-query.js';
import { momentOf } from '../../kernel/moment.js';
import { DATA_CLASSES, MATERIALITIES } from '../../portfolio/domain/vocabulary.js';
import type { DataClass, Materiality } from '../../portfolio/domain/vocabulary.js';
import { MomentField } from '../../http/query-fields.js';
import type { InventoryFilters } from '../inventory.reader.js';

export class InventoryQuery extends ListQuery {
  @ApiPropertyOptional({ enum: MATERIALITIES })
  @IsOptional()
  @IsIn(MATERIALITIES)
  materiality?: Materiality;

  @ApiPropertyOptional({ enum: DATA_CLASSES })
  @IsOptional()
  @IsIn(DATA_CLASSES)
  dataClass?: DataClass;

  @MomentField('What served then, and how it could be left; everything else is as of today.')
  asOf?: string;

  toFilters(now: Date): InventoryFilters {
    const { materiality, dataClass, q, asOf } = this;
    return { materiality, dataClass, q, asOf: momentOf(asOf, now) };
  }
}
