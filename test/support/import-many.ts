import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { SYSTEM } from '../../src/audit/audit.writer.js';
import { parseEnv } from '../../src/config/env.js';
import { FeedRunner } from '../../src/feeds/feed-runner.js';
import { SystemClock } from '../../src/kernel/clock.js';
import { hostsPayload } from './hosts-payload.js';

/** Reads many large payloads one after the other in this process and prints by how many megabytes its memory grew at most. */
const SAMPLE_MS = 10;
const app = await NestFactory.createApplicationContext(AppModule.forRoot(parseEnv(process.env), new SystemClock()), {
  logger: false,
});
const runner = app.get(FeedRunner);
const read = (edition: number): Promise<string> =>
  runner.import(
    { feed: 'models.dev', bytes: hostsPayload(edition) },
    { asOf: new Date(Date.UTC(2026, 0, 1 + edition)), trigger: 'MANUAL', actor: SYSTEM },
  );

await collected();
const before = process.memoryUsage().rss;
let most = before;
const sampler = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), SAMPLE_MS);
for (let edition = 0; edition < Number(process.argv[2]); edition += 1) {
  await read(edition);
  // What nobody holds any more is the engine's to free whenever it likes: only what is held counts.
  await collected();
}
clearInterval(sampler);
await app.close();
process.stdout.write(`${JSON.stringify({ growthMb: (most - before) / 1e6 })}\n`);

async function collected(): Promise<void> {
  globalThis.gc?.();
  await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc?.();
}
