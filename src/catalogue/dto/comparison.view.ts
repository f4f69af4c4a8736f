import { ApiProperty } from '@nestjs/swagger';
import type { ComparedLicence, Comparison } from '../comparison.reader.js';
import { attributionsOf } from '../domain/attributions.js';
import { MeasurementView } from './measurement.view.js';
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

export class ComparedBenchmarkView extends MeasurementView {
  @ApiProperty(CELL)
  scores: (number | null)[];

  @ApiProperty({ type: [String], description: 'Who measured' })
  sources: string[];
}

export class ComparedLicenceView {
  @ApiProperty({ format: 'uuid' })
  releaseId: string;

  @ApiProperty({ type: Boolean, nullable: true, description: 'null where a licence is unknown' })
  sameLicence: boolean | null;

  @ApiProperty({ type: [String], description: 'What it asks that the licence of the first release does not' })
  gained: string[];

  @ApiProperty({ type: [String], description: 'What the licence of the first release asks that it does not' })
  lost: string[];

  static from(this: void, { releaseId, diff }: ComparedLicence): ComparedLicenceView {
    const { sameLicence = null, gained = [], lost = [] } = diff ?? {};
    return { releaseId, sameLicence, gained: [...gained], lost: [...lost] };
  }
}

export class ComparisonView {
  @ApiProperty({ type: [ReleaseView] })
  releases: ReleaseView[];

  @ApiProperty({ type: [ComparedFieldView] })
  fields: ComparedFieldView[];

  @ApiProperty({ type: [ComparedBenchmarkView], description: 'Only results that were measured in the same way' })
  benchmarks: ComparedBenchmarkView[];

  @ApiProperty({ type: [ComparedLicenceView], description: 'Of every release after the first, against the first' })
  licences: ComparedLicenceView[];

  @ApiProperty({ type: [String], description: 'Words that sources ask to stand beside their figures' })
  attributions: string[];

  static from(this: void, { releases, fields, benchmarks, licences }: Comparison): ComparisonView {
    const figures = [
      ...releases.flatMap((release) => Object.values(release.sources)),
      ...benchmarks.flatMap((each) => each.figures.map((figure) => ({ ...figure, name: each.benchmark }))),
    ];
    return {
      releases: releases.map(ReleaseView.from),
      fields: fields.map((field) => ({ ...field, values: [...field.values] })),
      benchmarks: benchmarks.map(({ figures: measured, ...each }) => ({
        ...each,
        scores: [...each.scores],
        sources: [...new Set(measured.map(({ source }) => source))].sort(),
      })),
      licences: licences.map(ComparedLicenceView.from),
      attributions: attributionsOf(figures),
    };
  }
}
