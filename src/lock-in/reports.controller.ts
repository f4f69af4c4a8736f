import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Accepted } from '../http/accepted.decorator.js';
import { CSV, JSON_TYPE, PageView } from '../http/page-view.js';
import { MayLag, Produces } from '../http/route-options.js';
import { Requires } from '../identity/access.decorators.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { momentOf } from '../kernel/moment.js';
import type { ReadableReport } from './domain/readable-report.js';
import { AsOfQuery, ReportQuery } from './dto/lock-in.dto.js';
import { LockInReportView } from './dto/lock-in-report.view.js';
import { FrozenReportView } from './dto/snapshot.view.js';
import { LockInService } from './lock-in.service.js';
import { REPORT_TABLES, tableOf } from './report-tables.js';
import type { ReportTable } from './report-tables.js';
import { reportOf, SnapshotsReader } from './snapshots.reader.js';
import { digestOf } from './snapshots.service.js';

const PDF = 'application/pdf';
/** Two years of monthly reports. */
const TREND_POINTS = 24;

const orPdf = (view: typeof LockInReportView | typeof FrozenReportView): object => ({
  description: 'The report, or the same as a PDF.',
  content: {
    [JSON_TYPE]: { schema: { $ref: getSchemaPath(view) } },
    [PDF]: { schema: { type: 'string', format: 'binary' } },
  },
});

const TABLE_SCHEMA = {
  type: 'object',
  required: ['items', 'next', 'total'],
  properties: {
    items: { type: 'array', items: { type: 'object', additionalProperties: true } },
    next: { type: 'string', nullable: true },
    total: { type: 'integer' },
  },
};

/** Reports to look at and to hand on: JSON, a PDF for the board, a CSV of each table. */
@ApiTags('lock-in')
@Controller('lock-in')
@Requires('lock-in.read')
export class ReportsController {
  constructor(
    private readonly lockIn: LockInService,
    private readonly snapshots: SnapshotsReader,
    private readonly clock: Clock,
  ) {}

  @Get('report')
  @MayLag()
  @Produces(JSON_TYPE, PDF)
  @ApiOperation({ summary: 'Concentration, substitutability, exit readiness and the lock-in index, as of any day.' })
  @ApiOkResponse(orPdf(LockInReportView))
  async report(
    @Query() { asOf, basis }: ReportQuery,
    @Accepted() type: string,
  ): Promise<LockInReportView | StreamableFile> {
    const report = await this.reportOn(asOf);
    if (type === PDF) return this.pdfOf(report, digestOf(report), this.clock.now());
    const bases = report.bases.filter((each) => basis === undefined || each.basis === basis);
    return LockInReportView.from({ ...report, bases });
  }

  @Get('report/:table')
  @MayLag()
  @Produces(JSON_TYPE, CSV)
  @ApiOperation({ summary: 'One table of the report, flat, for a sheet.' })
  @ApiParam({ name: 'table', enum: REPORT_TABLES })
  @ApiOkResponse({ content: { [JSON_TYPE]: { schema: TABLE_SCHEMA }, [CSV]: { schema: { type: 'string' } } } })
  async table(@Param('table') name: string, @Query() { asOf }: AsOfQuery): Promise<PageView<object>> {
    if (!isTable(name)) throw noSuchTable();
    const items = tableOf(await this.reportOn(asOf), name);
    return new PageView({ items, next: null, total: items.length });
  }

  @Get('snapshots/:id')
  @Produces(JSON_TYPE, PDF)
  @ApiOperation({ summary: 'A frozen report, or the same as a PDF.' })
  @ApiOkResponse(orPdf(FrozenReportView))
  async snapshot(
    @Param('id', ParseUUIDPipe) id: string,
    @Accepted() type: string,
  ): Promise<FrozenReportView | StreamableFile> {
    const snapshot = await this.snapshots.get(id);
    return type === PDF
      ? this.pdfOf(reportOf(snapshot), snapshot.sha256, snapshot.takenAt)
      : FrozenReportView.from(snapshot);
  }

  private reportOn(asOf: string | undefined): Promise<ReadableReport> {
    return this.lockIn.report(momentOf(asOf, this.clock.now()));
  }

  /** Fonts and charts take memory and a second to load: only whoever prints pays for them. */
  private async pdfOf(report: ReadableReport, sha256: string, takenAt: Date): Promise<StreamableFile> {
    const { renderReportPdf } = await import('./report-pdf.js');
    const trend = await this.snapshots.trend(TREND_POINTS, new Date(report.asOf));
    const bytes = await renderReportPdf({ report, sha256, takenAt: takenAt.toISOString(), trend });
    const disposition = `attachment; filename="lock-in-${report.asOf.slice(0, 10)}.pdf"`;
    return new StreamableFile(bytes, { type: PDF, disposition });
  }
}

const isTable = (name: string): name is ReportTable => REPORT_TABLES.some((each) => each === name);

const noSuchTable = (): DomainError =>
  new DomainError('not-found', 'table-not-found', `A report has the tables ${REPORT_TABLES.join(', ')}.`);
