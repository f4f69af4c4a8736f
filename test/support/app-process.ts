import { parseEnv } from '../../src/config/env.js';
import { createApp } from '../../src/create-app.js';
import { ProbeModule } from './probe.module.js';

// One server process of the tests that need several: it tells its parent where it listens.
const app = await createApp(parseEnv(process.env), { modules: [ProbeModule] });
await app.listen(0, '127.0.0.1');
process.send?.({ url: await app.getUrl() });
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
