import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config-error.js';
import { envExample } from './env-example.js';
import { parseEnv, withValues } from './env.js';
import { projectRoot } from './project-root.js';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    parseEnv(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('parseEnv', () => {
  it('needs nothing: the defaults serve this machine alone', () => {
    expect(parseEnv({})).toMatchObject({ host: '127.0.0.1', port: 3000, authMode: 'local', databaseUrl: undefined });
  });

  it('takes an empty or blank variable for an unset one', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '  ' })).toEqual(parseEnv({}));
  });

  it('gives a value that cannot be changed', () => {
    const config = parseEnv({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(withValues(config, { port: 1 }))).toBe(true);
    expect(withValues(config, { port: 1 })).toEqual({ ...config, port: 1 });
  });

  it('names all mistakes at once and never repeats an address or a secret', () => {
    expect(
      problemsOf({ PORT: 'many', AUTH_MODE: 'none', DATABASE_URL: 'http://user:canary@host/', SECRET_KEY: 'canary' }),
    ).toEqual([
      'PORT must be a whole number from 0 to 65535, not "many".',
      'DATABASE_URL must be an address that starts with postgres:// or postgresql://.',
      'SECRET_KEY must have at least 32 characters.',
      'AUTH_MODE must be one of local, oidc, not "none".',
    ]);
  });

  it('reads a value from the file that NAME_FILE names, and says which one it cannot read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'modelfolio-env-'));
    try {
      const [file, missing] = [join(folder, 'key'), join(folder, 'missing')];
      writeFileSync(file, `${'s'.repeat(32)}\n`);
      expect(parseEnv({ SECRET_KEY_FILE: file }).secretKey).toBe('s'.repeat(32));
      expect(problemsOf({ SECRET_KEY_FILE: file, SECRET_KEY: 'x'.repeat(32), HUB_TOKEN_FILE: missing })).toEqual([
        'SECRET_KEY is given twice, by itself and by SECRET_KEY_FILE.',
        `HUB_TOKEN cannot be read from the file that HUB_TOKEN_FILE names, ${missing}.`,
      ]);
      writeFileSync(file, 'canary');
      expect(problemsOf({ SECRET_KEY_FILE: file })).toEqual(['SECRET_KEY must have at least 32 characters.']);
      writeFileSync(file, '\n');
      expect(problemsOf({ SECRET_KEY_FILE: file })).toEqual([
        `SECRET_KEY is blank in the file that SECRET_KEY_FILE names, ${file}.`,
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([['-1'], ['65536'], ['3e3'], ['0x10'], ['3000.5'], ['３０００']])('refuses the port %s', (PORT) => {
    expect(problemsOf({ PORT })).toHaveLength(1);
  });

  it('refuses local sign-in on an address that others can reach, unless that is said to be meant', () => {
    expect(problemsOf({ HOST: '0.0.0.0' })).toHaveLength(1);
    expect(problemsOf({ HOST: '0.0.0.0', LOCAL_SIGN_IN_UNSAFE: 'true' })).toEqual([]);
    expect(problemsOf({ HOST: '127.0.0.2' })).toEqual([]);
    expect(problemsOf({ HOST: '::1' })).toEqual([]);
  });

  it('wants one secret for all replicas in production', () => {
    const env = { NODE_ENV: 'production', DATABASE_URL: 'postgres://host/name', LOCAL_SIGN_IN_UNSAFE: 'true' };
    expect(problemsOf(env)).toHaveLength(1);
    expect(problemsOf({ ...env, SECRET_KEY: 'x'.repeat(32) })).toEqual([]);
  });
});

describe('.env.example', () => {
  it('lists every key with its default', () => {
    expect(readFileSync(join(projectRoot(), '.env.example'), 'utf8')).toBe(envExample());
  });
});
