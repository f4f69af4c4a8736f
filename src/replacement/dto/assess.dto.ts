import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsString, IsUUID, Length } from 'class-validator';
import { Given } from '../../http/dto-fields.js';

export class AssessDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  toolId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Either this or `releaseKey`.' })
  @Given()
  @IsUUID()
  releaseId?: string;

  @ApiPropertyOptional({
    example: 'google/gemma-4-31B-it',
    maxLength: 200,
    description: 'Key or alias of the release.',
  })
  @Given()
  @IsString()
  @Length(1, 200)
  releaseKey?: string;

  @ApiPropertyOptional({ example: '2026-06-30', description: 'A past day (its end, UTC) or moment; by default now.' })
  @Given()
  @IsISO8601({ strict: true })
  asOf?: string;
}
