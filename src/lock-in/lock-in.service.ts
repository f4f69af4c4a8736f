import { Injectable } from '@nestjs/common';
import { ReleasesReader } from '../catalogue/releases.reader.js';
import { VendorsReader } from '../catalogue/vendors.reader.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import type { AssessmentFacts, ModelFacts, ReleaseFacts } from '../replacement/domain/facts.js';
import { assessRelease } from '../replacement/domain/assess.js';
import { worldOf } from '../replacement/domain/world.js';
import { alternativesOf } from './domain/alternatives.js';
import { exitDrill } from './domain/exit-drill.js';
import type { ExitDrill, Shock } from './domain/exit-drill.js';
import type { Reported } from './domain/named-report.js';
import { readableReport } from './domain/readable-report.js';
import type { ReadableReport } from './domain/readable-report.js';
import { lockInReport } from './domain/report.js';
import { whatIf } from './domain/what-if.js';
import type { PlannedSwap, WhatIf } from './domain/what-if.js';
import { LockInFactsReader, lockInModel, vendorNamesOf } from './lock-in-facts.reader.js';
import type { LoadedLockIn } from './lock-in-facts.reader.js';

export interface AskedSwap {
  readonly toolId: string;
  readonly toModelId?: string;
  readonly toReleaseKey?: string;
}

/** Reports are computed when they are asked for, from the portfolio as it stood on the day; only snapshots are stored. */
@Injectable()
export class LockInService {
  constructor(
    private readonly facts: LockInFactsReader,
    private readonly releases: ReleasesReader,
    private readonly vendors: VendorsReader,
    private readonly clock: Clock,
  ) {}

  /** The report as of a moment, by default now. Throws `as-of-in-future`. */
  async report(asOf?: Date): Promise<ReadableReport> {
    const { facts } = await this.factsOf(asOf);
    return readableReport({ facts, result: lockInReport(facts) });
  }

  /** What stops if a vendor group, a country or a licence class is gone tomorrow. Throws `vendor-not-found`. */
  async drill(shock: Shock, asOf?: Date): Promise<Reported<ExitDrill>> {
    // A slip of the pen must not read as “nothing stops”.
    if (shock.by === 'VENDOR') await this.vendors.get(shock.key);
    const { facts } = await this.factsOf(asOf);
    return { facts, result: exitDrill(facts, shock) };
  }

  /** The report before and after a set of swaps. Throws `tool-not-found`, `model-not-found`, `release-not-found`, `tool-swapped-twice`. */
  async whatIf(asked: readonly AskedSwap[]): Promise<Reported<WhatIf>> {
    const targets = await Promise.all(asked.map((swap) => this.targetOf(swap)));
    const loaded = await this.facts.load(
      this.clock.now(),
      targets.flatMap(({ releaseId }) => releaseId ?? []),
    );
    const { facts, assessment } = loaded;
    const newcomers = newcomersOf(assessment, targets);
    const swaps = plannedSwaps(assessment, targets, newcomers);
    const vendorNames = vendorNamesOf(assessment.releases);
    const newModels = newcomers.map(({ model, release }) => lockInModel(model, release, undefined, vendorNames));
    const alternativesAfter = alternativesOf(worldOf(swapped(assessment, swaps, newcomers)));
    const result = whatIf({ facts, swaps, newModels, alternativesAfter });
    return { result, facts: { ...facts, models: [...facts.models, ...newModels] } };
  }

  private factsOf(asOf: Date | undefined): Promise<LoadedLockIn> {
    const now = this.clock.now();
    if (asOf === undefined) return this.facts.latest(now);
    if (asOf > now)
      throw new DomainError('invalid', 'as-of-in-future', 'The day of a report must not lie in the future.', [
        { pointer: '?asOf', code: 'as-of-in-future', detail: 'asOf must not lie in the future.' },
      ]);
    return this.facts.load(asOf);
  }

  private async targetOf(swap: AskedSwap): Promise<Target> {
    const { toolId, toModelId, toReleaseKey } = swap;
    if ((toModelId === undefined) === (toReleaseKey === undefined))
      throw new DomainError('invalid', 'validation-failed', 'Name the target by toModelId or by toReleaseKey.', [
        { pointer: '/swaps', code: 'one-of', detail: 'Each swap names either toModelId or toReleaseKey.' },
      ]);
    if (toReleaseKey === undefined) return { toolId, modelId: toModelId };
    return { toolId, releaseId: await this.releases.resolveKey(toReleaseKey) };
  }
}

interface Target {
  readonly toolId: string;
  readonly modelId?: string;
  readonly releaseId?: string;
}

interface Newcomer {
  readonly model: ModelFacts;
  readonly release: ReleaseFacts;
}

/** Releases that are not registered yet, as the models that they would become in the house. */
function newcomersOf({ releases, portfolio }: AssessmentFacts, targets: readonly Target[]): readonly Newcomer[] {
  const wanted = new Set(targets.flatMap(({ releaseId }) => releaseId ?? []));
  for (const { releaseId } of portfolio.models) wanted.delete(releaseId);
  return releases
    .filter(({ id }) => wanted.has(id))
    .map((release) => ({
      release,
      model: {
        id: release.id,
        name: release.displayName,
        releaseId: release.id,
        lifecycle: 'APPROVED',
        hosting: 'IN_HOUSE',
      },
    }));
}

function plannedSwaps(
  assessment: AssessmentFacts,
  targets: readonly Target[],
  newcomers: readonly Newcomer[],
): readonly PlannedSwap[] {
  const world = worldOf(assessment);
  const models = [...assessment.portfolio.models, ...newcomers.map(({ model }) => model)];
  return targets.map(({ toolId, modelId, releaseId }) => {
    const target = models.find((model) =>
      modelId === undefined ? model.releaseId === releaseId : model.id === modelId,
    );
    if (target === undefined)
      throw new DomainError('not-found', 'model-not-found', 'There is no registered model with this id.');
    const deltaQ = assessRelease(world, toolId, target.releaseId)?.quality.deltaQ ?? null;
    return { toolId, toModelId: target.id, deltaQ };
  });
}

const swapped = (
  assessment: AssessmentFacts,
  swaps: readonly PlannedSwap[],
  newcomers: readonly Newcomer[],
): AssessmentFacts => {
  const target = new Map(swaps.map(({ toolId, toModelId }) => [toolId, toModelId]));
  const { models, tools } = assessment.portfolio;
  return {
    ...assessment,
    portfolio: {
      ...assessment.portfolio,
      models: [...models, ...newcomers.map(({ model }) => model)],
      tools: tools.map((tool) => ({ ...tool, modelId: target.get(tool.id) ?? tool.modelId })),
    },
  };
};
