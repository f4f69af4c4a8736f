import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Events } from '../../src/events/events.writer.js';
import { JobQueue } from '../../src/events/job-queue.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { figuresOf, isFull, measured } from '../support/faults.js';
import { startServerProcess } from '../support/processes.js';
import type { ServerProcess } from '../support/processes.js';

const { messages: MESSAGES, kills: KILLS } = figuresOf('lost-event');
const EVERY = MESSAGES / KILLS;
const ENV = { EGRESS_PRIVATE_NETWORKS: '127.0.0.0/8' };

let app: TestApp;
let worker: ServerProcess | undefined;
let receiver: Server;
/** Ids under which each message has arrived, in order. */
const arrived = new Map<number, string[]>();
const killed = new Set<number>();
let restart: Promise<void> = Promise.resolve();

/** Takes the message and, before it answers, ends whoever sent it. */
async function endSender(message: number): Promise<void> {
  killed.add(message);
  await worker?.kill();
  worker = await startServerProcess(app.databaseUrl, ENV);
}

beforeAll(async () => {
  app = await startTestApp({ now: new Date().toISOString(), env: { ...ENV, WORKERS: 'false' } });
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const message = Number(JSON.parse(body).data.feed);
      arrived.set(message, [...(arrived.get(message) ?? []), String(request.headers['webhook-id'])]);
      if (message % EVERY === 0 && !killed.has(message)) restart = restart.then(() => endSender(message));
      else response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const hook = { name: 'receiver', url, kinds: ['feed.stale'] };
  await app.http.post('/v1/webhooks').set(app.as('admin')).send(hook).expect(201);
  worker = await startServerProcess(app.databaseUrl, ENV);
});
afterAll(async () => {
  await restart;
  await worker?.kill();
  receiver.closeAllConnections();
  receiver.close();
  await app.stop();
});

/** In the short form the half minute passes at once after which the jobs of a dead worker are taken over. */
async function passTime(): Promise<void> {
  await restart;
  await sleep(isFull ? 1_000 : 200);
  if (isFull) return;
  await app.db.pool.query(
    `UPDATE pgboss.job SET heartbeat_on = now() - interval '1 hour', started_on = now() - interval '1 hour'
      WHERE state = 'active' AND started_on < now() - interval '3 seconds'`,
  );
  await app.db.pool.query(
    `UPDATE pgboss.job SET start_after = now() WHERE state < 'active' AND name = 'webhook.deliver'`,
  );
  await app.db.pool.query(`UPDATE pgboss.queue SET monitor_claim_on = NULL, monitor_on = NULL`);
  await app.app.get(JobQueue).boss.supervise();
}

const open = async (): Promise<number> =>
  (await app.db.pool.query(`SELECT count(*)::int AS n FROM webhook_delivery WHERE state = 'PENDING'`)).rows[0].n;

describe('a worker that is killed after it has sent a message', () => {
  it(`loses none of ${MESSAGES}, ${KILLS} times, and what comes twice comes under its first id`, async () => {
    for (let message = 1; message <= MESSAGES; message += 1)
      await app.db.transaction((tx) =>
        app.app.get(Events).publish(tx, { kind: 'feed.stale', feed: String(message), asOf: null }),
      );
    while (arrived.size < MESSAGES || killed.size < KILLS || (await open()) > 0) await passTime();
    expect([...arrived.values()].filter((ids) => new Set(ids).size !== 1)).toEqual([]);
    // Whoever was killed could not note that the message had gone.
    for (const message of killed) expect(arrived.get(message)?.length).toBeGreaterThan(1);
    const { rows } = await app.db.pool.query(`SELECT state, count(*)::int AS n FROM webhook_delivery GROUP BY state`);
    expect(rows).toEqual([{ state: 'DELIVERED', n: MESSAGES }]);
    const repeats = [...arrived.values()].reduce((sum, ids) => sum + ids.length - 1, 0);
    measured('lost-event', { messages: MESSAGES, kills: KILLS, lost: 0, repeatsUnderTheSameId: repeats });
  }, 900_000);
});
