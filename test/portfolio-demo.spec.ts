import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoSeed } from '../src/portfolio/demo.seed.js';
import type { TestApp } from './support/app.js';
import { demoFile, startPortfolioApp } from './support/portfolio.js';

describe('the demo portfolio', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startPortfolioApp(demoFile.models.map(({ release }) => release));
  });
  afterAll(() => app.stop());

  const total = async (path: string, account: Parameters<TestApp['as']>[0] = 'platform'): Promise<number> =>
    (await app.http.get(path).set(app.as(account))).body.total;
  const counts = async (): Promise<number[]> =>
    Promise.all(['/v1/models?lifecycle=IN_USE', '/v1/tools', '/v1/gpu-pools'].map((path) => total(path)));
  const auditEvents = async (): Promise<number> =>
    Number((await app.db.dataSource.query('SELECT count(*) AS n FROM audit_event'))[0].n);

  it('loads once, on two replicas at once, and is audited', async () => {
    const seed = app.app.get(DemoSeed);
    const before = await auditEvents();
    const both = await Promise.all([seed.loadIfEmpty(), seed.loadIfEmpty()]);
    const [loaded] = both.filter((each) => each !== undefined);
    expect(both.filter((each) => each === undefined)).toHaveLength(1);
    expect(await counts()).toEqual([10, 30, 4]);
    expect(await auditEvents()).toBe(before + 10 + 30 + (loaded?.assignments ?? 0) + 1);
    expect(await seed.loadIfEmpty()).toBeUndefined();
  });

  it('gives tool-owner some tools, by themselves and by their team, not all', async () => {
    const own = await total('/v1/tools?mine=true', 'tool-owner');
    const me = (await app.http.get('/v1/tools?mine=true&limit=1').set(app.as('tool-owner'))).body.items[0].owner.id;
    const byThemselves = await total(`/v1/tools?owner=${me}`);
    expect(byThemselves).toBeGreaterThanOrEqual(6);
    expect(own).toBeGreaterThan(byThemselves);
    expect(own).toBeLessThan(30);
  });

  it('has a primary for every tool, on a model approved for its data', async () => {
    const { items } = (await app.http.get('/v1/tools?limit=100').set(app.as('platform'))).body;
    expect(items.filter(({ primary }: { primary: unknown }) => primary === null)).toEqual([]);
    const languages = new Set(
      items.flatMap((tool: { requirements: { languages: string[] } }) => tool.requirements.languages),
    );
    expect([...languages]).toEqual(expect.arrayContaining(['en', 'zh', 'ms', 'id', 'ta', 'th', 'vi', 'ja']));
    const beyond = await app.db.dataSource.query(
      `SELECT t.name FROM tool t JOIN assignment a ON a.tool_id = t.id JOIN model m ON m.id = a.model_id
       WHERE array_position(ARRAY['PUBLIC','INTERNAL','CONFIDENTIAL','RESTRICTED'], t.data_class)
           > array_position(ARRAY['PUBLIC','INTERNAL','CONFIDENTIAL','RESTRICTED'], m.max_data_class)
          OR (t.data_class = 'RESTRICTED' AND m.hosting <> 'IN_HOUSE')`,
    );
    expect(beyond).toEqual([]);
  });

  it('comes back whole after a reset and keeps the trail', async () => {
    const before = await auditEvents();
    await app.db.dataSource.query(`DELETE FROM flag_finding`);
    await app.db.dataSource.query(`UPDATE tool SET name = name || ' renamed'`);
    expect(await app.app.get(DemoSeed).reset()).toMatchObject({ models: 10, tools: 30, pools: 4 });
    expect(await counts()).toEqual([10, 30, 4]);
    expect(await total('/v1/tools?q=renamed')).toBe(0);
    expect(await auditEvents()).toBeGreaterThan(before);
  });
});
