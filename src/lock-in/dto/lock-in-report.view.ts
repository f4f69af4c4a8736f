import { ApiProperty } from '@nestjs/swagger';
import type { BasisReport, LockInReport, ToolReport } from '../domain/report.js';
import { BASES, DIMENSIONS, EXIT_ITEMS, SUBSTITUTABILITIES } from '../domain/vocabulary.js';
import type { Basis, Dimension, ExitItem, Substitutability } from '../domain/vocabulary.js';
import type { Reported } from '../lock-in.service.js';
import { namesOf } from '../names.js';
import type { Names } from '../names.js';
import { DimensionView } from './concentration.view.js';

const PARTS = ['concentration', 'substitutability', 'exitReadiness'] as const;

export class NamedView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

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

export class BasisView {
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

  static from({ basis, index, dimensions, ...rest }: BasisReport, names: Names): BasisView {
    const { substitutability, undeterminedShare, exitReadiness, toolsWithoutWeight } = rest;
    return Object.assign(new BasisView(), {
      ...{ basis, index, substitutability, undeterminedShare, exitReadiness },
      toolsWithoutWeight: toolsWithoutWeight.map((id) => ({ id, name: names.tool(id) })),
      dimensions: dimensions.map((dimension) => DimensionView.from(dimension, names.key)),
    });
  }
}

export class ExitItemView {
  @ApiProperty({ enum: EXIT_ITEMS })
  item: ExitItem;

  @ApiProperty()
  points: number;

  @ApiProperty()
  met: boolean;
}

export class ToolExitView {
  @ApiProperty({ type: NamedView })
  tool: NamedView;

  @ApiProperty({ type: NamedView })
  model: NamedView;

  @ApiProperty({ description: 'On the materiality basis.' })
  weight: number;

  @ApiProperty({ enum: SUBSTITUTABILITIES })
  substitutability: Substitutability;

  @ApiProperty({ description: 'Why it is of this class.' })
  sentence: string;

  @ApiProperty({ type: [NamedView], description: 'Registered models of other vendors that are proven for the tool.' })
  alternatives: readonly NamedView[];

  @ApiProperty({ type: [NamedView], description: 'Those that pass the gates, their quality not known.' })
  potential: readonly NamedView[];

  @ApiProperty({ type: [NamedView], description: 'Those that only unknown facts keep back.' })
  unknown: readonly NamedView[];

  @ApiProperty({ type: String, nullable: true })
  testedAt: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Person-days to switch; null is not estimated.' })
  effortDays: number | null;

  @ApiProperty({ description: '0–100.' })
  exitReadiness: number;

  @ApiProperty({ type: [ExitItemView] })
  exitItems: readonly ExitItemView[];

  static from(
    { toolId, toolName, modelId, weight, substitutability, exitReadiness }: ToolReport,
    names: Names,
  ): ToolExitView {
    const named = (ids: readonly string[]): NamedView[] => ids.map((id) => ({ id, name: names.model(id) }));
    const { alternatives, potential, unknown, testedAt, effortDays, sentence } = substitutability;
    return Object.assign(new ToolExitView(), {
      ...{ tool: { id: toolId, name: toolName }, model: { id: modelId, name: names.model(modelId) }, weight },
      ...{ substitutability: substitutability.class, sentence, testedAt, effortDays },
      ...{ alternatives: named(alternatives), potential: named(potential), unknown: named(unknown) },
      ...{ exitReadiness: exitReadiness.points, exitItems: exitReadiness.items },
    });
  }
}

export class BehindView {
  @ApiProperty({ type: NamedView })
  model: NamedView;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Days between its release and the newest eligible candidate’s.',
  })
  days: number | null;

  @ApiProperty({ type: NamedView, nullable: true })
  newest: NamedView | null;
}

export class ToolsPerModelView {
  @ApiProperty({ type: NamedView })
  model: NamedView;

  @ApiProperty({ type: 'integer' })
  tools: number;
}

export class PortfolioSizeView {
  @ApiProperty({ type: 'integer' })
  modelsInUse: number;

  @ApiProperty({ type: 'integer' })
  target: number;

  @ApiProperty({ type: [NamedView] })
  modelsWithoutTools: readonly NamedView[];

  @ApiProperty({ type: [ToolsPerModelView] })
  toolsPerModel: readonly ToolsPerModelView[];

  @ApiProperty({ type: [NamedView] })
  toolsWithoutModel: readonly NamedView[];
}

export class LockInReportView {
  @ApiProperty({ format: 'date-time' })
  asOf: string;

  @ApiProperty({ type: 'integer' })
  policyVersion: number;

  @ApiProperty({ type: [BasisView], description: 'Materiality first.' })
  bases: readonly BasisView[];

  @ApiProperty({ type: [ToolExitView] })
  tools: readonly ToolExitView[];

  @ApiProperty({ type: [BehindView] })
  behind: readonly BehindView[];

  @ApiProperty({ type: PortfolioSizeView })
  size: PortfolioSizeView;

  @ApiProperty({ type: [NamedView] })
  toolsWithoutFallback: readonly NamedView[];

  static from({ result, facts }: Reported<LockInReport>): LockInReportView {
    const names = namesOf(facts);
    const model = (id: string): NamedView => ({ id, name: names.model(id) });
    const tool = (id: string): NamedView => ({ id, name: names.tool(id) });
    const { modelsWithoutTools, toolsPerModel, toolsWithoutModel, ...size } = result.size;
    return Object.assign(new LockInReportView(), {
      asOf: result.asOf,
      policyVersion: result.policyVersion,
      bases: result.bases.map((basis) => BasisView.from(basis, names)),
      tools: result.tools.map((row) => ToolExitView.from(row, names)),
      behind: result.behind.map(({ modelId, days, newest }) => ({
        ...{ model: model(modelId), days },
        newest: newest && { id: newest.releaseId, name: newest.releaseName },
      })),
      size: {
        ...size,
        modelsWithoutTools: modelsWithoutTools.map(model),
        toolsWithoutModel: toolsWithoutModel.map(tool),
        toolsPerModel: toolsPerModel.map(({ modelId, tools }) => ({ model: model(modelId), tools })),
      },
      toolsWithoutFallback: result.toolsWithoutFallback.map(tool),
    });
  }
}
