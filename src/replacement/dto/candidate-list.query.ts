import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional } from 'class-validator';
import { ListQuery } from '../../http/list-query.js';
import { FlagParameter } from '../../http/query-fields.js';
import { ELIGIBILITIES } from '../domain/vocabulary.js';
import type { Eligibility } from '../domain/vocabulary.js';

export class CandidateListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: ELIGIBILITIES })
  @IsOptional()
  @IsIn(ELIGIBILITIES)
  eligibility?: Eligibility;

  @FlagParameter('true: only those that are flagged; false: only the others.')
  flagged?: boolean;

  @ApiPropertyOptional({
    example: '2026-06-30',
    description:
      'A past day (its end, UTC) or moment (RFC 3339); by default now. Portfolio, policy and the releases known by then; ' +
      'facts about a release are those of today.',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  asOf?: string;
}
