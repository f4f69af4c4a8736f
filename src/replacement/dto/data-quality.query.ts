import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { ListQuery } from '../../http/list-query.js';

export class DataQualityQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'Only this fact.', example: 'languages', maxLength: 100 })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  fact?: string;
}
