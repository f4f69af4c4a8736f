import { DomainError } from '../../kernel/domain-error.js';
import type { AlternativesByTool, LockInFacts, LockInModel } from './facts.js';
import { lockInReport } from './report.js';
import type { BasisReport, LockInReport } from './report.js';
import type { Dimension, LimitStatus } from './vocabulary.js';

/** One tool moved to another model; deltaQ is what is known of the change of quality, in profile points. */
export interface PlannedSwap {
  readonly toolId: string;
  readonly toModelId: string;
  readonly deltaQ: number | null;
}

export interface WhatIfSubject {
  readonly facts: LockInFacts;
  readonly swaps: readonly PlannedSwap[];
  /** Releases that are not registered yet, as the models they would become. */
  readonly newModels: readonly LockInModel[];
  /** Alternatives as they stand after the swaps; those of before know quality against the models left behind. */
  readonly alternativesAfter: AlternativesByTool;
}

export interface LimitChange {
  readonly dimension: Dimension;
  readonly before: LimitStatus;
  readonly after: LimitStatus;
}

export interface WhatIf {
  readonly before: LockInReport;
  readonly after: LockInReport;
  /** Change of the index on the materiality basis; null where either could not be judged. */
  readonly indexChange: number | null;
  /** Dimensions whose limit status changes, on the materiality basis. */
  readonly limitChanges: readonly LimitChange[];
  readonly qualityChanges: readonly PlannedSwap[];
  /** Mean of the known changes; null where none is known. */
  readonly meanQualityChange: number | null;
  readonly swapsWithUnknownQuality: number;
}

/** The report before and after a set of swaps, with the known change of quality beside it. */
export function whatIf(subject: WhatIfSubject): WhatIf {
  const before = lockInReport(subject.facts);
  const after = lockInReport({ ...applySwaps(subject), alternatives: subject.alternativesAfter });
  const known = subject.swaps.flatMap(({ deltaQ }) => deltaQ ?? []);
  return {
    ...{ before, after },
    indexChange: indexChange(before, after),
    limitChanges: limitChanges(before, after),
    qualityChanges: subject.swaps,
    meanQualityChange: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length,
    swapsWithUnknownQuality: subject.swaps.length - known.length,
  };
}

/** The portfolio with the tools moved; a fallback that becomes the primary is no fallback any more. */
export function applySwaps({ facts, swaps, newModels }: Omit<WhatIfSubject, 'alternativesAfter'>): LockInFacts {
  const models = [...facts.models, ...newModels];
  const modelIds = new Set(models.map(({ id }) => id));
  const target = new Map(swaps.map(({ toolId, toModelId }) => [toolId, toModelId]));
  refuseUnknown(facts, swaps, modelIds, target);
  const tools = facts.tools.map((tool) => {
    const modelId = target.get(tool.id);
    if (modelId === undefined) return tool;
    const { fallback, ...rest } = tool;
    return fallback === undefined || fallback.modelId === modelId
      ? { ...rest, modelId }
      : { ...rest, fallback, modelId };
  });
  return { ...facts, models, tools };
}

function refuseUnknown(
  { tools }: LockInFacts,
  swaps: readonly PlannedSwap[],
  modelIds: ReadonlySet<string>,
  target: ReadonlyMap<string, string>,
): void {
  if (target.size !== swaps.length)
    throw new DomainError('invalid', 'tool-swapped-twice', 'A tool can be swapped only once in a what-if.');
  const toolIds = new Set(tools.map(({ id }) => id));
  for (const { toolId, toModelId } of swaps) {
    if (!toolIds.has(toolId)) throw new DomainError('not-found', 'tool-not-found', `There is no tool ${toolId}.`);
    if (!modelIds.has(toModelId))
      throw new DomainError('not-found', 'model-not-found', `There is no model ${toModelId}.`);
  }
}

const materiality = ({ bases }: LockInReport): BasisReport | undefined =>
  bases.find(({ basis }) => basis === 'MATERIALITY');

function indexChange(before: LockInReport, after: LockInReport): number | null {
  const [from, to] = [materiality(before)?.index.index ?? null, materiality(after)?.index.index ?? null];
  return from === null || to === null ? null : to - from;
}

function limitChanges(before: LockInReport, after: LockInReport): readonly LimitChange[] {
  const now = materiality(after)?.dimensions ?? [];
  return (materiality(before)?.dimensions ?? []).flatMap(({ dimension, status }) => {
    const then = now.find((each) => each.dimension === dimension)?.status ?? status;
    return then === status ? [] : [{ dimension, before: status, after: then }];
  });
}
