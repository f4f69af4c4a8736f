import { ApiProperty } from '@nestjs/swagger';
import { ATTENTIONS } from '../dashboard.reader.js';
import type { AttentionKind, Dashboard } from '../dashboard.reader.js';

export class SeverityCountsView {
  @ApiProperty()
  INFO: number;

  @ApiProperty()
  WARN: number;

  @ApiProperty()
  FAIL: number;
}

export class VendorShareView {
  @ApiProperty({ example: 'alibaba' })
  slug: string;

  @ApiProperty({ example: 'Alibaba' })
  name: string;

  @ApiProperty({ description: 'Of the tools weighted by materiality, 0–1.' })
  share: number;
}

export class LimitView {
  @ApiProperty({ type: Number, nullable: true })
  warn: number | null;

  @ApiProperty({ type: Number, nullable: true })
  breach: number | null;
}

export class AttentionView {
  @ApiProperty({ enum: ATTENTIONS })
  kind: AttentionKind;

  @ApiProperty({ enum: ['flag', 'tool', 'feed'] })
  subjectType: 'flag' | 'tool' | 'feed';

  @ApiProperty({ description: 'Its id; of a feed its name.' })
  subjectId: string;

  @ApiProperty()
  sentence: string;
}

export class TrendPointView {
  @ApiProperty({ format: 'date-time' })
  asOf: string;

  @ApiProperty({ type: Number, nullable: true, description: '0–100; null where a part could not be judged.' })
  lockInIndex: number | null;

  @ApiProperty({ type: String, nullable: true })
  topVendor: string | null;

  @ApiProperty({ description: 'Of the tools weighted by materiality, 0–1.' })
  topVendorShare: number;
}

export class DashboardView {
  @ApiProperty({ description: 'Models that serve a tool as its primary today.' })
  modelsInUse: number;

  @ApiProperty({ description: 'How many models the policy aims at.' })
  portfolioSizeTarget: number;

  @ApiProperty()
  tools: number;

  @ApiProperty({ type: SeverityCountsView })
  openFlags: SeverityCountsView;

  @ApiProperty({ description: 'Open flags on tools of the reader or of a team of theirs.' })
  myOpenFlags: number;

  @ApiProperty({ description: 'Swap requests whose next step is the reader’s, as in the list with awaiting=me.' })
  requestsAwaitingMe: number;

  @ApiProperty({ description: 'Those of them that wait for a decision: assessment, approval or review.' })
  approvalsAwaitingMe: number;

  @ApiProperty({ type: VendorShareView, nullable: true })
  largestVendor: VendorShareView | null;

  @ApiProperty({ type: LimitView })
  vendorShareLimit: LimitView;

  @ApiProperty({ description: 'Releases in the catalogue.' })
  releases: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The newest observation of any fact.',
  })
  catalogueAsOf: string | null;

  @ApiProperty({ type: [AttentionView] })
  attention: readonly AttentionView[];

  @ApiProperty()
  policyVersion: number;

  @ApiProperty({
    type: [TrendPointView],
    description: 'From the frozen lock-in reports, the oldest first; at most 12.',
  })
  lockInTrend: readonly TrendPointView[];

  static from(dashboard: Dashboard): DashboardView {
    const { catalogueAsOf, lockInTrend } = dashboard;
    return Object.assign(new DashboardView(), dashboard, {
      catalogueAsOf: catalogueAsOf === null ? null : new Date(catalogueAsOf).toISOString(),
      lockInTrend: lockInTrend.map(({ asOf, lockInIndex, topVendor, topVendorShare }) => ({
        asOf: asOf.toISOString(),
        lockInIndex,
        topVendor,
        topVendorShare,
      })),
    });
  }
}
