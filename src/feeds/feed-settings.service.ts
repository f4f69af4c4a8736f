import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { feedNamed } from './feed-definitions.js';
import { FeedPlans, type FeedPlan } from './feed-plans.reader.js';

/** Null goes back to what the product proposes; what is left out stays. */
export interface FeedSettings {
  readonly everyHours?: number | null;
  readonly organisations?: readonly string[] | null;
}

const LOCK = statement(
  'feed-settings.lock',
  `SELECT pg_advisory_xact_lock(hashtextextended('modelfolio:feed:' || $1, 0))`,
);
const SAVE = statement(
  'feed-settings.save',
  `INSERT INTO feed_setting AS s (feed, every_hours, organisations, version, updated_at) VALUES ($1, $2, $3, 1, $6)
   ON CONFLICT (feed) DO UPDATE SET
     every_hours = CASE WHEN $4 THEN excluded.every_hours ELSE s.every_hours END,
     organisations = CASE WHEN $5 THEN excluded.organisations ELSE s.organisations END,
     version = s.version + 1, updated_at = excluded.updated_at`,
);

/** How often a feed is polled, and whose repositories it lists. */
@Injectable()
export class FeedSettingsService {
  constructor(
    private readonly database: Database,
    private readonly plans: FeedPlans,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Changes the settings that are present; throws 'feed-not-found', 'stale', 'feed-not-polled', 'no-organisations'. */
  async change(feed: string, version: number, change: FeedSettings, actor: Actor): Promise<void> {
    feedNamed(feed);
    const { everyHours, organisations } = change;
    await this.database.transaction(async (tx) => {
      await tx.run(LOCK, [feed]);
      const before = await this.plans.of(feed, tx);
      if (before.version !== version)
        throw new DomainError('stale', 'stale', 'The settings have changed since they were read.');
      refuseUnfit(feed, before, organisations);
      const given = [everyHours !== undefined, organisations !== undefined];
      await tx.run(SAVE, [feed, everyHours ?? null, organisations ?? null, ...given, this.clock.now()]);
      const after = await this.plans.of(feed, tx);
      const subject = { type: 'feed', id: feed };
      await this.audit.record(tx, { kind: 'feed.changed', subject, actor, before: shown(before), after: shown(after) });
    });
  }
}

function refuseUnfit(feed: string, plan: FeedPlan, organisations: FeedSettings['organisations']): void {
  if (plan.everyHours === null)
    throw new DomainError('conflict', 'feed-not-polled', `The feed "${feed}" cannot be polled: ${plan.missing ?? ''}.`);
  if (organisations === undefined || plan.organisations !== null) return;
  const detail = `The feed "${feed}" lists no organisations.`;
  throw new DomainError('unprocessable', 'no-organisations', detail, [
    { pointer: '/organisations', code: 'no-organisations', detail },
  ]);
}

const shown = ({ everyHours, organisations }: FeedPlan): object => ({ everyHours, organisations });
