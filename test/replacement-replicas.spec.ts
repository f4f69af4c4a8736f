import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parseEnv } from '../src/config/env.js';
import { createApp } from '../src/create-app.js';
import { Assessor } from '../src/replacement/assessor.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { listed, record, settled, smallPortfolio } from './support/flags.js';

const RELEASES = [1, 2, 3, 4].flatMap((step) => [
  listed(`zai-org/GLM-${step + 4}-${100 + 30 * step}B`, 100 + 30 * step, `2026-0${step}-10`),
  listed(`moonshotai/Kimi-K${step + 2}-Instruct`, 90, `2026-0${step}-12`),
  listed(`mistralai/Mistral-Small-${step + 3}-24B-Instruct`, 24, `2026-0${step}-14`),
  listed(`ibm-granite/granite-${step + 8}.0-8b-instruct`, 8, `2026-0${step}-16`),
]);
const DAY = '2026-05-01';
const NOW = '2026-07-02T09:00:00Z';

/** A second process over the database of the first, as far as the database can tell: pool, workers and memory are its own. */
async function replicaOf(first: TestApp): Promise<NestFastifyApplication> {
  const env = {
    ...{ NODE_ENV: 'test', LOG_LEVEL: 'silent', SECRET_KEY: 'a secret of the tests, long enough for all' },
    ...{ DATABASE_URL: first.databaseUrl, DB_POOL_SIZE: '8' },
  };
  const app = await createApp(parseEnv(env), { clock: first.clock });
  await app.listen(0, '127.0.0.1');
  return app;
}

/** All that a flag says, without ids and times. */
const flagsOf = (app: TestApp): Promise<unknown[]> =>
  app.db.dataSource.query(
    `SELECT u.key AS "inUse", c.key AS candidate, s.key AS "supersededBy", f.reasons, f.severity, f.rank, f.state, f.active,
       t.active AS "rowActive", t.analysis_state AS "rowState", t.score, e.gates, e.score AS terms
     FROM replacement_flag f JOIN model m ON m.id = f.model_id JOIN release u ON u.id = m.release_id
     JOIN release c ON c.id = f.candidate_release_id LEFT JOIN release s ON s.id = f.superseded_by
     JOIN flag_finding t ON t.flag_id = f.id JOIN flag_explanation e ON e.flag_id = f.id AND e.digest = t.explanation
     ORDER BY u.key, c.key`,
  );

describe('two replicas that are told of releases at once', () => {
  let first: TestApp;
  let second: NestFastifyApplication;
  let alone: TestApp;

  beforeAll(async () => {
    [first, alone] = await Promise.all([startTestApp({ now: NOW }), startTestApp({ now: NOW })]);
    second = await replicaOf(first);
    await Promise.all([smallPortfolio(first), smallPortfolio(alone)]);
  });
  afterAll(async () => {
    await second.close();
    await Promise.all([first.stop(), alone.stop()]);
  });

  it('raise the flags that one of them would have raised, told of one release after the other', async () => {
    const replicas = [first.app, second];
    await Promise.all(RELEASES.map((release, index) => record(replicas[index % 2] ?? first.app, DAY, release)));
    await Promise.all(replicas.map(settled));
    for (const release of RELEASES) {
      await record(alone.app, DAY, release);
      await settled(alone.app);
    }
    const found = await flagsOf(first);
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(await flagsOf(alone));
  });

  it('raise each of them once, fail at nothing, and leave nothing to a full assessment by either', async () => {
    const twice = await first.db.dataSource.query(
      `SELECT flag_id FROM flag_event WHERE to_state = 'OPEN' GROUP BY flag_id, tool_id HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
    const failed = await first.db.dataSource.query(
      `SELECT name, state, retry_count FROM pgboss.job WHERE name LIKE 'AssessmentJobs%' AND (state <> 'completed' OR retry_count > 0)`,
    );
    expect(failed).toEqual([]);
    for (const app of [first.app, second])
      expect(await app.get(Assessor, { strict: false }).assess()).toMatchObject({ models: 3, raised: 0, changed: 0 });
  });

  it('remember nothing that the other has changed since', async () => {
    const [from, to] = [first.app, second].map((app) => app.get(Assessor, { strict: false }));
    for (const [index, assessor] of [from, to, from, to].entries()) {
      const key = `zai-org/GLM-${index + 20}-150B`;
      await record(index % 2 === 0 ? second : first.app, DAY, listed(key, 150, '2026-04-20'));
      await settled(first.app);
      expect(await assessor?.assess({})).toMatchObject({ models: 0, changed: 0 });
      expect(await flagsOf(first)).toContainEqual(expect.objectContaining({ candidate: key, rowState: 'OPEN' }));
    }
  });
});
