import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { verifyExport } from '../src/audit/audit-export.js';
import { Audit, SYSTEM } from '../src/audit/audit.writer.js';
import { OnEvent } from '../src/events/handlers.js';
import { Events } from '../src/events/events.writer.js';
import { Workers } from '../src/events/workers.js';
import { newId } from '../src/kernel/id.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';

let broken = true;

@Injectable()
class Fragile {
  @OnEvent('pool.changed', { retries: 0, retryDelaySeconds: 0 })
  async hears(): Promise<void> {
    if (broken) throw new Error('the other side is down');
  }
}

@Module({ providers: [Fragile] })
class FragileModule {}

let test: TestApp;
let folder: string;

beforeAll(async () => {
  test = await startTestApp({ modules: [FragileModule] });
  folder = await mkdtemp(join(tmpdir(), 'trail-'));
  for (let index = 0; index < 30; index += 1)
    await test.db.transaction((tx) =>
      test.app.get(Audit).record(tx, { kind: 'pool.changed', subject: { type: 'pool', id: newId() }, actor: SYSTEM }),
    );
});

afterAll(async () => {
  await test.stop();
  await rm(folder, { recursive: true });
});

describe('GET /v1/audit-events', () => {
  it('pages from the newest to the oldest', async () => {
    const first = await test.http
      .get('/v1/audit-events?kind=pool.changed&limit=20')
      .set(test.as('auditor'))
      .expect(200);
    expect(first.body).toMatchObject({ total: 30, items: { length: 20 } });
    const second = await test.http
      .get(`/v1/audit-events?kind=pool.changed&limit=20&cursor=${first.body.next}`)
      .set(test.as('auditor'))
      .expect(200);
    expect(second.body).toMatchObject({ next: null, items: { length: 10 } });
    const positions = [...first.body.items, ...second.body.items].map(({ position }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => b - a));
    expect(first.body.items[0]).toMatchObject({ kind: 'pool.changed', actor: null, changes: {}, detail: {} });
  });

  it('answers CSV with all rows of the filters', async () => {
    const { text } = await test.http.get('/v1/audit-events.csv?kind=pool.changed').set(test.as('auditor')).expect(200);
    expect(text.trim().split('\r\n')).toHaveLength(31);
  });

  it('exports NDJSON that verifies offline against a checkpoint', async () => {
    const exported = await test.http.get('/v1/audit-events.ndjson').set(test.as('auditor')).buffer(true).expect(200);
    expect(exported.headers['content-type']).toContain('application/x-ndjson');
    const checkpoint = await test.http.get('/v1/audit-events/checkpoint').set(test.as('auditor')).expect(200);
    const [file, saved] = [join(folder, 'trail.ndjson'), join(folder, 'checkpoint.json')];
    await writeFile(file, exported.text ?? exported.body.toString());
    await writeFile(saved, JSON.stringify(checkpoint.body));
    await expect(verifyExport(file, [saved])).resolves.toMatchObject({ intact: true });
  });

  it('verifies, alone and against a checkpoint', async () => {
    const checkpoint = await test.http.get('/v1/audit-events/checkpoint').set(test.as('auditor')).expect(200);
    const verdict = await test.http
      .get('/v1/audit-events/verify')
      .query({ checkpoint: checkpoint.body.checkpoint })
      .set(test.as('auditor'))
      .expect(200);
    expect(verdict.body).toMatchObject({ intact: true, firstBad: null, vouchedUpTo: checkpoint.body.position });
    await test.http.get('/v1/audit-events/verify?checkpoint=forged').set(test.as('auditor')).expect(422);
  });

  it.each(['actor=me', 'kind=%27', 'from=yesterday', 'sort=kind', 'unknown=1'])('refuses ?%s', async (query) => {
    await test.http.get(`/v1/audit-events?${query}`).set(test.as('auditor')).expect(400);
  });

  it('is not for everybody', async () => {
    await test.http.get('/v1/audit-events').set(test.as('tool-owner')).expect(403);
    await test.http.get('/v1/audit-events/verify').set(test.as('platform')).expect(403);
    await test.http.get('/v1/audit-events').expect(401);
  });
});

describe('/v1/operations/jobs', () => {
  it('shows a dead letter to the administrator, who sends it back', async () => {
    const gpuPoolId = newId();
    await test.db.transaction((tx) => test.app.get(Events).publish(tx, { kind: 'pool.changed', gpuPoolId }));
    await test.app.get(Workers).idle();
    const dead = await test.http
      .get('/v1/operations/jobs?state=DEAD&queue=Fragile.hears')
      .set(test.as('admin'))
      .expect(200);
    expect(dead.body.items).toMatchObject([
      { queue: 'Fragile.hears', state: 'DEAD', failures: 1, lastError: 'the other side is down' },
    ]);
    broken = false;
    const [{ id }] = dead.body.items;
    await test.http.post(`/v1/operations/jobs/${id}/retry`).set(test.as('platform')).expect(403);
    await test.http.post(`/v1/operations/jobs/${id}/retry`).set(test.as('admin')).expect(204);
    await test.app.get(Workers).idle();
    const after = await test.http.get('/v1/operations/jobs?queue=Fragile.hears').set(test.as('admin')).expect(200);
    expect(after.body.total).toBe(0);
    await test.http.post(`/v1/operations/jobs/${id}/retry`).set(test.as('admin')).expect(404);
    const trail = await test.http.get(`/v1/audit-events?subject=job:${id}`).set(test.as('auditor')).expect(200);
    expect(trail.body.items).toMatchObject([{ kind: 'job.retried', actor: { displayName: expect.any(String) } }]);
    expect(trail.body.items[0].requestId).toEqual(expect.any(String));
  });

  it('refuses what it does not know', async () => {
    await test.http.get('/v1/operations/jobs?state=LOST').set(test.as('admin')).expect(400);
    await test.http.post('/v1/operations/jobs/not-an-id/retry').set(test.as('admin')).expect(400);
  });
});
