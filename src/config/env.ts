import { flag, oneOf, optional, secret, text, url, wholeNumber, withDefault } from './settings.js';
import type { Setting } from './settings.js';
import { StartupError } from './startup-error.js';

/** Every key of the configuration. A new one is added here and, by `npm run env:example`, to `.env.example`. */
export const SETTINGS = {
  host: withDefault('HOST', 'Address that the server listens on.', text, '127.0.0.1'),
  port: withDefault('PORT', 'Port that the server listens on; 0 takes a free one.', wholeNumber(0, 65535), 3000),
  publicUrl: optional('PUBLIC_URL', 'Address under which people reach the service.', url('http:', 'https:')),
  nodeEnv: withDefault(
    'NODE_ENV',
    'development, test or production.',
    oneOf(['development', 'test', 'production']),
    'development',
  ),
  logLevel: withDefault(
    'LOG_LEVEL',
    'The least severe message that is logged.',
    oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'info',
  ),
  metricsPort: optional(
    'METRICS_PORT',
    'Port for metrics alone; without it /metrics is served on PORT.',
    wholeNumber(1, 65535),
  ),
  databaseUrl: optional(
    'DATABASE_URL',
    'PostgreSQL 15 to 18 to use; without it the embedded one is started.',
    url('postgres:', 'postgresql:'),
  ),
  readDatabaseUrl: optional(
    'READ_DATABASE_URL',
    'Read replica for reads that may lag behind.',
    url('postgres:', 'postgresql:'),
  ),
  migrationDatabaseUrl: optional(
    'MIGRATION_DATABASE_URL',
    'Same database as a role that owns the schema, for migrations alone.',
    url('postgres:', 'postgresql:'),
  ),
  dbPoolSize: withDefault('DB_POOL_SIZE', 'Most database sessions of one process.', wholeNumber(2, 500), 16),
  dataDir: optional(
    'DATA_DIR',
    'Folder of the embedded database and generated secrets; by default .data, else the state folder of the user.',
    text,
  ),
  demo: optional('DEMO', 'Load the demo portfolio on first start; by default only on the embedded database.', flag),
  secretKey: optional(
    'SECRET_KEY',
    'Signs cookies and page cursors, at least 32 characters; by default generated and kept in DATA_DIR.',
    secret(32),
  ),
  authMode: withDefault(
    'AUTH_MODE',
    'local: built-in accounts for trials; oidc: the sign-in of the enterprise.',
    oneOf(['local', 'oidc']),
    'local',
  ),
  localSignInUnsafe: withDefault(
    'LOCAL_SIGN_IN_UNSAFE',
    'Allow AUTH_MODE=local although HOST can be reached from other machines.',
    flag,
    false,
  ),
} as const satisfies Record<string, Setting<unknown>>;

type Values = {
  readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never;
};

/** The configuration of one process: parsed once, frozen, injected by this class as its token. */
export abstract class Config {}
export interface Config extends Values {}

/** All mistakes of the environment at once, one plain sentence each. */
export class ConfigError extends StartupError {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the frozen configuration of the environment; an empty variable counts as unset. Throws ConfigError. */
export function parseEnv(env: Environment): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(SETTINGS)) {
    try {
      values[key] = setting.parse(env[setting.env]?.trim() || undefined);
    } catch (error) {
      problems.push(`${setting.env} ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const config = Object.freeze(values as Values);
  const conflicts = contradictions(config);
  if (conflicts.length > 0) throw new ConfigError(conflicts);
  return config;
}

/** Returns the same configuration with some values replaced, frozen again. */
export const withValues = (config: Config, values: Partial<Values>): Config => Object.freeze({ ...config, ...values });

/** Returns whether an address can be reached from this machine alone. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

function contradictions(config: Values): string[] {
  const problems: string[] = [];
  if (config.authMode === 'local' && !config.localSignInUnsafe && !isLoopback(config.host)) {
    problems.push(
      `AUTH_MODE=local lets everybody in who reaches HOST=${config.host}: set AUTH_MODE=oidc, or LOCAL_SIGN_IN_UNSAFE=true for a trial.`,
    );
  }
  if (config.nodeEnv === 'production' && config.databaseUrl !== undefined && config.secretKey === undefined) {
    problems.push('SECRET_KEY must be set when NODE_ENV=production uses DATABASE_URL, so that all replicas share it.');
  }
  if (config.databaseUrl === undefined && config.readDatabaseUrl !== undefined) {
    problems.push('READ_DATABASE_URL needs DATABASE_URL.');
  }
  return problems;
}
