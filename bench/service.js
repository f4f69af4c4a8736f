import { parseEnv } from '../dist/src/config/env.js';
import { start } from '../dist/src/main.js';

// The service as it is built, which tells its parent where it listens.
const service = await start(parseEnv(process.env), () => undefined);
process.send?.({ url: service.url });
process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)));
