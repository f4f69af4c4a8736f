import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { parseEnv } from '../../src/config/env.js';
import { createApp } from '../../src/create-app.js';
import { ProbeModule } from './probe.module.js';

// One server process of the tests that need several: it tells its parent where it listens.
const app = await createApp(parseEnv(process.env), { modules: [ProbeModule] });
const server: Server = app.getHttpServer();
// The effect is committed when the answer begins: whoever asks for it gets no answer any more.
server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
  if (request.headers['x-die'] !== undefined)
    response.writeHead = () => process.kill(process.pid, 'SIGKILL') && response;
});
await app.listen(0, '127.0.0.1');
process.send?.({ url: await app.getUrl() });
process.on('message', () => {
  // The second round takes what finalizers have let go of in the first.
  globalThis.gc?.();
  globalThis.gc?.();
  process.send?.({ heapBytes: process.memoryUsage().heapUsed });
});
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
