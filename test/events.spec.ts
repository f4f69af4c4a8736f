import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Global, Injectable, Module } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigModule } from '../src/config/config.module.js';
import { parseEnv } from '../src/config/env.js';
import { DatabaseModule } from '../src/database/database.module.js';
import { Database } from '../src/database/database.js';
import { statement } from '../src/database/statement.js';
import type { DomainEvent } from '../src/events/event-kinds.js';
import { EventsModule } from '../src/events/events.module.js';
import { Events } from '../src/events/events.writer.js';
import { Job, OnEvent, type Delivery } from '../src/events/handlers.js';
import { JobQueue } from '../src/events/job-queue.js';
import { Workers } from '../src/events/workers.js';
import { Clock, SystemClock } from '../src/kernel/clock.js';
import { newId } from '../src/kernel/id.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';

/** What the handlers of all replicas in this file have seen. */
let seen: { replica: string; handler: string; toolId: string; id: string }[] = [];
let failing = new Set<string>();
let hold: Promise<void> | undefined;
let replicas = 0;

@Injectable()
class Listener {
  private readonly replica = `replica ${(replicas += 1)}`;

  @OnEvent('tool.changed')
  async hears(event: DomainEvent<'tool.changed'>, { id }: Delivery): Promise<void> {
    await hold;
    seen.push({ replica: this.replica, handler: 'hears', toolId: event.toolId, id });
  }

  @OnEvent(['tool.changed', 'model.changed'], { retries: 2, retryDelaySeconds: 0 })
  async stumbles(event: DomainEvent<'tool.changed' | 'model.changed'>, { id }: Delivery): Promise<void> {
    const toolId = event.kind === 'tool.changed' ? event.toolId : event.modelId;
    seen.push({ replica: this.replica, handler: 'stumbles', toolId, id });
    if (failing.has(toolId)) throw new Error('stumbled');
  }

  @Job<{ toolId: string }>('tool.sweep', { cron: '0 3 * * *' })
  async sweep(data: { toolId: string }, { id }: Delivery): Promise<void> {
    seen.push({ replica: this.replica, handler: 'sweep', toolId: data.toolId, id });
  }
}

@Global()
@Module({ providers: [Listener, { provide: Clock, useClass: SystemClock }], exports: [Clock] })
class ListenerModule {}

let test: TestDatabase;
const running: INestApplicationContext[] = [];

async function start(env: Record<string, string> = {}): Promise<INestApplicationContext> {
  const config = parseEnv({ NODE_ENV: 'test', DATABASE_URL: test.url, DB_POOL_SIZE: '4', ...env });
  const root = {
    module: class Root {},
    imports: [ConfigModule.forRoot(config), DatabaseModule.forRoot(config), EventsModule, ListenerModule],
  };
  const app = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
  running.push(app);
  return app;
}

const publish = (app: INestApplicationContext, toolId: string): Promise<void> =>
  app.get(Database).transaction((tx) => app.get(Events).publish(tx, { kind: 'tool.changed', toolId }));
const idle = (app: INestApplicationContext): Promise<void> => app.get(Workers).idle();
const seenBy = (handler: string, toolId: string): typeof seen =>
  seen.filter((each) => each.handler === handler && each.toolId === toolId);

beforeAll(async () => {
  test = await createTestDatabase();
});

beforeEach(() => {
  seen = [];
  failing = new Set();
  hold = undefined;
});

afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
});

afterAll(() => test.drop());

describe('an event', () => {
  it('reaches every handler of its kind once its transaction is committed', async () => {
    const app = await start();
    const toolId = newId();
    await publish(app, toolId);
    await idle(app);
    expect(seenBy('hears', toolId)).toHaveLength(1);
    expect(seenBy('stumbles', toolId)).toHaveLength(1);
    expect(seenBy('hears', toolId)[0]?.id).toBe(seenBy('stumbles', toolId)[0]?.id);
  });

  it('does not leave a transaction that is rolled back', async () => {
    const app = await start();
    const toolId = newId();
    const change = app.get(Database).transaction(async (tx) => {
      await app.get(Events).publish(tx, { kind: 'tool.changed', toolId });
      throw new Error('changed my mind');
    });
    await expect(change).rejects.toThrow('changed my mind');
    await publish(app, newId());
    await idle(app);
    expect(seenBy('hears', toolId)).toEqual([]);
  });

  it('arrives within a blink, not at the next poll', async () => {
    const app = await start();
    await publish(app, newId());
    await idle(app);
    const toolId = newId();
    const begin = performance.now();
    await publish(app, toolId);
    while (seenBy('hears', toolId).length === 0) await sleep(2);
    // The poll comes every ten seconds, on a machine however slow.
    expect(performance.now() - begin).toBeLessThan(8_000);
  });

  it('waits in the outbox while nobody works, and is handled when somebody does', async () => {
    const sender = await start({ WORKERS: 'false' });
    const toolIds = Array.from({ length: 20 }, newId);
    for (const toolId of toolIds) await publish(sender, toolId);
    await sender.close();
    expect(seen).toEqual([]);
    await idle(await start());
    expect(toolIds.map((toolId) => seenBy('hears', toolId).length)).toEqual(toolIds.map(() => 1));
  });

  it('is not held up by an open transaction that began before it', async () => {
    const app = await start();
    const [early, late] = [newId(), newId()];
    let release = (): void => undefined;
    const open = new Promise<void>((resolve) => (release = resolve));
    const slow = app.get(Database).transaction(async (tx) => {
      await app.get(Events).publish(tx, { kind: 'tool.changed', toolId: early });
      await open;
    });
    await publish(app, late);
    await idle(app);
    expect(seenBy('hears', late)).toHaveLength(1);
    release();
    await slow;
    await idle(app);
    expect(seenBy('hears', early)).toHaveLength(1);
  });
});

describe('a handler that throws', () => {
  const dead = statement<{ id: string; source: string; reason: string }>(
    'test.dead',
    `SELECT id, source_name AS source, source_output ->> 'message' AS reason FROM pgboss.job
      WHERE name = 'dead-letters' AND data #>> '{event,toolId}' = $1`,
  );

  it('is repeated, becomes a dead letter, holds up nobody, and succeeds when it is sent back', async () => {
    const app = await start();
    const toolId = newId();
    failing.add(toolId);
    await publish(app, toolId);
    await idle(app);
    expect(seenBy('stumbles', toolId)).toHaveLength(3);
    expect(seenBy('hears', toolId)).toHaveLength(1);
    const letters = await app.get(Database).read(dead, [toolId]);
    expect(letters).toMatchObject([{ source: 'Listener.stumbles', reason: 'stumbled' }]);

    failing.clear();
    const revived = await app.get(Database).transaction((tx) => app.get(JobQueue).revive(tx, letters[0]?.id ?? ''));
    expect(revived).toBe(true);
    await idle(app);
    expect(seenBy('stumbles', toolId)).toHaveLength(4);
    await expect(app.get(Database).read(dead, [toolId])).resolves.toEqual([]);
  });

  it('does not spoil the events that were fetched with it', async () => {
    const sender = await start({ WORKERS: 'false' });
    const [bad, good] = [newId(), newId()];
    failing.add(bad);
    for (const toolId of [bad, good]) await publish(sender, toolId);
    await idle(await start());
    expect(seenBy('stumbles', good)).toHaveLength(1);
    expect(seenBy('stumbles', bad)).toHaveLength(3);
  });
});

describe('replicas', () => {
  it('share the events: each is handled once', async () => {
    const [one, two] = [await start(), await start()];
    const toolIds = Array.from({ length: 200 }, newId);
    for (let at = 0; at < toolIds.length; at += 8)
      await Promise.all(toolIds.slice(at, at + 8).map((toolId, index) => publish(index % 2 === 0 ? one : two, toolId)));
    await idle(one);
    const heard = seen.filter(({ handler }) => handler === 'hears').map(({ toolId }) => toolId);
    expect(heard.sort()).toEqual(toolIds.sort());
  });

  it('take over what a killed one had begun', async () => {
    const app = await start();
    const toolId = newId();
    await publish(app, toolId);
    await idle(app);
    const { id } = seenBy('hears', toolId)[0] ?? { id: '' };
    // What a kill leaves behind: a job that is running, and nobody who says so.
    await app.get(Database).pool.query(
      `UPDATE pgboss.job SET state = 'active', completed_on = NULL, heartbeat_on = now() - interval '1 hour',
              started_on = now() - interval '1 hour'
        WHERE name = 'Listener.hears' AND data ->> 'id' = $1`,
      [id],
    );
    await app.get(Database).pool.query(`UPDATE pgboss.queue SET monitor_claim_on = NULL, monitor_on = NULL`);
    await app.get(JobQueue).boss.supervise();
    await idle(app);
    expect(seenBy('hears', toolId)).toHaveLength(2);
  });

  it('finish what they are doing before they stop', async () => {
    const app = await start();
    const toolId = newId();
    let release = (): void => undefined;
    hold = new Promise<void>((resolve) => (release = resolve));
    await publish(app, toolId);
    while (seenBy('stumbles', toolId).length === 0) await sleep(5);
    const closed = app.close();
    await sleep(50);
    release();
    await closed;
    expect(seenBy('hears', toolId)).toHaveLength(1);
  });
});

describe('a job', () => {
  it('runs when it is sent, and has one schedule however many replicas start', async () => {
    const app = await start();
    const toolId = newId();
    await app.get(Database).transaction((tx) => app.get(JobQueue).send(tx, 'tool.sweep', { toolId }));
    await idle(await start());
    expect(seenBy('sweep', toolId)).toHaveLength(1);
    const schedules = await app.get(JobQueue).boss.getSchedules();
    expect(schedules).toMatchObject([{ name: 'tool.sweep', cron: '0 3 * * *' }]);
  });
});
