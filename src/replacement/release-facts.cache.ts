import { Injectable } from '@nestjs/common';
import { groupBy } from '../kernel/group-by.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { BENCHMARKS, RELEASES } from './assessment-facts.sql.js';
import { hasWritten, HORIZON, SERVER, WRITTEN_SINCE } from './seen-until.js';
import type { SeenUntil } from './seen-until.js';
import { withoutNulls } from './without-nulls.js';
import type { BenchmarkFacts, ReleaseFacts } from './domain/facts.js';

export interface ReleasesAtHand {
  readonly releases: readonly ReleaseFacts[];
  readonly benchmarks: readonly BenchmarkFacts[];
}

interface News extends SeenUntil {
  readonly kinds: readonly string[];
  /** How many releases, artifacts and results there are: a row that is gone leaves no other trace. */
  readonly rows: string;
  /** Vendors and conclusions stand in many releases: their number, and whether one of them has changed. */
  readonly shared: string;
  readonly sharedChanged: boolean;
  readonly changed: readonly string[];
}

/** One scan of a table: how many rows belong to a release, and the releases of those that were written since. */
const scanned = (table: string, releaseId: string): string =>
  `scanned_${table} AS (SELECT count(${releaseId}), array_agg(${releaseId}) FILTER (WHERE ${WRITTEN_SINCE} AND ${releaseId} IS NOT NULL) AS ids FROM ${table})`;

const NEWS = statement<News>(
  'release-facts.news',
  `WITH in_use AS (SELECT DISTINCT u.kind FROM model m JOIN release u ON u.id = m.release_id),
     ${scanned('release', 'id')}, ${scanned('artifact', 'release_id')}, ${scanned('benchmark_result', 'release_id')}
   SELECT ${HORIZON} AS horizon, ${SERVER} AS server,
     ${hasWritten('release', 'artifact', 'benchmark_result', 'vendor', 'licence_conclusion')} AS "hasWritten",
     ARRAY (SELECT kind FROM in_use WHERE kind IS NOT NULL ORDER BY kind) AS kinds,
     concat_ws(' ', r.count, a.count, b.count) AS rows,
     (SELECT count(*) FROM vendor) || ' ' || (SELECT count(*) FROM licence_conclusion) AS shared,
     EXISTS (SELECT FROM vendor WHERE ${WRITTEN_SINCE})
       OR EXISTS (SELECT FROM licence_conclusion WHERE ${WRITTEN_SINCE}
         OR concluded_at > least($2::timestamptz, $3) AND concluded_at <= greatest($2::timestamptz, $3)) AS "sharedChanged",
     ARRAY (SELECT DISTINCT unnest(r.ids || a.ids || b.ids)) AS changed
   FROM scanned_release r, scanned_artifact a, scanned_benchmark_result b`,
);

/** How many releases of these kinds there are, and how many artifacts and results of theirs. */
const STORED = statement<{ stored: string }>(
  'release-facts.stored',
  `SELECT concat_ws(' ', (SELECT count(*) FROM release WHERE kind = ANY ($1::text[])),
     (SELECT count(*) FROM artifact a JOIN release r ON r.id = a.release_id WHERE r.kind = ANY ($1::text[])),
     (SELECT count(*) FROM benchmark_result b JOIN release r ON r.id = b.release_id WHERE r.kind = ANY ($1::text[]))) AS stored`,
);

const IDS_OF_KINDS = statement<{ id: string }>(
  'release-facts.ids-of-kinds',
  'SELECT id FROM release WHERE kind = ANY ($1::text[])',
);

interface Known {
  readonly releases: ReadonlyMap<string, ReleaseFacts>;
  readonly benchmarks: ReadonlyMap<string, readonly BenchmarkFacts[]>;
}

interface Writable {
  readonly releases: Map<string, ReleaseFacts>;
  readonly benchmarks: Map<string, readonly BenchmarkFacts[]>;
}

/** Never changed in place: assessments run side by side. */
interface Kept extends Known, Pick<News, 'horizon' | 'server' | 'kinds' | 'rows' | 'shared'> {
  /** Conclusions count from their own moment on. */
  readonly at: Date;
}

/** What counts from one moment until the next at which a release is first seen. */
interface Current extends ReleasesAtHand {
  readonly all: Known['releases'];
  readonly ids: ReadonlySet<string>;
  readonly from: number;
  readonly until: number;
}

interface Wanted {
  /** Releases in use and others that must be there, whatever their kind and state; awaited only once the news are asked for. */
  readonly ids: Promise<readonly string[]>;
  readonly at: Date;
  readonly anew: boolean;
}

/** Facts about the releases of the kinds in use, kept between assessments: only what was written since is read again. */
@Injectable()
export class ReleaseFactsCache {
  private kept: Kept | undefined;
  private current: Current | undefined;

  /** Releases as they are now, those retired or not yet seen left out unless they are named; `anew` reads all of them again. */
  async load(tx: Tx, { ids: wanted, at, anew }: Wanted): Promise<ReleasesAtHand> {
    const before = this.kept;
    const [[news], ids] = await Promise.all([tx.run(NEWS, [before?.horizon ?? null, before?.at ?? at, at]), wanted]);
    if (news === undefined) throw new TypeError('The statement returns one row.');
    const known =
      (anew || before === undefined ? undefined : await caughtUp(tx, before, news, at)) ?? (await allOf(tx, news, at));
    // What the transaction itself has written may yet be undone: it is seen here and not kept.
    if (!news.hasWritten) this.kept = known;
    const current = this.currentOf(known, at);
    const missing = ids.filter((id) => !current.ids.has(id));
    if (missing.length === 0) return current;
    const strange = missing.filter((id) => !known.releases.has(id));
    const others = await read(tx, strange, at);
    const retired = missing.flatMap((id) => known.releases.get(id) ?? []);
    const named = [...new Set(retired), ...others.releases.values()];
    const benchmarks = named.flatMap(({ id }) => others.benchmarks.get(id) ?? known.benchmarks.get(id) ?? []);
    return { releases: [...current.releases, ...named], benchmarks: [...current.benchmarks, ...benchmarks] };
  }

  /** What counts at the moment; the same lists again while nothing changes, so that they are indexed once. */
  private currentOf({ releases: all, benchmarks: results }: Known, at: Date): Current {
    const last = this.current;
    if (last?.all === all && last.from <= at.getTime() && at.getTime() < last.until) return last;
    const now = at.getTime();
    const counts = ({ status, firstSeenAt }: ReleaseFacts): boolean =>
      status !== 'RETIRED' && Date.parse(firstSeenAt) <= now;
    const releases = [...all.values()].filter(counts);
    const moments = [...all.values()].map(({ firstSeenAt }) => Date.parse(firstSeenAt));
    this.current = {
      ...{ all, releases, ids: new Set(releases.map(({ id }) => id)) },
      benchmarks: releases.flatMap(({ id }) => results.get(id) ?? []),
      from: moments.reduce((latest, moment) => (moment <= now ? Math.max(latest, moment) : latest), -Infinity),
      until: moments.reduce((next, moment) => (moment > now ? Math.min(next, moment) : next), Infinity),
    };
    return this.current;
  }
}

/** What is kept with the changes since; undefined where these do not account for what is stored now. */
async function caughtUp(tx: Tx, kept: Kept, news: News, at: Date): Promise<Kept | undefined> {
  if (news.sharedChanged || kept.server !== news.server || kept.shared !== news.shared) return undefined;
  if (kept.kinds.join() !== news.kinds.join()) return undefined;
  const { horizon, rows, changed, kinds } = news;
  if (changed.length === 0) return kept.rows === rows ? { ...kept, horizon, at } : undefined;
  const next = { ...kept, ...(await changesIn(tx, kept, news, at)), horizon, rows, at };
  // A row that has left a release is told of the other one alone, or of none.
  const [found] = await tx.run(STORED, [kinds]);
  return storedOf(next) === found?.stored ? next : undefined;
}

/** How many releases, artifacts and results are kept, as STORED counts them. */
function storedOf({ releases, benchmarks }: Known): string {
  let [artifacts, results] = [0, 0];
  for (const release of releases.values()) {
    artifacts += release.artifacts.length;
    results += benchmarks.get(release.id)?.length ?? 0;
  }
  return [releases.size, artifacts, results].join(' ');
}

async function changesIn(tx: Tx, kept: Kept, { changed, kinds }: News, at: Date): Promise<Known> {
  const known = { releases: new Map(kept.releases), benchmarks: new Map(kept.benchmarks) };
  const found = await read(tx, changed, at);
  for (const id of changed) known.releases.delete(id);
  include(known, found, kinds);
  const isPlaced = (release: ReleaseFacts): boolean => lineOf(release) === lineOf(kept.releases.get(release.id));
  if ([...found.releases.values()].every(isPlaced)) return known;
  // Whose base has come, moved or got another vendor has another root, although nothing was written to it.
  const derived = [...known.releases.values()].filter(({ base }) => base !== undefined).map(({ id }) => id);
  include(known, await read(tx, derived, at), kinds);
  return known;
}

/** What the root of a release that builds on it follows from. */
const lineOf = (release: ReleaseFacts | undefined): string =>
  JSON.stringify([release?.key, release?.vendor, release?.base]);

function include(known: Writable, found: Known, kinds: readonly string[]): void {
  for (const release of found.releases.values()) {
    if (release.kind === undefined || !kinds.includes(release.kind)) continue;
    known.releases.set(release.id, release);
    known.benchmarks.set(release.id, found.benchmarks.get(release.id) ?? []);
  }
}

async function allOf(tx: Tx, news: News, at: Date): Promise<Kept> {
  const ids = (await tx.run(IDS_OF_KINDS, [news.kinds])).map(({ id }) => id);
  const { horizon, server, kinds, rows, shared } = news;
  return { horizon, server, kinds, rows, shared, at, ...(await read(tx, ids, at)) };
}

async function read(tx: Tx, ids: readonly string[], at: Date): Promise<Known> {
  if (ids.length === 0) return { releases: new Map(), benchmarks: new Map() };
  const releases = (await tx.run(RELEASES, [ids, at, true])).map(withoutNulls);
  const results = (await tx.run(BENCHMARKS, [ids])).map(withoutNulls);
  return {
    releases: new Map(releases.map((release) => [release.id, release])),
    benchmarks: groupBy(results, ({ releaseId }) => releaseId),
  };
}
