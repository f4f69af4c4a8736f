import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { AssessmentFactsReader } from '../replacement/assessment-facts.reader.js';
import type { AssessmentFacts, ModelFacts, ReleaseFacts, ToolFacts } from '../replacement/domain/facts.js';
import { worldOf } from '../replacement/domain/world.js';
import { alternativesOf } from './domain/alternatives.js';
import type { LockInFacts, LockInModel, LockInTool } from './domain/facts.js';
import { newestCandidates } from './domain/newest-candidate.js';
import { MODEL_MIRRORS, SOURCES, TOOL_EXITS } from './lock-in-facts.sql.js';
import type { ModelMirrorRow, ToolExitRow } from './lock-in-facts.sql.js';

export interface LoadedLockIn {
  readonly facts: LockInFacts;
  /** What the gates and quality of alternatives were judged on. */
  readonly assessment: AssessmentFacts;
}

/** Loads what a lock-in report reads, in a fixed number of statements. */
@Injectable()
export class LockInFactsReader {
  constructor(
    private readonly db: Database,
    private readonly assessments: AssessmentFactsReader,
  ) {}

  /** As the portfolio stood at the moment, with further releases by id. */
  load(at: Date, releaseIds: readonly string[] = []): Promise<LoadedLockIn> {
    return this.completed(at, this.assessments.load({ at, releaseIds }));
  }

  /** The same as things stand now: facts that have not changed since they were last asked for are not read again. */
  latest(now: Date): Promise<LoadedLockIn> {
    return this.completed(
      now,
      this.db.transaction((tx) => this.assessments.latest(tx, now, false)),
    );
  }

  private async completed(at: Date, assessed: Promise<AssessmentFacts>): Promise<LoadedLockIn> {
    const [assessment, mirrors, exits, sources] = await Promise.all([
      assessed,
      this.db.read(MODEL_MIRRORS, []),
      this.db.read(TOOL_EXITS, [at]),
      this.db.read(SOURCES, [at]),
    ]);
    return { assessment, facts: { ...lockInFacts(assessment, mirrors, exits), sources } };
  }
}

/** Puts together what a report reads from rows as they are stored. */
export function lockInFacts(
  assessment: AssessmentFacts,
  mirrors: readonly ModelMirrorRow[],
  exits: readonly ToolExitRow[],
): Omit<LockInFacts, 'sources'> {
  const world = worldOf(assessment);
  const mirror = new Map(mirrors.map((row) => [row.id, row]));
  const exit = new Map(exits.map((row) => [row.id, row]));
  return {
    asOf: assessment.now,
    policy: assessment.policy,
    policyVersion: assessment.policyVersion,
    models: assessment.portfolio.models.flatMap((model) => {
      const release = world.releaseById.get(model.releaseId);
      return release === undefined ? [] : [lockInModel(model, release, mirror.get(model.id))];
    }),
    tools: assessment.portfolio.tools.map((tool) => lockInTool(tool, exit.get(tool.id))),
    alternatives: alternativesOf(world),
    candidates: newestCandidates(world),
  };
}

/** A registered model, or a release as the model that it would become. */
export function lockInModel(
  { id, name, releaseId, lifecycle, hosting }: Pick<ModelFacts, 'id' | 'name' | 'releaseId' | 'lifecycle' | 'hosting'>,
  release: ReleaseFacts,
  mirror: Omit<ModelMirrorRow, 'id'> | undefined,
): LockInModel {
  const { vendor, family, licenceClass } = release;
  return {
    ...{ id, name, releaseId, lifecycle, hosting, family, licenceClass },
    releaseName: release.displayName,
    releaseDate: release.releaseDate?.date,
    vendorGroup: vendor.group,
    vendorName: mirror?.groupName ?? vendor.name,
    rootVendorGroup: release.rootVendorGroup ?? vendor.group,
    country: vendor.country,
    weightsMirrored: mirror?.weightsMirrored ?? false,
  };
}

function lockInTool(tool: ToolFacts, exit: ToolExitRow | undefined): LockInTool {
  const { id, name, task, materiality, modelId, fallbackModelId, coupling, usage } = tool;
  const fallback =
    fallbackModelId === undefined
      ? undefined
      : { modelId: fallbackModelId, testedAt: exit?.fallbackTestedAt ?? undefined };
  return {
    id,
    name,
    task,
    materiality,
    modelId,
    fallback,
    tokensPerMonth: usage.tokensPerMonth,
    interface: coupling.interface,
    promptsVersioned: coupling.promptsVersioned,
    goldenSetLastRunAt: exit?.goldenSetLastRunAt ?? undefined,
    rollbackRehearsedAt: exit?.rollbackRehearsedAt ?? undefined,
    switchingEffort: exit?.switchingEffort ?? {},
  };
}
