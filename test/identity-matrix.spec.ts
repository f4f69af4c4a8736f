import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { Requires } from '../src/identity/access.decorators.js';
import { LOCAL_ACCOUNTS } from '../src/identity/domain/local-accounts.js';
import type { LocalAccountName } from '../src/identity/domain/local-accounts.js';
import { ROLES } from '../src/kernel/actor.js';
import { can, PERMISSIONS } from '../src/kernel/permission.js';
import type { Permission } from '../src/kernel/permission.js';
import { Contract, UNKNOWN_ID } from './support/contract.js';
import { measured } from './support/faults.js';
import type { Operation } from './support/contract.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { aModel, aTool, make, makeApprovedModel, startPortfolioApp } from './support/portfolio.js';

let app: TestApp;
let contract: Contract;
beforeAll(async () => {
  app = await startPortfolioApp();
  contract = await Contract.of(app);
});
afterAll(async () => {
  measured('permissions', { operations: contract.operations.length, cells });
  await app.stop();
});

const ACCOUNTS: readonly LocalAccountName[] = ['platform', 'tool-owner', 'manager', 'validator', 'auditor', 'admin'];
let cells = 0;
const isPermission = (name: string): name is Permission => name in PERMISSIONS;

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly errors?: readonly { readonly code: string }[] };
}

/** Sends the operation with the ids given, everything else as the contract's smallest example. */
async function call(
  operation: Operation,
  account: LocalAccountName | undefined,
  ids: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { method, path, body, bodyType } = operation;
  const address = path.replace(
    /\{(\w+)\}/g,
    (_all, name: string) => ids[name] ?? (/^(id|\w+Id)$/.test(name) ? UNKNOWN_ID : 'unknown'),
  );
  const headers: Record<string, string> = {
    'if-match': ids['tag'] ?? '"1"',
    ...(account === undefined ? {} : app.as(account)),
  };
  const json = bodyType !== undefined && /json$/.test(bodyType);
  if (body !== undefined && bodyType !== undefined) headers['content-type'] = json ? 'application/json' : bodyType;
  const payload = body === undefined ? undefined : json ? JSON.stringify(contract.sample(body)) : 'x';
  const answer = await fetch(app.url + address, { method, headers, body: payload });
  const text = await answer.text();
  cells += 1;
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
}

describe('every operation', () => {
  it('declares a permission that exists, and all accounts together have all roles', () => {
    const undeclared = contract.operations.filter(
      ({ permission = '' }) => permission !== 'public' && !isPermission(permission),
    );
    expect(undeclared.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(contract.operations.length).toBeGreaterThan(60);
    expect(new Set(ACCOUNTS.flatMap((account) => LOCAL_ACCOUNTS[account].roles))).toEqual(new Set(ROLES));
  });

  it('refuses strangers unless it is public', async () => {
    const wrong: string[] = [];
    for (const operation of contract.operations) {
      const { status } = await call(operation, undefined);
      if ((status === 401) === (operation.permission === 'public'))
        wrong.push(`${operation.method} ${operation.path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(ACCOUNTS)('lets %s do what the table says and nothing else, naming what is missing', async (account) => {
    const wrong: string[] = [];
    for (const operation of contract.operations) {
      const { permission = '' } = operation;
      if (!isPermission(permission)) continue;
      const { status, body } = await call(operation, account);
      const refused = status === 403 && body.code === 'permission-missing' && body.errors?.[0]?.code === permission;
      if (refused === can(LOCAL_ACCOUNTS[account], permission) || status >= 500) {
        wrong.push(`${operation.method} ${operation.path} (${permission}): ${status} ${body.code}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

@Controller('forgotten')
class ForgottenController {
  @Get()
  @Requires('me.read')
  declared(): object {
    return {};
  }

  @Get('other')
  undeclared(): object {
    return {};
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

describe('a route that declares nothing', () => {
  it('keeps the application from starting', async () => {
    await expect(startTestApp({ modules: [ForgottenModule] })).rejects.toThrow(
      'Routes without @Requires or @Public: ForgottenController.undeclared',
    );
  });
});

interface Owned {
  readonly account: LocalAccountName;
  readonly own: string;
  readonly foreign: string;
  /** Endings of operations that whoever has the permission may use on anybody's. */
  readonly shared?: readonly string[];
}

/** Objects that belong to somebody: whose, and one of theirs beside one of others'. A new kind is one more entry. */
const OWNED: Readonly<Record<string, () => Promise<Owned>>> = {
  '/v1/tools/{id}': async () => {
    const register = async (account: LocalAccountName): Promise<string> =>
      (await app.http.post('/v1/tools').set(app.as(account)).send(aTool()).expect(201)).body.id;
    return { account: 'tool-owner', own: await register('tool-owner'), foreign: await register('platform') };
  },
  '/v1/tokens/{id}': async () => {
    const create = async (account: LocalAccountName): Promise<string> => {
      const [role] = LOCAL_ACCOUNTS[account].roles;
      const body = { name: 'matrix', roles: [role], expiresAt: '2026-12-01T00:00:00Z' };
      return (await app.http.post('/v1/tokens').set(app.as(account)).send(body).expect(201)).body.id;
    };
    return { account: 'tool-owner', own: await create('tool-owner'), foreign: await create('platform') };
  },
  '/v1/swap-requests/{id}': async () => {
    const { id: toModelId } = await makeApprovedModel(app);
    const materiality = { impact: 'MEDIUM', complexity: 'LOW', reliance: 'LOW' };
    const open = async (account: LocalAccountName): Promise<string> => {
      const { id: toolId } = await make(app, account, '/v1/tools', aTool({ materiality }));
      const request = { toolId, toModelId, changeType: 'NORMAL', justification: 'The first model of the tool.' };
      return (await make(app, account, '/v1/swap-requests', request)).id;
    };
    const shared = ['/validate', '/comments'];
    return { account: 'tool-owner', own: await open('tool-owner'), foreign: await open('platform'), shared };
  },
};

describe.each(Object.entries(OWNED))('objects at %s', (prefix, objects) => {
  it('are changed by their owner alone', async () => {
    const wrong: string[] = [];
    const operations = contract.operations.filter(({ path, method }) => path.startsWith(prefix) && method !== 'GET');
    expect(operations.length).toBeGreaterThan(0);
    const model = await app.http.post('/v1/models').set(app.as('platform')).send(aModel()).expect(201);
    for (const operation of operations) {
      const { account, own, foreign, shared = [] } = await objects();
      if (shared.some((ending) => operation.path.endsWith(ending))) continue;
      if (
        !isPermission(operation.permission ?? '') ||
        !can(LOCAL_ACCOUNTS[account], operation.permission as Permission)
      )
        continue;
      const others = await call(operation, account, { id: foreign, modelId: model.body.id });
      const mine = await call(operation, account, { id: own, modelId: model.body.id });
      const name = `${operation.method} ${operation.path}`;
      if (others.status < 400 || others.status >= 500) wrong.push(`${name}: others' object ${others.status}`);
      if (mine.status === 403 || mine.status >= 500) wrong.push(`${name}: own object ${mine.status} ${mine.body.code}`);
      if (
        others.status === mine.status &&
        others.body.code === mine.body.code &&
        mine.status !== 400 &&
        mine.status !== 404
      ) {
        wrong.push(`${name}: the same for both, ${mine.status} ${mine.body.code}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
