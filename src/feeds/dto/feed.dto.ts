import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { ListQuery } from '../../http/list-query.js';
import { RUN_STATUSES, type RunStatus } from '../feed-run.entity.js';
import { QUARANTINE_STATUSES, type QuarantineStatus } from '../quarantined-item.entity.js';

const FEED_NAME = /^[a-z0-9][a-z0-9.-]{0,62}$/;

export class FeedRunListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: RUN_STATUSES })
  @IsOptional()
  @IsIn(RUN_STATUSES)
  status?: RunStatus;
}

const ORGANISATION = /^[\w.-]{1,96}$/;

export class UpdateFeedDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 720,
    nullable: true,
    description: 'Hours between two polls; null for what the product proposes.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(720)
  everyHours?: number | null;

  @ApiPropertyOptional({
    type: [String],
    nullable: true,
    minItems: 1,
    maxItems: 200,
    example: ['Qwen', 'mistralai'],
    description: 'Organisations whose repositories are listed; null for those that the product proposes.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(ORGANISATION, { each: true })
  organisations?: string[] | null;
}

export class SnapshotQuery {
  @ApiPropertyOptional({
    description: 'The day or moment on which the payload was taken; now when left out.',
    example: '2026-07-02',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  asOf?: string;
}

export class QuarantineListQuery extends ListQuery {
  @ApiPropertyOptional({ pattern: FEED_NAME.source, example: 'models.dev' })
  @IsOptional()
  @Matches(FEED_NAME)
  feed?: string;

  @ApiPropertyOptional({ enum: QUARANTINE_STATUSES })
  @IsOptional()
  @IsIn(QUARANTINE_STATUSES)
  status?: QuarantineStatus;
}
