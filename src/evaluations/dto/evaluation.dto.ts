import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsISO8601, IsNumber, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { Given } from '../../http/dto-fields.js';
import { ListQuery } from '../../http/list-query.js';
import { FlagParameter } from '../../http/query-fields.js';

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const A_DAY_MS = 86_400_000;

export class CreateEvaluationDto {
  @ApiProperty({ description: 'Name and version of the golden set.', maxLength: 200, example: 'credit-memo-v3' })
  @IsString()
  @Length(1, 200)
  goldenSetId: string;

  @ApiProperty({ description: 'Key or alias of the release in use.', maxLength: 200, example: 'google/gemma-3-27b-it' })
  @IsString()
  @Length(1, 200)
  championKey: string;

  @ApiProperty({ description: 'Key or alias of the challenger.', maxLength: 200, example: 'google/gemma-4-31B-it' })
  @IsString()
  @Length(1, 200)
  challengerKey: string;

  @ApiProperty({ maxLength: 100, example: 'exact match' })
  @IsString()
  @Length(1, 100)
  metric: string;

  @ApiProperty()
  @IsBoolean()
  higherIsBetter: boolean;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 10_000_000,
    description: 'Items of the golden set that were run.',
  })
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  n: number;

  @ApiProperty({ minimum: 0, maximum: 100, description: 'Percentage points.' })
  @IsNumber()
  @Min(0)
  @Max(100)
  championScore: number;

  @ApiProperty({ minimum: 0, maximum: 100, description: 'Percentage points.' })
  @IsNumber()
  @Min(0)
  @Max(100)
  challengerScore: number;

  @ApiPropertyOptional({
    minimum: 0,
    maximum: 100,
    description: 'Half the width of the 95 % interval of the difference, points.',
  })
  @Given()
  @IsNumber()
  @Min(0)
  @Max(100)
  halfWidth?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'Items that the champion had right and the challenger has wrong.',
  })
  @Given()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  regressions?: number;

  @ApiPropertyOptional({ minimum: 0, description: 'Median milliseconds per item.' })
  @Given()
  @IsNumber()
  @Min(0)
  @Max(A_DAY_MS)
  championLatencyMs?: number;

  @ApiPropertyOptional({ minimum: 0, description: 'Median milliseconds per item.' })
  @Given()
  @IsNumber()
  @Min(0)
  @Max(A_DAY_MS)
  challengerLatencyMs?: number;

  @ApiPropertyOptional({ pattern: DIGEST.source, description: 'Digest of the weights that were run.' })
  @Given()
  @Matches(DIGEST)
  championDigest?: string;

  @ApiPropertyOptional({ pattern: DIGEST.source, description: 'Digest of the weights that were run.' })
  @Given()
  @Matches(DIGEST)
  challengerDigest?: string;

  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true })
  ranAt: string;

  @ApiPropertyOptional({ maxLength: 2000 })
  @Given()
  @IsString()
  @Length(1, 2000)
  note?: string;
}

export class EvaluationListQuery extends ListQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Runs in which this release took part.' })
  @Given()
  @IsUUID()
  release?: string;

  @FlagParameter()
  passed?: boolean;
}
