import { Injectable } from '@nestjs/common';
import { groupBy } from '../kernel/group-by.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { BENCHMARKS, RELEASES } from './assessment-facts.sql.js';
import { HAS_WRITTEN, HORIZON, WRITTEN_SINCE } from './seen-until.js';
import type { SeenUntil } from './seen-until.js';
import { withoutNulls } from './without-nulls.js';
import type { BenchmarkFacts, ReleaseFacts } from './domain/facts.js';

export interface ReleasesAtHand {
  readonly releases: readonly ReleaseFacts[];
  readonly benchmarks: readonly BenchmarkFacts[];
}

interface News extends SeenUntil {
  readonly kinds: readonly string[];
  /** Releases of these kinds. */
  readonly count: number;
  /** Vendors and conclusions stand in many releases: their number, and whether one of them has changed. */
  readonly shared: string;
  readonly sharedChanged: boolean;
  readonly changed: readonly string[];
}

const NEWS = statement<News>(
  'release-facts.news',
  `WITH in_use AS (SELECT DISTINCT u.kind FROM model m JOIN release u ON u.id = m.release_id)
   SELECT ${HORIZON} AS horizon,
     ${HAS_WRITTEN} AS "hasWritten",
     ARRAY (SELECT kind FROM in_use WHERE kind IS NOT NULL ORDER BY kind) AS kinds,
     (SELECT count(*)::int FROM release WHERE kind IN (SELECT kind FROM in_use)) AS count,
     (SELECT count(*) FROM vendor) || ' ' || (SELECT count(*) FROM licence_conclusion) AS shared,
     EXISTS (SELECT FROM vendor WHERE ${WRITTEN_SINCE})
       OR EXISTS (SELECT FROM licence_conclusion WHERE ${WRITTEN_SINCE}) AS "sharedChanged",
     ARRAY (SELECT id FROM release WHERE ${WRITTEN_SINCE}
       UNION SELECT release_id FROM artifact WHERE ${WRITTEN_SINCE} AND release_id IS NOT NULL
       UNION SELECT release_id FROM benchmark_result WHERE ${WRITTEN_SINCE} AND release_id IS NOT NULL) AS changed`,
);

const IDS_OF_KINDS = statement<{ id: string }>(
  'release-facts.ids-of-kinds',
  'SELECT id FROM release WHERE kind = ANY ($1::text[])',
);

interface Kept extends Pick<News, 'horizon' | 'kinds' | 'shared'> {
  readonly releases: Map<string, ReleaseFacts>;
  readonly benchmarks: Map<string, readonly BenchmarkFacts[]>;
}

/** Facts about the releases of the kinds in use, kept between assessments: only what was written since is read again. */
@Injectable()
export class ReleaseFactsCache {
  private kept: Kept | undefined;

  /** Releases as they are now, those retired or not yet seen left out unless they are in use; `anew` reads all of them again. */
  async load(
    tx: Tx,
    { inUse, at, anew }: { inUse: readonly string[]; at: Date; anew: boolean },
  ): Promise<ReleasesAtHand> {
    const news = await tx.run(NEWS, [this.kept?.horizon ?? null]).then(([row]) => row);
    if (news === undefined) throw new TypeError('The statement returns one row.');
    const kept =
      (anew || news.hasWritten ? undefined : await this.caughtUp(tx, news, at)) ?? (await allOf(tx, news, at));
    this.kept = news.hasWritten ? undefined : kept;
    const wanted = new Set(inUse);
    const releases = [...kept.releases.values()].filter(
      ({ id, status, firstSeenAt }) =>
        wanted.has(id) || (status !== 'RETIRED' && Date.parse(firstSeenAt) <= at.getTime()),
    );
    return { releases, benchmarks: releases.flatMap(({ id }) => kept.benchmarks.get(id) ?? []) };
  }

  /** What is kept with the changes since; undefined where these do not account for what is stored now. */
  private async caughtUp(tx: Tx, news: News, at: Date): Promise<Kept | undefined> {
    const kept = this.kept;
    if (kept === undefined || news.sharedChanged || kept.shared !== news.shared) return undefined;
    if (kept.kinds.join() !== news.kinds.join()) return undefined;
    const { releases, benchmarks } = await read(tx, news.changed, at);
    for (const id of news.changed) kept.releases.delete(id);
    for (const release of releases)
      if (release.kind !== undefined && news.kinds.includes(release.kind)) kept.releases.set(release.id, release);
    for (const id of news.changed) kept.benchmarks.set(id, benchmarks.get(id) ?? []);
    // Fewer are stored: some are gone, and nothing tells which.
    return kept.releases.size === news.count ? { ...kept, horizon: news.horizon } : undefined;
  }
}

async function allOf(tx: Tx, news: News, at: Date): Promise<Kept> {
  const ids = (await tx.run(IDS_OF_KINDS, [news.kinds])).map(({ id }) => id);
  const { releases, benchmarks } = await read(tx, ids, at);
  const { horizon, kinds, shared } = news;
  return { horizon, kinds, shared, benchmarks, releases: new Map(releases.map((release) => [release.id, release])) };
}

async function read(
  tx: Tx,
  ids: readonly string[],
  at: Date,
): Promise<{ releases: ReleaseFacts[]; benchmarks: Map<string, BenchmarkFacts[]> }> {
  if (ids.length === 0) return { releases: [], benchmarks: new Map() };
  const releases = (await tx.run(RELEASES, [ids, at, true])).map(withoutNulls);
  const results = (await tx.run(BENCHMARKS, [ids])).map(withoutNulls);
  return { releases, benchmarks: groupBy(results, ({ releaseId }) => releaseId) };
}
