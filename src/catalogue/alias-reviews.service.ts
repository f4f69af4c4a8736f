import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { AliasReviewsReader, type AliasReviewRow } from './alias-reviews.reader.js';
import { CatalogueWriter } from './catalogue.writer.js';
import { ReleasesReader } from './releases.reader.js';

export interface AliasDecision {
  /** The release that the name means; null takes an earlier decision back. */
  readonly releaseId: string | null;
  readonly reason: string;
}

interface Locked {
  readonly version: number;
  readonly vendor: string;
  readonly releaseId: string | null;
  readonly decidedKey: string | null;
}

const LOCK = statement<Locked>(
  'alias-reviews.lock',
  `SELECT version, vendor_slug AS vendor, release_id AS "releaseId", decided_key AS "decidedKey"
   FROM release_alias WHERE id = $1 FOR UPDATE`,
);
/** A decided name is sorted with its release's vendor. */
const DECIDE = statement(
  'alias-reviews.decide',
  `UPDATE release_alias SET decided_key = $2, decided_by = $3, decided_at = $4, vendor_slug = $5, version = version + 1
   WHERE id = $1`,
);

/** Names that fit several releases, or none: a person says which one is meant. */
@Injectable()
export class AliasReviewsService {
  constructor(
    private readonly database: Database,
    private readonly reviews: AliasReviewsReader,
    private readonly releases: ReleasesReader,
    private readonly writer: CatalogueWriter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Decides what a name means, or takes that back; throws 'alias-not-found', 'stale', 'alias-not-open', 'unknown-release'. */
  decide(id: string, version: number, decision: AliasDecision, actor: Actor): Promise<AliasReviewRow> {
    return this.database.transaction(async (tx) => {
      const locked = await tx.one(LOCK, [id]);
      const before = await this.reviews.get(id, tx);
      if (locked?.version !== version)
        throw new DomainError('stale', 'stale', 'The name has changed since it was read.');
      if (locked.releaseId !== null && locked.decidedKey === null)
        throw new DomainError('conflict', 'alias-not-open', 'The name stands for one release already.');
      const meant = decision.releaseId === null ? null : await this.meant(decision.releaseId);
      const by = meant === null ? [null, null] : [actor.personId, this.clock.now()];
      await tx.run(DECIDE, [id, meant?.key ?? null, ...by, meant?.vendor ?? locked.vendor]);
      // Without a decision the name itself has to say again whose it is.
      if (meant === null) await this.writer.rebuild(tx);
      else await this.writer.regroupVendors(tx, [locked.vendor, meant.vendor]);
      const after = await this.reviews.get(id, tx);
      const subject = { type: 'alias', id };
      const detail = { reason: decision.reason };
      await this.audit.record(tx, { kind: 'alias.decided', subject, actor, before, after, detail });
      return after;
    });
  }

  private async meant(releaseId: string): Promise<{ key: string; vendor: string }> {
    try {
      return await this.releases.get(releaseId);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'not-found') throw error;
      throw new DomainError('unprocessable', 'unknown-release', error.message, [
        { pointer: '/releaseId', code: 'unknown-release', detail: error.message },
      ]);
    }
  }
}
