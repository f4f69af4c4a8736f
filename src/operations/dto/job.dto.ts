import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { JOB_STATES } from '../../events/jobs.reader.js';
import type { JobState } from '../../events/jobs.reader.js';
import { ListQuery } from '../../http/list-query.js';

export class JobListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: JOB_STATES })
  @IsOptional()
  @IsIn(JOB_STATES)
  state?: JobState;

  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @Matches(/^[\w.-]{1,100}$/, { message: 'queue must be the name of a queue' })
  queue?: string;
}
