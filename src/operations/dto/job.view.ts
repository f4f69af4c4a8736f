import { ApiProperty } from '@nestjs/swagger';
import { JOB_STATES } from '../../events/jobs.reader.js';
import type { JobRow, JobState } from '../../events/jobs.reader.js';

export class JobView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'feed.poll' })
  queue: string;

  @ApiProperty({ enum: JOB_STATES, description: 'DEAD: failed for good, until somebody sends it back.' })
  state: JobState;

  @ApiProperty({ type: 'integer', description: 'Runs that have failed.' })
  failures: number;

  @ApiProperty({ type: 'string', format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'When it is due, or since when it is dead.' })
  dueAt: Date;

  @ApiProperty({ type: 'string', nullable: true })
  lastError: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  data: Record<string, unknown> | null;

  static from({ id, queue, state, failures, createdAt, dueAt, lastError, data }: JobRow): JobView {
    return { id, queue, state, failures, createdAt, dueAt, lastError, data };
  }
}
