import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM } from '../../audit/audit.writer.js';
import { CatalogueWriter } from '../../catalogue/catalogue.writer.js';
import type { FoundName } from '../../catalogue/domain/identity.js';
import type { FoundRelease } from '../../catalogue/domain/release.js';
import { subjectOf } from '../../catalogue/observation.js';
import { projectRoot } from '../../config/project-root.js';
import { Database } from '../../database/database.js';
import { feedNamed } from '../../feeds/feed-definitions.js';
import { FeedRunner } from '../../feeds/feed-runner.js';
import { releaseDays } from './release-days.js';
import type { SourcedItem } from './release-days.js';
import { groupBy } from '../../kernel/group-by.js';
import { readPayload } from './replay-payloads.js';
import type { KeptPayload } from './replay-payloads.js';
import { shownItems } from './shown-releases.js';

/** Payloads of one day, and the first day that they may tell of: the one after the payload before. */
export interface PayloadDay {
  readonly payloads: readonly KeptPayload[];
  readonly from?: string;
  readonly day: string;
}

const CHUNK = 200;
/** Facts from vendors' own pages that ship with the product. */
const VENDOR_FACTS: KeptPayload = { feed: 'vendor-facts', path: join('seeds', 'vendor-facts.json'), day: undefined };

/** Lets a scratch catalogue learn what the world showed, day by day. */
export class WorldFeeder {
  private readonly runner: FeedRunner;
  private readonly catalogue: CatalogueWriter;
  private readonly db: Database;
  private readonly shown = new Map<string, FoundName>();
  private undated: readonly SourcedItem[] = [];

  constructor(app: INestApplicationContext) {
    this.runner = app.get(FeedRunner, { strict: false });
    this.catalogue = app.get(CatalogueWriter, { strict: false });
    this.db = app.get(Database, { strict: false });
  }

  /** Keeps undated payloads back until the releases that they speak of are shown. */
  async keepBack(payloads: readonly KeptPayload[], asOf: string): Promise<void> {
    const facts = { ...VENDOR_FACTS, path: join(projectRoot(), VENDOR_FACTS.path) };
    const read = await Promise.all([...payloads, facts].map((payload) => itemsOf(payload, asOf)));
    this.undated = read.flat();
  }

  /** Releases that the enterprise runs are known when it begins to. */
  async showInUse(keys: readonly string[], day: string): Promise<void> {
    const items = keys.map((key): SourcedItem => ({
      source: 'own-list',
      item: { hubId: key, name: key, position: key, facts: [], artifacts: [], benchmarks: [] },
    }));
    await this.show(items, day);
    await this.learnShown(day);
  }

  /** What payloads are the first to say of releases, by the day on which each could first be seen. */
  async news(days: readonly PayloadDay[], inUse: ReadonlySet<string>): Promise<Map<string, readonly SourcedItem[]>> {
    const news = new Map<string, readonly SourcedItem[]>();
    const shown: FoundName[] = [];
    for (const { payloads, from, day } of days) {
      const all = (await Promise.all(payloads.map((payload) => itemsOf(payload, day)))).flat();
      const told = all.filter(({ item }) => item.mentionOnly !== true);
      const question = { told, shown, inUse, day, undated: this.undated, ...(from === undefined ? {} : { from }) };
      for (const [first, items] of releaseDays(question)) news.set(first, [...(news.get(first) ?? []), ...items]);
      shown.push(...told.map(({ item }) => item));
    }
    return news;
  }

  /** Records what was first seen on that day. */
  async show(items: readonly SourcedItem[], day: string): Promise<void> {
    const learnt = new Set(items);
    this.undated = this.undated.filter((each) => !learnt.has(each));
    for (const { item } of items) this.remember(item);
    for (const [source, ofSource] of groupBy(items, (each) => each.source))
      for (let at = 0; at < ofSource.length; at += CHUNK) {
        const releases = ofSource.slice(at, at + CHUNK).map(({ item }) => item);
        const provenance = { source, asOf: startOf(day) };
        await this.db.transaction((tx) => this.catalogue.record(tx, { releases, rejected: [] }, provenance));
      }
  }

  /** Imports the payloads of one day, then what undated sources say of the releases shown so far. */
  async feed({ payloads, day }: PayloadDay): Promise<void> {
    for (const payload of payloads) {
      const bytes = await readPayload(payload.path);
      await this.runner.import({ feed: payload.feed, bytes }, { asOf: startOf(day), trigger: 'MANUAL', actor: SYSTEM });
      for (const { item } of await itemsOf(payload, day)) if (item.mentionOnly !== true) this.remember(item);
    }
    await this.learnShown(day);
  }

  private remember({ hubId, name, vendorHint, host }: FoundRelease): void {
    this.shown.set(`${subjectOf({ hubId, name, vendorHint })} ${host ?? ''}`, { hubId, name, vendorHint, host });
  }

  private async learnShown(day: string): Promise<void> {
    const shown = shownItems(
      [...this.shown.values()],
      this.undated.map(({ item }) => item),
    );
    await this.show(
      [...shown].sort((a, b) => a - b).flatMap((index) => this.undated[index] ?? []),
      day,
    );
  }
}

async function itemsOf({ feed, path }: KeptPayload, asOf: string): Promise<SourcedItem[]> {
  const found = feedNamed(feed).connector(await readPayload(path), { asOf });
  return found.releases.map((item) => ({ source: feed, item }));
}

const startOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
