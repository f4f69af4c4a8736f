import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { CatalogueWriter } from './catalogue.writer.js';
import type { FactField, ReleaseFields } from './domain/release.js';
import { readField } from './fact-schemas.js';
import { ReleaseFactEntity } from './release-fact.entity.js';
import type { ReleaseRow } from './release-row.js';
import { ReleasesReader } from './releases.reader.js';

/** The source that corrections by people carry. */
export const MANUAL_SOURCE = 'manual';

export interface Correction {
  readonly field: FactField;
  readonly value: unknown;
  readonly reason: string;
  readonly sourceRef?: string;
}

interface LockedFact {
  readonly field: FactField;
  readonly value: unknown;
  readonly status: string;
  readonly revertedAt: Date | null;
}

const LOCK_RELEASE = statement<{ id: string }>('release-facts.lock', 'SELECT id FROM release WHERE id = $1 FOR UPDATE');
/** The name that the release's own key comes from; a correction belongs to it. */
const MAIN_NAME = statement<{ subject: string }>(
  'release-facts.main-name',
  `SELECT a.subject FROM release_alias a JOIN release r ON r.id = a.release_id WHERE r.id = $1
   ORDER BY lower(coalesce(a.hub_id, a.alias)) = r.key_norm DESC, a.mention_only, a.subject LIMIT 1`,
);
const INSERT = statement(
  'release-facts.insert',
  `INSERT INTO release_fact (id, field, value, subject, release_id, source, source_ref, observed_at, status, reason, recorded_by)
   SELECT id, field, value, $2, $3, '${MANUAL_SOURCE}', $4, $5, 'MANUAL', $6, $7
   FROM jsonb_to_recordset($1::jsonb) c (id uuid, field text, value jsonb)`,
);
const LOCK_FACT = statement<LockedFact>(
  'release-facts.lock-fact',
  `SELECT field, value, status, reverted_at AS "revertedAt" FROM release_fact WHERE id = $1 AND release_id = $2 FOR UPDATE`,
);

/** Corrections by people: they outrank every source until they are taken back. */
@Injectable()
export class ReleaseFactsService {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesReader,
    private readonly writer: CatalogueWriter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Records a correction; throws 'release-not-found', 'validation-failed'. */
  correct(id: string, { field, value, reason, sourceRef }: Correction, actor: Actor): Promise<ReleaseRow> {
    const values = readField(field, value);
    return this.change(id, actor, reason, async (tx, releaseId) => {
      await this.insert(tx, releaseId, values, { reason, sourceRef, actor });
      return { field, value };
    });
  }

  /** Takes a correction back; throws 'fact-not-found', 'fact-not-manual', 'fact-reverted'. */
  revert(id: string, factId: string, reason: string, actor: Actor): Promise<ReleaseRow> {
    return this.change(id, actor, reason, async (tx, releaseId) => {
      const fact = await tx.one(LOCK_FACT, [factId, releaseId]);
      if (fact === undefined) throw new DomainError('not-found', 'fact-not-found', 'The release has no such fact.');
      if (fact.status !== 'MANUAL')
        throw new DomainError('conflict', 'fact-not-manual', 'A source said this; correct it instead.');
      if (fact.revertedAt !== null)
        throw new DomainError('conflict', 'fact-reverted', 'The correction has been taken back already.');
      await tx.manager.update(ReleaseFactEntity, factId, { revertedAt: this.clock.now() });
      return { field: fact.field, reverted: fact.value };
    });
  }

  /** Adds corrections inside the caller's transaction; the caller refreshes the release. */
  async insert(
    tx: Tx,
    releaseId: string,
    values: Partial<ReleaseFields>,
    { reason, sourceRef = '', actor }: { reason: string; sourceRef?: string; actor: Actor },
  ): Promise<void> {
    const name = await tx.one(MAIN_NAME, [releaseId]);
    if (name === undefined)
      throw new DomainError('conflict', 'release-without-name', 'No source knows this release any more.');
    const corrections = Object.entries(values).map(([field, value]) => ({ id: newId(), field, value }));
    await tx.run(INSERT, [
      JSON.stringify(corrections),
      name.subject,
      releaseId,
      sourceRef,
      this.clock.now(),
      reason,
      actor.personId,
    ]);
  }

  private change(
    id: string,
    actor: Actor,
    reason: string,
    write: (tx: Tx, releaseId: string) => Promise<object>,
  ): Promise<ReleaseRow> {
    return this.database.transaction(async (tx) => {
      const before = await this.releases.get(id, tx);
      await tx.one(LOCK_RELEASE, [before.id]);
      const what = await write(tx, before.id);
      await this.writer.refresh(tx, [before.id]);
      const after = await this.releases.get(before.id, tx);
      const subject = { type: 'release', id: before.id };
      await this.audit.record(tx, {
        kind: 'release.corrected',
        subject,
        actor,
        before,
        after,
        detail: { ...what, reason },
      });
      return after;
    });
  }
}
