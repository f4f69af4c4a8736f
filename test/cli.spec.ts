import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(() => test.drop());

type Process = ChildProcessByStdio<null, Readable, Readable>;
type Environment = Readonly<Record<string, string>>;

const environment = (env: Environment): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  NODE_ENV: 'test',
  LOG_LEVEL: 'warn',
  SECRET_KEY: 'a secret of the tests, long enough for all',
  DATABASE_URL: test.url,
  ...env,
});

const modelfolio = (args: readonly string[], env: Environment = {}): Process =>
  spawn(process.execPath, ['test/support/cli.js', ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function end(child: Process): Promise<Ended> {
  const out = collect(child.stdout);
  const err = collect(child.stderr);
  await once(child, 'close');
  return { code: child.exitCode, out: out(), err: err() };
}

function collect(stream: Readable): () => string {
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

describe('modelfolio', () => {
  it('names every mistake of the environment, each in one line', async () => {
    const { code, out, err } = await end(modelfolio(['serve'], { PORT: 'many', AUTH_MODE: 'none' }));
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 2 });
  });

  it('says in one sentence that the database cannot be reached, without its password', async () => {
    const DATABASE_URL = 'postgres://someone:canary@127.0.0.1:1/nowhere';
    const { code, err } = await end(modelfolio(['serve'], { DATABASE_URL, PORT: '0' }));
    expect({ code, err }).toEqual({
      code: 1,
      err: 'The database 127.0.0.1:1/nowhere cannot be reached: connect ECONNREFUSED 127.0.0.1:1. Check DATABASE_URL.\n',
    });
  });

  it('says in one sentence that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
    const { code, err } = await end(modelfolio(['serve'], { PORT: String(port) }));
    server.close();
    expect({ code, err }).toEqual({
      code: 1,
      err: `Port ${port} on 127.0.0.1 cannot be opened, another program uses it: set PORT or HOST to another.\n`,
    });
  });

  /** Waits until it says where it runs, and ends it by two signals at once. */
  async function serveAndStop(env: Record<string, string>): Promise<{ code: number | null; out: string; err: string }> {
    const child = modelfolio(['serve'], { PORT: '0', DEMO: 'false', ...env });
    const ended = end(child);
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const found = /running at (\S+)/.exec(chunk.toString())?.[1];
        if (found !== undefined) resolve(found);
      });
      void ended.then(({ err }) => reject(new Error(err)));
    });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    child.kill('SIGTERM');
    child.kill('SIGINT');
    const result = await ended;
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
    return result;
  }

  it('serves until a signal and then ends cleanly', async () => {
    const { code, out, err } = await serveAndStop({});
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trim().split('\n').length).toBeLessThanOrEqual(20);
    expect(out).toMatch(/Stopped\.\n$/);
  });

  it('says everything in lines of the log in production', async () => {
    const secret = { SECRET_KEY: 'a secret of the tests, long enough for all' };
    const env = { NODE_ENV: 'production', LOCAL_SIGN_IN_UNSAFE: 'true', LOG_LEVEL: 'info', ...secret };
    const { code, out } = await serveAndStop(env);
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => Object(JSON.parse(line)));
    for (const each of lines) expect(each).toMatchObject({ level: expect.any(String), time: expect.any(String) });
    expect(lines.map(({ msg }) => msg)).toContain('Stopped.');
    expect(out).not.toContain(new URL(test.url).password);
  });

  it('migrates', async () => {
    const { code, out } = await end(modelfolio(['migrate']));
    expect(code).toBe(0);
    expect(out).toMatch(/^The schema is up to date \(PostgreSQL \d+ at 127\.0\.0\.1:/);
    expect(out).not.toContain(new URL(test.url).password);
  });
});
