import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { AssessmentFactsReader } from './assessment-facts.reader.js';
import { gatesOfCandidates, informationGaps, type InformationGap } from './domain/data-quality.js';
import type { ReleaseFacts } from './domain/facts.js';
import { worldOf } from './domain/world.js';

export interface RankedGap extends InformationGap {
  readonly release: ReleaseFacts;
  readonly tools: readonly { readonly id: string; readonly name: string }[];
  /** 1 is the most useful to find out. */
  readonly rank: number;
}

export interface GapFilters {
  readonly fact?: string;
  readonly q?: string;
}

/** Which unknown facts keep which candidates from being judged; found anew with every question. */
@Injectable()
export class DataQualityService {
  constructor(
    private readonly facts: AssessmentFactsReader,
    private readonly clock: Clock,
  ) {}

  async gaps({ limit, after, descending }: PageRequest, { fact, q }: GapFilters): Promise<Page<RankedGap>> {
    const facts = await this.facts.load({ at: this.clock.now() });
    const world = worldOf(facts);
    const toolById = new Map(facts.portfolio.tools.map(({ id, name }) => [id, { id, name }]));
    const ranked = informationGaps(gatesOfCandidates(world)).flatMap((gap, index): RankedGap[] => {
      const release = world.releaseById.get(gap.releaseId);
      const tools = gap.toolIds.flatMap((id) => toolById.get(id) ?? []);
      return release === undefined ? [] : [{ ...gap, release, tools, rank: index + 1 }];
    });
    const words = q?.toLowerCase() ?? '';
    const asked = ranked.filter(
      (gap) =>
        (fact === undefined || gap.fact === fact) &&
        `${gap.release.displayName} ${gap.release.key}`.toLowerCase().includes(words),
    );
    const ordered = descending ? asked.reverse() : asked;
    const start = after === null ? 0 : ordered.findIndex(({ rank }) => rank === Number(after[0])) + 1;
    const items = ordered.slice(start, start + limit);
    const last = items.at(-1);
    const hasMore = start + limit < ordered.length && last !== undefined;
    return { items, total: ordered.length, next: hasMore ? [last.rank, last.releaseId] : null };
  }
}
