import { parseEnv } from '../../src/config/env.js';
import { start } from '../../src/main.js';

// One replica of the whole service: it tells its parent where it listens and what it did at the start.
const said: string[] = [];
const service = await start(parseEnv(process.env), (line) => said.push(line));
process.send?.({ url: service.url, said });
process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)));
