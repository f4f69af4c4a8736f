import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, respondList } from '../http/page-view.js';
import type { PageView } from '../http/page-view.js';
import { CurrentActor, Requires } from '../identity/access.decorators.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { momentOf } from '../kernel/moment.js';
import { CompareQuery, SnapshotListQuery, TakeSnapshotDto } from './dto/lock-in.dto.js';
import { SnapshotComparisonView } from './dto/snapshot-comparison.view.js';
import { FrozenReportView, SnapshotView } from './dto/snapshot.view.js';
import { SNAPSHOTS, SnapshotsReader } from './snapshots.reader.js';
import { SnapshotsService } from './snapshots.service.js';

@ApiTags('lock-in')
@Controller('lock-in/snapshots')
export class SnapshotsController {
  constructor(
    private readonly reader: SnapshotsReader,
    private readonly snapshots: SnapshotsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('lock-in.read')
  @ApiOperation({ summary: 'Frozen reports with the figures of the trend, the latest first.' })
  @ApiPage(SnapshotView)
  async list(@Query() query: SnapshotListQuery): Promise<PageView<SnapshotView>> {
    const request = toPageRequest(query, { sorts: SNAPSHOTS.sorts, default: '-asOf' });
    const { cause, from, to, q } = query;
    const filters = { cause, q, from: from === undefined ? undefined : new Date(from), to: this.moment(to) };
    return respondList(await this.reader.list(request, filters), SnapshotView.from);
  }

  @Post()
  @Requires('lock-in.snapshot')
  @ApiOperation({ summary: 'Freeze the report as of any day; it is never changed afterwards.' })
  @ApiCreatedResponse({ type: FrozenReportView })
  async take(@Body() { asOf, note }: TakeSnapshotDto, @CurrentActor() actor: Actor): Promise<FrozenReportView> {
    const id = await this.snapshots.take(actor, { asOf: this.moment(asOf), note });
    return FrozenReportView.from(await this.reader.get(id));
  }

  @Get(':id/compare')
  @Requires('lock-in.read')
  @ApiOperation({ summary: 'What changed from the snapshot `with` to this one.' })
  @ApiOkResponse({ type: SnapshotComparisonView })
  async compare(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { with: withId }: CompareQuery,
  ): Promise<SnapshotComparisonView> {
    return SnapshotComparisonView.from(await this.snapshots.compare(id, withId));
  }

  private moment(asOf: string | undefined): Date | undefined {
    return momentOf(asOf, this.clock.now());
  }
}
