import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListQuery, toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { routeOptions } from '../http/route-options.js';
import type { Actor } from '../kernel/actor.js';
import { CurrentActor, Requires } from './access.decorators.js';
import { EndedSessionsView, OpenSessionView } from './open-session.view.js';
import { SESSIONS } from './session-statements.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('identity')
@Controller('sessions')
@Requires('session.own')
export class OpenSessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @ApiOperation({ summary: 'The caller’s own open sessions.' })
  @ApiPage(OpenSessionView)
  async list(@Query() query: ListQuery, @CurrentActor() actor: Actor): Promise<PageView<OpenSessionView>> {
    const request = toPageRequest(query, { sorts: SESSIONS.sorts, default: '-lastSeenAt' });
    const page = await this.sessions.list(request, query.q, actor);
    return respondList(page, (row) => OpenSessionView.of(row, actor));
  }

  @Post('end-others')
  @routeOptions({ once: true })
  @HttpCode(200)
  @ApiOperation({ summary: 'Ends all of them but the one that asks.' })
  @ApiOkResponse({ type: EndedSessionsView })
  async endOthers(@CurrentActor() actor: Actor): Promise<EndedSessionsView> {
    return { ended: await this.sessions.endOthers(actor) };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Ended.' })
  async end(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.sessions.end(id, actor);
  }
}
