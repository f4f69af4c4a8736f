import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsString,
  IsUUID,
  Length,
} from 'class-validator';
import { Given } from '../../http/dto-fields.js';
import { JUSTIFICATIONS } from '../domain/vocabulary.js';
import type { Justification } from '../domain/vocabulary.js';

/** What a person may decide; a flag is accepted by opening a swap request. */
export const DECISIONS = ['OPEN', 'IN_TRIAGE', 'SNOOZED', 'DISMISSED'] as const;

export class AnalyseFlagDto {
  @ApiProperty({ enum: DECISIONS })
  @IsIn(DECISIONS)
  state: (typeof DECISIONS)[number];

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: 'Tools it is decided for; by default all of mine.',
  })
  @Given()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  toolIds?: string[];

  @ApiPropertyOptional({ enum: JUSTIFICATIONS, description: 'DISMISSED needs one.' })
  @Given()
  @IsIn(JUSTIFICATIONS)
  justification?: Justification;

  @ApiPropertyOptional({ maxLength: 2000, description: 'SNOOZED and DISMISSED need one.' })
  @Given()
  @IsString()
  @Length(1, 2000)
  comment?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'SNOOZED needs an end, at most 180 days ahead.' })
  @Given()
  @IsISO8601({ strict: true })
  until?: string;
}
