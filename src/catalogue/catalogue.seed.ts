import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Audit, SYSTEM } from '../audit/audit.writer.js';
import { projectRoot } from '../config/project-root.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/id.js';
import { readBundle } from './bundle.schema.js';
import type { Bundle, BundledName, BundledVendor } from './bundle.js';
import { CatalogueWriter } from './catalogue.writer.js';
import type { FactField, FoundFact } from './domain/release.js';
import type { Observation } from './observation.js';

/** Where the catalogue that ships with the product lies. */
export const bundledCataloguePath = (): string => join(projectRoot(), 'seeds', 'catalogue.json');

export interface Loaded {
  readonly asOf: string;
  readonly releases: number;
  readonly added: number;
  readonly changed: number;
}

const SEEN = statement<{ sha256: string }>('seed.seen', 'SELECT sha256 FROM bundled_catalogue WHERE sha256 = $1');
const KNOWN = statement<{ sha256: string }>(
  'seed.known',
  'SELECT sha256 FROM bundled_catalogue WHERE sha256 = $1 OR as_of > $2 LIMIT 1',
);
const ANY_RELEASE = statement<{ id: string }>('seed.any-release', 'SELECT id FROM release LIMIT 1');
const REMEMBER = statement(
  'seed.remember',
  'INSERT INTO bundled_catalogue (sha256, as_of, releases, loaded_at) VALUES ($1, $2, $3, $4)',
);
const LOCK = statement(
  'seed.lock',
  `SELECT pg_advisory_xact_lock(hashtextextended('modelfolio:bundled-catalogue', 0))`,
);
const ADD_VENDORS = statement(
  'seed.vendors',
  `INSERT INTO vendor (id, slug, name, country, hub_organisations)
   SELECT id, slug, name, country, "hubOrganisations"
   FROM jsonb_to_recordset($1::jsonb) v (id uuid, slug text, name text, country text, "hubOrganisations" text[])
   ON CONFLICT (slug) DO NOTHING`,
);

/** Loads a catalogue file through the same door as every feed, so that it never undoes what a feed knows better. */
@Injectable()
export class CatalogueSeed {
  constructor(
    private readonly database: Database,
    private readonly writer: CatalogueWriter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Loads the catalogue that ships with the product; undefined where this database has it, or a newer one, already. */
  async loadBundled(path: string = bundledCataloguePath()): Promise<Loaded | undefined> {
    return this.load(await readFile(path));
  }

  /** Loads a catalogue file; undefined where it is known already. Throws 'bundle-unusable'. */
  async load(bytes: Uint8Array): Promise<Loaded | undefined> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if ((await this.database.readOne(SEEN, [sha256])) !== undefined) return undefined;
    const bundle = readBundle(bytes);
    return this.database.transaction(async (tx) => {
      await tx.run(LOCK, []);
      if ((await tx.one(KNOWN, [sha256, bundle.asOf])) !== undefined) return undefined;
      await this.writer.syncVendors(tx);
      await tx.run(ADD_VENDORS, [JSON.stringify(bundle.vendors.map(withId))]);
      const isFirst = (await tx.one(ANY_RELEASE, [])) === undefined;
      const { added, changed } = await this.writer.recordAll(tx, observationsOf(bundle));
      // A new version of the product brings new rules with its new file.
      if (!isFirst) await this.writer.rebuild(tx);
      const releases = bundle.releases.length;
      await tx.run(REMEMBER, [sha256, bundle.asOf, releases, this.clock.now()]);
      const loaded = { asOf: bundle.asOf, releases, added, changed };
      const subject = { type: 'catalogue', id: sha256 };
      await this.audit.record(tx, { kind: 'catalogue.loaded', subject, actor: SYSTEM, detail: loaded });
      return loaded;
    });
  }
}

const withId = (vendor: BundledVendor): object => ({ ...vendor, id: newId() });

function observationsOf({ releases, openNames }: Bundle): readonly Observation[] {
  return [...releases.flatMap(({ names }) => names), ...openNames].flatMap(observe);
}

/** A name with all that was said under it, one item for each place and moment. */
function observe({
  name,
  hubId,
  vendorHint,
  mentionOnly,
  vendorNamed,
  since,
  ...said
}: BundledName): readonly Observation[] {
  const item = (source: string, position: string, at: string): Observation => ({
    name,
    hubId,
    vendorHint,
    mentionOnly,
    vendorNamed: vendorNamed === true,
    position,
    source,
    observedAt: new Date(at),
    facts: [],
    artifacts: [],
    benchmarks: [],
  });
  return [
    item('bundled', name, since),
    ...said.facts.map(({ source, ref, at, status = 'CLAIMED', reason, values }) => ({
      ...item(source, ref, at),
      facts: factsOf(values, status),
      reason,
    })),
    ...(said.artifacts ?? []).map(({ source, at, ...artifact }) => ({
      ...item(source, name, at),
      artifacts: [artifact],
    })),
    ...(said.benchmarks ?? []).map(({ source, ref, at, ...result }) => ({
      ...item(source, ref, at),
      benchmarks: [{ ...result, sourceRef: ref }],
    })),
  ];
}

const isField = (entry: [string, unknown]): entry is [FactField, FoundFact['value']] => entry[1] !== undefined;

const factsOf = (values: object, status: FoundFact['status']): readonly FoundFact[] =>
  Object.entries(values)
    .filter(isField)
    .map(([field, value]) => ({ field, value, status }));
