import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { LicenceConclusionEntity, type Conclusion } from './licence-conclusion.entity.js';
import { ReleasesReader } from './releases.reader.js';

export interface NewConclusion {
  readonly decision: Conclusion;
  /** TEXT is inherited by every release under the same text; the default where the text is known. */
  readonly scope?: 'TEXT' | 'RELEASE';
  readonly conditions?: string;
}

export interface ConclusionRow {
  readonly id: string;
  readonly decision: Conclusion;
  readonly scope: 'TEXT' | 'RELEASE';
  readonly licenceTextHash: string | null;
  readonly releaseKey: string | null;
  readonly conditions: string | null;
  readonly concludedBy: string;
  readonly concludedAt: Date;
}

const CONCERNED = statement<{ id: string }>(
  'licence-conclusions.concerned',
  'SELECT id FROM release WHERE licence_text_hash = $1 OR key_norm = lower($2) ORDER BY id',
);
const BY_ID = statement<ConclusionRow>(
  'licence-conclusions.by-id',
  `SELECT c.id, c.decision, CASE WHEN c.release_key IS NULL THEN 'TEXT' ELSE 'RELEASE' END AS scope,
     c.licence_text_hash AS "licenceTextHash", c.release_key AS "releaseKey", c.conditions,
     p.display_name AS "concludedBy", c.concluded_at AS "concludedAt"
   FROM licence_conclusion c JOIN person p ON p.id = c.concluded_by WHERE c.id = $1`,
);

/** What legal decides about licences: once per text, inherited by later releases under it. */
@Injectable()
export class LicenceConclusionsService {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleasesReader,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Records a conclusion; throws 'release-not-found', 'licence-text-unknown'. */
  conclude(id: string, { decision, scope, conditions }: NewConclusion, actor: Actor): Promise<ConclusionRow> {
    return this.database.transaction(async (tx) => {
      const release = await this.releases.get(id, tx);
      const byText = scope === undefined ? release.licenceTextHash !== null : scope === 'TEXT';
      if (byText && release.licenceTextHash === null) throw textUnknown();
      const row = {
        id: newId(),
        licenceTextHash: byText ? release.licenceTextHash : null,
        releaseKey: byText ? null : release.key,
        decision,
        conditions: conditions ?? null,
        concludedBy: actor.personId,
        concludedAt: this.clock.now(),
      };
      await tx.insert(LicenceConclusionEntity, row);
      const concerned = await tx.run(CONCERNED, [row.licenceTextHash, row.releaseKey]);
      const releaseIds = concerned.map((each) => each.id);
      const subject = { type: 'release', id: release.id };
      await this.audit.record(tx, { kind: 'licence.concluded', subject, actor, after: row, detail: { releaseIds } });
      await this.events.publish(tx, { kind: 'licence.concluded', releaseIds });
      const [stored] = await tx.run(BY_ID, [row.id]);
      if (stored === undefined) throw new RangeError('the conclusion was not stored');
      return stored;
    });
  }
}

function textUnknown(): DomainError {
  const detail = 'The licence text of this release is unknown; conclude for the release alone.';
  return new DomainError('unprocessable', 'licence-text-unknown', detail, [
    { pointer: '/scope', code: 'licence-text-unknown', detail },
  ]);
}
