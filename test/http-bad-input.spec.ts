import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCAL_ACCOUNT_NAMES, LOCAL_ACCOUNTS } from '../src/identity/domain/local-accounts.js';
import { can, PERMISSIONS } from '../src/kernel/permission.js';
import type { Permission } from '../src/kernel/permission.js';
import type { TestApp } from './support/app.js';
import { isFull, measured } from './support/faults.js';
import { Contract, UNKNOWN_ID } from './support/contract.js';
import type { Operation } from './support/contract.js';
import { startPortfolioApp } from './support/portfolio.js';

let app: TestApp;
let contract: Contract;
beforeAll(async () => {
  app = await startPortfolioApp();
  contract = await Contract.of(app);
});
afterAll(async () => {
  measured('bad-input', { requests, faultsOfTheService: 0 });
  await app.stop();
});

const NASTY = [
  null,
  true,
  -1,
  1.5,
  1e300,
  '',
  ' ',
  'x'.repeat(100_000),
  '\ud800',
  "'; DROP TABLE person; --",
  '<script>alert(1)</script>',
  [],
  [[]],
  {},
  { a: { b: 1 } },
  '2026-02-30',
  '9999-99-99T99:99:99Z',
  '1e999',
];
const NASTY_TEXTS = [
  '',
  '-1',
  '0',
  '1e9',
  'x'.repeat(2_000),
  '%27%3B--',
  '%00',
  '%F0%9F%92%A9',
  '%FF',
  '2026-02-30',
  'null',
  '[]',
  '=1+1',
];

let requests = 0;
let turn = 0;

/** In the short form each place gets the next few of the values, so that all of them come round. */
function some<T>(values: readonly T[], count = 3): readonly T[] {
  if (isFull) return values;
  return Array.from({ length: count }, () => values[(turn += 1) % values.length]).filter((each) => each !== undefined);
}

const isPermission = (name: string): name is Permission => name in PERMISSIONS;

function headersFor({ permission = '' }: Operation): Record<string, string> {
  const account = LOCAL_ACCOUNT_NAMES.find((name) => isPermission(permission) && can(LOCAL_ACCOUNTS[name], permission));
  return { 'if-match': '"1"', ...(account === undefined ? {} : app.as(account)) };
}

const address = (path: string, id = UNKNOWN_ID): string => path.replace(/\{\w+\}/g, id);

/** Sends one request and returns what is wrong with its answer, if anything. */
async function fault(operation: Operation, url: string, body?: string): Promise<string[]> {
  const headers = headersFor(operation);
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(app.url + url, { method: operation.method, headers, body });
  const text = await answer.text();
  requests += 1;
  const problem = answer.status < 400 || answer.headers.get('content-type') === 'application/problem+json';
  if (answer.status < 500 && problem) return [];
  return [
    `${operation.method} ${url.slice(0, 120)} ${(body ?? '').slice(0, 160)} → ${answer.status} ${text.slice(0, 200)}`,
  ];
}

describe('nothing that a caller sends is a fault of the service', () => {
  it('whatever a body holds', async () => {
    const faults: string[] = [];
    for (const operation of contract.operations) {
      const { body, bodyType = '', path } = operation;
      if (body === undefined || !/json$/.test(bodyType)) continue;
      const sample = contract.sample(body);
      const whole = ['null', '[]', '1', '"x"', '{"unknown":1}', '{', ''];
      const fields = Object.keys(contract.resolve(body).properties ?? {});
      const spoilt = fields.flatMap((field) =>
        some(NASTY).map((value) => JSON.stringify({ ...Object(sample), [field]: value })),
      );
      for (const each of [...whole, ...spoilt]) faults.push(...(await fault(operation, address(path), each)));
    }
    expect(faults).toEqual([]);
  });

  it('whatever stands in path and query', async () => {
    const faults: string[] = [];
    for (const operation of contract.operations) {
      const { path, parameters, method } = operation;
      if (path.includes('{'))
        for (const text of some(NASTY_TEXTS))
          faults.push(...(await fault(operation, address(path, text === '' ? '%20' : text))));
      const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
      if (method !== 'GET') continue;
      for (const name of [...names, 'unknown', '__proto__', 'constructor']) {
        for (const text of some(NASTY_TEXTS))
          faults.push(...(await fault(operation, `${address(path)}?${name}=${text}`)));
        faults.push(
          ...(await fault(operation, `${address(path)}?${name}=a&${name}=b`)),
          ...(await fault(operation, `${address(path)}?${name}[x]=1`)),
        );
      }
    }
    expect(faults).toEqual([]);
  });

  it('unknown parameters are refused everywhere', async () => {
    const wrong: string[] = [];
    for (const operation of contract.operations.filter(
      ({ method, permission }) => method === 'GET' && permission !== 'public',
    )) {
      const { status } = await fetch(`${app.url}${address(operation.path)}?surely-unknown=1`, {
        headers: headersFor(operation),
      });
      if (status !== 400 && !(operation.path.includes('{') && status === 404))
        wrong.push(`${operation.path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});
