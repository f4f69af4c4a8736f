import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { startDemoApp } from './support/demo.js';

let app: TestApp;
beforeAll(async () => {
  app = await startDemoApp();
});
afterAll(() => app.stop());

const get = (path: string) => app.http.get(path).set(app.as('manager'));
const ok = async (path: string) => (await get(path).expect(200)).body;

describe('exports', () => {
  it('give each table as CSV that no sheet runs, and as JSON', async () => {
    await app.db.dataSource.query(`UPDATE tool SET name = '=SUM(A1)' WHERE name = 'Expense receipt reader'`);
    for (const table of ['index', 'concentration', 'shares', 'limits', 'drills', 'tools', 'behind', 'sources']) {
      const { items, total, next } = await ok(`/v1/lock-in/report/${table}`);
      const csv = await get(`/v1/lock-in/report/${table}.csv`)
        .expect(200)
        .expect('content-type', /^text\/csv/);
      expect(next).toBeNull();
      expect(total).toBeGreaterThan(2);
      expect(csv.text.trim().split('\r\n')).toHaveLength(items.length + 1);
      expect(csv.text.split('\r\n')[0]).toBe(Object.keys(items[0]).join(','));
    }
    expect((await get('/v1/lock-in/report/tools.csv')).text).toContain(`,'=SUM(A1),`);
    expect((await get('/v1/lock-in/report/nothing.csv')).body.code).toBe('table-not-found');
    await app.db.dataSource.query(`UPDATE tool SET name = 'Expense receipt reader' WHERE name = '=SUM(A1)'`);
  });

  it('give a PDF of the report and of a snapshot, with the digest in it', async () => {
    const report = await get('/v1/lock-in/report.pdf')
      .buffer(true)
      .expect(200)
      .expect('content-type', 'application/pdf');
    expect(report.headers['content-disposition']).toBe('attachment; filename="lock-in-2026-11-23.pdf"');
    expect(report.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(report.body.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(6);
    const { body: snapshot } = await app.http.post('/v1/lock-in/snapshots').set(app.as('manager')).send({}).expect(201);
    const frozen = await get(`/v1/lock-in/snapshots/${snapshot.id}`)
      .set('accept', 'application/pdf')
      .buffer(true)
      .expect(200);
    expect(frozen.body.toString('latin1')).toContain(snapshot.sha256);
    expect((await get('/v1/lock-in/report').set('accept', 'image/png')).status).toBe(406);
  });
});
