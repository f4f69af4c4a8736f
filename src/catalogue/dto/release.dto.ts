import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Given, InOneCode } from '../../http/dto-fields.js';
import { ListQuery } from '../../http/list-query.js';
import { FlagParameter } from '../../http/query-fields.js';
import {
  CAPABILITIES,
  KINDS,
  LICENCE_CLASSES,
  TASKS,
  type Capability,
  type Kind,
  type LicenceClass,
  type Task,
} from '../domain/vocabulary.js';
import { RELEASE_KEY } from '../fact-schemas.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class ReleaseListQuery extends ListQuery {
  @ApiPropertyOptional({ description: 'Slug of the vendor', example: 'alibaba' })
  @IsOptional()
  @IsString()
  @MaxLength(63)
  vendor?: string;

  @ApiPropertyOptional({ description: "The vendor's line of models", example: 'qwen' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  family?: string;

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @ApiPropertyOptional({ enum: TASKS, description: 'Releases of a kind that can do the task at all' })
  @IsOptional()
  @IsIn(TASKS)
  task?: Task;

  @ApiPropertyOptional({ enum: LICENCE_CLASSES })
  @IsOptional()
  @IsIn(LICENCE_CLASSES)
  licenceClass?: LicenceClass;

  @ApiPropertyOptional({ description: "ISO 3166-1 alpha-2 of the vendor's headquarters", example: 'CN' })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  country?: string;

  @ApiPropertyOptional({ enum: CAPABILITIES })
  @IsOptional()
  @IsIn(CAPABILITIES)
  capability?: Capability;

  @ApiPropertyOptional({ description: 'ISO 639-1, or 639-3 where there is none; claimed or measured', example: 'ms' })
  @IsOptional()
  @InOneCode()
  @Matches(/^[a-z]{2,3}$/)
  language?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Released after this day' })
  @IsOptional()
  @Matches(DAY)
  @IsDateString({ strict: true })
  publishedAfter?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1e9)
  minContextTokens?: number;

  @ApiPropertyOptional({ description: 'GB that the leanest packaging may need, with 8,192 tokens in its cache' })
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1e9)
  maxNeedGb?: number;

  @FlagParameter('Registered as a model that is not retired')
  inPortfolio?: boolean;
}

export class ReleaseKeyQuery {
  @ApiProperty({ description: 'Key or alias, in any case', example: 'Qwen/Qwen3-32B' })
  @IsString()
  @Length(1, 300)
  key: string;
}

export class CompareQuery {
  @ApiProperty({ description: 'Two to four release ids, separated by commas' })
  @IsString()
  @Matches(/^[0-9a-fA-F-]{36}(,[0-9a-fA-F-]{36}){1,3}$/, {
    message: 'ids must be two to four UUIDs, separated by commas',
  })
  ids: string;
}

export class CreateReleaseDto {
  @ApiProperty({
    pattern: RELEASE_KEY.source,
    example: 'Qwen/Qwen3-32B',
    description: 'Hub repository of the unpackaged weights, or vendor/name where there is none',
  })
  @IsString()
  @Matches(RELEASE_KEY)
  key: string;

  @ApiPropertyOptional({ description: 'Whether the key is a repository of the hub', default: true })
  @Given()
  @IsBoolean()
  onHub?: boolean;

  @ApiPropertyOptional({ description: 'Slug of the vendor, where the key does not tell' })
  @Given()
  @IsString()
  @MaxLength(63)
  vendor?: string;

  @ApiProperty({ minLength: 3, maxLength: 1000, description: 'Why it is recorded by hand, and from where' })
  @IsString()
  @Length(3, 1000)
  reason: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Values by field, as POST /v1/releases/{id}/facts takes them',
    example: { contextTokens: 131072, licenceId: 'apache-2.0' },
  })
  @Given()
  @IsObject()
  facts?: Record<string, unknown>;
}
