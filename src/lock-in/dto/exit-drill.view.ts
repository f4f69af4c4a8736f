import { ApiProperty } from '@nestjs/swagger';
import { MATERIALITIES, SWITCHING_EFFORTS } from '../../portfolio/domain/vocabulary.js';
import type { Materiality, SwitchingEffortKey } from '../../portfolio/domain/vocabulary.js';
import type { ExitDrill } from '../domain/exit-drill.js';
import type { Reported } from '../domain/named-report.js';
import { namesOf } from '../domain/names.js';
import { SHOCK_KINDS } from '../domain/vocabulary.js';
import type { ShockKind } from '../domain/vocabulary.js';
import { NamedView } from './named.view.js';

export class DrilledToolView {
  @ApiProperty({ type: NamedView })
  tool: NamedView;

  @ApiProperty({ enum: MATERIALITIES })
  materiality: Materiality;

  @ApiProperty({ type: NamedView })
  model: NamedView;

  @ApiProperty({ description: 'Hit only because its model is built upon one that vanishes.' })
  byRootOnly: boolean;

  @ApiProperty({ description: 'A fallback that survives was tested within 180 days.' })
  testedFallback: boolean;

  @ApiProperty({ type: Number, nullable: true, description: 'Person-days; null is not estimated.' })
  effortDays: number | null;

  @ApiProperty({ type: [NamedView], description: 'Where it could go, the proven ones if there are any.' })
  nextBest: readonly NamedView[];
}

export class HitByMaterialityView {
  @ApiProperty({ type: 'integer' })
  LOW: number;

  @ApiProperty({ type: 'integer' })
  MEDIUM: number;

  @ApiProperty({ type: 'integer' })
  HIGH: number;
}

export class LongestItemView {
  @ApiProperty({ type: NamedView })
  tool: NamedView;

  @ApiProperty({ enum: SWITCHING_EFFORTS })
  item: SwitchingEffortKey;

  @ApiProperty({ description: 'Person-days.' })
  days: number;
}

export class ExitDrillView {
  @ApiProperty({ enum: SHOCK_KINDS })
  by: ShockKind;

  @ApiProperty({ description: 'What vanishes, in words.' })
  what: string;

  @ApiProperty({ format: 'date-time' })
  asOf: string;

  @ApiProperty({ type: [DrilledToolView] })
  tools: readonly DrilledToolView[];

  @ApiProperty({ type: HitByMaterialityView })
  hitByMateriality: HitByMaterialityView;

  @ApiProperty({ type: [NamedView] })
  modelsHit: readonly NamedView[];

  @ApiProperty({ type: Number, nullable: true, description: '0–1; null where no tool is hit.' })
  shareWithoutTestedFallback: number | null;

  @ApiProperty({ description: 'Person-days of what was estimated.' })
  effortDays: number;

  @ApiProperty({ type: [NamedView] })
  toolsWithoutEstimate: readonly NamedView[];

  @ApiProperty({ type: LongestItemView, nullable: true })
  longestItem: LongestItemView | null;

  static from({ result, facts }: Reported<ExitDrill>): ExitDrillView {
    const names = namesOf(facts);
    const model = (id: string): NamedView => ({ id, name: names.model(id) });
    const tool = (id: string): NamedView => ({ id, name: names.tool(id) });
    const { shock, hitByMateriality, shareWithoutTestedFallback, effortDays, longestItem } = result;
    return Object.assign(new ExitDrillView(), {
      by: shock.by,
      what: names.key(shock.by, shock.key),
      asOf: facts.asOf,
      ...{ hitByMateriality, shareWithoutTestedFallback, effortDays },
      tools: result.tools.map(({ toolId, modelId, nextBest, ...row }) => {
        const { materiality, byRootOnly, testedFallback, effortDays: days } = row;
        const ids = { tool: tool(toolId), model: model(modelId), nextBest: nextBest.map(model) };
        return { ...ids, materiality, byRootOnly, testedFallback, effortDays: days };
      }),
      modelsHit: result.modelsHit.map(model),
      toolsWithoutEstimate: result.toolsWithoutEstimate.map(tool),
      longestItem: longestItem && { tool: tool(longestItem.toolId), item: longestItem.item, days: longestItem.days },
    });
  }
}
