import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { LICENCE_CLASSES } from '../../catalogue/domain/vocabulary.js';
import type { LicenceClass } from '../../catalogue/domain/vocabulary.js';

export class AsOfQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'The portfolio as it stood then; by default now.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  asOf?: string;
}

export class ExitDrillQuery extends AsOfQuery {
  @ApiPropertyOptional({ example: 'alibaba', description: 'Slug of a vendor group. Name exactly one of the three.' })
  @IsOptional()
  @IsString()
  @Length(1, 63)
  vendor?: string;

  @ApiPropertyOptional({ example: 'CN', pattern: '^[A-Z]{2}$' })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  country?: string;

  @ApiPropertyOptional({ enum: LICENCE_CLASSES })
  @IsOptional()
  @IsIn(LICENCE_CLASSES)
  licenceClass?: LicenceClass;
}

export class WhatIfSwapDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  toolId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Either this or `toReleaseKey`.' })
  @IsOptional()
  @IsUUID()
  toModelId?: string;

  @ApiPropertyOptional({ maxLength: 200, example: 'google/gemma-4-31B-it' })
  @IsOptional()
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
