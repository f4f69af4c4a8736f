import { createServer } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from './config/env.js';
import { StartupError } from './config/startup-error.js';
import { createApp } from './create-app.js';
import type { Report } from './database/migrate.js';
import { startDatabase } from './database/start-database.js';
import { prepare } from './first-start.js';

export interface Service {
  readonly url: string;
  readonly database: string;
  /** Drains requests and jobs, then stops the database. */
  stop(): Promise<void>;
}

/** Starts the whole service: port, database, schema, application. Throws StartupError when it cannot. */
export async function start(settings: Config, report: Report): Promise<Service> {
  await probe(settings);
  const database = await startDatabase(settings, report);
  let app: NestFastifyApplication | undefined;
  const stop = async (): Promise<void> => {
    await app?.close();
    await database.stop();
  };
  try {
    app = await createApp(database.config);
    await prepare(app, database.config, report);
    await app.listen(settings.port, settings.host);
    return { url: await app.getUrl(), database: database.about, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'this user may not open it',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'the name is unknown',
};

/** Asked before anything is started, so that the answer is quick and nothing has to be undone. */
function probe({ host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = REASONS[error.code ?? ''] ?? error.message;
      reject(new StartupError(`Port ${port} on ${host} cannot be opened, ${reason}: set PORT or HOST to another.`));
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
