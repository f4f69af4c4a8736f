import { SYSTEM } from '../src/audit/audit.writer.js';
import { FeedRunner } from '../src/feeds/feed-runner.js';
import { startTestApp } from '../test/support/app.js';
import { startTestServer, stopTestServer } from '../test/support/test-server.js';

/** A payload of models.dev's size: first import, the same again, memory; printed as a table. */
const HOSTS = 140;
const ROWS_PER_HOST = 36;
const LINES = ['Qwen/Qwen3-8B', 'zai-org/GLM-4.6', 'moonshotai/Kimi-K2-Instruct', 'google/gemma-3-27b-it'];

function payload(): Buffer {
  const providers = Array.from({ length: HOSTS }, (_, host) => {
    const name = host === 0 ? 'huggingface' : `host-${host}`;
    const models = Array.from({ length: ROWS_PER_HOST }, (_, row) => {
      const line = LINES[row % LINES.length] ?? '';
      const id = row < LINES.length ? line : line.replace(/-?(\d+)b?/i, `-${row}b`);
      return [id, rowOf(id, host + row)];
    });
    return [name, { id: name, name, models: Object.fromEntries(models) }];
  });
  return Buffer.from(JSON.stringify(Object.fromEntries(providers)));
}

const rowOf = (id: string, number: number): object => ({
  id,
  name: id,
  release_date: '2025-08-05',
  last_updated: '2025-08-05',
  attachment: false,
  reasoning: number % 2 === 0,
  tool_call: true,
  open_weights: number % 5 < 2,
  knowledge: '2025-01',
  limit: { context: 131_072, output: 32_768 },
  modalities: { input: ['text'], output: ['text'] },
  cost: { input: 0.1 + number / 1000, output: 0.5, cache_read: 0.05 },
});

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

await startTestServer();
const { app, stop } = await startTestApp({ env: { WORKERS: 'false' } });
const bytes = payload();
const memory = process.memoryUsage().rss;
for (const what of ['first import', 'same again']) {
  const start = performance.now();
  const options = { asOf: new Date('2026-07-02'), trigger: 'MANUAL', actor: SYSTEM } as const;
  await app.get(FeedRunner).import({ feed: 'models.dev', bytes }, options);
  const took = `${Math.round(performance.now() - start)} ms`;
  const grown = megabytes(process.memoryUsage().rss - memory);
  process.stdout.write(
    `${what.padEnd(14)} ${megabytes(bytes.byteLength).padStart(8)} ${took.padStart(9)}  RSS +${grown}\n`,
  );
}
await stop();
await stopTestServer();
