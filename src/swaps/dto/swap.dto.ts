import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { Given } from '../../http/dto-fields.js';
import { ListQuery } from '../../http/list-query.js';
import type { Actor } from '../../kernel/actor.js';
import { CHANGE_TYPES, STAGES, SWAP_STATES } from '../domain/vocabulary.js';
import type { ChangeType, Stage, SwapState } from '../domain/vocabulary.js';
import type { SwapFilters } from '../swap-requests.reader.js';

const NOT_BLANK = /\S/;
const PROSE = 10_000;
export class SwapListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: SWAP_STATES, isArray: true, description: 'One or more, separated by commas.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(SWAP_STATES.length)
  @ArrayUnique()
  @IsIn(SWAP_STATES, { each: true })
  state?: SwapState[];

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  tool?: string;

  @ApiPropertyOptional({ enum: ['me'], description: 'Only requests whose next step is mine.' })
  @IsOptional()
  @IsIn(['me'])
  awaiting?: 'me';

  toFilters(actor: Actor): SwapFilters {
    const { state, tool, q, awaiting } = this;
    return { state, tool, q, awaiting: awaiting === 'me' ? actor : undefined };
  }
}

export class PatchSwapDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'A model of the portfolio; not beside toReleaseKey.' })
  @Given()
  @IsUUID()
  toModelId?: string;

  @ApiPropertyOptional({
    maxLength: 200,
    description: 'Key or alias of a release; where it is not a model yet, submission proposes one.',
    example: 'google/gemma-4-31B-it',
  })
  @Given()
  @IsString()
  @Length(1, 200)
  toReleaseKey?: string;

  @ApiPropertyOptional({ enum: CHANGE_TYPES, default: 'NORMAL' })
  @Given()
  @IsIn(CHANGE_TYPES)
  changeType?: ChangeType;

  @ApiPropertyOptional({ maxLength: PROSE })
  @Given()
  @IsString()
  @Length(1, PROSE)
  @Matches(NOT_BLANK, { message: 'justification must not be blank' })
  justification?: string;

  @ApiPropertyOptional({ type: String, maxLength: PROSE, nullable: true, description: 'How the tool goes back.' })
  @IsOptional()
  @IsString()
  @Length(0, PROSE)
  rollbackPlan?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: PROSE, nullable: true, description: 'When a rollout stops.' })
  @IsOptional()
  @IsString()
  @Length(0, PROSE)
  stopRules?: string | null;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Model that stands by afterwards; it becomes a fallback of the tool with the move.',
  })
  @IsOptional()
  @IsUUID()
  fallbackModelId?: string | null;
}

export class OpenSwapDto extends PartialType(OmitType(PatchSwapDto, [] as const)) {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  toolId: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The flag that it answers: gives the target and the justification where they are left out.',
  })
  @IsOptional()
  @IsUUID()
  flagId?: string;
}

export class CommentDto {
  @ApiProperty({ maxLength: 4000 })
  @IsString()
  @Length(1, 4000)
  @Matches(NOT_BLANK, { message: 'comment must not be blank' })
  comment: string;
}

export class OptionalCommentDto extends PartialType(CommentDto) {}

export class ApproveSwapDto extends OptionalCommentDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The revision that was read; no other is approved.' })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  revision: number;
}

export class ScheduleSwapDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Platform engineer who implements it; the caller when left out.',
  })
  @IsOptional()
  @IsUUID()
  implementerId?: string;

  @ApiProperty({ format: 'date-time', example: '2030-01-01T18:00:00Z' })
  @IsISO8601({ strict: true, strictSeparator: true })
  windowFrom: string;

  @ApiProperty({ format: 'date-time', example: '2030-01-02T18:00:00Z' })
  @IsISO8601({ strict: true, strictSeparator: true })
  windowTo: string;
}

export class RolloutDto {
  @ApiProperty({ enum: STAGES })
  @IsIn(STAGES)
  stage: Stage;
}

export class FailOverDto {
  @ApiProperty({ maxLength: 4000 })
  @IsString()
  @Length(1, 4000)
  @Matches(NOT_BLANK, { message: 'reason must not be blank' })
  reason: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Which fallback; the one tested last when left out.' })
  @IsOptional()
  @IsUUID()
  modelId?: string;
}

export class AttachEvidenceDto {
  @ApiProperty({ enum: ['LINK', 'EVALUATION'] })
  @IsIn(['LINK', 'EVALUATION'])
  kind: 'LINK' | 'EVALUATION';

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(1, 200)
  @Matches(NOT_BLANK, { message: 'title must not be blank' })
  title: string;

  @ApiPropertyOptional({ format: 'uri', maxLength: 1000, description: 'LINK only.' })
  @ValidateIf(({ kind, url }: AttachEvidenceDto) => kind === 'LINK' || url !== undefined)
  @IsString()
  @Length(1, 1000)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  url?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'EVALUATION only: a run on this tool.' })
  @ValidateIf(({ kind, evaluationRunId }: AttachEvidenceDto) => kind === 'EVALUATION' || evaluationRunId !== undefined)
  @IsUUID()
  evaluationRunId?: string;
}

export class EvidenceFileQuery {
  @ApiProperty({ maxLength: 200, example: 'report.pdf' })
  @IsString()
  @Length(1, 200)
  @Matches(/^[^\p{Cc}/\\"]+$/u, { message: 'fileName must not hold slashes, quotes or control characters' })
  fileName: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'The file name when left out.' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  title?: string;
}
