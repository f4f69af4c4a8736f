import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ListQuery } from '../../http/list-query.js';
import { FlagParameter } from '../../http/query-fields.js';
import { ANALYSIS_STATES, CONFIDENCES, REASONS, SEVERITIES } from '../domain/vocabulary.js';
import type { AnalysisState, Confidence, Reason, Severity } from '../domain/vocabulary.js';

const asList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);

export class FlagListQuery extends ListQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Flags of this model in use.' })
  @IsOptional()
  @IsUUID()
  model?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Flags with a row of this tool.' })
  @IsOptional()
  @IsUUID()
  tool?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Flags on tools that this person owns.' })
  @IsOptional()
  @IsUUID()
  owner?: string;

  @ApiPropertyOptional({ enum: REASONS })
  @IsOptional()
  @IsIn(REASONS)
  reason?: Reason;

  @ApiPropertyOptional({ enum: SEVERITIES })
  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: Severity;

  @ApiPropertyOptional({ enum: CONFIDENCES })
  @IsOptional()
  @IsIn(CONFIDENCES)
  confidence?: Confidence;

  @ApiPropertyOptional({ enum: ANALYSIS_STATES, isArray: true, description: 'One or several, comma-separated.' })
  @IsOptional()
  @Transform(asList)
  @IsIn(ANALYSIS_STATES, { each: true })
  analysisState?: AnalysisState[];

  @FlagParameter('Whether the finding still holds.')
  active?: boolean;

  @FlagParameter('true: only flags on tools of mine or of my teams.')
  mine?: boolean;
}
