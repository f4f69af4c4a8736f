import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { make } from './support/portfolio.js';
import { aBench, aSwap, startSwapApp, windowAround } from './support/swaps.js';
import type { Driver } from './support/swaps.js';
import { sqlOf } from './support/sql.js';
import type { Sql } from './support/sql.js';

/** Everything here is written as the application's own role, past the application. */
let app: TestApp;
let sql: Sql;

beforeAll(async () => {
  app = await startSwapApp();
  sql = sqlOf(app);
});
afterAll(() => app.stop());

const draft = async (): Promise<Driver> => aSwap(app, await aBench(app, 'MEDIUM'));

describe('evidence', () => {
  const link = ({ id }: Driver, url = 'https://x.example') =>
    sql(
      `INSERT INTO swap_evidence (id, swap_request_id, kind, title, url, sha256, attached_by, attached_at)
       SELECT gen_random_uuid(), id, 'LINK', 'x', $2, repeat('a', 64), requested_by, now() FROM swap_request WHERE id = $1`,
      [id, url],
    );

  it('is not slipped under approvals, nor changed or taken away', async () => {
    const swap = await (await draft()).assessed();
    await swap.approve('manager');
    await expect(link(swap)).rejects.toThrow('voids the approvals');
    await expect(link(await (await draft()).approved('manager', 'manager-2'))).rejects.toThrow('does not change');
    await expect(sql('UPDATE swap_evidence SET sha256 = sha256')).rejects.toThrow('permission denied');
    await expect(sql('DELETE FROM swap_evidence')).rejects.toThrow('permission denied');
  });

  it('is of one kind, as large as allowed, and has the digest of its bytes', async () => {
    const swap = await draft();
    const file = (bytes: Buffer, sha256: string) =>
      sql(
        `INSERT INTO swap_evidence (id, swap_request_id, kind, title, file_name, media_type, bytes, size_bytes, sha256, attached_by, attached_at)
         SELECT gen_random_uuid(), id, 'FILE', 'x', 'x.txt', 'text/plain', $2::bytea, octet_length($2), $3,
           requested_by, now() FROM swap_request WHERE id = $1`,
        [swap.id, bytes, sha256],
      );
    await expect(file(Buffer.from('x'), 'b'.repeat(64))).rejects.toThrow('swap_evidence_content_ck');
    const large = sql(
      `INSERT INTO swap_evidence (id, swap_request_id, kind, title, file_name, media_type, bytes, size_bytes, sha256, attached_by, attached_at)
       SELECT gen_random_uuid(), id, 'FILE', 'x', 'x.txt', 'text/plain', b, octet_length(b), encode(sha256(b), 'hex'), requested_by, now()
       FROM swap_request, convert_to(repeat('a', 10485761), 'UTF8') b WHERE id = $1`,
      [swap.id],
    );
    await expect(large).rejects.toThrow('swap_evidence_size_ck');
  });
});

describe('a primary', () => {
  const move = (toolId: string, modelId: string, request: string | null, at: string) =>
    app.db.transaction(async ({ manager }) => {
      await manager.query(`SET LOCAL modelfolio.seeding = 'on'`);
      await manager.query(`UPDATE assignment SET valid_to = $2 WHERE tool_id = $1 AND valid_to IS NULL`, [toolId, at]);
      await manager.query(
        `INSERT INTO assignment (id, tool_id, model_id, purpose, valid_from, assigned_by, swap_request_id)
         SELECT gen_random_uuid(), id, $2, 'PRIMARY', $4, owner_id, $3 FROM tool WHERE id = $1`,
        [toolId, modelId, request, at],
      );
    });

  it('moves by an approved request alone, whatever setting is claimed', async () => {
    const bench = await aBench(app);
    const swap = await aSwap(app, bench);
    await expect(move(bench.tool.id, bench.target.id, null, '2026-07-03')).rejects.toThrow('by a swap request');
    await expect(move(bench.tool.id, bench.target.id, swap.id, '2026-07-03')).rejects.toThrow('approved swap request');
    const { body } = await app.http.get(`/v1/tools/${bench.tool.id}`).set(app.as('auditor'));
    expect(body.primary.modelId).toBe(bench.current.id);
  });

  it('is moved by its request once: a roll-back of the past does not serve again', async () => {
    const bench = await aBench(app);
    const first = await (await aSwap(app, bench)).moved('manager');
    await first.take('platform', 'roll-back', { comment: 'Too slow.' });
    const second = await aSwap(app, bench);
    await second.approved('manager');
    await second.take('platform', 'schedule', windowAround(app));
    await second.take('platform', 'rollout', { stage: 'FULL' });
    const again = move(bench.tool.id, bench.current.id, first.id, '2026-07-04');
    await expect(again).rejects.toThrow('moves its tool once');
  });
});

describe('the tool', () => {
  it('stays as material as it is while a request is open', async () => {
    const bench = await aBench(app, 'MEDIUM');
    const swap = await aSwap(app, bench);
    const lower = () => sql(`UPDATE tool SET impact = 'LOW' WHERE id = $1`, [bench.tool.id]);
    await expect(lower()).rejects.toThrow('not lowered while a swap request is open');
    await swap.take('tool-owner', 'cancel', { comment: 'Not now.' });
    await lower();
    expect((await make(app, 'tool-owner', '/v1/swap-requests', await bodyOf(swap))).id).toBeDefined();
  });

  async function bodyOf(swap: Driver): Promise<object> {
    const { tool, to } = await swap.read();
    return { toolId: tool.id, toModelId: to.model.id, justification: 'Again.' };
  }
});
