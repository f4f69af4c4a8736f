import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ListQuery } from '../../http/list-query.js';
import { DATA_CLASSES, MATERIALITIES } from '../../portfolio/domain/vocabulary.js';
import type { DataClass, Materiality } from '../../portfolio/domain/vocabulary.js';

export class InventoryQuery extends ListQuery {
  @ApiPropertyOptional({ enum: MATERIALITIES })
  @IsOptional()
  @IsIn(MATERIALITIES)
  materiality?: Materiality;

  @ApiPropertyOptional({ enum: DATA_CLASSES })
  @IsOptional()
  @IsIn(DATA_CLASSES)
  dataClass?: DataClass;
}
