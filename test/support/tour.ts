import { readFileSync } from 'node:fs';
import { ask, signInAt } from './api-client.js';
import type { Answer } from './api-client.js';
import { aModel, aPool, aTool } from './portfolio.js';

const ACCOUNTS = ['admin', 'platform', 'tool-owner', 'auditor', 'manager', 'validator'] as const;
type Account = (typeof ACCOUNTS)[number];

/** Walks through one server over HTTP as all kinds of people and keeps every answer that is a fault of the service. */
export class Tour {
  readonly faults: string[] = [];
  requests = 0;

  private constructor(
    private readonly url: string,
    private readonly paths: readonly string[],
    private readonly tokens: ReadonlyMap<Account, string>,
  ) {}

  /** `contract` is the openapi.json of the server's own release. */
  static async of(url: string, contract: string): Promise<Tour> {
    const { paths }: { paths: Record<string, Record<string, unknown>> } = JSON.parse(readFileSync(contract, 'utf8'));
    const readable = Object.keys(paths).filter((path) => paths[path]?.['get'] !== undefined);
    const tokens = await Promise.all(ACCOUNTS.map(async (each) => [each, await signInAt(url, each)] as const));
    return new Tour(url, readable, new Map(tokens));
  }

  private async send(account: Account, path: string, init: Parameters<typeof ask>[2] = {}): Promise<Answer> {
    const answer = await ask(`${this.url}${path}`, this.tokens.get(account) ?? '', init);
    this.requests += 1;
    if (answer.status >= 500) this.faults.push(`${init.method ?? 'GET'} ${path}: ${answer.status} ${answer.text}`);
    return answer;
  }

  /** Asks until somebody may read it. */
  private async read(path: string): Promise<Answer> {
    for (const account of ['auditor', 'admin', 'platform'] as const) {
      const answer = await this.send(account, path);
      if (answer.status !== 403) return answer;
    }
    return this.send('tool-owner', path);
  }

  /** Writes; anything but success is kept as a fault. */
  private async write(account: Account, path: string, json: object, init: RequestInit = {}): Promise<string> {
    const answer = await this.send(account, path, { method: 'POST', json, ...init });
    if (answer.status >= 300) this.faults.push(`${path}: ${answer.status} ${answer.text}`);
    return answer.status < 300 && answer.text !== '' ? String(Object(JSON.parse(answer.text)).id) : '';
  }

  /** Reads every address of the contract, those of single things with the first of their list. */
  async readAll(): Promise<void> {
    for (const path of this.paths) {
      const place = path.indexOf('/{');
      if (place < 0) {
        await this.read(path);
        continue;
      }
      const [first] = await this.items(path.slice(0, place));
      const key = first?.['id'] ?? first?.['name'] ?? first?.['slug'];
      if (key !== undefined) await this.read(path.replace(/\{\w+\}/, String(key)).replace(/\{\w+\}.*$/, ''));
    }
  }

  private async items(path: string): Promise<Record<string, unknown>[]> {
    const answer = await this.read(`${path}?limit=5`);
    return answer.status === 200 ? (Object(JSON.parse(answer.text)).items ?? []) : [];
  }

  /** Registers two models, a tool and a swap between them, as people do in a day; the names carry the mark. */
  async work(mark: string, releaseKeys: readonly string[]): Promise<void> {
    const named = (what: string): { name: string } => ({ name: `${what} of ${mark}` });
    const pool = await this.write('platform', '/v1/gpu-pools', aPool(named('pool')));
    await this.patch('platform', `/v1/gpu-pools/${pool}`, { gpuCount: 16 });
    const models: string[] = [];
    for (const releaseKey of releaseKeys) {
      const over = { ...named(releaseKey), releaseKey, gpuPoolId: pool };
      const model = await this.write('platform', '/v1/models', aModel(over));
      await this.write('validator', `/v1/models/${model}/lifecycle`, { to: 'APPROVED', reason: 'validated' });
      models.push(model);
    }
    const [from, to] = models;
    const tool = await this.write('tool-owner', '/v1/tools', aTool(named('tool')));
    await this.write('tool-owner', `/v1/tools/${tool}/assignments`, { modelId: from, purpose: 'PRIMARY' });
    const request = { toolId: tool, toModelId: to, justification: 'Better.', rollbackPlan: 'Back.' };
    const swap = await this.write('tool-owner', '/v1/swap-requests', request);
    await this.write('tool-owner', `/v1/swap-requests/${swap}/comments`, { comment: 'Please look.' });
    await this.write('admin', '/v1/webhooks', {
      ...named('webhook'),
      url: 'https://hooks.example/x',
      kinds: ['flag.raised'],
    });
    await this.write('manager', '/v1/lock-in/snapshots', {});
    await this.write('platform', '/v1/assessments', { toolId: tool, releaseKey: releaseKeys[1] });
  }

  private async patch(account: Account, path: string, json: object): Promise<void> {
    const seen = await this.send(account, path);
    const headers = { 'content-type': 'application/merge-patch+json', 'if-match': seen.headers.get('etag') ?? '' };
    await this.write(account, path, json, { method: 'PATCH', headers });
  }
}
