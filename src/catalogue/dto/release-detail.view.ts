import { ApiProperty } from '@nestjs/swagger';
import { attributionsOf } from '../domain/attributions.js';
import type { FieldConflict } from '../conflicts.js';
import { BASE_RELATIONS } from '../domain/vocabulary.js';
import type { RelativeRow, ReleaseDetail, UseRow } from '../release-detail.reader.js';
import { ArtifactView, BenchmarkView, ConflictView, FactView, LicenceConclusionView } from './release-evidence.view.js';
import { ReleaseView } from './release.view.js';

export class RelativeView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  key: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  releaseDate: string | null;

  @ApiProperty({ type: Number, nullable: true })
  totalParamsB: number | null;

  static from(this: void, { id, key, displayName, releaseDate, totalParamsB }: RelativeRow): RelativeView {
    return { id, key, displayName, releaseDate, totalParamsB };
  }
}

export class LinkView {
  @ApiProperty({ example: 'Qwen/Qwen3-32B-Base' })
  key: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: not in the catalogue' })
  id: string | null;
}

export class BaseLinkView extends LinkView {
  @ApiProperty({ enum: BASE_RELATIONS })
  relation: string;
}

export class LineageView {
  @ApiProperty({ type: BaseLinkView, nullable: true })
  base: BaseLinkView | null;

  @ApiProperty({ type: LinkView, nullable: true })
  declaredSuccessor: LinkView | null;

  @ApiProperty({ type: [RelativeView], description: 'Newer, of the same family, kind and function' })
  successors: RelativeView[];

  @ApiProperty({ type: [RelativeView] })
  siblings: RelativeView[];
}

export class UseView {
  @ApiProperty({ format: 'uuid' })
  modelId: string;

  @ApiProperty()
  model: string;

  @ApiProperty()
  lifecycle: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  toolId: string | null;

  @ApiProperty({ type: String, nullable: true })
  tool: string | null;

  @ApiProperty({ type: String, nullable: true })
  purpose: string | null;

  static from(this: void, row: UseRow): UseView {
    return { ...row };
  }
}

/** One release with everything that is known of it. */
export class ReleaseDetailView extends ReleaseView {
  @ApiProperty({ type: [String] })
  aliases: string[];

  @ApiProperty({ type: [FactView] })
  facts: FactView[];

  @ApiProperty({ type: [ConflictView] })
  conflicts: ConflictView[];

  @ApiProperty({ type: [ArtifactView] })
  artifacts: ArtifactView[];

  @ApiProperty({ type: [BenchmarkView] })
  benchmarks: BenchmarkView[];

  @ApiProperty({ type: LineageView })
  lineage: LineageView;

  @ApiProperty({ type: [UseView] })
  usedBy: UseView[];

  @ApiProperty({ type: LicenceConclusionView, nullable: true, description: 'null: nobody concluded it' })
  licenceConclusion: LicenceConclusionView | null;

  @ApiProperty({ type: [String], description: 'Words that sources ask to stand beside their figures' })
  attributions: string[];

  static detailed(this: void, detail: ReleaseDetail, conflicts: readonly FieldConflict[]): ReleaseDetailView {
    const { lineage, conclusion } = detail;
    return {
      ...ReleaseView.from(detail.release),
      aliases: [...detail.aliases],
      facts: detail.facts.map(FactView.from),
      conflicts: conflicts.map(({ field, values }) => ({ field, values: [...values] })),
      artifacts: detail.artifacts.map(ArtifactView.from),
      benchmarks: detail.benchmarks.map(BenchmarkView.from),
      lineage: {
        ...lineage,
        successors: lineage.successors.map(RelativeView.from),
        siblings: lineage.siblings.map(RelativeView.from),
      },
      usedBy: detail.usedBy.map(UseView.from),
      attributions: attributionsOf([
        ...detail.facts,
        ...detail.benchmarks.map((each) => ({ ...each, name: each.benchmark })),
      ]),
      licenceConclusion: conclusion === null ? null : LicenceConclusionView.from(conclusion),
    };
  }
}
