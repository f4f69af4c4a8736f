import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateIf } from 'class-validator';
import { ListQuery } from '../../http/list-query.js';
import { FlagParameter } from '../../http/query-fields.js';
import type { AliasReviewRow } from '../alias-reviews.reader.js';
import { UNRESOLVED, type UnresolvedReason } from '../release-alias.entity.js';

export class AliasReviewListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: UNRESOLVED })
  @IsOptional()
  @IsIn(UNRESOLVED)
  unresolved?: UnresolvedReason;

  @ApiPropertyOptional({ description: 'Slug of the vendor' })
  @IsOptional()
  @IsString()
  @MaxLength(63)
  vendor?: string;

  @FlagParameter('true: decided by a person; false: waiting')
  decided?: boolean;
}

export class DecideAliasDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null takes the decision back' })
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  releaseId: string | null;

  @ApiProperty({ minLength: 3, maxLength: 1000 })
  @IsString()
  @Length(3, 1000)
  reason: string;
}

export class AliasReviewView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'The name as its source writes it' })
  alias: string;

  @ApiProperty({ description: 'Slug of the vendor' })
  vendor: string;

  @ApiProperty({ type: String, enum: UNRESOLVED, nullable: true, description: 'Why it stands for no release' })
  unresolved: string | null;

  @ApiProperty({ type: [String], description: 'Keys of the releases that it fits' })
  candidates: string[];

  @ApiProperty({ type: [String] })
  sources: string[];

  @ApiProperty({ description: 'Facts that wait with it' })
  facts: number;

  @ApiProperty({ description: 'Benchmark results that wait with it' })
  benchmarks: number;

  @ApiProperty({ type: String, format: 'date-time' })
  firstSeenAt: Date;

  @ApiProperty({ type: String, nullable: true, description: 'Key of the release that a person says it means' })
  decidedKey: string | null;

  @ApiProperty({ type: String, nullable: true })
  decidedBy: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;

  @ApiProperty()
  version: number;

  static from(this: void, row: AliasReviewRow): AliasReviewView {
    return { ...row, candidates: [...row.candidates], sources: [...row.sources] };
  }
}
