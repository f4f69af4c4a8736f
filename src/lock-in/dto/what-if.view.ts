import { ApiProperty } from '@nestjs/swagger';
import type { WhatIf } from '../domain/what-if.js';
import { DIMENSIONS, LIMIT_STATUSES } from '../domain/vocabulary.js';
import type { Dimension, LimitStatus } from '../domain/vocabulary.js';
import type { Reported } from '../domain/named-report.js';
import { readableReport } from '../domain/readable-report.js';
import { namesOf } from '../domain/names.js';
import { LockInReportView } from './lock-in-report.view.js';
import { NamedView } from './named.view.js';

export class LimitChangeView {
  @ApiProperty({ enum: DIMENSIONS })
  dimension: Dimension;

  @ApiProperty({ enum: LIMIT_STATUSES })
  before: LimitStatus;

  @ApiProperty({ enum: LIMIT_STATUSES })
  after: LimitStatus;
}

export class PlannedSwapView {
  @ApiProperty({ type: NamedView })
  tool: NamedView;

  @ApiProperty({ type: NamedView })
  to: NamedView;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Known change of quality in profile points; null is unknown.',
  })
  deltaQ: number | null;
}

export class WhatIfView {
  @ApiProperty({ type: LockInReportView })
  before: LockInReportView;

  @ApiProperty({ type: LockInReportView })
  after: LockInReportView;

  @ApiProperty({ type: Number, nullable: true, description: 'Change of the index on the materiality basis.' })
  indexChange: number | null;

  @ApiProperty({ type: [LimitChangeView] })
  limitChanges: readonly LimitChangeView[];

  @ApiProperty({ type: [PlannedSwapView] })
  swaps: readonly PlannedSwapView[];

  @ApiProperty({ type: Number, nullable: true })
  meanQualityChange: number | null;

  @ApiProperty({ type: 'integer' })
  swapsWithUnknownQuality: number;

  static from({ result, facts }: Reported<WhatIf>): WhatIfView {
    const names = namesOf(facts);
    const { before, after, indexChange, limitChanges, meanQualityChange, swapsWithUnknownQuality } = result;
    return Object.assign(new WhatIfView(), {
      before: LockInReportView.from(readableReport({ result: before, facts })),
      after: LockInReportView.from(readableReport({ result: after, facts })),
      ...{ indexChange, limitChanges, meanQualityChange, swapsWithUnknownQuality },
      swaps: result.qualityChanges.map(({ toolId, toModelId, deltaQ }) => ({
        tool: { id: toolId, name: names.tool(toolId) },
        to: { id: toModelId, name: names.model(toModelId) },
        deltaQ,
      })),
    });
  }
}
