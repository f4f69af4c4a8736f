import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { FixedClock } from '../../kernel/clock.js';
import { PolicyReader } from '../../policy/policy.reader.js';
import { DemoSeed } from '../../portfolio/demo.seed.js';
import { readDemoPortfolio } from '../../portfolio/demo-portfolio.js';
import { AssessmentFactsReader } from '../assessment-facts.reader.js';
import { Assessor } from '../assessor.js';
import { ReplayLog } from './replay-log.js';
import { DAYS_OF_CHANGE, RELEASES_BY_KEY, STANDING_FLAGS } from './replay.sql.js';
import type { KeptPayload } from './replay-payloads.js';
import { WorldFeeder } from './world-feeder.js';
import type { TruthWatch } from './truth.js';

export interface ReplayPlan {
  readonly portfolio: string;
  readonly payloads: readonly KeptPayload[];
  /** `YYYY-MM-DD`, the last day. */
  readonly until: string;
  readonly truth?: TruthWatch;
  readonly report: (line: string) => void;
}

const endOf = (day: string): Date => new Date(`${day}T23:59:59Z`);
const asOne = (days: Iterable<string>): string[] => [...new Set(days)].sort();

/** Lives the days of the payloads again on a scratch database: each day's payloads, then an assessment in the evening. */
export async function replay(app: INestApplicationContext, clock: FixedClock, plan: ReplayPlan): Promise<ReplayLog> {
  const dated = plan.payloads.flatMap(({ day, ...payload }) =>
    day === undefined || day > plan.until ? [] : [{ ...payload, day }],
  );
  const payloadDays = asOne(dated.map(({ day }) => day));
  const first = payloadDays[0] ?? plan.until;
  const feeder = new WorldFeeder(app);
  const { portfolio } = await readDemoPortfolio(plan.portfolio);
  clock.set(endOf(first));
  await feeder.keepBack(
    plan.payloads.filter(({ day }) => day === undefined),
    plan.until,
  );
  await feeder.showInUse(
    portfolio.models.map(({ release }) => release),
    first,
  );
  const log = new ReplayLog();
  for (const [index, day] of payloadDays.entries()) {
    clock.set(endOf(day));
    const started = performance.now();
    await feeder.feed(
      dated.filter((payload) => payload.day === day),
      day,
    );
    if (index === 0) await app.get(DemoSeed, { strict: false }).loadIfEmpty(plan.portfolio);
    plan.report(`${day}: payloads read in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    const next = payloadDays[index + 1];
    const days = await quietDays(app, day, next === undefined ? endOf(plan.until) : new Date(`${next}T00:00:00Z`));
    for (const each of [day, ...days]) await assessOn(app, clock, each, log, plan.truth);
  }
  return log;
}

/** Days after the payload's on which time alone may change a finding. */
async function quietDays(app: INestApplicationContext, day: string, before: Date): Promise<readonly string[]> {
  const { minimumReleaseAgeDays, thresholds } = (await app.get(PolicyReader, { strict: false }).current()).document;
  const { supportEndDays, supportEndWarnDays } = thresholds;
  const params = [endOf(day), before, minimumReleaseAgeDays, supportEndDays, supportEndWarnDays];
  const rows = await app.get(Database, { strict: false }).read(DAYS_OF_CHANGE, params);
  return asOne(rows.map((row) => row.day));
}

async function assessOn(
  app: INestApplicationContext,
  clock: FixedClock,
  day: string,
  log: ReplayLog,
  truth: TruthWatch | undefined,
): Promise<void> {
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
