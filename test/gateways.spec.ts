import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { startDemoApp } from './support/demo.js';

describe('gateways', () => {
  let test: TestApp;
  let gateway: Server;
  let url: string;
  let answer: { status: number; body: string } = { status: 200, body: '{"data":[]}' };
  const asked: (string | undefined)[] = [];

  beforeAll(async () => {
    gateway = createServer((request, response) => {
      asked.push(request.headers.authorization);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
    test = await startDemoApp({
      env: { WORKERS: 'false', EGRESS_PRIVATE_NETWORKS: '127.0.0.0/8', GATEWAY_TOKENS: 'main=sk-of-the-tests' },
    });
  });
  afterAll(async () => {
    await test.stop();
    gateway.closeAllConnections();
    gateway.close();
  });

  const as = (account: 'platform' | 'auditor') => test.as(account);
  const register = (body: object, account: 'platform' | 'auditor' = 'platform') =>
    test.http.post('/v1/gateways').set(as(account)).send(body);

  it('shows what is served but not registered, by name and by release', async () => {
    const { body: models } = await test.http.get('/v1/models').set(as('auditor')).expect(200);
    const [first] = models.items;
    const { body: created } = await register({ name: 'main', kind: 'OPENAI', url: `${url}/` }).expect(201);
    answer = {
      status: 200,
      body: JSON.stringify({
        data: [{ id: first.name.toUpperCase() }, { id: 'openai/gpt-oss-20b' }, { id: 'shadow' }],
      }),
    };
    await test.http.post(`/v1/gateways/${created.id}/polls`).set(as('platform')).expect(200);
    expect(asked.at(-1)).toBe('Bearer sk-of-the-tests');
    const { body } = await test.http.get(`/v1/gateways/${created.id}/drift`).set(as('auditor')).expect(200);
    expect(body.gateway).toMatchObject({ name: 'main', served: 3, error: null });
    expect(body.notRegistered).toEqual([
      { name: 'openai/gpt-oss-20b', releaseId: expect.any(String) },
      { name: 'shadow', releaseId: null },
    ]);
  });

  it('keeps what it last knew when the gateway does not answer, and says why', async () => {
    const { body: list } = await test.http.get('/v1/gateways').set(as('auditor')).expect(200);
    const [{ id }] = list.items;
    answer = { status: 502, body: '' };
    const { body } = await test.http.post(`/v1/gateways/${id}/polls`).set(as('platform')).expect(200);
    expect(body).toMatchObject({ error: 'It answered 502.', served: 3 });
    answer = { status: 200, body: '<html>' };
    const html = await test.http.post(`/v1/gateways/${id}/polls`).set(as('platform')).expect(200);
    expect(html.body.error).toContain('web page');
  });

  it('refuses a name that is taken, an address that must not be called and a caller without the right', async () => {
    await register({ name: 'main', kind: 'OPENAI', url }).expect(409);
    const refused = await register({ name: 'meta', kind: 'OPENAI', url: 'http://169.254.169.254' }).expect(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/url' }]);
    await register({ name: 'x', kind: 'TELNET', url }).expect(400);
    await register({ name: 'y', kind: 'OLLAMA', url }, 'auditor').expect(403);
  });
});
