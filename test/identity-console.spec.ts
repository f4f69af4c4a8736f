import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Provider } from 'oidc-provider';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { Browser } from './support/browser.js';

let app: TestApp;
let idp: Server;
let issuer: string;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A real identity provider that lets everybody in by name. */
async function startProvider(callback: string): Promise<Server> {
  const port = await freePort();
  issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'modelfolio',
        client_secret: 'a secret of the console',
        redirect_uris: [callback],
        post_logout_redirect_uris: [new URL('/', callback).href],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], email: ['email'], roles: ['roles', 'groups'] },
    scopes: ['openid', 'profile', 'email', 'roles'],
    pkce: { required: () => true },
    cookies: { keys: ['of the provider'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        name: `${sub} of the bank`,
        email: `${sub}@bank.example`,
        roles: ['bank-owner'],
        groups: ['/retail'],
      }),
    }),
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  idp = await startProvider(`${publicUrl}/auth/callback`);
  app = await startTestApp({
    now: new Date().toISOString(),
    env: {
      AUTH_MODE: 'oidc',
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'modelfolio',
      OIDC_CLIENT_SECRET: 'a secret of the console',
      OIDC_AUDIENCE: 'modelfolio-api',
      OIDC_SCOPES: 'openid profile email roles',
      OIDC_ROLE_MAP: 'bank-owner=TOOL_OWNER',
    },
  });
});
afterAll(async () => {
  await app.stop();
  idp.closeAllConnections();
  await new Promise((resolve) => idp.close(resolve));
});

/** Walks through the provider's own pages and returns the address that it sends the browser back to. */
async function visitProvider(browser: Browser, name: string, returnTo = '/models'): Promise<string> {
  const login = await browser.get(`${app.url}/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
  let page = await browser.follow(login, issuer);
  const fields = { prompt: 'login', login: name, password: 'x' };
  page = await browser.follow(await browser.submit(page, fields), issuer);
  const back = await browser.follow(await browser.submit(page, { prompt: 'consent' }), issuer);
  return back.location;
}

describe('signing in to the console', () => {
  it('ends where it began, with a cookie that scripts and other sites cannot use', async () => {
    const browser = new Browser();
    const back = await visitProvider(browser, 'mia', '/models?q=qwen');
    expect(back).toMatch(new RegExp(`^${app.url}/auth/callback\\?code=`));
    const done = await browser.get(back);
    expect([done.status, done.location]).toEqual([302, '/models?q=qwen']);
    const cookie = done.cookies.find((each) => each.startsWith('modelfolio-session='));
    expect(cookie).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/);
    const me = await browser.get(`${app.url}/v1/me`);
    expect(JSON.parse(me.text)).toMatchObject({
      displayName: 'mia of the bank',
      roles: ['TOOL_OWNER'],
      teams: ['retail'],
    });
  });

  it('refuses an answer that another browser asked for', async () => {
    const back = await visitProvider(new Browser(), 'mia');
    const other = await new Browser().get(back);
    expect([other.status, JSON.parse(other.text).code]).toEqual([401, 'sign-in-failed']);
  });

  it('refuses a code twice, a changed state and an error of the provider', async () => {
    const browser = new Browser();
    const back = await visitProvider(browser, 'mia');
    const changed = new URL(back);
    changed.searchParams.set('state', 'changed');
    expect((await browser.fork().get(changed.href)).status).toBe(401);
    const twice = browser.fork();
    expect((await browser.get(back)).status).toBe(302);
    expect((await twice.get(back)).status).toBe(401);
    const begun = new Browser();
    const login = await begun.get(`${app.url}/auth/login`);
    const state = new URL(login.location).searchParams.get('state');
    expect((await begun.get(`${app.url}/auth/callback?error=access_denied&state=${state}`)).status).toBe(401);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'models'])(
    'never returns to %s',
    async (target) => {
      const { body } = await app.http.get(`/auth/login?returnTo=${encodeURIComponent(target)}`).expect(400);
      expect(body.errors[0].pointer).toBe('?returnTo');
    },
  );

  it('asks for a code with PKCE, state and nonce', async () => {
    const { headers } = await app.http.get('/auth/login').expect(302);
    const asked = new URL(String(headers['location'])).searchParams;
    expect(asked.get('response_type')).toBe('code');
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)?.length).toBeGreaterThan(40);
  });
});

describe('the cookie', () => {
  it('writes only from our own pages', async () => {
    const browser = new Browser();
    await browser.get(await visitProvider(browser, 'otto'));
    const token = { name: 't', roles: ['TOOL_OWNER'], expiresAt: new Date(Date.now() + 86_400_000).toISOString() };
    for (const origin of [undefined, 'https://evil.example', 'null', `${app.url}.evil.example`]) {
      const refused = await browser.post(`${app.url}/v1/tokens`, token, origin);
      expect([refused.status, JSON.parse(refused.text).code]).toEqual([403, 'foreign-origin']);
    }
    expect((await browser.post(`${app.url}/v1/tokens`, token, app.url)).status).toBe(201);
  });

  it('is worthless after signing out, even where it was copied', async () => {
    const browser = new Browser();
    await browser.get(await visitProvider(browser, 'olga'));
    const copy = browser.fork();
    expect((await copy.get(`${app.url}/v1/me`)).status).toBe(200);
    expect((await browser.post(`${app.url}/auth/logout`, {}, 'https://evil.example')).status).toBe(403);
    const left = await browser.post(`${app.url}/auth/logout`, {}, app.url);
    expect(left.status).toBe(200);
    expect(JSON.parse(left.text).next).toMatch(new RegExp(`^${issuer}/session/end\\?`));
    expect((await browser.get(`${app.url}/v1/me`)).status).toBe(401);
    expect((await copy.get(`${app.url}/v1/me`)).status).toBe(401);
  });

  it('is worthless after twelve hours, and when it was tampered with', async () => {
    const browser = new Browser();
    await browser.get(await visitProvider(browser, 'uwe'));
    const forged = browser.fork();
    forged.change('modelfolio-session', (value) => `${value.slice(0, -3)}abc`);
    expect((await forged.get(`${app.url}/v1/me`)).status).toBe(401);
    const now = app.clock.now();
    app.clock.set(new Date(now.getTime() + 12 * 3_600_000 + 1000));
    expect((await browser.get(`${app.url}/v1/me`)).status).toBe(401);
    app.clock.set(now);
  });
});
