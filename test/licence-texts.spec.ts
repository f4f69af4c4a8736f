import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../src/audit/audit.writer.js';
import { FeedRunner } from '../src/feeds/feed-runner.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { IN_USE, listed, record, settled, smallPortfolio } from './support/flags.js';
import type { SmallPortfolio } from './support/flags.js';

const [[GLM]] = IN_USE;
const TEXT = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

describe('licence texts of an own list', () => {
  let app: TestApp;
  let own: SmallPortfolio;

  /** Imports the enterprise's list of digests, as it was on the day. */
  async function digests(day: string, rows: Readonly<Record<string, string>>): Promise<void> {
    const lines = Object.entries(rows).map(([hubId, digest]) => `${hubId},${digest}`);
    const bytes = Buffer.from(['hubId,licenceTextHash', ...lines].join('\n'));
    const options = { asOf: new Date(`${day}T00:00:00Z`), trigger: 'UPLOAD', actor: SYSTEM } as const;
    await app.app.get(FeedRunner, { strict: false }).import({ feed: 'own-list', bytes }, options);
    await settled(app.app);
  }
  const release = async (key: string) =>
    (await app.http.get(`/v1/releases/by-key?key=${key}`).set(app.as('auditor')).expect(200)).body;
  const changes = async () =>
    (await app.http.get('/v1/flags?reason=LICENCE_CHANGE').set(app.as('auditor')).expect(200)).body.items;

  beforeAll(async () => {
    app = await startTestApp({ now: '2026-07-02T09:00:00Z' });
    await digests('2025-08-01', { [GLM]: TEXT });
    own = await smallPortfolio(app);
  });
  afterAll(() => app.stop());

  it('carry what was concluded once to later releases under the same text, and to no other', async () => {
    const { id } = await release(GLM);
    await app.http
      .post(`/v1/releases/${id}/licence-conclusions`)
      .set(app.as('validator'))
      .send({ decision: 'ALLOW', conditions: 'Keep the notice.' })
      .expect(201);
    await record(app.app, '2026-05-01', listed('zai-org/GLM-5-110B', 110, '2026-04-15'));
    await record(app.app, '2026-05-01', listed('zai-org/GLM-6-110B', 110, '2026-04-20'));
    await digests('2026-05-02', { 'zai-org/GLM-5-110B': TEXT.toUpperCase(), 'zai-org/GLM-6-110B': OTHER });
    const inherited = { decision: 'ALLOW', scope: 'TEXT', conditions: 'Keep the notice.' };
    expect((await release('zai-org/GLM-5-110B')).licenceConclusion).toMatchObject(inherited);
    expect((await release('zai-org/GLM-6-110B')).licenceConclusion).toBeNull();
  });

  it('show a change of terms under the same name, for as long as it stands', async () => {
    expect(await changes()).toEqual([]);
    await digests('2026-06-01', { [GLM]: OTHER });
    expect(await changes()).toMatchObject([{ active: true, model: { id: own.models[0]?.id } }]);
    await digests('2026-06-15', { [GLM]: TEXT });
    expect(await changes()).toMatchObject([{ active: false }]);
  });
});
