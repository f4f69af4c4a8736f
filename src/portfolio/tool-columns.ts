import { invalidField, refuseFutureDays } from './constraint-errors.js';
import { patched } from './merge-patch.js';
import type { MergePatch, NewTool, ToolFields } from './portfolio.types.js';
import type { ToolEntity } from './tool.entity.js';

export type ToolColumns = Pick<
  ToolEntity,
  | 'name'
  | 'description'
  | 'ownerTeam'
  | 'ownerId'
  | 'businessUnit'
  | 'task'
  | 'impact'
  | 'complexity'
  | 'reliance'
  | 'dataClass'
  | 'minContextTokens'
  | 'languages'
  | 'capabilities'
  | 'inputModalities'
  | 'coupling'
  | 'goldenSet'
  | 'usage'
  | 'switchingEffort'
>;

/** The fields of a tool as columns; what a new tool leaves out requires nothing and claims nothing. */
export function columnsOf(tool: NewTool, ownerId: string): ToolColumns {
  const { name, ownerTeam, businessUnit, task, dataClass, coupling, materiality, requirements } = tool;
  const { impact, complexity, reliance } = materiality;
  return {
    ...{ name, ownerTeam, businessUnit, task, dataClass, coupling, impact, complexity, reliance },
    description: tool.description ?? '',
    ownerId: tool.ownerId ?? ownerId,
    minContextTokens: requirements?.minContextTokens ?? null,
    languages: [...(requirements?.languages ?? [])],
    capabilities: [...(requirements?.capabilities ?? [])],
    inputModalities: [...(requirements?.inputModalities ?? ['TEXT'])],
    goldenSet: tool.goldenSet ?? { exists: false },
    usage: tool.usage ?? {},
    switchingEffort: tool.switchingEffort ?? {},
  };
}

/** The fields of a stored tool, as callers know them. */
export function fieldsOf(tool: ToolColumns): ToolFields & { readonly ownerId: string } {
  const { name, description, ownerTeam, ownerId, businessUnit, task, dataClass } = tool;
  const { impact, complexity, reliance, languages, capabilities, inputModalities, minContextTokens } = tool;
  const { coupling, goldenSet, usage, switchingEffort } = tool;
  return {
    ...{
      name,
      description,
      ownerTeam,
      ownerId,
      businessUnit,
      task,
      dataClass,
      coupling,
      goldenSet,
      usage,
      switchingEffort,
    },
    materiality: { impact, complexity, reliance },
    requirements: { languages, capabilities, inputModalities, ...(minContextTokens !== null && { minContextTokens }) },
  };
}

/** The columns after a merge patch; null clears. */
export function patchedColumns(tool: ToolColumns, patch: MergePatch<ToolFields>): ToolColumns {
  return columnsOf(patched<ToolFields>(fieldsOf(tool), patch), tool.ownerId);
}

/** Refuses runs and rehearsals that are still to come, and the run of a golden set that does not exist. */
export function refuseImpossibleWork({ goldenSet, coupling }: ToolColumns, now: Date): void {
  const detail = 'is the day of a run, and there is no golden set';
  if (!goldenSet.exists && goldenSet.lastRunAt !== undefined)
    throw invalidField({ pointer: '/goldenSet/lastRunAt', code: 'golden-set-missing', detail });
  refuseFutureDays(
    { '/goldenSet/lastRunAt': goldenSet.lastRunAt, '/coupling/rollbackRehearsedOn': coupling.rollbackRehearsedOn },
    now,
  );
}
