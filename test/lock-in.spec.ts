import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DrilledToolView } from '../src/lock-in/dto/exit-drill.view.js';
import type { LockInReportView, ToolExitView } from '../src/lock-in/dto/lock-in-report.view.js';
import type { NamedView } from '../src/lock-in/dto/named.view.js';
import type { PlannedSwapView } from '../src/lock-in/dto/what-if.view.js';
import type { TestApp } from './support/app.js';
import { movePrimary, startDemoApp } from './support/demo.js';

let app: TestApp;
beforeAll(async () => {
  app = await startDemoApp();
});
afterAll(() => app.stop());

type Account = Parameters<TestApp['as']>[0];
const get = (path: string, account: Account = 'manager') => app.http.get(path).set(app.as(account));
const post = (path: string, body: object, account: Account = 'manager') =>
  app.http.post(path).set(app.as(account)).send(body);
const ok = async (path: string) => (await get(path).expect(200)).body;

interface Shares {
  readonly dimension: string;
  readonly shares: readonly { key: string; name: string; share: number; weight: number }[];
  readonly hhi: number;
}
const dimension = (report: { bases: readonly { dimensions: readonly Shares[] }[] }, name: string): Shares =>
  report.bases[0]!.dimensions.find((each) => each.dimension === name)!;
const toolNamed = <Row extends { tool: { name: string } }>(rows: Row[], name: string): Row =>
  rows.find(({ tool }) => tool.name === name)!;

describe('the lock-in report of the demo portfolio', () => {
  it('has the figures that the manual works out', async () => {
    const report = await ok('/v1/lock-in/report');
    expect(report).toMatchObject({ asOf: '2026-11-23T12:00:00.000Z', scope: { tools: 30, models: 10, vendors: 9 } });
    expect(report.bases.map(({ basis }: { basis: string }) => basis)).toEqual(['MATERIALITY', 'TOOL_COUNT', 'USAGE']);
    const vendors = dimension(report, 'VENDOR');
    expect(vendors.shares.slice(0, 2)).toMatchObject([
      { name: 'Alibaba', weight: 15 },
      { name: 'Google', weight: 10 },
    ]);
    expect(vendors.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(Math.round(vendors.hhi)).toBe(1400);
    expect(dimension(report, 'COUNTRY')).toMatchObject({
      status: 'WARN',
      shares: [{ name: 'China', weight: 37 }, {}, {}],
    });
    expect(report.bases[0].index.index).toBeCloseTo(48.06, 1);
    expect(report.summary[0]).toMatch(/^The lock-in index of 30 tools on 10 models is 48\.\d of 100/);
    expect(report.drills[0]).toMatchObject({ by: 'VENDOR', name: 'Alibaba', tools: 7, effortDays: 57 });
  });

  it('keeps nothing that has changed: of now it says what it says of this very moment, read anew', async () => {
    const { items } = await ok('/v1/releases?q=gpt-oss-120b');
    const reports = async () => [
      await ok('/v1/lock-in/report'),
      await ok('/v1/lock-in/report?asOf=2026-11-23T12:00:00Z'),
    ];
    const [before, beforeAnew] = await reports();
    expect(before).toEqual(beforeAnew);
    const correction = { field: 'licenceId', value: 'mit', reason: 'To see whether the report follows.' };
    await post(`/v1/releases/${items[0].id}/facts`, correction, 'platform').expect(201);
    const [after, afterAnew] = await reports();
    expect(after).toEqual(afterAnew);
    expect(after).not.toEqual(before);
    const { facts } = await ok(`/v1/releases/${items[0].id}`);
    const manual = facts.find(({ status }: { status: string }) => status === 'MANUAL');
    const reason = { reason: 'It was right before.' };
    await post(`/v1/releases/${items[0].id}/facts/${manual.id}/revert`, reason, 'platform').expect(201);
    expect((await ok('/v1/lock-in/report')).tools).toEqual(before.tools);
  });

  it('answers one basis alone, and refuses days that do not exist or are still to come', async () => {
    const { bases } = await ok('/v1/lock-in/report?basis=USAGE');
    expect(bases).toMatchObject([{ basis: 'USAGE' }]);
    for (const query of ['asOf=2026-W10', 'asOf=2026-02-30', 'asOf=20260101', 'asOf=2027-01-01', 'basis=MONEY', 'x=1'])
      expect((await get(`/v1/lock-in/report?${query}`)).status).toBe(400);
    expect((await ok('/v1/lock-in/report?asOf=2026-11-23')).asOf).toBe('2026-11-23T12:00:00.000Z');
  });

  it('shows the old model as of a day before a completed swap', async () => {
    await movePrimary(app, { tool: 'Code reviewer', to: 'Kimi K2', at: '2026-11-20T00:00:00Z' });
    const before = await ok('/v1/lock-in/report?asOf=2026-11-19');
    const after = await ok('/v1/lock-in/report?asOf=2026-11-20');
    expect(toolNamed<ToolExitView>(before.tools, 'Code reviewer').model.name).toBe('Qwen3 Coder 480B');
    expect(toolNamed<ToolExitView>(after.tools, 'Code reviewer').model.name).toBe('Kimi K2');
    expect(dimension(before, 'VENDOR').shares[0]).toMatchObject({ name: 'Alibaba', weight: 15 });
    expect(dimension(after, 'VENDOR').shares[0]).toMatchObject({ name: 'Alibaba', weight: 13 });
  });

  it('knows of a past day neither what was registered nor what was tested later', async () => {
    const { size, tools } = await ok('/v1/lock-in/report?asOf=2025-09-03');
    expect(tools.length).toBeLessThan(30);
    expect(size.toolsWithoutModel.length).toBeLessThan(30 - tools.length);
    const met = ({ exitItems }: ToolExitView): readonly string[] =>
      exitItems.filter((each) => each.met).map(({ item }) => item);
    const of = async (day: string): Promise<ToolExitView> =>
      toolNamed<ToolExitView>((await ok(`/v1/lock-in/report?asOf=${day}`)).tools, 'Credit memo summariser');
    expect(met(await of('2026-03-17'))).not.toContain('FALLBACK_TESTED');
    expect(met(await of('2026-03-18'))).toContain('FALLBACK_TESTED');
    expect(met(await of('2026-05-11'))).not.toContain('GOLDEN_SET_RUN');
    expect(met(await of('2026-05-12'))).toContain('GOLDEN_SET_RUN');
  });

  it('has nothing to be locked into on a day before the first tool', async () => {
    const report = await ok('/v1/lock-in/report?asOf=2001-01-01');
    expect(report.tools).toEqual([]);
    expect(report.scope).toEqual({ tools: 0, models: 0, vendors: 0 });
    expect(report.size).toMatchObject({ toolsWithoutModel: [], modelsWithoutTools: [] });
    expect(report.bases[0].index.index).toBeNull();
    expect(report.summary).toHaveLength(1);
  });
});

describe('the what-if', () => {
  it('moves tools to registered models and to releases that nobody has registered', async () => {
    const { tools } = await ok('/v1/lock-in/report');
    const [one, two] = [
      toolNamed<ToolExitView>(tools, 'Test case writer'),
      toolNamed<ToolExitView>(tools, 'Report query assistant'),
    ];
    const mistral = toolNamed<ToolExitView>(tools, 'Teller tablet helper').model;
    const swaps = [
      { toolId: one.tool.id, toModelId: mistral.id },
      { toolId: two.tool.id, toReleaseKey: 'google/gemma-4-31B-it' },
    ];
    const { body, status } = await post('/v1/lock-in/what-if', { swaps });
    expect(status).toBe(200);
    const weight = (report: LockInReportView, key: string) =>
      dimension(report, 'VENDOR').shares.find((each) => each.key === key)?.weight;
    expect(weight(body.after, 'alibaba')).toBe(weight(body.before, 'alibaba')! - 2);
    expect(weight(body.after, 'google')).toBe(weight(body.before, 'google')! + 1);
    expect(body.indexChange).toBeCloseTo(body.after.bases[0].index.index - body.before.bases[0].index.index, 10);
    expect(body.swaps.map(({ to }: PlannedSwapView) => to.name)).toEqual([
      mistral.name,
      expect.stringMatching(/gemma.4.31B/i),
    ]);
  });

  it('refuses what is not there, twice the same tool, and two targets or none', async () => {
    const { tools } = await ok('/v1/lock-in/report');
    const [{ tool, model }] = tools;
    const nobody = '00000000-0000-7000-8000-000000000000';
    const refused: [object, number, string][] = [
      [[{ toolId: nobody, toModelId: model.id }], 404, 'tool-not-found'],
      [[{ toolId: tool.id, toModelId: nobody }], 404, 'model-not-found'],
      [[{ toolId: tool.id, toReleaseKey: 'nobody/Nothing-1B' }], 404, 'release-not-found'],
      [[{ toolId: tool.id }], 400, 'validation-failed'],
      [[{ toolId: tool.id, toModelId: model.id, toReleaseKey: 'a/b' }], 400, 'validation-failed'],
      [[{ toolId: tool.id, toModelId: model.id, extra: 1 }], 400, 'validation-failed'],
      [[], 400, 'validation-failed'],
      [
        [
          { toolId: tool.id, toModelId: model.id },
          { toolId: tool.id, toModelId: model.id },
        ],
        400,
        'tool-swapped-twice',
      ],
    ];
    for (const [swaps, status, code] of refused) {
      const answer = await post('/v1/lock-in/what-if', { swaps });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
  });
});

describe('the exit drill', () => {
  it('says what stops without a vendor, a country or a licence class', async () => {
    const vendor = await ok('/v1/lock-in/exit-drill?vendor=alibaba');
    expect(vendor).toMatchObject({ what: 'Alibaba', shareWithoutTestedFallback: 1 });
    expect(vendor.modelsHit.map(({ name }: NamedView) => name).sort()).toEqual(['Qwen3 235B', 'Qwen3 Coder 480B']);
    expect(
      vendor.tools.every(({ nextBest }: DrilledToolView) =>
        nextBest.every(({ name }: NamedView) => !name.startsWith('Qwen')),
      ),
    ).toBe(true);
    const china = await ok('/v1/lock-in/exit-drill?country=CN');
    expect(china.tools.length).toBeGreaterThan(vendor.tools.length);
    expect(china.what).toBe('China');
    const licence = await ok('/v1/lock-in/exit-drill?licenceClass=COMMUNITY_RESTRICTED');
    expect(licence.modelsHit).toMatchObject([{ name: 'Llama 3.3 70B' }]);
    expect(licence.effortDays).toBe(31.5);
  });

  it('does not take a vendor that nobody knows for one that nothing depends on', async () => {
    expect((await get('/v1/lock-in/exit-drill?vendor=alibab')).body).toMatchObject({
      ...{ status: 404, code: 'vendor-not-found' },
    });
    expect((await ok('/v1/lock-in/exit-drill?vendor=cohere')).tools).toEqual([]);
  });

  it('takes exactly one shock', async () => {
    for (const query of ['', '?vendor=a&country=CN', '?country=cn', '?licenceClass=FREE'])
      expect((await get(`/v1/lock-in/exit-drill${query}`)).status).toBe(400);
    expect((await app.http.get('/v1/lock-in/exit-drill?vendor=a')).status).toBe(401);
  });
});
