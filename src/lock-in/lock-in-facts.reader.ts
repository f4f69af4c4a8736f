import { isDeepStrictEqual } from 'node:util';
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

type Judged = Pick<LockInFacts, 'alternatives' | 'candidates'>;

/** Loads what a lock-in report reads, in a fixed number of statements. */
@Injectable()
export class LockInFactsReader {
  private kept: { readonly assessment: AssessmentFacts; readonly judged: Judged } | undefined;

  constructor(
    private readonly db: Database,
    private readonly assessments: AssessmentFactsReader,
  ) {}

  /** As the portfolio stood at the moment, with further releases by id. */
  load(at: Date, releaseIds: readonly string[] = []): Promise<LoadedLockIn> {
    return this.completed(at, this.assessments.load({ at, releaseIds }), judge);
  }

  /** The same as things stand now: what has not changed since it was last asked for is neither read nor judged again. */
  latest(now: Date): Promise<LoadedLockIn> {
    const assessed = this.db.transaction((tx) => this.assessments.latest(tx, { at: now }));
    return this.completed(now, assessed, (assessment) => this.judgedBefore(assessment));
  }

  private async completed(
    at: Date,
    assessed: Promise<AssessmentFacts>,
    judgedFrom: (assessment: AssessmentFacts) => Judged,
  ): Promise<LoadedLockIn> {
    const [assessment, mirrors, exits, sources] = await Promise.all([
      assessed,
      this.db.read(MODEL_MIRRORS, [at]),
      this.db.read(TOOL_EXITS, [at]),
      this.db.read(SOURCES, [at]),
    ]);
    const portfolio = portfolioFacts(assessment, mirrors, exits);
    return { assessment, facts: { ...portfolio, ...judgedFrom(assessment), sources } };
  }

  private judgedBefore(assessment: AssessmentFacts): Judged {
    const { kept } = this;
    if (kept !== undefined && sameOnTheDay(kept.assessment, assessment)) return kept.judged;
    const judged = judge(assessment);
    this.kept = { assessment, judged };
    return judged;
  }
}

/** Where each tool could go, and what could replace each model: the dear part of a report. */
function judge(assessment: AssessmentFacts): Judged {
  const world = worldOf(assessment);
  return { alternatives: alternativesOf(world), candidates: newestCandidates(world) };
}

/** Facts that are kept between assessments are the same objects, so this looks at few of them closely. */
const sameOnTheDay = (before: AssessmentFacts, after: AssessmentFacts): boolean =>
  before.now.slice(0, 10) === after.now.slice(0, 10) && isDeepStrictEqual({ ...before, now: after.now }, after);

function portfolioFacts(
  assessment: AssessmentFacts,
  mirrors: readonly ModelMirrorRow[],
  exits: readonly ToolExitRow[],
): Omit<LockInFacts, 'sources' | keyof Judged> {
  const releaseById = new Map(assessment.releases.map((release) => [release.id, release]));
  const vendorNames = vendorNamesOf(assessment.releases);
  const mirror = new Map(mirrors.map((row) => [row.id, row]));
  const exit = new Map(exits.map((row) => [row.id, row]));
  return {
    asOf: assessment.now,
    policy: assessment.policy,
    policyVersion: assessment.policyVersion,
    // What was registered later is no part of the day.
    models: assessment.portfolio.models.flatMap((model) => {
      const [release, row] = [releaseById.get(model.releaseId), mirror.get(model.id)];
      return release === undefined || row === undefined ? [] : [lockInModel(model, release, row, vendorNames)];
    }),
    tools: assessment.portfolio.tools.flatMap((tool) => {
      const row = exit.get(tool.id);
      return row === undefined ? [] : [lockInTool(tool, row)];
    }),
  };
}

/** By slug, of the vendors that have a release of the kinds in use. */
export const vendorNamesOf = (releases: readonly ReleaseFacts[]): ReadonlyMap<string, string> =>
  new Map(releases.map(({ vendor }) => [vendor.slug, vendor.name]));

/** A registered model, or a release as the model that it would become. */
export function lockInModel(
  { id, name, releaseId, lifecycle, hosting }: Pick<ModelFacts, 'id' | 'name' | 'releaseId' | 'lifecycle' | 'hosting'>,
  release: ReleaseFacts,
  mirror: Omit<ModelMirrorRow, 'id'> | undefined,
  vendorNames: ReadonlyMap<string, string>,
): LockInModel {
  const { vendor, family, licenceClass, rootVendorGroup = vendor.group } = release;
  return {
    ...{ id, name, releaseId, lifecycle, hosting, family, licenceClass },
    releaseName: release.displayName,
    releaseDate: release.releaseDate?.date,
    vendorGroup: vendor.group,
    vendorName: mirror?.groupName ?? vendor.name,
    rootVendorGroup,
    rootVendorName: vendorNames.get(rootVendorGroup),
    country: vendor.country,
    weightsMirrored: mirror?.weightsMirrored ?? false,
  };
}

function lockInTool(tool: ToolFacts, exit: ToolExitRow): LockInTool {
  const { id, name, task, materiality, modelId, fallbackModelId, coupling, usage } = tool;
  const fallback =
    fallbackModelId === undefined
      ? undefined
      : { modelId: fallbackModelId, testedAt: exit.fallbackTestedAt ?? undefined };
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
    goldenSetLastRunAt: exit.goldenSetLastRunAt ?? undefined,
    rollbackRehearsedAt: exit.rollbackRehearsedAt ?? undefined,
    switchingEffort: exit.switchingEffort,
  };
}
