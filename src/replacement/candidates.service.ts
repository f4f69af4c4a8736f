import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { AssessmentFactsReader } from './assessment-facts.reader.js';
import { assessRelease, assessTool } from './domain/assess.js';
import type { CandidateAssessment } from './domain/explanation.js';
import type { AssessmentFacts, ReleaseFacts } from './domain/facts.js';
import type { Eligibility } from './domain/vocabulary.js';
import { worldOf } from './domain/world.js';

export interface Candidate extends CandidateAssessment {
  readonly release: ReleaseFacts;
  /** 1 is first in order among all that were assessed for the tool. */
  readonly rank: number;
}

export interface CandidateFilters {
  readonly eligibility?: Eligibility;
  /** Only those that are flagged, or only those that are not. */
  readonly flagged?: boolean;
  readonly q?: string;
  /** A past day (its end, UTC) or moment; now where absent. */
  readonly asOf?: string;
}

/** Assessments that are made when they are asked for, and of which nothing is stored. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly facts: AssessmentFactsReader,
    private readonly clock: Clock,
  ) {}

  /** Every release of the kind in use that is newer or undated, ranked for the tool. Throws `tool-not-found`, `tool-without-model`. */
  async ofTool(toolId: string, request: PageRequest, filters: CandidateFilters): Promise<Page<Candidate>> {
    const facts = await this.facts.load({ at: this.moment(filters.asOf) });
    refuseToolWithoutModel(facts, toolId);
    const world = worldOf(facts);
    const ranked = assessTool(world, toolId).flatMap((assessment, index): Candidate[] => {
      const release = world.releaseById.get(assessment.releaseId);
      return release === undefined ? [] : [{ ...assessment, release, rank: index + 1 }];
    });
    return pageOf(
      ranked.filter((candidate) => matches(candidate, filters)),
      request,
    );
  }

  /** One release for one tool, whatever its age. Throws `tool-not-found`, `tool-without-model`, `release-not-found`. */
  async whatIf(toolId: string, releaseId: string, asOf?: string): Promise<Candidate> {
    const facts = await this.facts.load({ at: this.moment(asOf), releaseIds: [releaseId] });
    refuseToolWithoutModel(facts, toolId);
    const world = worldOf(facts);
    const assessment = assessRelease(world, toolId, releaseId);
    const release = world.releaseById.get(releaseId);
    if (assessment === undefined || release === undefined)
      throw new DomainError('not-found', 'release-not-found', 'There is no release with this id or key.');
    return { ...assessment, release, rank: 0 };
  }

  private moment(asOf: string | undefined): Date {
    const now = this.clock.now();
    if (asOf === undefined) return now;
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(asOf);
    const at = new Date(isDay ? `${asOf}T23:59:59.999Z` : asOf);
    if (isDay && asOf === now.toISOString().slice(0, 10)) return now;
    if (at <= now) return at;
    if (Number.isNaN(at.getTime())) {
      const detail = 'asOf must be a day or a moment, such as 2026-06-30.';
      throw new DomainError('invalid', 'validation-failed', detail, [{ pointer: '/asOf', code: 'invalid', detail }]);
    }
    const detail = 'asOf must not lie in the future.';
    throw new DomainError('invalid', 'validation-failed', detail, [{ pointer: '/asOf', code: 'future', detail }]);
  }
}

function refuseToolWithoutModel({ portfolio }: AssessmentFacts, toolId: string): void {
  const tool = portfolio.tools.find(({ id }) => id === toolId);
  if (tool === undefined) throw new DomainError('not-found', 'tool-not-found', 'There is no tool in use with this id.');
  if (tool.modelId === undefined)
    throw new DomainError(
      'conflict',
      'tool-without-model',
      'No model serves the tool, so there is nothing to replace.',
    );
}

const matches = ({ eligibility, quiet, release }: Candidate, filters: CandidateFilters): boolean =>
  (filters.eligibility === undefined || eligibility === filters.eligibility) &&
  (filters.flagged === undefined || filters.flagged === (quiet === null)) &&
  (filters.q === undefined || `${release.displayName} ${release.key}`.toLowerCase().includes(filters.q.toLowerCase()));

function pageOf(candidates: readonly Candidate[], { limit, after, descending }: PageRequest): Page<Candidate> {
  const ordered = descending ? [...candidates].reverse() : candidates;
  const passed = after === null ? 0 : Number(after[0]);
  const behind = after === null ? ordered : ordered.filter(({ rank }) => (descending ? rank < passed : rank > passed));
  const items = behind.slice(0, limit);
  const last = items.at(-1);
  const more = behind.length > limit && last !== undefined;
  return { items, total: candidates.length, next: more ? [last.rank, last.releaseId] : null };
}
