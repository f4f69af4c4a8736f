import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { pointersOf } from './support/portfolio.js';
import { aBench, aSwap, refusal, startSwapApp } from './support/swaps.js';
import type { Account } from './support/swaps.js';

let app: TestApp;

beforeAll(async () => {
  app = await startSwapApp();
});
afterAll(() => app.stop());

const MISSING = '01890000-0000-7000-8000-000000000000';
const get = async (path: string, account: Account = 'auditor') =>
  (await app.http.get(path).set(app.as(account)).expect(200)).body;

describe('evidence', () => {
  const upload = (id: string, bytes: Buffer, fileName = 'a.txt') =>
    app.http
      .post(`/v1/swap-requests/${id}/evidence/files?fileName=${encodeURIComponent(fileName)}`)
      .set({ ...app.as('tool-owner'), 'content-type': 'application/octet-stream' })
      .send(bytes);

  it('is taken by what its bytes show, up to 10 MB, once', async () => {
    const swap = await aSwap(app, await aBench(app));
    const html = await upload(swap.id, Buffer.from('<html><script>alert(1)</script>'), 'report.pdf');
    expect([html.status, html.body.code]).toEqual([422, 'media-type-refused']);
    expect((await upload(swap.id, Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).status).toBe(413);
    const largest = Buffer.alloc(10 * 1024 * 1024, 'a');
    expect((await upload(swap.id, largest, 'log.exe')).body.evidence.at(-1)).toMatchObject({
      mediaType: 'text/plain',
      sizeBytes: largest.length,
      sha256: createHash('sha256').update(largest).digest('hex'),
    });
    const before = (await swap.read()).digest;
    const pdf = await upload(swap.id, Buffer.from('%PDF-1.7\n'), 'bericht ä.pdf');
    expect(pdf.body.evidence.at(-1)).toMatchObject({ kind: 'FILE', mediaType: 'application/pdf', sizeBytes: 9 });
    expect(pdf.body.digest).not.toBe(before);
    expect(await refusal(upload(swap.id, Buffer.from('%PDF-1.7\n')))).toEqual([409, 'evidence-attached']);
    expect((await upload(swap.id, Buffer.from('x'), 'a/b.txt')).status).toBe(400);
    const { items } = await get(`/v1/swap-requests/${swap.id}/evidence`);
    const file = await app.http.get(`/v1/swap-requests/${swap.id}/evidence/${items[2].id}`).set(app.as('auditor'));
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''bericht%20%C3%A4.pdf`,
      'x-content-type-options': 'nosniff',
    });
    const link = app.http.get(`/v1/swap-requests/${swap.id}/evidence/${items[0].id}`).set(app.as('auditor'));
    expect(await refusal(link)).toEqual([404, 'evidence-not-found']);
  });

  it('is part of what was approved: another file voids the approvals', async () => {
    const swap = await (await aSwap(app, await aBench(app, 'MEDIUM'))).assessed();
    await swap.approve('manager');
    const { revision, digest } = await swap.read();
    const { body } = await upload(swap.id, Buffer.from('case,old,new\n1,0.8,0.9\n'));
    expect(body).toMatchObject({ revision: revision + 1, missing: { managers: 2 } });
    expect(body.digest).not.toBe(digest);
    expect(body.approvalsGiven).toMatchObject([{ revision, digest, voidReason: 'The request was edited.' }]);
  });

  it('names links and runs of the same tool only', async () => {
    const swap = await aSwap(app, await aBench(app));
    const attach = (body: object) => swap.post('tool-owner', 'evidence', { title: 'x', ...body });
    expect((await attach({ kind: 'LINK', url: 'javascript:alert(1)' })).status).toBe(400);
    expect((await attach({ kind: 'LINK' })).status).toBe(400);
    expect((await attach({ kind: 'EVALUATION', url: 'https://a.example' })).status).toBe(400);
    const foreign = await attach({ kind: 'EVALUATION', evaluationRunId: MISSING });
    expect([foreign.status, pointersOf(foreign.body)]).toEqual([422, ['/evaluationRunId']]);
  });
});
