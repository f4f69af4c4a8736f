import { ConfigError } from './config-error.js';
import { SETTINGS } from './keys.js';
import type { Values } from './keys.js';
import { textOf } from './settings.js';
import type { Environment } from './settings.js';

/** The configuration of one process: parsed once, frozen, injected by this class as its token. */
export abstract class Config {}
export interface Config extends Values {}

/** Returns the frozen configuration of the environment; an empty variable counts as unset. Throws ConfigError. */
export function parseEnv(env: Environment): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(SETTINGS)) {
    try {
      values[key] = setting.parse(textOf(env, setting.env));
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
export const isLoopback = (host: string): boolean => /^(localhost|::1|127(\.\d{1,3}){3})$/.test(host);

function contradictions(config: Values): string[] {
  const problems: string[] = [];
  if (config.authMode === 'local' && !config.localSignInUnsafe && !isLoopback(config.host)) {
    problems.push(
      `AUTH_MODE=local lets everybody in who reaches HOST=${config.host}: set AUTH_MODE=oidc, or LOCAL_SIGN_IN_UNSAFE=true for a trial.`,
    );
  }
  if (config.authMode === 'local' && !config.localSignInUnsafe && config.nodeEnv === 'production') {
    problems.push(
      'AUTH_MODE=local is for trials: NODE_ENV=production needs AUTH_MODE=oidc, or LOCAL_SIGN_IN_UNSAFE=true.',
    );
  }
  if (config.authMode === 'oidc') {
    const needed = {
      OIDC_ISSUER: config.oidcIssuer,
      OIDC_CLIENT_ID: config.oidcClientId,
      OIDC_AUDIENCE: config.oidcAudience,
    };
    for (const [name, value] of Object.entries({ ...needed, PUBLIC_URL: config.publicUrl })) {
      if (value === undefined) problems.push(`${name} must be set when AUTH_MODE=oidc.`);
    }
  }
  if (config.nodeEnv === 'production' && config.databaseUrl !== undefined && config.secretKey === undefined) {
    problems.push('SECRET_KEY must be set when NODE_ENV=production uses DATABASE_URL, so that all replicas share it.');
  }
  if (config.databaseUrl === undefined && config.readDatabaseUrl !== undefined) {
    problems.push('READ_DATABASE_URL needs DATABASE_URL.');
  }
  return problems;
}
