import { SYSTEM } from '../src/audit/audit.writer.js';
import { FeedRunner } from '../src/feeds/feed-runner.js';
import { startTestApp } from '../test/support/app.js';
import { hostsPayload } from '../test/support/hosts-payload.js';
import { startTestServer, stopTestServer } from '../test/support/test-server.js';

/** A payload of models.dev's size: first import, the same again; time, processor time of this process, memory. */
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

await startTestServer();
const { app, stop } = await startTestApp({ env: { WORKERS: 'false' } });
const bytes = hostsPayload();
// One row first: a running server has read its bundled catalogue and knows its schemas.
const row = { id: 'openai/gpt-oss-20b', name: 'x', release_date: '2025-08-05', open_weights: true };
await app
  .get(FeedRunner)
  .import(
    { feed: 'models.dev', bytes: Buffer.from(JSON.stringify({ groq: { models: { [row.id]: row } } })) },
    { asOf: new Date('2026-07-01'), trigger: 'MANUAL', actor: SYSTEM },
  );
const memory = process.memoryUsage().rss;
for (const what of ['first import', 'same again']) {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const options = { asOf: new Date('2026-07-02'), trigger: 'MANUAL', actor: SYSTEM } as const;
  await app.get(FeedRunner).import({ feed: 'models.dev', bytes }, options);
  const took = `${Math.round(performance.now() - start)} ms`;
  const { user, system } = process.cpuUsage(cpu);
  const busy = `${Math.round((user + system) / 1000)} ms CPU`;
  const grown = megabytes(process.memoryUsage().rss - memory);
  process.stdout.write(
    `${what.padEnd(14)} ${megabytes(bytes.byteLength).padStart(8)} ${took.padStart(9)} ${busy.padStart(12)}  RSS +${grown}\n`,
  );
}
await stop();
await stopTestServer();
