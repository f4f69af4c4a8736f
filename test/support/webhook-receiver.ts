import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { Events } from '../../src/events/events.writer.js';
import { JobQueue } from '../../src/events/job-queue.js';
import { Workers } from '../../src/events/workers.js';
import { startTestApp } from './app.js';
import type { Credentials, TestApp } from './app.js';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

export type Answer = (response: ServerResponse, attempt: number) => void;

/** The application, and a receiver of its webhooks that answers as it is told. */
export class WebhookBench {
  received: Received[] = [];
  answers: Record<string, Answer> = {};

  private constructor(
    readonly test: TestApp,
    readonly base: string,
    private readonly receiver: Server,
  ) {}

  static async start(): Promise<WebhookBench> {
    const receiver = createServer();
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    const env = { EGRESS_PRIVATE_NETWORKS: '127.0.0.0/8', EGRESS_ALLOWED_HOSTS: 'hooks.example' };
    const test = await startTestApp({ env, now: new Date().toISOString() });
    const bench = new WebhookBench(test, base, receiver);
    receiver.on('request', (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => bench.take(request.url ?? '', request.headers, body, response));
    });
    return bench;
  }

  async stop(): Promise<void> {
    this.hangUp();
    await this.test.stop();
    this.receiver.close();
  }

  hangUp(): void {
    this.receiver.closeAllConnections();
  }

  /** Removes every webhook, so that the next test begins with none. */
  async clear(): Promise<void> {
    const { http, db } = this.test;
    for (const { id, version } of (await this.list()).items)
      await http.delete(`/v1/webhooks/${id}`).set(this.admin).set('if-match', `"${version}"`).expect(204);
    await db.pool.query(`DELETE FROM pgboss.job WHERE name = 'webhook.deliver'`);
    this.received = [];
    this.answers = {};
  }

  get admin(): Credentials {
    return this.test.as('admin');
  }

  at(path: string): Received[] {
    return this.received.filter((each) => each.path === path);
  }

  first(path: string): Received {
    const [found] = this.at(path);
    if (found === undefined) throw new Error(`nothing arrived at ${path}`);
    return found;
  }

  idle(): Promise<void> {
    return this.test.app.get(Workers).idle();
  }

  async subscribe(path: string, over: object = {}): Promise<{ id: string; secret: string; version: number }> {
    const body = { name: path, url: this.base + path, kinds: ['feed.stale', 'policy.changed'], ...over };
    return (await this.test.http.post('/v1/webhooks').set(this.admin).send(body).expect(201)).body;
  }

  publish(feed: string): Promise<void> {
    const { app, db } = this.test;
    return db.transaction((tx) => app.get(Events).publish(tx, { kind: 'feed.stale', feed, asOf: null }));
  }

  /** Lets the hours pass until the next attempt is due. */
  async dueNow(): Promise<void> {
    await this.test.db.pool.query(
      `UPDATE pgboss.job SET start_after = now() WHERE name = 'webhook.deliver' AND state < 'active'`,
    );
    const { boss } = this.test.app.get(JobQueue);
    for (const { id } of boss.getWipData()) boss.notifyWorker(id);
  }

  async deliveries(id: string): Promise<Record<string, unknown>[]> {
    return (await this.test.http.get(`/v1/webhooks/${id}/deliveries`).set(this.admin).expect(200)).body.items;
  }

  private async list(): Promise<{ items: { id: string; version: number }[] }> {
    return (await this.test.http.get('/v1/webhooks?limit=100').set(this.admin).expect(200)).body;
  }

  private take(path: string, headers: IncomingHttpHeaders, body: string, response: ServerResponse): void {
    this.received.push({ path, headers, body, at: performance.now() });
    const answer = this.answers[path] ?? ((each: ServerResponse) => each.writeHead(204).end());
    answer(response, this.at(path).length);
  }
}

/** What the message says, by the verifier of Standard Webhooks; throws unless the secret has signed it. */
export const verify = (secret: string, { body, headers }: Received): unknown =>
  new Webhook(secret).verify(body, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  });
