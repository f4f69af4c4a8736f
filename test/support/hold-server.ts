import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedServer } from '../../src/database/embedded-server.js';

/** A process of its own that uses the embedded server of a folder until it is killed. */
const server = await startEmbeddedServer({ dataDir: process.argv[2], fast: true });
process.stdout.write(`${server.url}\n`);
await sleep(60_000);
