import { Injectable } from '@nestjs/common';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/id.js';
import type { RefusedFact } from './domain/fact-rules.js';
import { parseReleaseName } from './domain/release-name.js';
import type { Found, FoundRelease, RejectedItem } from './domain/release.js';
import { attachEvidence, storeEvidence } from './evidence.store.js';
import { storeFacts } from './facts.store.js';
import { checkFound } from './found-check.js';
import { loadNames, moveNames, rememberNames, rereadNames, type Identified } from './names.store.js';
import { subjectOf, type Observation } from './observation.js';
import { regroup } from './regrouping.js';
import { createReleases, settleReleases } from './releases.store.js';
import { resolveReleases, type Settled } from './resolution.store.js';
import { VendorDirectory, type Vendors } from './vendor-directory.js';

/** Which payload the items come from, and of which moment it speaks. */
export interface Provenance {
  readonly source: string;
  readonly asOf: Date;
}

/** What the items changed, counted in releases. */
export interface Recorded {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Items that no release can be told from. */
  readonly quarantined: readonly RejectedItem[];
  /** Releases that were added or changed. */
  readonly releaseIds: readonly string[];
  /** All releases that the items speak of. */
  readonly seenIds: readonly string[];
}

const LOCK = statement('catalogue.lock', `SELECT pg_advisory_xact_lock(hashtextextended('modelfolio:catalogue', 0))`);
const RELEASES_OF = statement<{ subject: string; id: string }>(
  'catalogue.releases-of-names',
  'SELECT subject, release_id AS id FROM release_alias WHERE subject = ANY($1) AND release_id IS NOT NULL',
);
const VENDORS_OF_NAMES = statement<{ slug: string }>(
  'catalogue.vendors-of-names',
  'SELECT DISTINCT vendor_slug AS slug FROM release_alias',
);
const ALL_RELEASES = statement<{ id: string }>('catalogue.all-releases', 'SELECT id FROM release ORDER BY id');
const EVENT_CHUNK = 200;

/** The one way into the catalogue. The end state depends on what was recorded, never on the order. */
@Injectable()
export class CatalogueWriter {
  constructor(
    private readonly directory: VendorDirectory,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Adds the vendors of the built-in table that the catalogue lacks; returns how many. */
  syncVendors(tx: Tx): Promise<number> {
    return this.directory.sync(tx);
  }

  /** Records what one payload says, in the caller's transaction, and publishes `release.recorded` for what it changed. */
  async record(tx: Tx, found: Found, { source, asOf }: Provenance): Promise<Recorded> {
    const checked = found.releases.map(checkFound);
    const observations = checked.flatMap(({ item }) =>
      item === undefined ? [] : { ...withOwnPackaging(item), source, observedAt: asOf },
    );
    const recorded = await this.recordAll(tx, observations);
    const refused = checked.flatMap(({ rejected }) => rejected);
    return { ...recorded, quarantined: [...refused, ...recorded.quarantined] };
  }

  /** Like `record`, for items of several sources and moments. */
  async recordAll(tx: Tx, observations: readonly Observation[]): Promise<Recorded> {
    await tx.run(LOCK, []);
    const vendors = await this.directory.load(tx);
    const { identified, quarantined } = identifyAll(observations, vendors);
    const news = await rememberNames(tx, identified);
    const concerned = [...new Set(news.map(({ vendorSlug }) => vendorSlug))];
    const { created, releaseIds: regrouped } = await this.regroup(tx, concerned, vendors);
    const named = news.map(({ subject }) => subject);
    const written = [...named, ...(await storeFacts(tx, identified))];
    const evidence = await storeEvidence(tx, identified);
    const meant = await meaningsOf(
      tx,
      identified.map(({ subject }) => subject),
    );
    const releasesOf = (subjects: Iterable<string>): readonly string[] => [
      ...new Set([...subjects].flatMap((subject) => meant.get(subject) ?? [])),
    ];
    const seen = releasesOf(meant.keys());
    const measured = releasesOf(evidence);
    const touched = new Set([...regrouped, ...measured, ...releasesOf(written)]);
    const settled = await this.settle(tx, [...touched], created, measured);
    const changed = new Set(settled.changed);
    return {
      added: created.length,
      changed: changed.size - created.length,
      unchanged: seen.filter((id) => !changed.has(id)).length,
      quarantined: [...quarantined, ...refusedOf(observations, settled.refused)],
      releaseIds: settled.changed,
      seenIds: seen,
    };
  }

  /** Sorts all names and settles all releases anew, after the rules changed; returns the releases that this changed. */
  async rebuild(tx: Tx): Promise<readonly string[]> {
    await tx.run(LOCK, []);
    const vendors = await this.directory.load(tx);
    await rereadNames(tx, vendors);
    const slugs = (await tx.run(VENDORS_OF_NAMES, [])).map(({ slug }) => slug);
    const { created } = await this.regroup(tx, slugs, vendors);
    const all = (await tx.run(ALL_RELEASES, [])).map(({ id }) => id);
    return (await this.settle(tx, all, created)).changed;
  }

  /** Sorts the names of these vendors anew; returns the releases that this changed. */
  async regroupVendors(tx: Tx, vendorSlugs: readonly string[]): Promise<readonly string[]> {
    await tx.run(LOCK, []);
    const { created, releaseIds } = await this.regroup(tx, vendorSlugs, await this.directory.load(tx));
    return (await this.settle(tx, releaseIds, created)).changed;
  }

  /** Lets the releases show what their facts say by now; for corrections by people. Returns those that changed. */
  async refresh(tx: Tx, releaseIds: readonly string[]): Promise<readonly string[]> {
    await tx.run(LOCK, []);
    return (await this.settle(tx, releaseIds, [])).changed;
  }

  /** Releases with new packagings or results count as changed, although they show the same values. */
  private async settle(
    tx: Tx,
    releaseIds: readonly string[],
    created: readonly string[],
    measured: readonly string[] = [],
  ): Promise<Settled> {
    const gained = await attachEvidence(tx, releaseIds);
    const { changed: shown, refused } = await resolveReleases(tx, releaseIds, created, this.clock.now());
    const changed = [...new Set([...shown, ...gained, ...measured])];
    for (let at = 0; at < changed.length; at += EVENT_CHUNK) {
      await this.events.publish(tx, { kind: 'release.recorded', releaseIds: changed.slice(at, at + EVENT_CHUNK) });
    }
    return { changed, refused };
  }

  private async regroup(
    tx: Tx,
    vendorSlugs: readonly string[],
    vendors: Vendors,
  ): Promise<{ created: readonly string[]; releaseIds: readonly string[] }> {
    if (vendorSlugs.length === 0) return { created: [], releaseIds: [] };
    const { names, releases } = await loadNames(tx, vendorSlugs, vendors);
    const plan = regroup(names, releases, newId);
    await createReleases(tx, plan, vendors);
    await moveNames(tx, plan.moved);
    await settleReleases(tx, plan, vendors);
    const before = new Map(names.map(({ subject, releaseId }) => [subject, releaseId]));
    const gone = new Set([...plan.merged.map(({ from }) => from), ...plan.orphaned]);
    const concerned = [
      ...plan.created.map(({ id }) => id),
      ...plan.renamed.map(({ id }) => id),
      ...plan.moved.flatMap(({ subject, releaseId }) => [releaseId ?? [], before.get(subject) ?? []].flat()),
    ];
    return {
      created: plan.created.map(({ id }) => id),
      releaseIds: [...new Set(concerned)].filter((id) => !gone.has(id)),
    };
  }
}

/** Which release each of these names means by now. */
async function meaningsOf(tx: Tx, subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.run(RELEASES_OF, [[...new Set(subjects)]]);
  return new Map(rows.map(({ subject, id }) => [subject, id]));
}

/** Reads every name; those that nobody can be told from are refused one by one. */
function identifyAll(
  observations: readonly Observation[],
  vendors: Vendors,
): { identified: readonly Identified[]; quarantined: readonly RejectedItem[] } {
  const identified: Identified[] = [];
  const quarantined: RejectedItem[] = [];
  for (const observation of observations) {
    const identity = vendors.identify(observation);
    if (identity !== undefined) identified.push({ observation, subject: subjectOf(observation), identity });
    else if (observation.mentionOnly !== true) {
      const reason = `No known vendor or line of models stands behind the name "${observation.name}".`;
      quarantined.push({ position: observation.position, reason, item: observation });
    }
  }
  return { identified, quarantined };
}

/** Values of these very items that cannot be right; what other payloads got wrong was reported with them. */
function refusedOf(observations: readonly Observation[], refused: readonly RefusedFact[]): readonly RejectedItem[] {
  const places = new Set(observations.flatMap(placesOf));
  return refused
    .filter(({ fact: { source, sourceRef } }) => places.has(`${source} ${sourceRef}`))
    .map(({ fact, reason }) => ({ position: `${fact.sourceRef}#${fact.field}`, reason, item: fact }));
}

const placesOf = ({ source, position, facts }: Observation): readonly string[] =>
  facts.map(({ sourceRef }) => `${source} ${sourceRef ?? position}`);

/** A repository whose own name says that it is a packaging is one, besides those that the source lists. */
function withOwnPackaging(item: FoundRelease): FoundRelease {
  const { hubId, artifacts } = item;
  if (hubId === undefined || artifacts.some((artifact) => artifact.hubId.toLowerCase() === hubId.toLowerCase()))
    return item;
  const { quantisation } = parseReleaseName(hubId);
  return quantisation === undefined ? item : { ...item, artifacts: [...artifacts, { hubId, quantisation }] };
}
