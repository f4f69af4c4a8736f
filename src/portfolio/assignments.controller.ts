import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { momentOf } from '../kernel/moment.js';
import { AssignmentsReader } from './assignments.reader.js';
import { AssignmentsService } from './assignments.service.js';
import { AssignDto, FallbackTestDto, TimelineQuery } from './dto/assignment.dto.js';
import { AssignmentsView, AssignmentView } from './dto/assignment.view.js';

@ApiTags('portfolio')
@Controller('tools/:id')
export class AssignmentsController {
  constructor(
    private readonly reader: AssignmentsReader,
    private readonly assignments: AssignmentsService,
    private readonly clock: Clock,
  ) {}

  @Get('assignments')
  @Requires('assignment.read')
  @ApiOkResponse({ type: AssignmentsView })
  list(@Param('id', ParseUUIDPipe) id: string, @Query() { asOf }: TimelineQuery): Promise<AssignmentsView> {
    return this.history(id, asOf);
  }

  @Get('timeline')
  @Requires('assignment.read')
  @ApiOperation({
    summary: 'Which artifact of which model served the tool, when, by which request, approved by whom.',
  })
  @ApiOkResponse({ type: AssignmentsView })
  timeline(@Param('id', ParseUUIDPipe) id: string, @Query() { asOf }: TimelineQuery): Promise<AssignmentsView> {
    return this.history(id, asOf);
  }

  @Post('assignments')
  @Requires('assignment.write')
  @ApiCreatedResponse({ type: AssignmentView })
  async assign(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AssignDto,
    @CurrentActor() actor: Actor,
  ): Promise<AssignmentView> {
    return AssignmentView.from(await this.assignments.assign(id, body.modelId, body.purpose, actor));
  }

  @Post('assignments/:assignmentId/end')
  @HttpCode(200)
  @Requires('assignment.write')
  @ApiOkResponse({ type: AssignmentView })
  async end(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('assignmentId', ParseUUIDPipe) assignmentId: string,
    @CurrentActor() actor: Actor,
  ): Promise<AssignmentView> {
    return AssignmentView.from(await this.assignments.end(id, assignmentId, actor));
  }

  @Post('assignments/:assignmentId/fallback-tests')
  @Requires('assignment.write')
  @ApiCreatedResponse({ type: AssignmentView })
  async recordTest(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('assignmentId', ParseUUIDPipe) assignmentId: string,
    @Body() { testedAt }: FallbackTestDto,
    @CurrentActor() actor: Actor,
  ): Promise<AssignmentView> {
    const at = testedAt === undefined ? undefined : new Date(testedAt);
    return AssignmentView.from(await this.assignments.recordTest(id, assignmentId, at, actor));
  }

  private async history(id: string, asOf: string | undefined): Promise<AssignmentsView> {
    return AssignmentsView.from(await this.reader.ofTool(id, momentOf(asOf, this.clock.now())));
  }
}
