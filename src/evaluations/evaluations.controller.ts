import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { CreateEvaluationDto, EvaluationListQuery } from './dto/evaluation.dto.js';
import { EvaluationView } from './dto/evaluation.view.js';
import { EVALUATIONS, EvaluationsReader } from './evaluations.reader.js';
import { EvaluationsService } from './evaluations.service.js';

@ApiTags('evaluations')
@Controller('tools/:id/evaluations')
export class EvaluationsController {
  constructor(
    private readonly reader: EvaluationsReader,
    private readonly evaluations: EvaluationsService,
  ) {}

  @Get()
  @Requires('evaluation.read')
  @ApiOperation({ summary: 'Runs of the tool’s golden set, the latest first.' })
  @ApiPage(EvaluationView)
  async list(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: EvaluationListQuery,
  ): Promise<PageView<EvaluationView>> {
    const request = toPageRequest(query, { sorts: EVALUATIONS.sorts, default: '-ranAt' });
    return respondList(await this.reader.ofTool(id, request, query), EvaluationView.from);
  }

  @Get(':runId')
  @Requires('evaluation.read')
  @ApiOkResponse({ type: EvaluationView })
  async get(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('runId', ParseUUIDPipe) runId: string,
  ): Promise<EvaluationView> {
    return EvaluationView.from(await this.reader.get(id, runId));
  }

  @Post()
  @Requires('evaluation.write')
  @ApiOperation({ summary: 'Record what was measured on the tool’s golden set for champion and challenger.' })
  @ApiCreatedResponse({ type: EvaluationView })
  async record(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CreateEvaluationDto,
    @CurrentActor() actor: Actor,
  ): Promise<EvaluationView> {
    return EvaluationView.from(await this.reader.get(id, await this.evaluations.record(id, body, actor)));
  }
}
