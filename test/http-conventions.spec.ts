import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('signing in locally', () => {
  it('lets every account in and says what it may do', async () => {
    const { body } = await app.http.get('/v1/me').set(app.as('tool-owner')).expect(200);
    expect(body).toMatchObject({ displayName: 'Toni Owner', roles: ['TOOL_OWNER'], tokenId: null });
    expect(body.permissions).toContain('tool.write');
  });

  it('refuses an unknown account, naming the field', async () => {
    const { body } = await app.http.post('/v1/local-session').send({ account: 'root' }).expect(400);
    expect(body).toMatchObject({ code: 'validation-failed', errors: [{ pointer: '/account', code: 'is-in' }] });
  });

  it('refuses unknown fields', async () => {
    const { body } = await app.http
      .post('/v1/local-session')
      .send({ account: 'admin', roles: ['ADMIN'] })
      .expect(400);
    expect(body.errors).toEqual([{ pointer: '/roles', code: 'unknown-field', detail: 'roles is not known here' }]);
  });
});
