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
import { groupBy } from '../../kernel/group-by.js';
import { readPayload } from './replay-payloads.js';
import type { KeptPayload } from './replay-payloads.js';
import { shownItems } from './shown-releases.js';

interface UndatedItem {
  readonly source: string;
  readonly item: FoundRelease;
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
  private readonly learnt = new Set<number>();
  private undated: readonly UndatedItem[] = [];

  constructor(app: INestApplicationContext) {
    this.runner = app.get(FeedRunner, { strict: false });
    this.catalogue = app.get(CatalogueWriter, { strict: false });
    this.db = app.get(Database, { strict: false });
  }

  /** Keeps undated payloads back until the releases that they speak of are shown. */
  async keepBack(payloads: readonly KeptPayload[], asOf: string): Promise<void> {
    const facts = { ...VENDOR_FACTS, path: join(projectRoot(), VENDOR_FACTS.path) };
    const read = await Promise.all(
      [...payloads, facts].map(async ({ feed, path }) => {
        const found = feedNamed(feed).connector(await readPayload(path), { asOf });
        return found.releases.map((item) => ({ source: feed, item }));
      }),
    );
    this.undated = read.flat();
  }

  /** Releases that the enterprise runs are known from the start. */
  async showInUse(keys: readonly string[], day: string): Promise<void> {
    const items = keys.map((key): FoundRelease => ({
      ...{ hubId: key, name: key, position: key, facts: [], artifacts: [], benchmarks: [] },
    }));
    this.remember(items);
    await this.record('own-list', items, day);
    await this.learnShown(day);
  }

  /** Imports the payloads of one day, then what undated sources say of the releases shown so far. */
  async feed(payloads: readonly KeptPayload[], day: string): Promise<void> {
    for (const { feed, path } of payloads) {
      const bytes = await readPayload(path);
      await this.runner.import({ feed, bytes }, { asOf: startOf(day), trigger: 'MANUAL', actor: SYSTEM });
      const { releases } = feedNamed(feed).connector(bytes, { asOf: day });
      this.remember(releases.filter(({ mentionOnly }) => mentionOnly !== true));
    }
    await this.learnShown(day);
  }

  private remember(items: readonly FoundName[]): void {
    for (const { hubId, name, vendorHint, host } of items)
      this.shown.set(`${subjectOf({ hubId, name, vendorHint })} ${host ?? ''}`, { hubId, name, vendorHint, host });
  }

  private async learnShown(day: string): Promise<void> {
    const shown = shownItems(
      [...this.shown.values()],
      this.undated.map(({ item }) => item),
    );
    const fresh = [...shown].filter((index) => !this.learnt.has(index)).sort((a, b) => a - b);
    const bySource = groupBy(
      fresh.flatMap((index) => this.undated[index] ?? []),
      ({ source }) => source,
    );
    for (const [source, items] of bySource)
      await this.record(
        source,
        items.map(({ item }) => item),
        day,
      );
    for (const index of fresh) this.learnt.add(index);
  }

  private async record(source: string, releases: readonly FoundRelease[], day: string): Promise<void> {
    for (let at = 0; at < releases.length; at += CHUNK) {
      const found = { releases: releases.slice(at, at + CHUNK), rejected: [] };
      await this.db.transaction((tx) => this.catalogue.record(tx, found, { source, asOf: startOf(day) }));
    }
  }
}

const startOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
