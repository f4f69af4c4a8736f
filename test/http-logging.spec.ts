import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { measured } from './support/faults.js';

const SCRIPT = fileURLToPath(new URL('./support/app-process.ts', import.meta.url));
const TYPESCRIPT = new URL('./support/typescript.js', import.meta.url).href;
const CANARY = /canary/i;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Runs a server that logs everything, lets the work call it, and returns all that it wrote. */
async function logOf(env: Record<string, string>, work: (url: string) => Promise<void>): Promise<string> {
  const child = fork(SCRIPT, {
    execArgv: ['--import', TYPESCRIPT],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'test',
      LOG_LEVEL: 'trace',
      SECRET_KEY: 'canary in the key of the installation',
      ...env,
    },
  });
  let log = '';
  child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const [message]: unknown[] = await once(child, 'message');
  await work(String(Object(message).url));
  child.kill('SIGTERM');
  await once(child, 'exit');
  return log;
}

describe('the log', () => {
  it('names every request by its trace, and never holds a secret', async () => {
    const log = await logOf({ DATABASE_URL: database.url }, async (url) => {
      const headers = {
        authorization: 'Bearer canary-bearer',
        cookie: 'modelfolio-session=canary-cookie',
        'content-type': 'application/json',
        'idempotency-key': 'canary-key',
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      };
      await fetch(`${url}/v1/me?token=canary-query`, { headers });
      await fetch(`${url}/v1/tokens`, { method: 'POST', headers, body: '{"name":"canary-body"}' });
      await fetch(`${url}/v1/probes/broken/one`, { headers });
      const signedIn = await fetch(`${url}/v1/local-session`, { method: 'POST', headers, body: '{"account":"admin"}' });
      const { token } = Object(await signedIn.json());
      const forged = 'forged"}\\n{"level":"fatal';
      await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}`, 'x-request-id': forged } });
      expect(token.length).toBeGreaterThan(100);
      tokens.push(token);
      const admin = { ...headers, authorization: `Bearer ${token}`, 'idempotency-key': 'canary-key-of-admin' };
      const made = async (path: string, body: object): Promise<Record<string, string>> =>
        Object(
          await (await fetch(`${url}${path}`, { method: 'POST', headers: admin, body: JSON.stringify(body) })).json(),
        );
      const hook = { name: 'receiver', url: 'https://127.0.0.1:1/canary-of-a-path', kinds: ['feed.stale'] };
      const webhook = await made('/v1/webhooks', hook);
      await made(`/v1/webhooks/${webhook['id']}/test`, {});
      await made('/v1/models', {});
      const { secret = '' } = await made('/v1/tokens', { name: 'token of the tests', roles: ['AUDITOR'], days: 1 });
      tokens.push(...[webhook['secret'], secret].filter((each) => each !== undefined && each !== ''));
      for (const path of ['/metrics', '/v1/probes/broken/one', '/v1/nowhere', '/v1/models?limit=canary'])
        answers.push(await (await fetch(url + path, { headers: admin })).text());
    });
    const password = new URL(database.url).password;
    expect(password.length).toBeGreaterThan(8);
    for (const text of [log, ...answers]) {
      expect(text).not.toContain(password);
      expect(text).not.toMatch(CANARY);
    }
    expect(log).toContain('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(log).toContain('"msg":"request failed"');
    expect(log).not.toMatch(CANARY);
    for (const token of tokens) expect(log).not.toContain(token);
    const lines = log.split('\n').filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(() => void JSON.parse(line)).not.toThrow();
    expect(lines.filter((line) => line.includes('"level":"fatal"'))).toEqual([]);
    const refusals = lines.map((line) => Object(JSON.parse(line))).filter(({ status }) => [401, 403].includes(status));
    expect(refusals).toContainEqual(
      expect.objectContaining({
        status: 403,
        code: 'permission-missing',
        route: '/v1/models',
        personId: expect.any(String),
      }),
    );
    expect(refusals).toContainEqual(expect.objectContaining({ status: 401, route: '/v1/tokens' }));
    for (const each of refusals)
      expect(each).toMatchObject({
        time: expect.any(String),
        requestId: expect.any(String),
        method: expect.any(String),
        code: expect.any(String),
      });
    measured('secrets', { linesOfTheLog: lines.length, answers: answers.length, secretsFound: 0 });
  });
});

const tokens: (string | undefined)[] = [];
const answers: string[] = [];
