import { ApiProperty } from '@nestjs/swagger';
import type { NamedBasis } from '../domain/named-report.js';
import { BASES, DIMENSIONS } from '../domain/vocabulary.js';
import type { Basis, Dimension } from '../domain/vocabulary.js';
import { DimensionView } from './concentration.view.js';
import { NamedView } from './named.view.js';

const PARTS = ['concentration', 'substitutability', 'exitReadiness'] as const;

export class IndexPartView {
  @ApiProperty({ enum: PARTS })
  name: (typeof PARTS)[number];

  @ApiProperty()
  weight: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: '0 free, 1 locked in; null where nothing could be judged.',
  })
  value: number | null;
}

export class ConcentrationPartView {
  @ApiProperty({ enum: DIMENSIONS })
  dimension: Dimension;

  @ApiProperty()
  weight: number;

  @ApiProperty()
  topShare: number;

  @ApiProperty()
  limit: number;

  @ApiProperty()
  value: number;
}

export class LockInIndexView {
  @ApiProperty({ type: Number, nullable: true, description: '0 free to move, 100 captive.' })
  index: number | null;

  @ApiProperty({ type: [IndexPartView] })
  parts: readonly IndexPartView[];

  @ApiProperty({ type: [ConcentrationPartView] })
  concentration: readonly ConcentrationPartView[];

  @ApiProperty({ enum: DIMENSIONS, nullable: true, description: 'The dimension that weighs most.' })
  heaviestDimension: Dimension | null;

  @ApiProperty({ description: 'The lowest index that this many vendors and countries allow.' })
  floor: number;
}

export class BasisView implements NamedBasis {
  @ApiProperty({ enum: BASES })
  basis: Basis;

  @ApiProperty({ type: LockInIndexView })
  index: LockInIndexView;

  @ApiProperty({ type: Number, nullable: true, description: 'Weighted mean, 0–1.' })
  substitutability: number | null;

  @ApiProperty({ description: 'Share of the weight that could not be judged.' })
  undeterminedShare: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Weighted mean, 0–1.' })
  exitReadiness: number | null;

  @ApiProperty({ type: [NamedView], description: 'Tools that weigh nothing on this basis.' })
  toolsWithoutWeight: readonly NamedView[];

  @ApiProperty({ type: [DimensionView] })
  dimensions: readonly DimensionView[];
}
