import { ApiProperty } from '@nestjs/swagger';
import type { Comparison } from '../comparison.reader.js';
import { ReleaseView } from './release.view.js';

const CELL = { type: 'array', items: {}, description: 'One value per release, null where unknown' } as const;

export class ComparedFieldView {
  @ApiProperty()
  field: string;

  @ApiProperty(CELL)
  values: unknown[];

  @ApiProperty({ description: 'Whether known values differ' })
  differs: boolean;
}

export class ComparedBenchmarkView {
  @ApiProperty()
  benchmark: string;

  @ApiProperty()
  benchmarkVersion: string;

  @ApiProperty()
  metric: string;

  @ApiProperty()
  harness: string;

  @ApiProperty()
  mode: string;

  @ApiProperty()
  higherIsBetter: boolean;

  @ApiProperty(CELL)
  scores: (number | null)[];
}

export class ComparisonView {
  @ApiProperty({ type: [ReleaseView] })
  releases: ReleaseView[];

  @ApiProperty({ type: [ComparedFieldView] })
  fields: ComparedFieldView[];

  @ApiProperty({ type: [ComparedBenchmarkView], description: 'Only results that were measured in the same way' })
  benchmarks: ComparedBenchmarkView[];

  static from(this: void, { releases, fields, benchmarks }: Comparison): ComparisonView {
    return {
      releases: releases.map(ReleaseView.from),
      fields: fields.map((field) => ({ ...field, values: [...field.values] })),
      benchmarks: benchmarks.map((each) => ({ ...each, scores: [...each.scores] })),
    };
  }
}
