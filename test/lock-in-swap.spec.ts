import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Workers } from '../src/events/workers.js';
import type { ToolExitView } from '../src/lock-in/dto/lock-in-report.view.js';
import type { TestApp } from './support/app.js';
import { aBench, aSwap, passTime, startSwapApp } from './support/swaps.js';
import type { Bench } from './support/swaps.js';

/** A LOW-materiality tool moves to another model by a swap request, from the draft to its completion. */
describe('the lock-in report around a completed swap', () => {
  let app: TestApp;
  let bench: Bench;
  beforeAll(async () => {
    app = await startSwapApp();
    bench = await aBench(app);
    await passTime(app, '2026-07-10T09:00:00Z');
    const swap = await (await aSwap(app, bench)).moved('manager');
    await swap.take('tool-owner', 'complete');
  });
  afterAll(() => app.stop());

  const modelOn = async (path: string): Promise<string | undefined> => {
    const { body } = await app.http.get(path).set(app.as('manager')).expect(200);
    return body.tools.find(({ tool }: ToolExitView) => tool.id === bench.tool.id)?.model.id;
  };

  it('shows the old model as of a day before, and the new one from that day on', async () => {
    expect(await modelOn('/v1/lock-in/report?asOf=2026-07-01')).toBeUndefined();
    expect(await modelOn('/v1/lock-in/report?asOf=2026-07-09')).toBe(bench.current.id);
    expect(await modelOn('/v1/lock-in/report?asOf=2026-07-10')).toBe(bench.target.id);
    expect(await modelOn('/v1/lock-in/report')).toBe(bench.target.id);
  });

  it('drills into the model of the day', async () => {
    const hit = async (asOf: string): Promise<readonly string[]> => {
      const { body } = await app.http
        .get(`/v1/lock-in/exit-drill?vendor=acme&asOf=${asOf}`)
        .set(app.as('manager'))
        .expect(200);
      return body.tools
        .filter(({ tool }: { tool: { id: string } }) => tool.id === bench.tool.id)
        .map(({ model }: { model: { id: string } }) => model.id);
    };
    expect(await hit('2026-07-09')).toEqual([bench.current.id]);
    expect(await hit('2026-07-10')).toEqual([bench.target.id]);
  });

  it('tells at once of the limits that are breached now', async () => {
    await app.app.get(Workers).idle();
    const asked = await app.http.get('/v1/lock-in/snapshots?cause=LIMITS_CHANGED').set(app.as('manager')).expect(200);
    expect(asked.body.items).toMatchObject([{ breached: expect.arrayContaining(['VENDOR.TOP_SHARE']), takenBy: null }]);
    const inbox = await app.http.get('/v1/notifications?limit=100').set(app.as('manager')).expect(200);
    const breaches = inbox.body.items.filter(({ kind }: { kind: string }) => kind === 'lock-in.limit-breached');
    expect(breaches).toHaveLength(asked.body.items[0].breached.length);
  });

  it('freezes the day before as it was', async () => {
    const { body } = await app.http
      .post('/v1/lock-in/snapshots')
      .set(app.as('manager'))
      .send({ asOf: '2026-07-09' })
      .expect(201);
    expect(await modelOn('/v1/lock-in/report?asOf=2026-07-09')).toBe(bench.current.id);
    const frozen = body.report.tools.find(({ tool }: ToolExitView) => tool.id === bench.tool.id);
    expect(frozen.model.id).toBe(bench.current.id);
  });
});
