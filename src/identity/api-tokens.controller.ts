import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IfMatch, NeedsIfMatch } from '../http/if-match.decorator.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { AnswersSecret } from '../http/route-options.js';
import type { Actor } from '../kernel/actor.js';
import { CurrentActor, Requires } from './access.decorators.js';
import { API_TOKENS } from './api-token-statements.js';
import { ApiTokenView, NewApiTokenView } from './api-token.view.js';
import { ApiTokensService } from './api-tokens.service.js';
import { ApiTokenListQuery, CreateApiTokenDto } from './dto/api-token.dto.js';

@ApiTags('identity')
@Controller('tokens')
@Requires('token.own')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Get()
  @ApiPage(ApiTokenView)
  async list(@Query() query: ApiTokenListQuery, @CurrentActor() actor: Actor): Promise<PageView<ApiTokenView>> {
    const request = toPageRequest(query, { sorts: API_TOKENS.sorts, default: '-createdAt' });
    return respondList(await this.tokens.list(request, query, actor), ApiTokenView.from);
  }

  @Get(':id')
  @ApiOkResponse({ type: ApiTokenView })
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ApiTokenView> {
    return ApiTokenView.from(await this.tokens.get(id, actor));
  }

  @Post()
  @AnswersSecret()
  @ApiCreatedResponse({ type: NewApiTokenView })
  async create(@Body() body: CreateApiTokenDto, @CurrentActor() actor: Actor): Promise<NewApiTokenView> {
    const { token, secret } = await this.tokens.create({ ...body, expiresAt: new Date(body.expiresAt) }, actor);
    return NewApiTokenView.withSecret(token, secret);
  }

  @Delete(':id')
  @HttpCode(204)
  @NeedsIfMatch()
  @ApiNoContentResponse({ description: 'Revoked.' })
  async revoke(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.tokens.revoke(id, version, actor);
  }
}
