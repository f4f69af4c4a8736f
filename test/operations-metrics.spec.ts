import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { createApp } from '../src/create-app.js';
import { parseEnv } from '../src/config/env.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const RULES: readonly { alert: string; expr: string }[] = parse(readFileSync('docs/operations/alerts.yml', 'utf8'))
  .groups[0].rules;
const PANELS: readonly { targets: readonly { expr: string }[] }[] = JSON.parse(
  readFileSync('docs/operations/dashboard.json', 'utf8'),
).panels;

const scrape = async (): Promise<string> => (await app.http.get('/metrics').expect(200)).text;

/** The value of the first sample whose name and labels begin like this. */
const sample = (text: string, start: string): number | undefined => {
  const line = text.split('\n').find((each) => each.startsWith(start));
  return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ') + 1));
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

describe('/metrics', () => {
  it('counts and times requests by route, not by address', async () => {
    const id = '01980000-0000-7000-8000-000000000000';
    for (const each of [id, id.replace(/0$/, '1')]) {
      await app.http.get(`/v1/models/${each}?canary=1`).set(app.as('platform'));
    }
    for (const each of ['/v1/models/canary/canary', '/v1/canary']) await app.http.get(each);
    // A request is counted after its answer has left.
    const none = 'modelfolio_http_requests_total{method="GET",route="none",status="404"}';
    let text = await scrape();
    while ((sample(text, none) ?? 0) < 2) text = await scrape();
    const refused = '{method="GET",route="/v1/models/:id",status="400"}';
    expect(sample(text, `modelfolio_http_requests_total${refused}`)).toBe(2);
    expect(sample(text, 'modelfolio_http_request_duration_seconds_count{method="GET",route="/v1/models/:id"}')).toBe(2);
    expect(sample(text, none)).toBe(2);
    expect(text).not.toMatch(/canary|01980000-0000|a secret of the tests/);
  });

  it('tells the queues, the outbox, the feeds, the flags, the sessions and the process', async () => {
    const text = await scrape();
    expect(sample(text, 'modelfolio_database_up')).toBe(1);
    expect(sample(text, 'modelfolio_jobs{queue="outbox",state="waiting"}')).toBeGreaterThanOrEqual(0);
    expect(sample(text, 'modelfolio_jobs{queue="dead-letters",state="dead"}')).toBe(0);
    expect(sample(text, 'modelfolio_outbox_lag_seconds')).toBeGreaterThanOrEqual(0);
    expect(sample(text, 'modelfolio_feed_quarantined_items{feed="models.dev"}')).toBe(0);
    expect(sample(text, 'modelfolio_open_flags{severity="FAIL"}')).toBe(0);
    expect(sample(text, 'modelfolio_database_sessions{state="open"}')).toBeGreaterThan(0);
    expect(sample(text, 'modelfolio_process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(sample(text, 'modelfolio_nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  });

  it('is found by every rule of the alerts and every panel of the dashboard, labels and their values too', async () => {
    const text = await scrape();
    const known = new Set([...text.matchAll(/^(?:# TYPE )?(modelfolio_[a-z_0-9]+)/gm)].map(([, name]) => name));
    const asked = [
      ...RULES.map(({ expr }) => expr),
      ...PANELS.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ];
    expect(RULES.length).toBeGreaterThan(5);
    expect(PANELS.length).toBeGreaterThan(8);
    const names = asked.flatMap((expr) => expr.match(/modelfolio_[a-z_0-9]+/g) ?? []);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    const picked = asked.flatMap((expr) => [...expr.matchAll(/(modelfolio_[a-z_0-9]+)\{(\w+="[^"]+")\}/g)]);
    const empty = picked.filter(
      ([, name, label]) => !text.split('\n').some((line) => line.startsWith(`${name}{`) && line.includes(`${label}`)),
    );
    expect(picked.length).toBeGreaterThan(3);
    expect(empty.map(([all]) => all)).toEqual([]);
  });

  it('raises each alert on a bad day and none on a good one, in a file that promtool plays', () => {
    const played = readFileSync('test/alerts.promtool.yml', 'utf8');
    expect(RULES.filter(({ alert }) => !played.includes(`alertname="${alert}"`))).toEqual([]);
    // Prometheus brings it; where it is not installed the names alone are compared.
    const { error, status, stdout } = spawnSync('promtool', ['test', 'rules', 'test/alerts.promtool.yml']);
    if (error === undefined) expect({ status, said: String(stdout) }).toMatchObject({ status: 0 });
  });

  it('has a port of its own where one is given, and none on an address that others reach', async () => {
    const port = await freePort();
    const secret = { SECRET_KEY: 'a secret of the tests, long enough for all' };
    const settings = {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DATABASE_URL: app.databaseUrl,
      WORKERS: 'false',
      ...secret,
    };
    const apart = await createApp(parseEnv({ ...settings, METRICS_PORT: String(port) }));
    const open = await createApp(parseEnv({ ...settings, HOST: '0.0.0.0', LOCAL_SIGN_IN_UNSAFE: 'true' }));
    try {
      for (const each of [apart, open]) {
        await each.listen(0, '127.0.0.1');
        expect((await fetch(`${await each.getUrl()}/metrics`)).status).toBe(404);
      }
      await fetch(`${await apart.getUrl()}/livez`);
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      expect(sample(text, 'modelfolio_http_requests_total{method="GET",route="/livez",status="200"}')).toBe(1);
      expect((await fetch(`http://127.0.0.1:${port}/v1/models`)).status).toBe(404);
    } finally {
      await Promise.all([apart.close(), open.close()]);
    }
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
  });
});
