import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { newId } from '../src/kernel/id.js';
import type { TestApp } from './support/app.js';
import { sqlOf } from './support/sql.js';
import type { Sql } from './support/sql.js';
import { aBench, startSwapApp, SWAP_RELEASES } from './support/swaps.js';
import type { Bench } from './support/swaps.js';

/** A request is judged before its tool is held: what happens to the tool in between counts. */
let app: TestApp;
let sql: Sql;

beforeAll(async () => {
  app = await startSwapApp();
  sql = sqlOf(app);
});
afterAll(() => app.stop());

const ask = ({ tool, target }: Bench, content: object = { toModelId: target.id }) =>
  app.http
    .post('/v1/swap-requests')
    .set(app.as('tool-owner'))
    .send({ toolId: tool.id, justification: 'Better.', ...content });

/** The database's own rules would want a swap request, or a merge, for what happens here. */
const LAWLESS = 'SET session_replication_role = replica';
const WAITING = `SELECT pid FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()`;

/** Asks while somebody else holds the tool, who then writes what is given and lets go. */
async function askDuring(bench: Bench, text: string, values: readonly unknown[], content?: object) {
  const other = new Client({ connectionString: app.databaseUrl });
  await other.connect();
  try {
    await other.query(`${LAWLESS}; BEGIN`);
    await other.query('SELECT FROM tool WHERE id = $1 FOR UPDATE', [bench.tool.id]);
    const asked = ask(bench, content).then((answer) => answer);
    while ((await sql(WAITING)).length === 0) await sleep(10);
    await other.query(text, [...values]);
    await other.query('COMMIT');
    return await asked;
  } finally {
    await other.end();
  }
}

async function rewrite(text: string, values: readonly unknown[]): Promise<void> {
  const other = new Client({ connectionString: app.databaseUrl });
  await other.connect();
  await other.query(LAWLESS);
  await other.query(text, [...values]).finally(() => other.end());
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

  it('is refused when its target was merged with a twin', async () => {
    const bench = await aBench(app);
    const toReleaseKey = SWAP_RELEASES[3];
    const gone = await askDuring(bench, 'DELETE FROM release WHERE key = $1', [toReleaseKey], { toReleaseKey });
    expect([gone.status, gone.body.code]).toEqual([409, 'concurrent-change']);
    await expectNothing(bench);
  });
});

describe('a request that is opened from a flag while its tool is held', () => {
  const flagId = newId();

  beforeAll(async () => {
    const { current } = await aBench(app);
    await rewrite(
      `INSERT INTO replacement_flag (id, model_id, model_reason, reasons, title, severity, confidence, rank,
         ranked_candidates, state, active, policy_version, raised_at, assessed_at)
       SELECT $1, $2, 'END_OF_SUPPORT', '{END_OF_SUPPORT}', 'It ends.', 'WARN', 'HIGH', 1, ARRAY[id], 'OPEN', true, 1,
         now(), now() FROM release WHERE key = $3`,
      [flagId, current.id, SWAP_RELEASES[1]],
    );
  });

  async function concern({ tool }: Bench): Promise<void> {
    await rewrite(
      `INSERT INTO flag_finding (flag_id, tool_id, active, analysis_state, severity, confidence, explanation, reasons)
       VALUES ($1, $2, true, 'OPEN', 'WARN', 'HIGH', '', '{END_OF_SUPPORT}')`,
      [flagId, tool.id],
    );
  }

  it('accepts the flag where it still offers the same', async () => {
    const bench = await aBench(app);
    await concern(bench);
    const touched = 'UPDATE replacement_flag SET rank = 2 WHERE id = $1';
    const answer = await askDuring(bench, touched, [flagId], { flagId });
    expect(answer.body).toMatchObject({ state: 'DRAFT', flagId, to: { model: { id: bench.target.id } } });
  });

  it('is refused when the flag offers another release by now', async () => {
    const bench = await aBench(app);
    await concern(bench);
    const other = `UPDATE replacement_flag SET ranked_candidates = ARRAY[(SELECT id FROM release WHERE key = $2)] WHERE id = $1`;
    const answer = await askDuring(bench, other, [flagId, SWAP_RELEASES[2]], { flagId });
    expect([answer.status, answer.body.code]).toEqual([409, 'concurrent-change']);
    await expectNothing(bench);
  });

  it('is refused when the flag was decided for the tool', async () => {
    const bench = await aBench(app);
    await concern(bench);
    const decided = `UPDATE flag_finding SET analysis_state = 'ACCEPTED' WHERE flag_id = $1 AND tool_id = $2`;
    const answer = await askDuring(bench, decided, [flagId, bench.tool.id], { flagId });
    expect([answer.status, answer.body.code]).toEqual([409, 'flag-not-open']);
    await expectNothing(bench);
  });
});
