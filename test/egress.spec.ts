import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { parseEnv } from '../src/config/env.js';
import { Egress } from '../src/egress/egress.client.js';
import { EgressError } from '../src/egress/egress-error.js';
import { Resolver } from '../src/egress/resolver.js';
import type { ResolvedAddress } from '../src/egress/resolver.js';
import { measured } from './support/faults.js';
import { ADDRESSES, LITERALS, PRIVATE } from './support/forbidden-addresses.js';

/** Answers by the table, and counts how often it was asked. */
class TableResolver extends Resolver {
  asked = 0;
  table: Record<string, readonly string[]> = {};

  async resolve(host: string): Promise<readonly ResolvedAddress[]> {
    this.asked += 1;
    return (this.table[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  }
}

const resolver = new TableResolver();
const clients: Egress[] = [];

function client(env: Record<string, string> = {}): Egress {
  const egress = new Egress(parseEnv({ EGRESS_ALLOWED_HOSTS: 'feeds.example,*.hooks.example', ...env }), resolver);
  clients.push(egress);
  return egress;
}

const own = (): Egress => client({ EGRESS_PRIVATE_NETWORKS: '127.0.0.0/8' });

let server: Server;
let base: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let connections = 0;

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  resolver.table = {};
  for (const egress of clients.splice(0)) await egress.onApplicationShutdown();
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Every one of them is refused before anybody is called. */
const PAYLOADS = PRIVATE.length + LITERALS.length + ADDRESSES.length;
const LEAST_PAYLOADS = 60;

const failure = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.then(
    () => 'answered',
    (reason: unknown) => reason,
  );
  return error instanceof EgressError ? error.code : String(error);
};

describe(`${PAYLOADS} addresses that must not be called`, () => {
  let before = 0;
  beforeAll(() => {
    before = connections;
  });

  it.each(PRIVATE)('a listed name that resolves to %s', async (address) => {
    resolver.table = { 'feeds.example': [address] };
    expect(await failure(client().request({ url: 'https://feeds.example/' }))).toBe('address-refused');
    expect(connections).toBe(before);
  });

  it.each([...LITERALS, ...ADDRESSES])('%s', async (url) => {
    resolver.table = new Proxy({}, { get: () => ['127.0.0.1'] });
    const { asked } = resolver;
    expect(await failure(client().request({ url }))).toMatch(/-(refused|malformed)$/);
    expect([connections, resolver.asked]).toEqual([before, asked]);
  });

  it('one private address among public ones refuses the name', async () => {
    resolver.table = { 'feeds.example': ['8.8.8.8', '127.0.0.1'] };
    expect(await failure(client().request({ url: 'https://feeds.example/' }))).toBe('address-refused');
  });

  it('a name that changes its address between check and call is checked at the one look that counts', async () => {
    const addresses = ['8.8.8.8', '127.0.0.1'];
    const { asked } = resolver;
    resolver.table = new Proxy({}, { get: () => [addresses.pop() ?? '127.0.0.1'] });
    const egress = client();
    egress.check('https://a.hooks.example/');
    expect(resolver.asked).toBe(asked);
    expect(await failure(egress.request({ url: 'https://a.hooks.example/' }))).toBe('address-refused');
    expect([connections, resolver.asked]).toEqual([before, asked + 1]);
  });

  it('an unlisted name may not use own networks to reach others', async () => {
    resolver.table = { 'rebound.example': ['10.0.0.1'] };
    expect(await failure(own().request({ url: 'https://rebound.example/' }))).toBe('host-refused');
    expect(await failure(own().request({ url: 'https://10.0.0.1/' }))).toBe('address-refused');
  });

  it('are many, and none of them was called', () => {
    expect(PAYLOADS).toBeGreaterThanOrEqual(LEAST_PAYLOADS);
    expect(connections).toBe(before);
    measured('egress', { payloads: PAYLOADS, connections: connections - before });
  });
});

describe('a call', () => {
  it('reaches an own network, unpacks the answer and reads its header fields', async () => {
    answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip', etag: '"1"' }).end(gzipSync('{"ok":true}'));
    const found = await own().request({ url: base });
    expect([found.status, found.headers['etag'], found.body.toString()]).toEqual([200, '"1"', '{"ok":true}']);
  });

  it('finds an own network by name', async () => {
    answer = (request, response) => response.end(request.headers.host);
    resolver.table = { 'gateway.bank.internal': ['127.0.0.1'] };
    const url = base.replace('127.0.0.1', 'gateway.bank.internal');
    expect((await own().request({ url })).body.toString()).toMatch(/^gateway\.bank\.internal:/);
  });

  it('does not follow redirects', async () => {
    answer = (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    expect((await own().request({ url: base })).status).toBe(302);
  });

  it.each([
    ['plain', (): [object, Buffer] => [{}, randomBytes(200_000)]],
    ['a gzip bomb', (): [object, Buffer] => [{ 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000))]],
  ])('stops at the limit of size: %s', async (_name, make) => {
    const [headers, body] = make();
    answer = (_request, response) => response.writeHead(200, { ...headers }).end(body);
    expect(await failure(own().request({ url: base, maxBytes: 100_000 }))).toBe('too-large');
    const cut = await own().request({ url: base, maxBytes: 100_000, overflow: 'cut' });
    expect([cut.status, cut.body.length]).toEqual([200, 100_000]);
  });

  it('stops an endless answer', async () => {
    answer = (_request, response) => {
      const timer = setInterval(() => response.write(Buffer.alloc(65_536)), 1);
      response.on('close', () => clearInterval(timer));
    };
    expect(await failure(own().request({ url: base, maxBytes: 1_000_000 }))).toBe('too-large');
  });

  it('stops when the time is over: silence, and a drip', async () => {
    answer = () => undefined;
    expect(await failure(own().request({ url: base, timeoutMs: 100 }))).toBe('timeout');
    answer = (_request, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await failure(own().request({ url: base, timeoutMs: 200 }))).toBe('timeout');
  });

  it('says when the answer cannot be unpacked, and when nobody answers', async () => {
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip');
    expect(await failure(own().request({ url: base }))).toBe('undecodable');
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('x');
    expect(await failure(own().request({ url: base }))).toBe('undecodable');
    const closed = createTcpServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await failure(own().request({ url: `http://127.0.0.1:${port}/` }))).toBe('unreachable');
  });
});

describe('a proxy', () => {
  it('takes calls to listed hosts, whose names it resolves itself; own networks are called without it', async () => {
    const tunnels: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    const egress = client({ EGRESS_PROXY: `http://127.0.0.1:${port}`, EGRESS_PRIVATE_NETWORKS: '127.0.0.0/8' });
    const before = resolver.asked;
    expect(await failure(egress.request({ url: 'https://feeds.example/list.json' }))).toBe('unreachable');
    expect({ tunnels, resolved: resolver.asked - before }).toEqual({ tunnels: ['feeds.example:443'], resolved: 0 });
    expect(await failure(egress.request({ url: 'https://other.example/' }))).toBe('host-refused');
    answer = (_request, response) => response.end('own');
    expect((await egress.request({ url: base })).body.toString()).toBe('own');
    expect(tunnels).toHaveLength(1);
    await new Promise((resolve) => proxy.close(resolve));
  });
});
