import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { TestApp } from './support/app.js';
import { sqlOf } from './support/sql.js';
import type { Sql } from './support/sql.js';
import { aBench, startSwapApp } from './support/swaps.js';
import type { Bench } from './support/swaps.js';

/** A request is judged before its tool is held: what happens to the tool in between counts. */
let app: TestApp;
let sql: Sql;

beforeAll(async () => {
  app = await startSwapApp();
  sql = sqlOf(app);
});
afterAll(() => app.stop());

const ask = ({ tool, target }: Bench) =>
  app.http
    .post('/v1/swap-requests')
    .set(app.as('tool-owner'))
    .send({ toolId: tool.id, toModelId: target.id, justification: 'Better.' });

const WAITING = `SELECT pid FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()`;

/** Asks while somebody else holds the tool, who then writes what is given and lets go. */
async function askDuring(bench: Bench, text: string, values: readonly unknown[]) {
  const other = new Client({ connectionString: app.databaseUrl });
  await other.connect();
  try {
    // The database's own rules would want a swap request for what happens here.
    await other.query('SET session_replication_role = replica; BEGIN');
    await other.query('SELECT FROM tool WHERE id = $1 FOR UPDATE', [bench.tool.id]);
    const asked = ask(bench).then((answer) => answer);
    while ((await sql(WAITING)).length === 0) await sleep(10);
    await other.query(text, [...values]);
    await other.query('COMMIT');
    return await asked;
  } finally {
    await other.end();
  }
}

async function expectNothing({ tool }: Bench): Promise<void> {
  expect(await sql('SELECT id FROM swap_request WHERE tool_id = $1', [tool.id])).toEqual([]);
  expect(await sql('SELECT open_requests FROM tool WHERE id = $1', [tool.id])).toEqual([{ open_requests: 0 }]);
}

describe('a request that is opened while its tool changes', () => {
  it('is refused when another model has come to serve the tool', async () => {
    const bench = await aBench(app);
    const answer = await askDuring(
      bench,
      `UPDATE assignment SET id = gen_random_uuid(), model_id = $2 WHERE tool_id = $1 AND valid_to IS NULL`,
      [bench.tool.id, bench.spare.id],
    );
    expect([answer.status, answer.body.code]).toEqual([409, 'base-moved']);
    await expectNothing(bench);
    expect((await ask(bench)).body).toMatchObject({ state: 'DRAFT', from: { model: { id: bench.spare.id } } });
  });

  it('is refused when the tool was retired', async () => {
    const bench = await aBench(app);
    const answer = await askDuring(bench, 'UPDATE tool SET retired_at = now() WHERE id = $1', [bench.tool.id]);
    expect([answer.status, answer.body.code]).toEqual([409, 'tool-retired']);
    await expectNothing(bench);
  });

  it('is refused when the tool went to somebody else', async () => {
    const bench = await aBench(app);
    const given = `UPDATE tool SET owner_team = 'elsewhere',
      owner_id = (SELECT id FROM person WHERE subject = 'platform' AND issuer = 'local') WHERE id = $1`;
    await app.http.get('/v1/me').set(app.as('platform')).expect(200);
    const answer = await askDuring(bench, given, [bench.tool.id]);
    expect([answer.status, answer.body.code]).toEqual([403, 'not-your-tool']);
    await expectNothing(bench);
  });

  it('is opened when nothing that counts has changed', async () => {
    const bench = await aBench(app);
    const answer = await askDuring(bench, 'UPDATE tool SET version = version + 1 WHERE id = $1', [bench.tool.id]);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ state: 'DRAFT', timeline: [{ action: 'opened' }] });
    expect(await sql('SELECT open_requests FROM tool WHERE id = $1', [bench.tool.id])).toEqual([{ open_requests: 1 }]);
  });
});
