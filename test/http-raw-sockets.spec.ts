import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { measured } from './support/faults.js';
import { PROBE_TABLE, ProbeModule } from './support/probe.module.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ modules: [ProbeModule], seed: async ({ pool }) => void (await pool.query(PROBE_TABLE)) });
});
afterAll(() => app.stop());

const HOST = 'Host: modelfolio\r\n';
const MANY = Array.from({ length: 2_100 }, (_, n) => `X-${n}: x\r\n`).join('');
const authorised = (): string => `Authorization: ${app.as('platform').authorization}\r\n`;
const post = (headers: string, body: string): string =>
  `POST /v1/probes HTTP/1.1\r\n${HOST}${authorised()}${headers}\r\n${body}`;
const json = (text: string): string =>
  `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n`;
const deep = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const chunked = (chunk: string, times: number): string =>
  `${`${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`.repeat(times)}0\r\n\r\n`;

/** Sends the bytes as they are and returns what comes back until the connection ends or has been answered. */
const send = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    let answer = '';
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      // Whole as soon as its body is as long as it says.
      const [head = '', body] = answer.split('\r\n\r\n');
      if (body !== undefined && body.length >= Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)) socket.destroy();
    });
    socket.write(Buffer.from(bytes, 'latin1'));
  });

const CASES: Record<string, () => string> = {
  'a body of 10 MB': () => post(json('x'.repeat(10_000_000)), 'x'.repeat(10_000_000)),
  'a body of 10 MB in chunks of unknown number': () =>
    post('Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n', chunked('x'.repeat(1_000_000), 10)),
  'an object 10,000 deep': () => post(json(deep(10_000)), deep(10_000)),
  'bytes that are no UTF-8': () => post(json('1234567'), '{"\xff\xfe":\xc3'),
  'half a character': () => post(json('123456789012'), '{"name":"\xe2\x82"'),
  'JSON that ends too early': () => post(json('{"name":'), '{"name":'),
  'no content type': () => post('Content-Length: 2\r\n', '{}'),
  'a content type of rubbish': () => post('Content-Type: \x01;;=\r\nContent-Length: 2\r\n', '{}'),
  'two lengths': () => post('Content-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n', '{} '),
  'a length and chunks at once': () =>
    post('Content-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n', chunked('{}', 1)),
  'a length below zero': () => post('Content-Type: application/json\r\nContent-Length: -1\r\n', '{}'),
  'chunks of no length': () => post('Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n', 'zz\r\n{}\r\n'),
  'a packed body': () => post(`${json('{}')}Content-Encoding: gzip\r\n`, '{}'),
  'header fields of 40 kB': () => `GET /v1/me HTTP/1.1\r\n${HOST}X-Big: ${'x'.repeat(40_000)}\r\n\r\n`,
  'two thousand header fields': () => `GET /v1/me HTTP/1.1\r\n${HOST}${MANY}\r\n`,
  'a header field without a name': () => `GET /v1/me HTTP/1.1\r\n${HOST}: x\r\n\r\n`,
  'a folded header field': () => `GET /v1/me HTTP/1.1\r\n${HOST}X-A: b\r\n c\r\n\r\n`,
  'an address of 60 kB': () => `GET /v1/${'x'.repeat(60_000)} HTTP/1.1\r\n${HOST}\r\n`,
  'an address with NUL': () => `GET /v1/models/%00 HTTP/1.1\r\n${HOST}${authorised()}\r\n`,
  'no host': () => 'GET /v1/me HTTP/1.1\r\n\r\n',
  'no host, and a body': () => `POST /v1/probes HTTP/1.1\r\n${authorised()}${json('{}')}\r\n{}`,
  'a method that nobody knows': () => `BREW /v1/models HTTP/1.1\r\n${HOST}\r\n`,
  'a version that is none': () => `GET /v1/models HTTP/9.9\r\n${HOST}\r\n`,
  'the greeting of TLS': () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n',
  'a session of several kilobytes': () =>
    `GET /v1/me HTTP/1.1\r\n${HOST}Cookie: modelfolio-session=${'a.'.repeat(4_000)}\r\n\r\n`,
};

describe('whatever comes over the wire', () => {
  it.each(Object.entries(CASES))('is answered by 4xx and a problem document: %s', async (_, bytes) => {
    const answer = await send(bytes());
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).toMatch(/content-type: application\/problem\+json/i);
    expect(answer).not.toMatch(/node_modules|at .+\.js:\d+/);
    await app.http.get('/livez').expect(200);
  });

  afterAll(() => measured('bad-input', { rawMessages: Object.keys(CASES).length }));

  it('is refused without a host, before the product is asked', async () => {
    expect(await send('GET /v1/me HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('never leads out of the folders that are shown', async () => {
    for (const path of ['/../../etc/passwd', '/assets/..%2f..%2f..%2fpackage.json', '/assets/....//package.json'])
      expect(await send(`GET ${path} HTTP/1.1\r\n${HOST}\r\n`)).not.toMatch(/root:|"dependencies"/);
  });

  it('never makes of one request two', async () => {
    const hidden = 'GET /v1/probes/hidden HTTP/1.1\r\nHost: modelfolio\r\n\r\n';
    const answer = await send(
      post(
        'Content-Type: application/json\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n',
        `0\r\n\r\n${hidden}`,
      ),
    );
    expect(answer.match(/HTTP\/1\.1 \d\d\d/g)).toHaveLength(1);
  });
});
