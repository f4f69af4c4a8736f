import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Database } from '../database/database.js';
import { IfMatch, NeedsIfMatch } from '../http/if-match.decorator.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { momentOf } from '../kernel/moment.js';
import { AsOfQuery } from './dto/assignment.dto.js';
import { CreateModelDto, LifecycleDto, ModelListQuery, PatchModelDto } from './dto/model.dto.js';
import { ModelDetailView } from './dto/model-detail.view.js';
import { ModelView } from './dto/model.view.js';
import { ModelFootprintReader } from './model-footprint.reader.js';
import { MODEL_LIST, ModelsReader } from './models.reader.js';
import { ModelsService } from './models.service.js';

@ApiTags('portfolio')
@Controller('models')
export class ModelsController {
  constructor(
    private readonly database: Database,
    private readonly reader: ModelsReader,
    private readonly footprints: ModelFootprintReader,
    private readonly models: ModelsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('model.read')
  @ApiPage(ModelView)
  async list(@Query() query: ModelListQuery): Promise<PageView<ModelView>> {
    const request = toPageRequest(query, { sorts: MODEL_LIST.sorts, default: 'name' });
    const filters = { ...query, asOf: momentOf(query.asOf, this.clock.now()) };
    return respondList(await this.reader.list(request, filters), ModelView.from);
  }

  @Get(':id')
  @Requires('model.read')
  @ApiOkResponse({ type: ModelDetailView })
  get(@Param('id', ParseUUIDPipe) id: string, @Query() { asOf }: AsOfQuery): Promise<ModelDetailView> {
    return this.detail(id, momentOf(asOf, this.clock.now()));
  }

  @Post()
  @Requires('model.write')
  @ApiCreatedResponse({ type: ModelDetailView })
  async register(@Body() body: CreateModelDto, @CurrentActor() actor: Actor): Promise<ModelDetailView> {
    requireOneRelease(body);
    return this.detail(await this.models.register(body, actor));
  }

  @Patch(':id')
  @Requires('model.change')
  @NeedsIfMatch()
  @ApiOkResponse({ type: ModelDetailView })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PatchModelDto,
    @CurrentActor() actor: Actor,
  ): Promise<ModelDetailView> {
    await this.models.change(id, body, version, actor);
    return this.detail(id);
  }

  @Post(':id/lifecycle')
  @HttpCode(200)
  @Requires('model.advance')
  @ApiOkResponse({ type: ModelDetailView })
  async advance(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LifecycleDto,
    @CurrentActor() actor: Actor,
  ): Promise<ModelDetailView> {
    await this.models.advance(id, body.to, body.reason, actor);
    return this.detail(id);
  }

  private async detail(id: string, asOf?: Date): Promise<ModelDetailView> {
    const at = asOf ?? this.clock.now();
    const [model, usedBy, footprint, behind] = await this.database.together(() =>
      Promise.all([
        this.reader.get(id, asOf),
        this.reader.usedBy(id, at),
        this.footprints.of(id),
        this.reader.behind(id),
      ]),
    );
    return ModelDetailView.fromDetail({ model, usedBy, footprint, behind });
  }
}

/** A release is named by its key or by its id, and only once. */
export function requireOneRelease({ releaseKey, releaseId }: { releaseKey?: string; releaseId?: string }): void {
  if ((releaseKey === undefined) !== (releaseId === undefined)) return;
  const detail = 'name the release by releaseKey or by releaseId';
  throw new DomainError('invalid', 'validation-failed', 'Not acceptable: /releaseKey.', [
    { pointer: '/releaseKey', code: 'one-release', detail },
  ]);
}
