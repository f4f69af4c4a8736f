import { ApiProperty } from '@nestjs/swagger';
import type { LimitCheck } from '../domain/concentration-report.js';
import type { NamedDimension } from '../domain/named-report.js';
import { DIMENSIONS, LIMIT_STATUSES } from '../domain/vocabulary.js';
import type { Dimension, LimitStatus } from '../domain/vocabulary.js';

const FIGURES = ['TOP_SHARE', 'EFFECTIVE_NUMBER', 'NON_PERMISSIVE_SHARE'] as const;

export class ShareView {
  @ApiProperty({ example: 'alibaba', description: 'UNKNOWN where nobody gave the fact.' })
  key: string;

  @ApiProperty({ example: 'Alibaba' })
  name: string;

  @ApiProperty({ description: 'Sum of the weights of its tools.' })
  weight: number;

  @ApiProperty({ description: 'Part of the whole, 0–1.' })
  share: number;
}

export class LimitCheckView implements LimitCheck {
  @ApiProperty({ enum: FIGURES })
  figure: (typeof FIGURES)[number];

  @ApiProperty()
  value: number;

  @ApiProperty({ type: Number, nullable: true })
  warn: number | null;

  @ApiProperty({ type: Number, nullable: true })
  breach: number | null;

  @ApiProperty({ enum: LIMIT_STATUSES })
  status: LimitStatus;
}

export class DimensionView implements NamedDimension {
  @ApiProperty({ enum: DIMENSIONS })
  dimension: Dimension;

  @ApiProperty({ enum: LIMIT_STATUSES, description: 'The worst of its limits.' })
  status: LimitStatus;

  @ApiProperty({ description: '10,000 times the sum of squared shares.' })
  hhi: number;

  @ApiProperty({ description: 'The lowest index that this many suppliers allow: 10,000 / n.' })
  floor: number;

  @ApiProperty({ description: 'As many equal suppliers would give this index.' })
  effectiveNumber: number;

  @ApiProperty()
  topShare: number;

  @ApiProperty()
  top3Share: number;

  @ApiProperty({ type: 'integer', description: 'Fewest suppliers that together cover half.' })
  elephantFactor: number;

  @ApiProperty({ type: 'integer' })
  keys: number;

  @ApiProperty({ type: [ShareView] })
  shares: readonly ShareView[];

  @ApiProperty({ type: [LimitCheckView] })
  limits: readonly LimitCheckView[];
}
