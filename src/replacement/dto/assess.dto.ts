import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, ValidateIf, IsString, IsUUID, Length } from 'class-validator';

export class AssessDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  toolId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Either this or `releaseKey`.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsUUID()
  releaseId?: string;

  @ApiPropertyOptional({
    example: 'google/gemma-4-31B-it',
    maxLength: 200,
    description: 'Key or alias of the release.',
  })
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @Length(1, 200)
  releaseKey?: string;

  @ApiPropertyOptional({ example: '2026-06-30', description: 'A past day (its end, UTC) or moment; by default now.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsISO8601({ strict: true })
  asOf?: string;
}
