import { CatalogueSeed } from '../../src/catalogue/catalogue.seed.js';
import { DemoSeed } from '../../src/portfolio/demo.seed.js';
import { startTestApp } from './app.js';
import type { TestApp } from './app.js';

/** The application over the bundled catalogue and the demo portfolio, on the day for which their figures are written down. */
export async function startDemoApp(): Promise<TestApp> {
  const app = await startTestApp({ now: '2026-11-23T12:00:00Z' });
  await app.app.get(CatalogueSeed, { strict: false }).loadBundled();
  await app.app.get(DemoSeed, { strict: false }).loadIfEmpty();
  return app;
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
