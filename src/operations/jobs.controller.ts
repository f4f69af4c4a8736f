import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { JobsReader } from '../events/jobs.reader.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { JobListQuery } from './dto/job.dto.js';
import { JobView } from './dto/job.view.js';
import { JobsService } from './jobs.service.js';

/** What the background work is doing, and what it could not do. */
@ApiTags('operations')
@Controller('operations/jobs')
@Requires('job.manage')
export class JobsController {
  constructor(
    private readonly reader: JobsReader,
    private readonly jobs: JobsService,
  ) {}

  @Get()
  @ApiPage(JobView)
  async list(@Query() query: JobListQuery): Promise<PageView<JobView>> {
    const request = toPageRequest(query, { sorts: this.reader.sorts, default: '-createdAt' });
    return respondList(await this.reader.list(request, query), JobView.from);
  }

  @Post(':id/retry')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Sent back to where it failed.' })
  async retry(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.jobs.retry(id, actor);
  }
}
