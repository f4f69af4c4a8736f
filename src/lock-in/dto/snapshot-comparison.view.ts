import { ApiProperty } from '@nestjs/swagger';
import type { BasisChange, Change, DimensionChange, ReportComparison, ToolChange } from '../domain/compare-reports.js';
import { BASES, DIMENSIONS, LIMIT_STATUSES, SUBSTITUTABILITIES } from '../domain/vocabulary.js';
import type { Basis, Dimension, LimitStatus, Substitutability } from '../domain/vocabulary.js';
import { NamedView } from './named.view.js';

export class FigureChangeView implements Change {
  @ApiProperty({ type: Number, nullable: true })
  before: number | null;

  @ApiProperty({ type: Number, nullable: true })
  after: number | null;
}

export class NumberChangeView implements Change<number> {
  @ApiProperty()
  before: number;

  @ApiProperty()
  after: number;
}

export class StatusChangeView implements Change<LimitStatus> {
  @ApiProperty({ enum: LIMIT_STATUSES })
  before: LimitStatus;

  @ApiProperty({ enum: LIMIT_STATUSES })
  after: LimitStatus;
}

export class SubstitutabilityChangeView implements Change<Substitutability> {
  @ApiProperty({ enum: SUBSTITUTABILITIES })
  before: Substitutability;

  @ApiProperty({ enum: SUBSTITUTABILITIES })
  after: Substitutability;
}

export class NamedChangeView implements Change<NamedView> {
  @ApiProperty({ type: NamedView })
  before: NamedView;

  @ApiProperty({ type: NamedView })
  after: NamedView;
}

export class ShareChangeView extends NumberChangeView {
  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;
}

export class DimensionChangeView implements DimensionChange {
  @ApiProperty({ enum: DIMENSIONS })
  dimension: Dimension;

  @ApiProperty({ type: NumberChangeView })
  hhi: NumberChangeView;

  @ApiProperty({ type: NumberChangeView })
  topShare: NumberChangeView;

  @ApiProperty({ type: StatusChangeView })
  status: StatusChangeView;

  @ApiProperty({ type: [ShareChangeView], description: 'The largest change first.' })
  shares: readonly ShareChangeView[];
}

export class BasisChangeView implements BasisChange {
  @ApiProperty({ enum: BASES })
  basis: Basis;

  @ApiProperty({ type: FigureChangeView })
  index: FigureChangeView;

  @ApiProperty({ type: FigureChangeView })
  substitutability: FigureChangeView;

  @ApiProperty({ type: FigureChangeView })
  exitReadiness: FigureChangeView;

  @ApiProperty({ type: [DimensionChangeView] })
  dimensions: readonly DimensionChangeView[];
}

export class ToolChangeView implements ToolChange {
  @ApiProperty({ type: NamedView })
  tool: NamedView;

  @ApiProperty({ type: NamedChangeView })
  model: NamedChangeView;

  @ApiProperty({ type: SubstitutabilityChangeView })
  substitutability: SubstitutabilityChangeView;

  @ApiProperty({ type: NumberChangeView })
  exitReadiness: NumberChangeView;
}

export class SnapshotComparisonView implements ReportComparison {
  @ApiProperty({ type: [BasisChangeView] })
  bases: readonly BasisChangeView[];

  @ApiProperty({ type: [ToolChangeView], description: 'Tools that stand otherwise than before.' })
  tools: readonly ToolChangeView[];

  @ApiProperty({ type: [NamedView] })
  toolsAdded: readonly NamedView[];

  @ApiProperty({ type: [NamedView] })
  toolsGone: readonly NamedView[];

  @ApiProperty({ description: 'Whether both were measured by the limits of one policy version.' })
  samePolicy: boolean;

  static from(comparison: ReportComparison): SnapshotComparisonView {
    return Object.assign(new SnapshotComparisonView(), comparison);
  }
}
