import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDefined, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import type { FactField } from '../domain/release.js';
import { FACT_FIELDS } from '../fact-schemas.js';
import { CONCLUSIONS, type Conclusion } from '../licence-conclusion.entity.js';

const HTTPS = /^https:\/\/[^\s<>"]{1,490}$/;

export class RecordFactDto {
  @ApiProperty({ enum: FACT_FIELDS, example: 'contextTokens' })
  @IsIn(FACT_FIELDS)
  field: FactField;

  @ApiProperty({ description: 'The value, in the shape of the field', example: 131072 })
  @IsDefined()
  value: unknown;

  @ApiProperty({ minLength: 3, maxLength: 1000, description: 'Why the sources are corrected' })
  @IsString()
  @Length(3, 1000)
  reason: string;

  @ApiPropertyOptional({ description: 'Where it can be read', pattern: HTTPS.source })
  @IsOptional()
  @Matches(HTTPS)
  sourceRef?: string;
}

export class RevertFactDto {
  @ApiProperty({ minLength: 3, maxLength: 1000 })
  @IsString()
  @Length(3, 1000)
  reason: string;
}

export const CONCLUSION_SCOPES = ['TEXT', 'RELEASE'] as const;
export type ConclusionScope = (typeof CONCLUSION_SCOPES)[number];

export class ConcludeLicenceDto {
  @ApiProperty({ enum: CONCLUSIONS })
  @IsIn(CONCLUSIONS)
  decision: Conclusion;

  @ApiPropertyOptional({
    enum: CONCLUSION_SCOPES,
    description: 'TEXT: every release under the same licence text inherits it (the default where the text is known)',
  })
  @IsOptional()
  @IsIn(CONCLUSION_SCOPES)
  scope?: ConclusionScope;

  @ApiPropertyOptional({ maxLength: 2000, description: 'What the enterprise has to do or refrain from' })
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  conditions?: string;
}
