import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  ValidateIf,
  IsString,
  IsUUID,
  Length,
} from 'class-validator';
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
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  toolIds?: string[];

  @ApiPropertyOptional({ enum: JUSTIFICATIONS, description: 'DISMISSED needs one.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(JUSTIFICATIONS)
  justification?: Justification;

  @ApiPropertyOptional({ maxLength: 2000, description: 'SNOOZED and DISMISSED need one.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @Length(1, 2000)
  comment?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'SNOOZED needs an end, at most 180 days ahead.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsISO8601({ strict: true })
  until?: string;
}
