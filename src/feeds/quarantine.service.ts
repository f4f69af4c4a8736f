import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { CatalogueWriter } from '../catalogue/catalogue.writer.js';
import type { Found, FoundRelease } from '../catalogue/domain/release.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { feedNamed } from './feed-definitions.js';
import { payloadBytes } from './payload.store.js';
import { QuarantineReader, type QuarantineRow } from './quarantine.reader.js';
import { QuarantinedItemEntity, type QuarantineStatus } from './quarantined-item.entity.js';

const LOCK = statement<{ id: string; status: QuarantineStatus; version: number; asOf: Date | null }>(
  'quarantine.lock',
  `SELECT q.id, q.status, q.version, r.as_of AS "asOf" FROM quarantined_item q JOIN feed_run r ON r.id = q.run_id
   WHERE q.id = $1 FOR UPDATE OF q`,
);

/** People decide about what a feed refused: read it again, or let it go. */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly database: Database,
    private readonly quarantine: QuarantineReader,
    private readonly catalogue: CatalogueWriter,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads the item's place in its payload again, under today's rules and vendors, and records what stands there.
   * Throws 'quarantined-item-not-found', 'already-decided', 'still-refused' with the reason.
   */
  release(id: string, actor: Actor): Promise<QuarantineRow> {
    return this.decide(id, 'RELEASED', actor, (tx, row, asOf) => this.readAgain(tx, row, asOf));
  }

  /** Lets the item go for good; throws 'quarantined-item-not-found', 'already-decided'. */
  discard(id: string, actor: Actor): Promise<QuarantineRow> {
    return this.decide(id, 'DISCARDED', actor, async () => undefined);
  }

  private decide(
    id: string,
    status: QuarantineStatus,
    actor: Actor,
    act: (tx: Tx, row: QuarantineRow, asOf: Date) => Promise<void>,
  ): Promise<QuarantineRow> {
    return this.database.transaction(async (tx) => {
      const before = await this.quarantine.get(id, tx);
      const locked = await tx.one(LOCK, [id]);
      if (locked?.status !== 'HELD')
        throw new DomainError('conflict', 'already-decided', 'Somebody has decided about this item already.');
      await act(tx, before, locked.asOf ?? before.createdAt);
      const decision = { status, decidedBy: actor.personId, decidedAt: this.clock.now(), version: locked.version + 1 };
      await tx.manager.update(QuarantinedItemEntity, id, decision);
      const kind = status === 'RELEASED' ? 'quarantine.released' : 'quarantine.discarded';
      const { feed, position, reason } = before;
      const subject = { type: 'quarantined-item', id };
      await this.audit.record(tx, { kind, subject, actor, detail: { feed, position, reason } });
      return this.quarantine.get(id, tx);
    });
  }

  private async readAgain(tx: Tx, row: QuarantineRow, asOf: Date): Promise<void> {
    const bytes = row.payloadId === null ? undefined : await payloadBytes(tx, row.payloadId);
    const { connector } = feedNamed(row.feed);
    const found = bytes && connector(bytes, { asOf: asOf.toISOString().slice(0, 10) });
    const releases = found === undefined ? [] : landing(found, row.position);
    const recorded = await this.catalogue.record(tx, { releases, rejected: [] }, { source: row.feed, asOf });
    const again = [...(found?.rejected ?? []), ...recorded.quarantined];
    const refused = again.find(({ position }) => isWithin(row.position, position));
    if (releases.length > 0 && refused === undefined) return;
    const reason = refused?.reason;
    throw new DomainError('unprocessable', 'still-refused', `It is still refused: ${reason ?? row.reason}`);
  }
}

/** Whether a place in a payload is this item's or one inside it: `models/x/release_date`, `models/x#facts/2`. */
const isWithin = (place: string, item: string): boolean =>
  place === item || place.startsWith(`${item}/`) || place.startsWith(`${item}#`);

/** The item at that place; all items where one is no longer refused that had no name to find it by: the others change nothing. */
function landing({ releases, rejected }: Found, place: string): readonly FoundRelease[] {
  const own = releases.filter(({ position }) => isWithin(place, position));
  const isRefused = rejected.some(({ position }) => position === place);
  return own.length > 0 || isRefused ? own : releases;
}
