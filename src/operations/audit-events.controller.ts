import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AuditReader } from '../audit/audit.reader.js';
import { AuditTrail } from '../audit/audit-trail.reader.js';
import { exportLine } from '../audit/domain/chain.js';
import { accepted } from '../http/accept.js';
import { toPageRequest } from '../http/list-query.js';
import { ApiPage, CSV, JSON_TYPE, PageView, respondList } from '../http/page-view.js';
import { Produces, routeOptions } from '../http/route-options.js';
import { Requires } from '../identity/access.decorators.js';
import { AUDIT_SORTS, AuditEventListQuery, AuditVerifyQuery } from './dto/audit-event.dto.js';
import { AuditCheckpointView, AuditEventView, AuditVerdictView } from './dto/audit-event.view.js';

const NDJSON = 'application/x-ndjson';

/** The door to the audit trail. */
@ApiTags('operations')
@Controller('audit-events')
@Requires('audit.read')
export class AuditEventsController {
  constructor(
    private readonly reader: AuditReader,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Produces(JSON_TYPE, CSV, NDJSON)
  @ApiPage(AuditEventView)
  async list(
    @Query() query: AuditEventListQuery,
    @Req() request: FastifyRequest,
  ): Promise<PageView<AuditEventView> | StreamableFile> {
    if (accepted(request) === NDJSON) return new StreamableFile(Readable.from(this.lines(query)), { type: NDJSON });
    const slice = toPageRequest(query, { sorts: AUDIT_SORTS, default: '-position' });
    return respondList(await this.reader.list(slice, query), AuditEventView.from);
  }

  @Get('verify')
  @routeOptions({ limitClass: 'exports' })
  @ApiOkResponse({ type: AuditVerdictView })
  async verify(@Query() query: AuditVerifyQuery): Promise<AuditVerdictView> {
    return AuditVerdictView.from(await this.trail.verify(query.checkpoint));
  }

  @Get('checkpoint')
  @ApiOkResponse({ type: AuditCheckpointView })
  async checkpoint(): Promise<AuditCheckpointView> {
    return AuditCheckpointView.from(await this.trail.checkpoint());
  }

  private async *lines(query: AuditEventListQuery): AsyncGenerator<string> {
    for await (const link of this.reader.chain(query)) yield `${exportLine(link)}\n`;
  }
}
