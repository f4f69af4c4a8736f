import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { CatalogueWriter } from './catalogue.writer.js';
import { readFields } from './fact-schemas.js';
import { ReleaseFactsService, MANUAL_SOURCE } from './release-facts.service.js';
import type { ReleaseRow } from './release-row.js';
import { ReleasesReader } from './releases.reader.js';

export interface NewRelease {
  readonly key: string;
  readonly onHub?: boolean;
  readonly vendor?: string;
  readonly reason: string;
  readonly facts?: object;
}

const MEANT = statement<{ id: string }>(
  'releases-service.meant',
  'SELECT release_id AS id FROM release_alias WHERE alias_norm = lower($1) AND release_id IS NOT NULL LIMIT 1',
);

/** Releases that people record by hand, before or beside all feeds. */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesReader,
    private readonly writer: CatalogueWriter,
    private readonly facts: ReleaseFactsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Records a release; throws 'release-exists' for a known key or alias, 'unknown-vendor', 'validation-failed'. */
  create({ key, onHub = true, vendor, reason, facts = {} }: NewRelease, actor: Actor): Promise<ReleaseRow> {
    const values = readFields(facts, '/facts');
    return this.database.transaction(async (tx) => {
      const item = { name: key, vendorHint: vendor, position: key, facts: [], artifacts: [], benchmarks: [] };
      const found = { releases: [onHub ? { ...item, hubId: key } : item], rejected: [] };
      const { added } = await this.writer.record(tx, found, { source: MANUAL_SOURCE, asOf: this.clock.now() });
      const id = (await tx.one(MEANT, [key]))?.id;
      if (id === undefined) throw unknownVendor(key);
      if (added === 0) throw new DomainError('conflict', 'release-exists', `The catalogue knows "${key}" already.`);
      await this.facts.insert(tx, id, values, { reason, actor });
      await this.writer.refresh(tx, [id]);
      const after = await this.releases.get(id, tx);
      await this.audit.record(tx, {
        kind: 'release.recorded',
        subject: { type: 'release', id },
        actor,
        after,
        detail: { reason },
      });
      return after;
    });
  }
}

function unknownVendor(key: string): DomainError {
  const detail = `No vendor is known that publishes "${key}"; register the vendor with its hub organisation first.`;
  return new DomainError('unprocessable', 'unknown-vendor', detail, [
    { pointer: '/key', code: 'unknown-vendor', detail },
  ]);
}
