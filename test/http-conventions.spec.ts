import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { PROBE_TABLE, ProbeModule } from './support/probe.module.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    modules: [ProbeModule],
    seed: async ({ pool }) => void (await pool.query(PROBE_TABLE)),
  });
});
afterAll(() => app.stop());

const auth = (): ReturnType<TestApp['as']> => app.as('auditor');

describe('what cannot be routed', () => {
  it('answers unknown addresses with a problem document', async () => {
    const { body, headers } = await app.http.get('/v1/nowhere').expect(404);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(body).toEqual({
      type: '/docs/errors#route-not-found',
      title: 'Not Found',
      status: 404,
      detail: 'There is nothing at this address.',
      instance: `/requests/${headers['x-request-id']}`,
      code: 'route-not-found',
    });
  });

  it('names the methods of an address in Allow', async () => {
    const { body, headers } = await app.http.delete('/v1/probes').expect(405);
    expect(headers['allow']).toBe('GET, HEAD, POST');
    expect(body.code).toBe('method-not-allowed');
  });

  it.each([['/v1/%E0%A4%A'], [`/v1/probes/${'x'.repeat(300)}`]])(
    'refuses the malformed address %.20s',
    async (path) => {
      const { status, headers } = await app.http.get(path).set(auth());
      expect([400, 404, 414]).toContain(status);
      expect(headers['content-type']).toBe('application/problem+json');
    },
  );

  it('refuses media types that it cannot answer', async () => {
    const { body } = await app.http.get('/v1/me').set(auth()).set('accept', 'image/png').expect(406);
    expect(body).toMatchObject({ code: 'not-acceptable', detail: 'This address answers application/json.' });
  });
});

describe('bodies', () => {
  const send = (type: string, body: string) =>
    app.http.post('/v1/probes').set(auth()).set('content-type', type).send(body);

  it.each([
    ['broken-json', 400, 'application/json', '{"name": '],
    ['not-utf-8', 400, 'application/json', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['json-too-deep', 400, 'application/json', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['forbidden-key', 400, 'application/json', '{"name": "x", "__proto__": {"admin": true}}'],
    ['body-not-an-object', 400, 'application/json', '[]'],
    ['body-not-an-object', 400, 'application/json', 'null'],
    ['unsupported-media-type', 415, 'text/plain', 'name=x'],
    ['unsupported-media-type', 415, 'application/x-www-form-urlencoded', 'name=x'],
    ['body-too-large', 413, 'application/json', `{"name": "${'x'.repeat(1_100_000)}"}`],
    ['validation-failed', 400, 'application/json', '{"name": 1e999}'],
  ])('%s', async (code, status, type, body) => {
    const headers = { ...auth(), 'content-type': type };
    const answer = await fetch(`${app.url}/v1/probes`, { method: 'POST', headers, body: new Blob([body]) });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('says of each field what is wrong', async () => {
    const { body } = await send('application/json', '{"name": "", "size": 1.5, "sise": 1}').expect(400);
    expect(
      body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).sort(),
    ).toEqual(['/name is-length', '/sise unknown-field', '/size is-int']);
  });

  it('takes no text for a number', async () => {
    await send('application/json', '{"name": "x", "size": "5"}').expect(400);
  });

  it('hands raw bytes to the routes that ask for them, up to their own limit', async () => {
    const bytes = (type: string, body: string) =>
      app.http.post('/v1/probes/bytes').set(auth()).set('content-type', type).send(body);
    expect((await bytes('text/csv', 'a,b').expect(201)).body).toEqual({ length: 3 });
    expect((await bytes('application/json', '{broken').expect(201)).body).toEqual({ length: 7 });
    expect((await bytes('text/csv', 'x'.repeat(1_500_000)).expect(201)).body).toEqual({ length: 1_500_000 });
    await bytes('text/csv', 'x'.repeat(2_100_000)).expect(413);
    await bytes('image/png', 'x').expect(415);
  });
});

describe('every answer', () => {
  it('belongs to a trace', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { headers } = await app.http.get('/livez').set('traceparent', `00-${trace}-00f067aa0ba902b7-01`).expect(200);
    expect(headers['traceparent']).toMatch(new RegExp(`^00-${trace}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
    const other = await app.http
      .get('/livez')
      .set('traceparent', 'rubbish')
      .set('x-request-id', 'a\u00e4 b')
      .expect(200);
    expect(other.headers['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(other.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['/livez', '/v1/nowhere', '/docs'])('carries the security header fields: %s', async (path) => {
    const { headers } = await app.http.get(path);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
  });

  it('shows nothing of a fault', async () => {
    const { body, text } = await app.http.get('/v1/probes/broken/one').expect(500);
    expect(body.code).toBe('internal-error');
    expect(text).not.toContain('canary');
  });

  it('says when it goes away', async () => {
    const { headers } = await app.http.get('/v1/probes/old/one').expect(200);
    expect(headers).toMatchObject({ deprecation: '@1767225600', sunset: 'Fri, 01 Jan 2027 00:00:00 GMT' });
  });

  it('says what is left of the budget', async () => {
    const { headers } = await app.http.get('/v1/me').set(auth()).expect(200);
    expect(headers['ratelimit-policy']).toBe('"reads";q=60000;w=60');
    expect(headers['ratelimit']).toMatch(/^"reads";r=\d+;t=\d+$/);
  });
});

describe('what is not quite HTTP', () => {
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket
        .on('data', (chunk) => (answer += chunk.toString()))
        .on('close', () => resolve(answer))
        .on('error', reject);
    });

  it('answers 431 to huge header fields', async () => {
    const answer = await raw(`GET /livez HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(40_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 431 /);
    expect(answer).toContain('"code":"headers-too-large"');
  });

  it('answers 400 to rubbish', async () => {
    expect(await raw('RUBBISH\r\n\r\n')).toMatch(/^HTTP\/1.1 400 [\s\S]+application\/problem\+json/);
  });
});

describe('the contract', () => {
  it('is OpenAPI 3.1 and can be read as a page', async () => {
    const { body } = await app.http.get('/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    expect(body.paths['/v1/me'].get['x-permission']).toBe('me.read');
    const { text } = await app.http.get('/docs').expect(200);
    for (const [, asset] of text.matchAll(/(?:src|href)="([^"]+)"/g)) await app.http.get(String(asset)).expect(200);
  });
});

describe('the console', () => {
  const built = existsSync('web/dist/index.html') ? it : it.skip;
  const visit = (path: string) => app.http.get(path).set('accept', 'text/html,application/xhtml+xml,*/*;q=0.8');

  built('is served at the addresses of all its screens, without inline scripts', async () => {
    for (const path of ['/', '/models', '/tools/0191?tab=flags']) {
      const { text, headers } = await visit(path).expect(200);
      expect(headers['content-type']).toMatch(/^text\/html/);
      expect(headers['cache-control']).toBe('no-cache');
      expect(text).not.toMatch(/<script(?![^>]*\bsrc=)/);
      for (const [, asset] of text.matchAll(/(?:src|href)="(\/[^"]+)"/g)) await app.http.get(String(asset)).expect(200);
    }
  });

  built.each(['/v1/nowhere', '/assets/gone.js', '/docs/nothing', '/auth/nothing'])(
    'does not stand in for what is missing: %s',
    async (path) => {
      const { headers } = await visit(path).expect(404);
      expect(headers['content-type']).toBe('application/problem+json');
    },
  );
});
