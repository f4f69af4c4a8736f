import type { Response } from 'supertest';
import { LOCAL_ACCOUNT_NAMES } from '../../src/identity/domain/local-accounts.js';
import type { TestApp } from './app.js';
import { aPool, aTool, make, makeApprovedModel, seedReleases } from './portfolio.js';
import { startTestApp } from './app.js';
import type { Made } from './portfolio.js';

export type Account = Parameters<TestApp['as']>[0];

export const SWAP_RELEASES = ['acme/Small-30B', 'acme/Large-30B', 'other/Rival-30B', 'third/Newcomer-30B'] as const;

export const startSwapApp = (): Promise<TestApp> =>
  startTestApp({ seed: (db) => seedReleases(db, SWAP_RELEASES), env: { DB_POOL_SIZE: '10' } });

type Level = 'LOW' | 'MEDIUM' | 'HIGH';

/** Status and code of an answer. */
export async function refusal(answer: PromiseLike<{ status: number; body: { code: string } }>): Promise<unknown> {
  const { status, body } = await answer;
  return [status, body.code];
}

/** A tool of the tool owner's on the first release, and two models of other releases that could serve it. */
export interface Bench {
  readonly tool: Made;
  readonly current: Made;
  readonly target: Made;
  readonly spare: Made;
}

type Models = Omit<Bench, 'tool'>;

async function someModels(app: TestApp): Promise<Models> {
  const pool = await make(app, 'platform', '/v1/gpu-pools', aPool());
  const model = (releaseKey: string): Promise<Made> =>
    makeApprovedModel(app, { releaseKey, gpuPoolId: pool.id, quantisation: 'FP8' });
  return {
    current: await model(SWAP_RELEASES[0]),
    target: await model(SWAP_RELEASES[1]),
    spare: await model(SWAP_RELEASES[2]),
  };
}

/** Models that many tools of one test file share; a tool of their own keeps each in use, whatever else happens. */
const shared = new WeakMap<TestApp, Promise<Models>>();

async function sharedModels(app: TestApp): Promise<Models> {
  const models = await someModels(app);
  for (const model of Object.values(models)) await aToolOn(app, model);
  return models;
}

async function aToolOn(app: TestApp, model: Made): Promise<Made> {
  const tool = await make(app, 'tool-owner', '/v1/tools', aTool());
  await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments`, { modelId: model.id, purpose: 'PRIMARY' });
  return tool;
}

export async function aBench(app: TestApp, level: Level = 'LOW'): Promise<Bench> {
  const models = shared.get(app) ?? sharedModels(app);
  shared.set(app, models);
  return benchOn(app, await models, level);
}

/** The same with models that nothing else uses. */
export const ownBench = async (app: TestApp, level: Level = 'LOW'): Promise<Bench> =>
  benchOn(app, await someModels(app), level);

async function benchOn(app: TestApp, models: Models, level: Level): Promise<Bench> {
  const tool = await aToolOn(app, models.current);
  if (level !== 'LOW') await raise(app, tool, level);
  return { ...models, tool };
}

export async function raise(app: TestApp, tool: Made, level: Level): Promise<void> {
  const headers = app.as('tool-owner');
  const seen = await app.http.get(`/v1/tools/${tool.id}`).set(headers);
  const change = await app.http
    .patch(`/v1/tools/${tool.id}`)
    .set({ ...headers, 'if-match': seen.headers['etag'] ?? '' })
    .send({ materiality: { impact: level } });
  if (change.status !== 200) throw new Error(change.text);
}

/** One swap request, driven by people over the API. */
export class Driver {
  constructor(
    readonly app: TestApp,
    readonly id: string,
  ) {}

  async read(): Promise<Response['body']> {
    return (await this.app.http.get(`/v1/swap-requests/${this.id}`).set(this.app.as('auditor')).expect(200)).body;
  }

  post(account: Account, action: string, body: object = {}): Promise<Response> {
    return this.app.http.post(`/v1/swap-requests/${this.id}/${action}`).set(this.app.as(account)).send(body).then();
  }

  /** Takes the step; throws with the answer when it is refused. */
  async take(account: Account, action: string, body: object = {}): Promise<Response['body']> {
    const answer = await this.post(account, action, body);
    if (answer.status >= 300) throw new Error(`${action} by ${account} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }

  async approve(account: Account, revision?: number): Promise<Response> {
    return this.post(account, 'approvals', { revision: revision ?? (await this.read()).revision });
  }

  async edit(account: Account, patch: object): Promise<Response> {
    const headers = this.app.as(account);
    const path = `/v1/swap-requests/${this.id}`;
    const seen = await this.app.http.get(path).set(headers);
    return this.app.http
      .patch(path)
      .set({ ...headers, 'if-match': seen.headers['etag'] ?? '' })
      .send(patch);
  }

  /** Attaches a link. */
  link(account: Account, url = 'https://evidence.example/run'): Promise<Response> {
    return this.post(account, 'evidence', { kind: 'LINK', title: 'Results', url });
  }

  async submitted(): Promise<this> {
    await this.take('tool-owner', 'submit');
    return this;
  }

  async assessed(): Promise<this> {
    await this.submitted();
    await this.take('validator', 'assess');
    return this;
  }

  async approved(...approvers: readonly Account[]): Promise<this> {
    await this.assessed();
    for (const approver of approvers) {
      const answer = await this.approve(approver);
      if (answer.status !== 201) throw new Error(`${approver}: ${answer.text}`);
    }
    return this;
  }

  async scheduled(...approvers: readonly Account[]): Promise<this> {
    await this.approved(...approvers);
    await this.take('platform', 'schedule', windowAround(this.app));
    return this;
  }

  async moved(...approvers: readonly Account[]): Promise<this> {
    await this.scheduled(...approvers);
    await this.take('platform', 'rollout', { stage: 'FULL' });
    return this;
  }
}

export function windowAround(app: TestApp): { windowFrom: string; windowTo: string } {
  const now = app.clock.now().getTime();
  return { windowFrom: new Date(now - 3_600_000).toISOString(), windowTo: new Date(now + 86_400_000).toISOString() };
}

/** Opens a request that passes its checks. */
export async function aSwap(app: TestApp, { tool, target, spare }: Bench, over: object = {}): Promise<Driver> {
  const body = {
    toolId: tool.id,
    toModelId: target.id,
    justification: 'Better summaries at the same price.',
    rollbackPlan: 'Point the gateway back.',
    fallbackModelId: spare.id,
    ...over,
  };
  const { id } = await make(app, 'tool-owner', '/v1/swap-requests', body);
  const driver = new Driver(app, id);
  await driver.link('tool-owner');
  return driver;
}

/** Lets time pass: sessions end with it, so everybody signs in again. */
export async function passTime(app: TestApp, moment: string): Promise<void> {
  app.clock.set(new Date(moment));
  const entries = LOCAL_ACCOUNT_NAMES.map(async (account) => {
    const { body } = await app.http.post('/v1/local-session').send({ account }).expect(201);
    return [account, { authorization: `Bearer ${body.token}` }] as const;
  });
  const sessions = new Map(await Promise.all(entries));
  Object.assign(app, { as: (account: Account) => sessions.get(account) ?? { authorization: '' } });
}
