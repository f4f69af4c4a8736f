import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit, SYSTEM } from '../audit/audit.writer.js';
import { canonicalJson } from '../audit/domain/canonical-json.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/id.js';
import { compareReports } from './domain/compare-reports.js';
import type { ReportComparison } from './domain/compare-reports.js';
import type { ReadableReport } from './domain/readable-report.js';
import { breachesDiffer, breachesOf, newBreaches, snapshotFigures } from './domain/snapshot-figures.js';
import type { SnapshotCause } from './domain/vocabulary.js';
import { LockInService } from './lock-in.service.js';
import { LockInSnapshotEntity } from './lock-in-snapshot.entity.js';
import { reportOf, SnapshotsReader } from './snapshots.reader.js';

/** One at a time, so that a breach is announced by exactly one snapshot. */
const LOCK = statement('lock-in.lock', `SELECT pg_advisory_xact_lock(hashtextextended('lock-in-snapshot', 0))`);
const MONTH_IS_TAKEN = statement<{ id: string }>(
  'lock-in.month-is-taken',
  'SELECT id FROM lock_in_snapshot WHERE month = $1',
);

interface Order {
  readonly cause: SnapshotCause;
  readonly actor: Actor | typeof SYSTEM;
  readonly month?: string;
  readonly note?: string;
}

/** SHA-256 of a report's canonical JSON (RFC 8785), which anybody can recompute from the JSON that the API answers. */
export const digestOf = (report: ReadableReport): string =>
  createHash('sha256').update(canonicalJson(report)).digest('hex');

@Injectable()
export class SnapshotsService {
  constructor(
    private readonly db: Database,
    private readonly lockIn: LockInService,
    private readonly reader: SnapshotsReader,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Freezes the report as of a moment, by default now; returns the snapshot's id. Throws `as-of-in-future`. */
  async take(actor: Actor, { asOf, note }: { readonly asOf?: Date; readonly note?: string } = {}): Promise<string> {
    const report = await this.lockIn.report(asOf);
    return this.db.transaction(async (tx) => {
      await tx.run(LOCK, []);
      return this.freeze(tx, report, { cause: 'ON_DEMAND', actor, note });
    });
  }

  /** Freezes the month that has just begun, once; undefined where it is frozen already. */
  async takeMonthly(): Promise<string | undefined> {
    const month = this.clock.now().toISOString().slice(0, 7);
    const report = await this.lockIn.report();
    return this.db.transaction(async (tx) => {
      await tx.run(LOCK, []);
      if ((await tx.one(MONTH_IS_TAKEN, [month])) !== undefined) return undefined;
      return this.freeze(tx, report, { cause: 'MONTHLY', actor: SYSTEM, month });
    });
  }

  /** Freezes the report where a limit is newly breached or is kept again since the latest snapshot. */
  async takeWhereLimitsChanged(): Promise<string | undefined> {
    const report = await this.lockIn.report();
    return this.db.transaction(async (tx) => {
      await tx.run(LOCK, []);
      const latest = await this.reader.latest(tx);
      // Another check came later and was quicker: what it saw is newer.
      if (latest !== undefined && new Date(report.asOf) < latest.asOf) return undefined;
      if (!breachesDiffer(breachesOf(report), latest?.breached ?? [])) return undefined;
      return this.freeze(tx, report, { cause: 'LIMITS_CHANGED', actor: SYSTEM });
    });
  }

  /** What changed from the snapshot `withId` to the snapshot `id`. Throws `snapshot-not-found`. */
  async compare(id: string, withId: string): Promise<ReportComparison> {
    const [after, before] = [await this.reader.get(id), await this.reader.get(withId)];
    return compareReports(reportOf(before), reportOf(after));
  }

  private async freeze(tx: Tx, report: ReadableReport, { cause, actor, month, note }: Order): Promise<string> {
    const figures = snapshotFigures(report);
    const id = newId();
    const sha256 = digestOf(report);
    const latest = await this.reader.latest(tx);
    // A report as of an earlier day than the latest says nothing new about today.
    const isLatest = latest === undefined || new Date(report.asOf) >= latest.asOf;
    const announced = isLatest ? newBreaches(breachesOf(report), latest?.breached ?? []) : [];
    await tx.insert(LockInSnapshotEntity, {
      ...{ id, cause, month: month ?? null, asOf: new Date(report.asOf), takenAt: this.clock.now() },
      ...{ takenBy: actor === SYSTEM ? null : actor.personId, note: note ?? null },
      ...{ policyVersion: report.policyVersion, report: canonicalJson(report), sha256 },
      ...{ ...figures, breached: [...figures.breached] },
    });
    const subject = { type: 'lock-in-snapshot', id };
    const detail = {
      cause,
      asOf: report.asOf,
      policyVersion: report.policyVersion,
      sha256,
      breached: figures.breached,
    };
    await this.audit.record(tx, { kind: 'lock-in.frozen', subject, actor, detail });
    for (const { limit, value } of announced) {
      const { policyVersion } = report;
      await this.events.publish(tx, { kind: 'lock-in.limit-breached', limit, share: value, policyVersion });
    }
    return id;
  }
}
