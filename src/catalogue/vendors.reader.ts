import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';

export interface VendorRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  readonly parentVendor: string | null;
  readonly hubOrganisations: readonly string[];
  readonly releases: number;
  readonly version: number;
}

export interface VendorFilters {
  readonly q?: string;
  readonly country?: string;
}

export const VENDOR_SORTS = ['name', 'country', 'releases'] as const;

const SELECT = `
  SELECT v.id, v.slug, v.name, v.country, parent.slug AS "parentVendor", v.hub_organisations AS "hubOrganisations",
    v.version, (SELECT count(*)::int FROM release r WHERE r.vendor_id = v.id) AS releases
  FROM vendor v LEFT JOIN vendor parent ON parent.id = v.parent_vendor_id`;

const LIST = new List<VendorRow, (typeof VENDOR_SORTS)[number]>({
  name: 'vendors',
  select: `${SELECT}
    WHERE ($1::text IS NULL OR position(lower($1) IN lower(v.name || ' ' || v.slug)) > 0)
      AND ($2::text IS NULL OR v.country = $2)`,
  filterCount: 2,
  sorts: {
    name: { expression: 'lower(name)', type: 'text' },
    country: { expression: 'country', type: 'text' },
    releases: { expression: 'releases', type: 'integer' },
  },
});

const BY_SLUG = statement<VendorRow>('vendors.by-slug', `${SELECT} WHERE v.slug = lower($1)`);

@Injectable()
export class VendorsReader {
  constructor(private readonly database: Database) {}

  list(request: PageRequest, { q, country }: VendorFilters): Promise<Page<VendorRow>> {
    return this.database.list(LIST, request, [q ?? null, country ?? null]);
  }

  /** Returns the vendor; throws 'vendor-not-found'. */
  async get(slug: string, tx?: Tx): Promise<VendorRow> {
    const row = tx ? await tx.one(BY_SLUG, [slug]) : await this.database.readOne(BY_SLUG, [slug]);
    if (row === undefined) throw new DomainError('not-found', 'vendor-not-found', `There is no vendor "${slug}".`);
    return row;
  }
}
