import { Injectable } from '@nestjs/common';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { newId } from '../kernel/id.js';
import { identify, type FoundName, type Identity } from './domain/identity.js';
import { VENDORS, VendorRegistry, type VendorEntry } from './domain/vendors.js';
import { subjectOf } from './observation.js';

interface StoredVendor {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  readonly hubOrganisations: readonly string[];
}

/** The vendors that the catalogue knows, and who made what in their eyes. */
export interface Vendors {
  readonly idOf: ReadonlyMap<string, string>;
  /** Same as the domain's `identify`, each name read once per process. */
  identify(found: FoundName): Identity | undefined;
}

const ALL = statement<StoredVendor>(
  'vendor-directory.all',
  'SELECT id, slug, name, country, hub_organisations AS "hubOrganisations" FROM vendor ORDER BY slug',
);
/** Names and countries that people changed stay theirs. */
const SYNC = statement<{ slug: string }>(
  'vendor-directory.sync',
  `INSERT INTO vendor (id, slug, name, country, hub_organisations)
   SELECT id, slug, name, country, "hubOrganisations"
   FROM jsonb_to_recordset($1::jsonb) v (id uuid, slug text, name text, country text, "hubOrganisations" text[])
   ON CONFLICT (slug) DO NOTHING RETURNING slug`,
);
const SYNC_PARENTS = statement(
  'vendor-directory.sync-parents',
  `UPDATE vendor v SET parent_vendor_id = parent.id
   FROM jsonb_to_recordset($1::jsonb) child (slug text, "parentVendor" text) JOIN vendor parent ON parent.slug = child."parentVendor"
   WHERE v.slug = child.slug AND v.slug = ANY($2) AND v.parent_vendor_id IS NULL`,
);
const MAX_REMEMBERED = 50_000;

/** Keeps the vendor records in step with the built-in table and reads names with both. */
@Injectable()
export class VendorDirectory {
  private fingerprint = '';
  private registry = new VendorRegistry();
  private readonly remembered = new Map<string, Identity | undefined>();

  /** Adds the vendors of the built-in table that the catalogue lacks; returns how many. */
  async sync(tx: Tx): Promise<number> {
    const added = await tx.run(SYNC, [JSON.stringify(VENDORS.map((vendor) => ({ ...vendor, id: newId() })))]);
    const slugs = added.map(({ slug }) => slug);
    if (slugs.length > 0) await tx.run(SYNC_PARENTS, [JSON.stringify(VENDORS.filter(hasParent)), slugs]);
    return slugs.length;
  }

  /** Returns the vendors as this transaction sees them, the built-in ones added first. */
  async load(tx: Tx): Promise<Vendors> {
    let rows = await tx.run(ALL, []);
    const slugs = new Set(rows.map(({ slug }) => slug));
    if (VENDORS.some(({ slug }) => !slugs.has(slug))) {
      await this.sync(tx);
      rows = await tx.run(ALL, []);
    }
    this.learn(rows);
    return { idOf: new Map(rows.map(({ slug, id }) => [slug, id])), identify: (found) => this.identify(found) };
  }

  /** Vendors that the enterprise added or gave other organisations extend the table. */
  private learn(rows: readonly StoredVendor[]): void {
    const fingerprint = JSON.stringify(rows.map(({ slug, hubOrganisations }) => [slug, hubOrganisations]));
    if (fingerprint === this.fingerprint) return;
    this.fingerprint = fingerprint;
    this.remembered.clear();
    const aliases = new Map(VENDORS.map((vendor) => [vendor.slug, vendor.aliases]));
    this.registry = new VendorRegistry(
      rows.map((row): VendorEntry => ({ ...row, aliases: aliases.get(row.slug) ?? [] })),
    );
  }

  private identify(found: FoundName): Identity | undefined {
    const name = `${subjectOf(found)} ${found.host ?? ''}`;
    if (!this.remembered.has(name)) {
      if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
      this.remembered.set(name, identify(found, this.registry));
    }
    return this.remembered.get(name);
  }
}

const hasParent = ({ parentVendor }: VendorEntry): boolean => parentVendor !== undefined;
