import { parseEnv } from '../src/config/env.js';
import { createApp } from '../src/create-app.js';
import { Assessor } from '../src/replacement/assessor.js';

// One process of the product that also assesses on demand and tells what it spends.
const app = await createApp(parseEnv(process.env));
await app.listen(0, '127.0.0.1');

const spent = (): { cpuMs: number; residentMb: number } => {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, residentMb: process.memoryUsage().rss / 1e6 };
};

process.on('message', (task) => {
  const work = task === 'assess' ? app.get(Assessor, { strict: false }).assess() : Promise.resolve({});
  void work.then(
    (counts) => process.send?.({ ...spent(), ...counts }),
    (error: unknown) => process.send?.({ ...spent(), error: String(error) }),
  );
});
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.send?.({ url: await app.getUrl() });
