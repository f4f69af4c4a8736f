import { CatalogueSeed } from '../../src/catalogue/catalogue.seed.js';
import { Config } from '../../src/config/env.js';
import { createApp } from '../../src/create-app.js';
import { Workers } from '../../src/events/workers.js';
import { prepare } from '../../src/first-start.js';
import { FixedClock } from '../../src/kernel/clock.js';
import { DemoSeed } from '../../src/portfolio/demo.seed.js';
import { startTestApp, testConfig } from './app.js';
import type { TestApp, TestAppOptions } from './app.js';
import { filledTemplate } from './database.js';

/** The day for which the figures of the bundled catalogue and the demo portfolio are written down. */
const DAY = '2026-11-23T12:00:00Z';

/** The application over the bundled catalogue and the demo portfolio, on their day; its jobs have not yet been done. */
export async function startDemoApp(options: Pick<TestAppOptions, 'env'> = {}): Promise<TestApp> {
  const template = await filledTemplate('demo', async (databaseUrl) => {
    const clock = new FixedClock(new Date(DAY));
    const app = await createApp(testConfig(databaseUrl, { WORKERS: 'false' }), { clock });
    await app.get(CatalogueSeed, { strict: false }).loadBundled();
    await app.get(DemoSeed, { strict: false }).loadIfEmpty();
    await app.close();
  });
  return startTestApp({ now: DAY, template, ...options });
}

/** The application as it first greets people: besides, every flag is raised, and nothing is left to do. */
export async function startAssessedDemoApp(options: Pick<TestAppOptions, 'env'>): Promise<TestApp> {
  // The browser has a clock of its own: a cookie of an earlier day would have ended already.
  const now = new Date();
  const template = await filledTemplate('assessed', async (databaseUrl) => {
    const app = await createApp(testConfig(databaseUrl, options.env), { clock: new FixedClock(now) });
    await prepare(app, { ...app.get(Config), demo: true }, () => undefined);
    await app.get(Workers, { strict: false }).idle();
    await app.close();
  });
  return startTestApp({ now: now.toISOString(), template, ...options });
}

/** Moves a tool's primary at a moment, as a completed swap does; a fallback that becomes the primary is none any more. */
export async function movePrimary(
  app: TestApp,
  { tool, to, at }: { tool: string; to: string; at: string },
): Promise<void> {
  await app.db.transaction(async (tx) => {
    await tx.manager.query('SET LOCAL ROLE NONE');
    await tx.manager.query(`SET LOCAL modelfolio.seeding = 'on'`);
    await tx.manager.query(
      `UPDATE assignment SET valid_to = $2 FROM tool, model
       WHERE tool.id = tool_id AND model.id = model_id AND tool.name = $1 AND valid_to IS NULL
         AND (purpose = 'PRIMARY' OR model.name = $3)`,
      [tool, at, to],
    );
    await tx.manager.query(
      `INSERT INTO assignment (id, tool_id, model_id, purpose, valid_from, assigned_by)
       SELECT gen_random_uuid(), tool.id, model.id, 'PRIMARY', $3, tool.owner_id FROM tool, model WHERE tool.name = $1 AND model.name = $2`,
      [tool, to, at],
    );
  });
}
