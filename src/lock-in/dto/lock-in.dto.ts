import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsISO8601,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { Given } from '../../http/dto-fields.js';
import { ListQuery } from '../../http/list-query.js';
import { LICENCE_CLASSES } from '../../catalogue/domain/vocabulary.js';
import type { LicenceClass } from '../../catalogue/domain/vocabulary.js';
import { BASES, SNAPSHOT_CAUSES } from '../domain/vocabulary.js';
import type { Basis, SnapshotCause } from '../domain/vocabulary.js';

const DAY_OR_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;
const AS_OF = { example: '2026-06-30', description: 'A day (its end, UTC) or a moment (RFC 3339); by default now.' };

const IsDayOrTime = (): PropertyDecorator =>
  applyDecorators(
    Matches(DAY_OR_TIME, { message: '$property must be a day, YYYY-MM-DD, or a moment, RFC 3339' }),
    IsISO8601({ strict: true }, { message: '$property must be a day that exists' }),
  );

export class AsOfQuery {
  @ApiPropertyOptional(AS_OF)
  @Given()
  @IsDayOrTime()
  asOf?: string;
}

export class ReportQuery extends AsOfQuery {
  @ApiPropertyOptional({ enum: BASES, description: 'This basis alone; by default all three.' })
  @Given()
  @IsIn(BASES)
  basis?: Basis;
}

export class TakeSnapshotDto {
  @ApiPropertyOptional(AS_OF)
  @Given()
  @IsDayOrTime()
  asOf?: string;

  @ApiPropertyOptional({ maxLength: 500, description: 'Why it was taken.' })
  @Given()
  @IsString()
  @Length(1, 500)
  note?: string;
}

export class SnapshotListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: SNAPSHOT_CAUSES })
  @Given()
  @IsIn(SNAPSHOT_CAUSES)
  cause?: SnapshotCause;

  @ApiPropertyOptional({ example: '2026-01-01', description: 'As of this day or later.' })
  @Given()
  @IsDayOrTime()
  from?: string;

  @ApiPropertyOptional({ example: '2026-06-30', description: 'As of this day or earlier.' })
  @Given()
  @IsDayOrTime()
  to?: string;
}

export class CompareQuery {
  @ApiProperty({ format: 'uuid', description: 'The snapshot to compare with: the state before.' })
  @IsUUID()
  with: string;
}

export class ExitDrillQuery extends AsOfQuery {
  @ApiPropertyOptional({ example: 'alibaba', description: 'Slug of a vendor group. Name exactly one of the three.' })
  @Given()
  @IsString()
  @Length(1, 63)
  vendor?: string;

  @ApiPropertyOptional({ example: 'CN', pattern: '^[A-Z]{2}$' })
  @Given()
  @Matches(/^[A-Z]{2}$/)
  country?: string;

  @ApiPropertyOptional({ enum: LICENCE_CLASSES })
  @Given()
  @IsIn(LICENCE_CLASSES)
  licenceClass?: LicenceClass;
}

export class WhatIfSwapDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  toolId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Either this or `toReleaseKey`.' })
  @Given()
  @IsUUID()
  toModelId?: string;

  @ApiPropertyOptional({ maxLength: 200, example: 'google/gemma-4-31B-it' })
  @Given()
  @IsString()
  @Length(1, 200)
  toReleaseKey?: string;
}

export class WhatIfDto {
  @ApiProperty({ type: [WhatIfSwapDto], minItems: 1, maxItems: 200 })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => WhatIfSwapDto)
  swaps: WhatIfSwapDto[];
}
