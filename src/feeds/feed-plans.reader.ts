import { Injectable } from '@nestjs/common';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { HUB_ORGANISATIONS, POLLS } from './feed-polls.js';

/** How a feed is polled, by what people set, else by the configuration, else as the product proposes. */
export interface FeedPlan {
  /** Hours between two polls; null where the feed is carried in as files. */
  readonly everyHours: number | null;
  /** Polled by schedule. */
  readonly isScheduled: boolean;
  /** Organisations whose repositories are listed; null where the feed lists none. */
  readonly organisations: readonly string[] | null;
  /** Why it cannot be polled. */
  readonly missing?: string;
  /** 0 while nobody has changed anything. */
  readonly version: number;
}

interface Setting {
  readonly feed: string;
  readonly everyHours: number | null;
  readonly organisations: readonly string[] | null;
  readonly version: number;
}

const SETTINGS = statement<Setting>(
  'feed-plans.settings',
  'SELECT feed, every_hours AS "everyHours", organisations, version FROM feed_setting',
);

@Injectable()
export class FeedPlans {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** Returns the plan of a feed. */
  async of(feed: string, tx?: Tx): Promise<FeedPlan> {
    return this.planOf(feed, await this.settings(tx));
  }

  /** Returns the plans of these feeds by name. */
  async all(feeds: readonly string[]): Promise<ReadonlyMap<string, FeedPlan>> {
    const settings = await this.settings();
    return new Map(feeds.map((feed) => [feed, this.planOf(feed, settings)]));
  }

  private async settings(tx?: Tx): Promise<ReadonlyMap<string, Setting>> {
    const rows = await this.database.read(SETTINGS, [], tx);
    return new Map(rows.map((row) => [row.feed, row]));
  }

  private planOf(feed: string, settings: ReadonlyMap<string, Setting>): FeedPlan {
    const plan = POLLS[feed];
    const setting = settings.get(feed);
    const missing = plan === undefined ? 'it is carried in as a file' : plan.missing?.(this.config);
    const { feedsPolled, hubOrganisations } = this.config;
    return {
      everyHours: setting?.everyHours ?? plan?.everyHours ?? null,
      isScheduled: missing === undefined && (feedsPolled === undefined || feedsPolled.includes(feed)),
      organisations:
        plan?.listsOrganisations === true ? (setting?.organisations ?? hubOrganisations ?? HUB_ORGANISATIONS) : null,
      missing,
      version: setting?.version ?? 0,
    };
  }
}
