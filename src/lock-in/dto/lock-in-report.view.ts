import { ApiProperty } from '@nestjs/swagger';
import { MATERIALITIES } from '../../portfolio/domain/vocabulary.js';
import type { Materiality } from '../../portfolio/domain/vocabulary.js';
import type { CatalogueSource } from '../domain/facts.js';
import type { NamedBehind, NamedDrill, NamedSize, NamedTool } from '../domain/named-report.js';
import type { ReadableReport } from '../domain/readable-report.js';
import { EXIT_ITEMS, SHOCK_KINDS, SUBSTITUTABILITIES } from '../domain/vocabulary.js';
import type { ExitItem, ShockKind, Substitutability } from '../domain/vocabulary.js';
import { BasisView } from './basis.view.js';
import { HitByMaterialityView, LongestItemView } from './exit-drill.view.js';
import { NamedView } from './named.view.js';

export class ExitItemView {
  @ApiProperty({ enum: EXIT_ITEMS })
  item: ExitItem;

  @ApiProperty()
  points: number;

  @ApiProperty()
  met: boolean;
}

export class ToolExitView implements NamedTool {
  @ApiProperty({ type: NamedView })
  tool: NamedView;

  @ApiProperty({ type: NamedView })
  model: NamedView;

  @ApiProperty({ enum: MATERIALITIES })
  materiality: Materiality;

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
}

export class ModelBehindView implements NamedBehind {
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

export class PortfolioSizeView implements NamedSize {
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

export class DrillView implements NamedDrill {
  @ApiProperty({ enum: SHOCK_KINDS })
  by: ShockKind;

  @ApiProperty({ example: 'alibaba' })
  key: string;

  @ApiProperty({ example: 'Alibaba' })
  name: string;

  @ApiProperty({ type: 'integer', description: 'Tools that would stop without it.' })
  tools: number;

  @ApiProperty({ type: HitByMaterialityView })
  hitByMateriality: HitByMaterialityView;

  @ApiProperty({ type: 'integer' })
  withoutTestedFallback: number;

  @ApiProperty({ description: 'Person-days to leave it, as far as they were estimated.' })
  effortDays: number;

  @ApiProperty({ type: 'integer' })
  toolsWithoutEstimate: number;

  @ApiProperty({ type: LongestItemView, nullable: true })
  longestItem: LongestItemView | null;
}

export class ReportScopeView {
  @ApiProperty({ type: 'integer' })
  tools: number;

  @ApiProperty({ type: 'integer', description: 'Models that serve a tool.' })
  models: number;

  @ApiProperty({ type: 'integer', description: 'Vendor groups, looking through to base models.' })
  vendors: number;
}

export class CatalogueSourceView implements CatalogueSource {
  @ApiProperty({ example: 'huggingface' })
  name: string;

  @ApiProperty({ type: 'integer', description: 'Facts about registered models that it gave.' })
  facts: number;

  @ApiProperty({ format: 'date-time', description: 'When its latest was observed.' })
  latest: string;
}

export class LockInReportView implements ReadableReport {
  @ApiProperty({ format: 'date-time' })
  asOf: string;

  @ApiProperty({ type: 'integer' })
  policyVersion: number;

  @ApiProperty({ type: ReportScopeView })
  scope: ReportScopeView;

  @ApiProperty({ type: [String], description: 'The report in plain sentences, made from its figures.' })
  summary: readonly string[];

  @ApiProperty({ type: [BasisView], description: 'Materiality first.' })
  bases: readonly BasisView[];

  @ApiProperty({ type: [ToolExitView] })
  tools: readonly ToolExitView[];

  @ApiProperty({ type: [ModelBehindView] })
  behind: readonly ModelBehindView[];

  @ApiProperty({ type: PortfolioSizeView })
  size: PortfolioSizeView;

  @ApiProperty({ type: [NamedView] })
  toolsWithoutFallback: readonly NamedView[];

  @ApiProperty({
    type: [DrillView],
    description: 'What would stop without each vendor group, country and licence class, the heaviest of each first.',
  })
  drills: readonly DrillView[];

  @ApiProperty({ type: [CatalogueSourceView], description: 'Where facts about registered models come from.' })
  sources: readonly CatalogueSourceView[];

  static from(report: ReadableReport): LockInReportView {
    return Object.assign(new LockInReportView(), report);
  }
}
