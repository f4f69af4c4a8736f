import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair } from 'jose';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { measured } from './support/faults.js';
import { SigningProvider } from './support/signing-provider.js';

const provider = new SigningProvider();
let app: TestApp;
beforeAll(async () => {
  await provider.start();
  app = await startTestApp({
    now: new Date().toISOString(),
    env: {
      AUTH_MODE: 'oidc',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'modelfolio',
      OIDC_AUDIENCE: 'modelfolio-api',
      OIDC_ROLE_MAP: 'bank-audit=AUDITOR,bank-platform=PLATFORM_ENGINEER',
      PUBLIC_URL: 'https://modelfolio.bank.example',
    },
  });
});
afterAll(async () => {
  await app.stop();
  await provider.stop();
});

const me = (token: string) => app.http.get('/v1/me').set('authorization', `Bearer ${token}`);
const seconds = (ahead: number): number => Math.floor(app.clock.now().getTime() / 1000) + ahead;
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

let refusals = 0;
async function refused(token: string): Promise<void> {
  const { body, headers } = await me(token).expect(401);
  expect(body.code).toBe('invalid-token');
  expect(headers['www-authenticate']).toMatch(/^Bearer/);
  refusals += 1;
}

describe('an access token', () => {
  it('of the identity provider lets its bearer in with the mapped roles, and enters the person once', async () => {
    const { body } = await me(await provider.token({ groups: ['/retail', 'risk'] })).expect(200);
    expect(body).toMatchObject({ displayName: 'Alice', roles: ['AUDITOR'], teams: ['retail', 'risk'], tokenId: null });
    const again = await me(await provider.token({ groups: ['/retail', 'risk'] })).expect(200);
    expect(again.body.id).toBe(body.id);
  });

  it('takes effect at once when its roles change, and an older token does not turn them back', async () => {
    const older = await provider.token({ sub: 'bob', roles: ['AUDITOR'], iat: seconds(-100) });
    await me(older).expect(200);
    const newer = await provider.token({ sub: 'bob', roles: ['bank-platform'], iat: seconds(0) });
    app.clock.set(new Date(app.clock.now().getTime() + 1000));
    expect(
      (await me(await provider.token({ sub: 'bob', roles: ['bank-platform'], iat: seconds(1) })).expect(200)).body
        .roles,
    ).toEqual(['PLATFORM_ENGINEER']);
    await me(newer).expect(200);
    await me(older).expect(200);
    const { rows } = await app.db.pool.query(`SELECT roles, version FROM person WHERE subject = 'bob'`);
    expect(rows).toEqual([{ roles: ['PLATFORM_ENGINEER'], version: 2 }]);
  });

  it('without a known role may do nothing', async () => {
    expect((await me(await provider.token({ sub: 'guest', roles: ['visitors'] })).expect(403)).body).toMatchObject({
      code: 'permission-missing',
      detail: 'This needs the permission me.read.',
    });
  });

  it('of a deactivated person is refused', async () => {
    await me(await provider.token({ sub: 'leaver' })).expect(200);
    await app.db.pool.query(`UPDATE person SET active = false WHERE subject = 'leaver'`);
    expect((await me(await provider.token({ sub: 'leaver' })).expect(403)).body.code).toBe('person-inactive');
  });
});

describe('what is refused', () => {
  it('alg none', async () => {
    const payload = encode({
      iss: provider.issuer,
      aud: 'modelfolio-api',
      sub: 'alice',
      iat: seconds(0),
      exp: seconds(300),
      roles: ['ADMIN'],
    });
    for (const alg of ['none', 'None', 'NONE', '']) await refused(`${encode({ alg, typ: 'at+jwt' })}.${payload}.`);
  });

  it('HS256 keyed with the public key', async () => {
    const pem = Buffer.from(await exportSPKI(provider.key.publicKey));
    await refused(await provider.token({}, { alg: 'HS256' }, pem));
    await refused(await provider.token({}, { alg: 'HS256' }, Buffer.from(JSON.stringify(provider.key.jwk))));
  });

  it('a changed payload under the same signature', async () => {
    const [header, payload = '', signature] = (await provider.token()).split('.');
    const changed = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), roles: ['ADMIN'] };
    await refused([header, encode(changed), signature].join('.'));
    await refused(`${header}.${payload}.`);
    await refused(`${header}.${payload}`);
  });

  it.each<[string, Record<string, unknown>]>([
    ['another audience', { aud: 'somebody-else' }],
    ['the audience of the console', { aud: 'modelfolio' }],
    ['no audience', { aud: undefined }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['a longer issuer', { iss: 'http://127.0.0.1/x' }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['no expiry', { exp: undefined }],
    ['expired more than a minute ago', { exp: seconds0(-62), iat: seconds0(-400) }],
    ['not valid yet', { nbf: seconds0(300) }],
    ['issued in the future, text for expiry', { exp: '9999999999' }],
    ['an ID token by Keycloak', { typ: 'ID' }],
    ['a refresh token by Keycloak', { typ: 'Refresh' }],
    ['an ID token of the console', { nonce: 'n-0S6_WzA2Mj' }],
  ])('%s', async (_name, claims) => {
    await refused(await provider.token(claims));
  });

  it.each(['id+jwt', 'logout+jwt', 'dpop+jwt', 'secevent+jwt', undefined])('the type %s', async (typ) => {
    await refused(await provider.token({}, { typ }));
  });

  it('an unknown key id, and none', async () => {
    await refused(await provider.token({}, { kid: 'unknown' }));
    const { privateKey } = await generateKeyPair('RS256');
    await refused(await provider.token({}, {}, privateKey));
  });

  it('a token that brings its own key', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(publicKey);
    await refused(await provider.token({}, { jwk }, privateKey));
    await refused(await provider.token({}, { jku: `${provider.issuer}/keys` }, privateKey));
    await refused(await provider.token({}, { jku: `${provider.issuer}/keys` }));
    await refused(await provider.token({}, { x5u: 'https://evil.example/cert' }));
    await refused(await provider.token({}, { x5c: ['MIIB'] }));
    await refused(await provider.token({}, { crit: ['exp'], exp: 1 }).catch(() => 'eyJhbGciOiJSUzI1NiJ9.e30.AA'));
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Basic YTpi',
    'Bearer a b',
    `Bearer ${'x'.repeat(9000)}`,
    'Bearer ....',
    'Bearer mf_wrong',
  ])('the header field %.20s', async (authorization) => {
    await app.http.get('/v1/me').set('authorization', authorization).expect(401);
    refusals += 1;
  });

  it('the built-in accounts', async () => {
    expect((await app.http.post('/v1/local-session').send({ account: 'admin' }).expect(404)).body.code).toBe(
      'local-sign-in-off',
    );
  });
});

describe('time', () => {
  it('up to a minute of skew is forgiven', async () => {
    await me(await provider.token({ exp: seconds(-58), iat: seconds(-300) })).expect(200);
    await me(await provider.token({ nbf: seconds(58) })).expect(200);
  });
});

describe('keys', () => {
  it('rotate without a restart, and the old one is refused once it is gone', async () => {
    const old = await provider.token();
    await provider.rotate('second');
    // The library asks again for an unknown key after half a minute; ours counts by the clock of the application.
    app.clock.set(new Date(app.clock.now().getTime() + 11 * 60_000));
    await me(await provider.token({ iat: seconds(0), exp: seconds(300) })).expect(200);
    await refused(old);
  });

  it('serve on from memory while the provider is down', async () => {
    await provider.stop();
    const pauses = [1, 10, 30];
    for (const minutes of pauses) {
      app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000));
      await me(await provider.token({ iat: seconds(0), exp: seconds(300) })).expect(200);
    }
    await provider.start();
    measured('sign-in', {
      tokensRefused: refusals,
      letIn: 0,
      minutesWithoutTheProvider: pauses.reduce((sum, each) => sum + each),
    });
  });
});

function seconds0(ahead: number): number {
  return Math.floor(Date.now() / 1000) + ahead;
}
