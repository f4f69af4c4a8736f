import { ApiProperty } from '@nestjs/swagger';
import type { ImportReport, RowOutcome } from '../import-run.js';
import { FlagParameter } from '../../http/query-fields.js';

export class ImportQuery {
  @FlagParameter('Report row by row what would happen, and change nothing')
  dryRun?: boolean;
}

export class RowErrorView {
  @ApiProperty()
  column: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  detail: string;
}

export class RowReportView {
  @ApiProperty({ type: 'integer', description: 'Line of the file; the header is 1' })
  line: number;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ['CREATE', 'REFUSE'] })
  outcome: RowOutcome;

  @ApiProperty({ type: [RowErrorView] })
  errors: RowErrorView[];
}

export class ImportReportView {
  @ApiProperty()
  dryRun: boolean;

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: 'integer' })
  creatable: number;

  @ApiProperty({ type: 'integer' })
  refused: number;

  @ApiProperty({ type: [RowReportView] })
  rows: RowReportView[];

  static from(this: void, report: ImportReport): ImportReportView {
    return { ...report, rows: report.rows.map((row) => ({ ...row, errors: [...row.errors] })) };
  }
}
