import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { PROBE_TABLE } from './support/probe.module.js';
import { startServerProcess } from './support/processes.js';
import type { ServerProcess } from './support/processes.js';

const WRITES = 30;
const SIGN_INS = 12;

let database: TestDatabase;
let servers: ServerProcess[];
beforeAll(async () => {
  database = await createTestDatabase();
  await (await database.open()).pool.query(PROBE_TABLE);
  const env = { RATE_LIMIT_WRITES: String(WRITES), RATE_LIMIT_SIGN_INS: String(SIGN_INS), RATE_LIMIT_READS: '5' };
  servers = await Promise.all([1, 2].map(() => startServerProcess(database.url, env)));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()));
  await database.drop();
});

const url = (i: number, path: string): string => `${servers[i % 2]?.url}${path}`;

const signIn = (i: number, account: string): Promise<Response> =>
  fetch(url(i, '/v1/local-session'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });

const count = (answers: readonly Response[], status: number): number =>
  answers.filter((each) => each.status === status).length;

describe('budgets', () => {
  it('of writes hold over both processes, for each caller apart', async () => {
    const [platform, admin] = await Promise.all(
      ['platform', 'admin'].map(async (account, i) => {
        const { token } = Object(await (await signIn(i, account)).json());
        return `Bearer ${token}`;
      }),
    );
    const write = (i: number, authorization = platform ?? ''): Promise<Response> =>
      fetch(url(i, '/v1/probes'), {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: '{"name":"x"}',
      });
    const answers = await Promise.all(Array.from({ length: WRITES + 20 }, (_, i) => write(i)));
    expect([count(answers, 201), count(answers, 429)]).toEqual([WRITES, 20]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('ratelimit-policy')).toBe(`"writes";q=${WRITES};w=60`);
    expect(refused?.headers.get('ratelimit')).toMatch(/^"writes";r=0;t=\d+$/);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({ code: 'rate-limited', status: 429 });
    expect((await write(0, admin)).status).toBe(201);
    const reads = await Promise.all(
      Array.from({ length: 8 }, () => fetch(url(0, '/v1/me'), { headers: { authorization: platform ?? '' } })),
    );
    expect([count(reads, 200), count(reads, 429)]).toEqual([5, 3]);
  });

  it('of sign-ins hold over both processes, for each address', async () => {
    const answers = await Promise.all(Array.from({ length: SIGN_INS + 5 }, (_, i) => signIn(i, 'auditor')));
    expect(count(answers, 429)).toBe(7);
  });
});
