import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../src/audit/audit.writer.js';
import { Workers } from '../src/events/workers.js';
import { FeedRunner } from '../src/feeds/feed-runner.js';
import { Assessor } from '../src/replacement/assessor.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { aPool, aTool, make, makeApprovedModel } from './support/portfolio.js';
import type { Made } from './support/portfolio.js';

const release = (repo: string, size: number, date: string): string =>
  `- {name: ${repo.split('/')[1]}, size: ${size}, activated_size: ${size}, categories: [llm], capabilities: [context/128K], ` +
  `licenses: [mit], release_date: "${date}", specs: [{mode: standard, quantization: BF16, huggingface_repo_id: ${repo}, backend: vLLM}]}`;

const NEXT = [30, 3, 0.9].map((size, index) => [`zai-org/GLM-${index + 5}-${size}B`, size * 10] as const);

describe('a change and what it concerns', () => {
  let app: TestApp;
  let tool: Made;

  const record = (day: string, ...releases: string[]): Promise<string> =>
    app.app
      .get(FeedRunner, { strict: false })
      .import(
        { feed: 'gpustack', bytes: Buffer.from(`model_sets:\n${releases.join('\n')}\n`) },
        { asOf: new Date(`${day}T00:00:00Z`), trigger: 'UPLOAD', actor: SYSTEM },
      );
  const settled = (): Promise<void> => app.app.get(Workers, { strict: false }).idle();
  const flags = async (
    query = 'active=true',
  ): Promise<readonly { id: string; candidate: { key: string }; state: string }[]> =>
    (await app.http.get(`/v1/flags?limit=100&sort=rank&${query}`).set(app.as('auditor'))).body.items;
  const idOf = async (key: string): Promise<string> => {
    const rows: { id: string }[] = await app.db.dataSource.query('SELECT id FROM release WHERE key = $1', [key]);
    return rows[0]?.id ?? '';
  };

  beforeAll(async () => {
    app = await startTestApp({ now: '2026-07-02T09:00:00Z' });
    await record('2025-08-15', release('zai-org/GLM-4.5-100B', 100, '2025-07-28'));
    const pool = await make(app, 'platform', '/v1/gpu-pools', aPool({ gpuCount: 64, memoryGbPerGpu: 141 }));
    const model = await makeApprovedModel(app, { releaseKey: 'zai-org/GLM-4.5-100B', gpuPoolId: pool.id });
    tool = await make(app, 'tool-owner', '/v1/tools', aTool());
    const body = { modelId: model.id, purpose: 'PRIMARY' };
    const answer = await app.http.post(`/v1/tools/${tool.id}/assignments`).set(app.as('tool-owner')).send(body);
    expect(answer.status).toBe(201);
    await settled();
  });
  afterAll(() => app.stop());

  it('flags a recorded release by itself', async () => {
    expect(await flags()).toEqual([]);
    await record('2026-05-01', ...NEXT.map(([repo, size], index) => release(repo, size, `2026-0${index + 1}-15`)));
    await settled();
    expect((await flags()).map(({ candidate }) => candidate.key)).toEqual(expect.arrayContaining([NEXT[0]?.[0]]));
  });

  it('leaves models alone that a release cannot concern, and repeats nothing', async () => {
    await record('2026-05-02', release('ibm-granite/granite-9.0-8b-instruct', 8, '2026-04-01'));
    await settled();
    const assessor = app.app.get(Assessor, { strict: false });
    const other = await idOf('ibm-granite/granite-9.0-8b-instruct');
    expect(await assessor.assess({ releaseIds: [other], toolIds: [] })).toMatchObject({ models: 0, changed: 0 });
    const next = await idOf(NEXT[0]?.[0] ?? '');
    expect(await assessor.assess({ releaseIds: [next], toolIds: [] })).toMatchObject({
      models: 1,
      raised: 0,
      changed: 0,
    });
    expect(await assessor.assess({ releaseIds: [], toolIds: [tool.id] })).toMatchObject({ models: 1, changed: 0 });
  });

  it('shows what a past day would have said, and knows no future', async () => {
    const candidates = (asOf: string) =>
      app.http.get(`/v1/tools/${tool.id}/candidates?asOf=${asOf}`).set(app.as('auditor'));
    expect((await candidates('2026-07-02')).body.total).toBeGreaterThan(0);
    expect((await candidates('2027-01-01')).body.errors[0]).toMatchObject({ pointer: '/asOf' });
    expect((await candidates('2026-01-01')).body.code).toBe('tool-without-model');
  });

  it('says with each candidate and row what would change it', async () => {
    const [first] = await flags();
    const { body } = await app.http.get(`/v1/flags/${first?.id}`).set(app.as('auditor'));
    expect(body.toolRows[0].whatWouldChange).toContainEqual(expect.objectContaining({ kind: 'MEASUREMENT' }));
    const list = await app.http.get(`/v1/tools/${tool.id}/candidates`).set(app.as('auditor'));
    expect(list.body.items[0].whatWouldChange).toEqual(body.toolRows[0].whatWouldChange);
  });
});
