import { Injectable } from '@nestjs/common';
import { groupBy } from '../kernel/group-by.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { BENCHMARKS, RELEASES } from './assessment-facts.sql.js';
import { hasWritten, HORIZON, WRITTEN_SINCE } from './seen-until.js';
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
     ${hasWritten('release', 'artifact', 'benchmark_result', 'vendor', 'licence_conclusion')} AS "hasWritten",
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

/** Never changed in place: assessments run side by side. */
interface Kept extends Pick<News, 'horizon' | 'kinds' | 'shared'> {
  readonly releases: ReadonlyMap<string, ReleaseFacts>;
  readonly benchmarks: ReadonlyMap<string, readonly BenchmarkFacts[]>;
}

interface Wanted {
  /** Releases in use and others that must be there, whatever their kind and state. */
  readonly ids: readonly string[];
  readonly at: Date;
  readonly anew: boolean;
}

/** Facts about the releases of the kinds in use, kept between assessments: only what was written since is read again. */
@Injectable()
export class ReleaseFactsCache {
  private kept: Kept | undefined;

  /** Releases as they are now, those retired or not yet seen left out unless they are named; `anew` reads all of them again. */
  async load(tx: Tx, { ids, at, anew }: Wanted): Promise<ReleasesAtHand> {
    const before = this.kept;
    const news = await tx.run(NEWS, [before?.horizon ?? null]).then(([row]) => row);
    if (news === undefined) throw new TypeError('The statement returns one row.');
    const known =
      (anew || before === undefined ? undefined : await caughtUp(tx, before, news, at)) ?? (await allOf(tx, news, at));
    // What the transaction itself has written may yet be undone: it is seen here and not kept.
    if (!news.hasWritten) this.kept = known;
    const named = new Set(ids);
    const others = await read(
      tx,
      ids.filter((id) => !known.releases.has(id)),
      at,
    );
    const current = [...known.releases.values()].filter(
      ({ id, status, firstSeenAt }) =>
        named.has(id) || (status !== 'RETIRED' && Date.parse(firstSeenAt) <= at.getTime()),
    );
    const releases = [...current, ...others.releases];
    const benchmarks = releases.flatMap(({ id }) => known.benchmarks.get(id) ?? others.benchmarks.get(id) ?? []);
    return { releases, benchmarks };
  }
}

/** What is kept with the changes since; undefined where these do not account for what is stored now. */
async function caughtUp(tx: Tx, kept: Kept, news: News, at: Date): Promise<Kept | undefined> {
  if (news.sharedChanged || kept.shared !== news.shared || kept.kinds.join() !== news.kinds.join()) return undefined;
  const caught = await changesIn(tx, kept, news, at);
  // Fewer are stored: some are gone, and nothing tells which.
  return caught.releases.size === news.count ? { ...kept, ...caught, horizon: news.horizon } : undefined;
}

async function changesIn(
  tx: Tx,
  kept: Kept,
  { changed, kinds }: News,
  at: Date,
): Promise<Pick<Kept, 'releases' | 'benchmarks'>> {
  if (changed.length === 0) return kept;
  const [releases, benchmarks] = [new Map(kept.releases), new Map(kept.benchmarks)];
  const found = await read(tx, changed, at);
  for (const id of changed) {
    releases.delete(id);
    benchmarks.set(id, found.benchmarks.get(id) ?? []);
  }
  for (const release of found.releases)
    if (release.kind !== undefined && kinds.includes(release.kind)) releases.set(release.id, release);
  return { releases, benchmarks };
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
