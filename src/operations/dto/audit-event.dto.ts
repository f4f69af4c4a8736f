import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDate, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { ListQuery } from '../../http/list-query.js';

export const AUDIT_SORTS = ['position'] as const;

export class AuditEventListQuery extends ListQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'The person who acted.' })
  @IsOptional()
  @IsUUID()
  actor?: string;

  @ApiPropertyOptional({ description: 'What was changed: an id, or `type:id`.', maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  subject?: string;

  @ApiPropertyOptional({ description: 'A kind, or the beginning of one that ends in a dot: `swap.`.', maxLength: 80 })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9.-]{0,79}$/, { message: 'kind must be dotted lower-case words' })
  kind?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'At or after.' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  from?: Date;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before.' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  to?: Date;
}

export class AuditVerifyQuery {
  @ApiPropertyOptional({ type: [String], description: 'Checkpoints that were exported earlier; may be repeated.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value : [value]))
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 1000, { each: true })
  checkpoint?: string[];
}
