import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { FixedClock } from '../../kernel/clock.js';
import { PolicyReader } from '../../policy/policy.reader.js';
import { DemoSeed } from '../../portfolio/demo.seed.js';
import { readDemoPortfolio } from '../../portfolio/demo-portfolio.js';
import { AssessmentFactsReader } from '../assessment-facts.reader.js';
import { Assessor } from '../assessor.js';
import { ReplayLog } from './replay-log.js';
import { NEXT_DAY_OF_CHANGE, RELEASES_BY_KEY, STANDING_FLAGS } from './replay.sql.js';
import type { KeptPayload } from './replay-payloads.js';
import type { SourcedItem } from './release-days.js';
import { WorldFeeder } from './world-feeder.js';
import type { PayloadDay } from './world-feeder.js';
import { groupBy } from '../../kernel/group-by.js';
import type { TruthWatch } from './truth.js';

export interface ReplayPlan {
  readonly portfolio: string;
  readonly payloads: readonly KeptPayload[];
  /** `YYYY-MM-DD`, the last day. */
  readonly until: string;
  readonly truth?: TruthWatch;
  readonly report: (line: string) => void;
}

const startOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const endOf = (day: string): Date => new Date(`${day}T23:59:59Z`);
const dayAfter = (day: string): string => new Date(startOf(day).getTime() + 86_400_000).toISOString().slice(0, 10);

/**
 * Lives the days again on a scratch database. What a payload is the first to show is recorded on the day on which somebody
 * who looks daily could first have seen it; every day on which anything may have changed ends with an assessment.
 */
export async function replay(app: INestApplicationContext, clock: FixedClock, plan: ReplayPlan): Promise<ReplayLog> {
  const feeder = new WorldFeeder(app);
  const undated = plan.payloads.filter(({ day }) => day === undefined);
  await feeder.keepBack(undated, plan.until);
  const days = payloadDays(plan);
  const news = await feeder.news(days, plan.truth?.inUse() ?? new Set());
  const past = { app, clock, feeder, news, log: new ReplayLog(), truth: plan.truth };
  for (const payloads of days) {
    const started = performance.now();
    const { from, day } = payloads;
    await live(past, from, day);
    clock.set(endOf(day));
    await feeder.feed(payloads);
    if (from === undefined) await beginWith(app, feeder, plan.portfolio, day);
    await assessOn(past, day);
    plan.report(`${day}: lived up to in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  await live(past, dayAfter(days.at(-1)?.day ?? plan.until), dayAfter(plan.until));
  return past.log;
}

function payloadDays({ payloads, until }: ReplayPlan): readonly PayloadDay[] {
  const byDay = groupBy(payloads, ({ day }) => (day === undefined || day > until ? undefined : day));
  const days = [...byDay.keys()].sort();
  return days.map((day, index) => {
    const before = days[index - 1];
    return { day, payloads: byDay.get(day) ?? [], ...(before === undefined ? {} : { from: dayAfter(before) }) };
  });
}

async function beginWith(app: INestApplicationContext, feeder: WorldFeeder, path: string, day: string): Promise<void> {
  const { portfolio } = await readDemoPortfolio(path);
  await feeder.showInUse(
    portfolio.models.map(({ release }) => release),
    day,
  );
  await app.get(DemoSeed, { strict: false }).loadIfEmpty(path);
}

interface Past {
  readonly app: INestApplicationContext;
  readonly clock: FixedClock;
  readonly feeder: WorldFeeder;
  readonly news: ReadonlyMap<string, readonly SourcedItem[]>;
  readonly log: ReplayLog;
  readonly truth: TruthWatch | undefined;
}

/** Lives the days from the one until before the other on which something is shown, or time alone may change a finding. */
async function live(past: Past, from: string | undefined, before: string): Promise<void> {
  const shows = [...past.news.keys()].filter((day) => day < before && (from === undefined || day >= from)).sort();
  let last = new Date(startOf(from ?? shows[0] ?? before).getTime() - 1);
  for (;;) {
    const shown = shows[0];
    const quiet = await nextQuietDay(past.app, last, startOf(before));
    const day = [shown, quiet].filter((each) => each !== undefined).sort()[0];
    if (day === undefined) return;
    past.clock.set(endOf(day));
    if (day === shown) await past.feeder.show(past.news.get(shows.shift() ?? '') ?? [], day);
    await assessOn(past, day);
    last = endOf(day);
  }
}

/** The next day on which time alone may change a finding. */
async function nextQuietDay(app: INestApplicationContext, after: Date, before: Date): Promise<string | undefined> {
  const { minimumReleaseAgeDays, thresholds } = (await app.get(PolicyReader, { strict: false }).current()).document;
  const { supportEndDays, supportEndWarnDays } = thresholds;
  const params = [after, before, minimumReleaseAgeDays, supportEndDays, supportEndWarnDays];
  const row = await app.get(Database, { strict: false }).readOne(NEXT_DAY_OF_CHANGE, params);
  return row?.day ?? undefined;
}

async function assessOn({ app, clock, log, truth }: Past, day: string): Promise<void> {
  clock.set(endOf(day));
  const db = app.get(Database, { strict: false });
  await app.get(Assessor, { strict: false }).assess();
  log.note(day, await db.read(STANDING_FLAGS, []));
  if (truth === undefined) return;
  const known = await db.read(RELEASES_BY_KEY, [truth.keys()]);
  const releaseIds = known.map(({ id }) => id);
  const facts = await app.get(AssessmentFactsReader, { strict: false }).load({ at: clock.now(), releaseIds });
  truth.note(day, facts, new Map(known.map(({ key, id }) => [key, id])));
}
