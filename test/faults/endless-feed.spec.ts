import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, signInAt } from '../support/api-client.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { figuresOf, isFull, measured } from '../support/faults.js';
import { startServerProcess } from '../support/processes.js';
import type { ServerProcess } from '../support/processes.js';

const { streams: STREAMS } = figuresOf('poisoned-feed');
const GROWTH_MB = 150;
const ABORT_WITHIN_MS = 5_000;
const TWO_GIGABYTES = 2 * 1024 ** 3;
/** 64 MB of blanks in 64 kB; a stream may hold any number of such members. */
const BOMB = gzipSync(Buffer.alloc(64 * 1024 ** 2, 32));
const BLANKS = Buffer.alloc(1024 ** 2, 32);

let source: Server;
let database: TestDatabase;
let server: ServerProcess | undefined;
let url: string;
let token: string;
let poison: Poison;
let sent = 0;

interface Poison {
  readonly headers: Record<string, string>;
  readonly chunk: Buffer;
  readonly bytes: number;
}
const POISONS: Record<string, Poison> = {
  'a stream of 2 GB': { headers: {}, chunk: BLANKS, bytes: TWO_GIGABYTES },
  'a stream that says that it has 2 GB': {
    headers: { 'content-length': String(TWO_GIGABYTES) },
    chunk: BLANKS,
    bytes: TWO_GIGABYTES,
  },
  'a gzip bomb of 2 GB': { headers: { 'content-encoding': 'gzip' }, chunk: BOMB, bytes: 32 * BOMB.length },
};

/** Sends until it is all sent or the other side has had enough. */
async function pour(response: ServerResponse, { headers, chunk, bytes }: Poison): Promise<void> {
  response.on('error', () => undefined);
  const closed = once(response, 'close');
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  for (sent = 0; sent < bytes && !response.destroyed; sent += chunk.length)
    if (!response.write(chunk)) await Promise.race([once(response, 'drain'), closed]);
  response.end();
}

beforeAll(async () => {
  source = createServer((_, response) => void pour(response, poison));
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(source.address() as AddressInfo).port}`;
  database = await createTestDatabase();
  const env = { EGRESS_PRIVATE_NETWORKS: '127.0.0.0/8', FEED_MIRRORS: `models.dev=${base}`, FEEDS_POLLED: 'none' };
  server = await startServerProcess(database.url, env);
  url = server.url;
  token = await signInAt(url, 'platform');
});
afterAll(async () => {
  await server?.kill();
  source.closeAllConnections();
  source.close();
  await database.drop();
});

async function residentMb(): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^modelfolio_process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e6;
}

const read = async (path: string) => JSON.parse((await ask(`${url}${path}`, token)).text);

/** Asks for the feed and watches the process until the run has ended. */
async function swallow(): Promise<{ error: string; ms: number; peakMb: number }> {
  const began = performance.now();
  const accepted = await ask(`${url}/v1/feeds/models.dev/runs`, token, { method: 'POST' });
  expect(accepted.status).toBe(202);
  let peakMb = 0;
  for (;;) {
    peakMb = Math.max(peakMb, await residentMb());
    const run = await read(accepted.headers.get('location') ?? '');
    if (run.status === 'FAILED') return { error: run.error, ms: performance.now() - began, peakMb };
    expect(['QUEUED', 'RUNNING']).toContain(run.status);
    await sleep(20);
  }
}

const worst = { memoryGrowthMb: 0, abortMs: 0 };

describe('a feed without an end', () => {
  it.each(Object.keys(POISONS))(
    'is left when it is too large: %s',
    async (name) => {
      const found = POISONS[name];
      if (found === undefined) throw new Error(name);
      poison = found;
      const before = await residentMb();
      for (let stream = 0; stream < STREAMS; stream += 1) {
        const { error, ms, peakMb } = await swallow();
        expect(error).toMatch(/\w{4}/);
        // What it takes is 32 MB, and what lies in the sockets comes on top.
        if (found.chunk !== BOMB) expect(sent).toBeLessThan(found.bytes / 10);
        expect(server?.running()).toBe(true);
        expect((await ask(`${url}/v1/feeds/models.dev`, token)).status).toBe(200);
        worst.memoryGrowthMb = Math.max(worst.memoryGrowthMb, peakMb - before);
        worst.abortMs = Math.max(worst.abortMs, ms);
        measured('poisoned-feed', { streams: STREAMS * Object.keys(POISONS).length, ...worst });
        // A process that kept what it was sent would hold gigabytes.
        expect(peakMb - before).toBeLessThan(isFull ? GROWTH_MB : 4 * GROWTH_MB);
        if (isFull) expect(ms).toBeLessThan(ABORT_WITHIN_MS);
      }
    },
    300_000,
  );
});
