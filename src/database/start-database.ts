import { Client } from 'pg';
import { withValues } from '../config/env.js';
import type { Config } from '../config/env.js';
import { keptSecretKey } from '../config/secret-key.js';
import { StartupError } from '../config/startup-error.js';
import { openDataDir } from './data-dir.js';
import { startEmbeddedServer } from './embedded-server.js';
import { migrate } from './migrate.js';
import type { Report } from './migrate.js';
import { serverAccount } from './server-account.js';

export interface RunningDatabase {
  /** The configuration with DATABASE_URL and SECRET_KEY filled in. */
  readonly config: Config;
  /** What runs and where, for a person. */
  readonly about: string;
  /** Stops the embedded server when this process is its last user; does nothing to any other. */
  stop(): Promise<void>;
}

const OLDEST_VERSION = 15;

/** Starts or reaches the configured database and migrates it. Throws StartupError with one sentence when it cannot. */
export async function startDatabase(config: Config, report: Report): Promise<RunningDatabase> {
  const running = config.databaseUrl === undefined ? await startEmbedded(config, report) : await reachServer(config);
  try {
    await migrate(running.config.migrationDatabaseUrl ?? addressOf(running.config), report);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return running;
}

async function startEmbedded(config: Config, report: Report): Promise<RunningDatabase> {
  report('Database: starting the embedded PostgreSQL');
  const server = await startEmbeddedServer({ dataDir: config.dataDir, report });
  const secretKey = config.secretKey ?? keptSecretKey(server.dataDir);
  return {
    config: withValues(config, {
      databaseUrl: server.url,
      dataDir: server.dataDir,
      secretKey,
      demo: config.demo ?? true,
    }),
    about: `embedded PostgreSQL, data in ${server.dataDir}`,
    stop: () => server.stop(),
  };
}

async function reachServer(config: Config): Promise<RunningDatabase> {
  const address = new URL(addressOf(config));
  const place = `${address.host}${address.pathname}`;
  const version = await serverVersion(address.href).catch((error: unknown) => {
    throw new StartupError(`The database ${place} cannot be reached: ${reasonOf(error)}. Check DATABASE_URL.`);
  });
  if (version < OLDEST_VERSION) {
    throw new StartupError(`The database ${place} is PostgreSQL ${version}, at least ${OLDEST_VERSION} is needed.`);
  }
  const secretKey = config.secretKey ?? keptSecretKey(openDataDir(config.dataDir, serverAccount()));
  return {
    config: withValues(config, { secretKey, demo: config.demo ?? false }),
    about: `PostgreSQL ${version} at ${place}`,
    stop: () => Promise.resolve(),
  };
}

async function serverVersion(url: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    return Math.floor(Number(rows[0]?.version) / 10_000);
  } finally {
    await client.end();
  }
}

/** Node reports a host with several addresses as an AggregateError without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}

function addressOf({ databaseUrl }: Config): string {
  if (databaseUrl === undefined) throw new TypeError('The database has no address yet');
  return databaseUrl;
}
