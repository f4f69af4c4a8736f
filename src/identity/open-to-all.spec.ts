import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '../config/config-error.js';
import { parseEnv } from '../config/env.js';
import { isOpenToAll } from './open-to-all.js';

const SECRET_KEY = 'a secret that is long enough for all';
const DATABASE_URL = 'postgres://localhost/x';

describe('built-in accounts', () => {
  it.each([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.168.1.10' },
    { HOST: 'modelfolio.bank.example' },
    { NODE_ENV: 'production', SECRET_KEY, DATABASE_URL },
  ])('are refused with %j, unless somebody insists', (env) => {
    expect(() => parseEnv(env)).toThrow(ConfigError);
    expect(isOpenToAll(parseEnv({ ...env, LOCAL_SIGN_IN_UNSAFE: 'true' }))).toBe(true);
  });

  it.each([{}, { HOST: '127.0.0.1' }, { HOST: '::1' }, { HOST: 'localhost' }])('are for one machine: %j', (env) => {
    expect(isOpenToAll(parseEnv(env))).toBe(false);
  });

  it('are no matter with the sign-in of the enterprise, which needs its settings', () => {
    const oidc = { AUTH_MODE: 'oidc', HOST: '0.0.0.0', NODE_ENV: 'production', SECRET_KEY, DATABASE_URL };
    expect(() => parseEnv(oidc)).toThrow(
      /OIDC_ISSUER must be set[\s\S]+OIDC_AUDIENCE must be set[\s\S]+PUBLIC_URL must be set/,
    );
    const settings = {
      OIDC_ISSUER: 'https://idp.example',
      OIDC_CLIENT_ID: 'c',
      OIDC_AUDIENCE: 'a',
      PUBLIC_URL: 'https://m.example',
    };
    expect(isOpenToAll(parseEnv({ ...oidc, ...settings }))).toBe(false);
  });
});
