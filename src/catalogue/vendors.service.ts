import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { violatedConstraint } from '../database/database-error.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { VendorEntity } from './vendor.entity.js';
import { VendorsReader, type VendorRow } from './vendors.reader.js';

export interface NewVendor {
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  readonly parentVendor?: string;
  readonly hubOrganisations?: readonly string[];
}

export interface VendorChange {
  readonly name?: string;
  readonly country?: string;
  /** null: it belongs to nobody. */
  readonly parentVendor?: string | null;
  readonly hubOrganisations?: readonly string[];
}

const LOCK = statement<{ id: string; version: number }>(
  'vendors.lock',
  'SELECT id, version FROM vendor WHERE slug = lower($1) FOR UPDATE',
);
/** Yields a row when the new parent stands below the vendor already. */
const CYCLE = statement<{ id: string }>(
  'vendors.cycle',
  `WITH RECURSIVE line AS (
     SELECT id, parent_vendor_id FROM vendor WHERE id = $1
     UNION SELECT v.id, v.parent_vendor_id FROM vendor v JOIN line ON v.id = line.parent_vendor_id)
   SELECT id FROM line WHERE id = $2`,
);

@Injectable()
export class VendorsService {
  constructor(
    private readonly database: Database,
    private readonly vendors: VendorsReader,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Registers a vendor; throws 'vendor-exists' when the slug is taken. */
  async create(input: NewVendor, actor: Actor): Promise<VendorRow> {
    return this.database.transaction(async (tx) => {
      const id = newId();
      const { slug, name, country, hubOrganisations = [] } = input;
      const parentVendorId = await this.parentId(tx, input.parentVendor);
      await this.insert(tx, { id, slug, name, country, parentVendorId, hubOrganisations: [...hubOrganisations] });
      const after = await this.vendors.get(slug, tx);
      await this.audit.record(tx, { kind: 'vendor.created', subject: { type: 'vendor', id }, actor, after });
      return after;
    });
  }

  /** Changes the fields that are present; throws 'vendor-not-found', 'stale', 'vendor-parent-cycle'. */
  async update(slug: string, version: number, change: VendorChange, actor: Actor): Promise<VendorRow> {
    return this.database.transaction(async (tx) => {
      const locked = await tx.one(LOCK, [slug]);
      const before = await this.vendors.get(slug, tx);
      if (locked?.version !== version)
        throw new DomainError('stale', 'stale', 'The vendor has changed since it was read.');
      const { parentVendor, hubOrganisations, ...plain } = change;
      const parentVendorId = await this.parentId(tx, parentVendor);
      if (parentVendorId) await this.refuseCycle(tx, parentVendorId, before.id);
      await tx.manager.update(VendorEntity, before.id, {
        ...plain,
        ...(hubOrganisations && { hubOrganisations: [...hubOrganisations] }),
        ...(parentVendor !== undefined && { parentVendorId }),
        version: version + 1,
        updatedAt: this.clock.now(),
      });
      const after = await this.vendors.get(slug, tx);
      const subject = { type: 'vendor', id: before.id };
      await this.audit.record(tx, { kind: 'vendor.changed', subject, actor, before, after });
      await this.events.publish(tx, { kind: 'vendor.changed', vendorId: before.id });
      return after;
    });
  }

  private async insert(tx: Tx, row: Partial<VendorEntity>): Promise<void> {
    try {
      await tx.insert(VendorEntity, row);
    } catch (error) {
      if (violatedConstraint(error) !== 'vendor_slug_uq') throw error;
      throw new DomainError('conflict', 'vendor-exists', `A vendor with the slug "${row.slug ?? ''}" exists.`);
    }
  }

  private async parentId(tx: Tx, slug: string | null | undefined): Promise<string | null> {
    if (slug === null || slug === undefined) return null;
    const parent = await tx.one(LOCK, [slug]);
    if (parent) return parent.id;
    const detail = `There is no vendor "${slug}".`;
    throw new DomainError('unprocessable', 'unknown-vendor', detail, [
      { pointer: '/parentVendor', code: 'unknown-vendor', detail },
    ]);
  }

  private async refuseCycle(tx: Tx, parentId: string, id: string): Promise<void> {
    if ((await tx.one(CYCLE, [parentId, id])) === undefined) return;
    const detail = 'The parent belongs to this vendor.';
    throw new DomainError('unprocessable', 'vendor-parent-cycle', detail, [
      { pointer: '/parentVendor', code: 'vendor-parent-cycle', detail },
    ]);
  }
}
