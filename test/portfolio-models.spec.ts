import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { aModel, aPool, make, makeApprovedModel, pointersOf, startPortfolioApp } from './support/portfolio.js';

describe('GPU pools and models', () => {
  let app: TestApp;
  const missing = '01890000-0000-7000-8000-000000000000';

  beforeAll(async () => {
    app = await startPortfolioApp();
  });
  afterAll(() => app.stop());

  const post = (path: string, body: object, account: Parameters<TestApp['as']>[0] = 'platform') =>
    app.http.post(path).set(app.as(account)).send(body);
  const patch = (path: string, etag: string, body: object, account: Parameters<TestApp['as']>[0] = 'platform') =>
    app.http.patch(path).set(app.as(account)).set('if-match', etag).send(body);
  const get = (path: string) => app.http.get(path).set(app.as('auditor'));

  describe('pools', () => {
    it('registers, lists, reads and changes a pool', async () => {
      const made = await make(app, 'platform', '/v1/gpu-pools', aPool({ name: 'h100', gpuCount: 4 }));
      const changed = await patch(`/v1/gpu-pools/${made.id}`, made.etag, { gpuCount: 16 });
      expect(changed.status).toBe(200);
      expect(changed.body).toMatchObject({ name: 'h100', gpuCount: 16, capacityGb: 1280, version: 2 });
      const listed = await get('/v1/gpu-pools?q=h100');
      expect(listed.body).toMatchObject({ total: 1, items: [changed.body] });
    });

    it.each([
      [{ gpuCount: 0 }, '/gpuCount'],
      [{ gpuCount: 1.5 }, '/gpuCount'],
      [{ memoryGbPerGpu: '80' }, '/memoryGbPerGpu'],
      [{ hosting: 'ATTIC' }, '/hosting'],
      [{ name: '  ' }, '/name'],
      [{ colour: 'red' }, '/colour'],
    ])('refuses %j and names the field', async (wrong, pointer) => {
      const created = await post('/v1/gpu-pools', aPool(wrong));
      expect([created.status, pointersOf(created.body)]).toEqual([400, expect.arrayContaining([pointer])]);
      const made = await make(app, 'platform', '/v1/gpu-pools', aPool());
      const changed = await patch(`/v1/gpu-pools/${made.id}`, made.etag, wrong);
      expect([changed.status, pointersOf(changed.body)]).toEqual([400, expect.arrayContaining([pointer])]);
    });

    it('refuses a taken name, a stale copy, a missing pool and other roles', async () => {
      const made = await make(app, 'platform', '/v1/gpu-pools', aPool({ name: 'taken' }));
      const again = await post('/v1/gpu-pools', aPool({ name: 'taken' }));
      expect([again.status, again.body.code, pointersOf(again.body)]).toEqual([409, 'name-taken', ['/name']]);
      expect((await patch(`/v1/gpu-pools/${made.id}`, '"7"', { gpuCount: 2 })).status).toBe(412);
      expect((await patch(`/v1/gpu-pools/${missing}`, '"1"', { gpuCount: 2 })).body.code).toBe('pool-not-found');
      expect((await post('/v1/gpu-pools', aPool(), 'tool-owner')).status).toBe(403);
    });
  });

  describe('models', () => {
    it('registers by key, whatever its case, in PROPOSED and shows it with footprint and uses', async () => {
      const pool = await make(app, 'platform', '/v1/gpu-pools', aPool());
      const body = aModel({ releaseKey: 'ACME/small-30b', quantisation: 'FP8', gpuPoolId: pool.id });
      const made = await make(app, 'platform', '/v1/models', body);
      const shown = await get(`/v1/models/${made.id}`);
      expect(shown.body).toMatchObject({
        lifecycle: 'PROPOSED',
        release: { key: 'acme/Small-30B', vendor: { slug: 'acme', country: 'SG' }, releaseDate: '2025-07-01' },
        gpuPool: { id: pool.id },
        usedBy: [],
        highestMateriality: null,
        openFlags: 0,
        behind: null,
        footprint: { needGb: 39, estimated: true, poolCapacityGb: 640, takenByOthersGb: 0, fits: true },
      });
      expect(shown.headers['etag']).toMatch(/^"1[".]/);
    });

    it('counts what the other models of a pool take', async () => {
      const pool = await make(app, 'platform', '/v1/gpu-pools', aPool({ gpuCount: 1, memoryGbPerGpu: 100 }));
      const small = { quantisation: 'FP8', gpuPoolId: pool.id };
      const first = await makeApprovedModel(app, small);
      await makeApprovedModel(app, { quantisation: 'BF16', gpuPoolId: pool.id });
      const { footprint } = (await get(`/v1/models/${first.id}`)).body;
      expect(footprint).toMatchObject({ needGb: 39, takenByOthersGb: 78, fits: false });
    });

    it.each([
      [{ name: '' }, '/name'],
      [{ hosting: 'CELLAR' }, '/hosting'],
      [{ maxDataClass: 'SECRET' }, '/maxDataClass'],
      [{ quantisation: 'FP9' }, '/quantisation'],
      [{ endpointUrl: 'ftp://example' }, '/endpointUrl'],
      [{ endpointUrl: 'https://user:password@llm.example' }, '/endpointUrl'],
      [{ jurisdictions: ['Singapore'] }, '/jurisdictions'],
      [{ waivers: [{ reason: 'x', expiresAt: '2026-02-30' }] }, '/waivers/0/expiresAt'],
      [{ gpuPoolId: 'one' }, '/gpuPoolId'],
      [{ ownerTeam: 7 }, '/ownerTeam'],
      [{ surprise: true }, '/surprise'],
    ])('refuses %j on POST and PATCH and names the field', async (wrong, pointer) => {
      const created = await post('/v1/models', aModel(wrong));
      expect([created.status, pointersOf(created.body)]).toEqual([400, expect.arrayContaining([pointer])]);
      const made = await make(app, 'platform', '/v1/models', aModel());
      const changed = await patch(`/v1/models/${made.id}`, made.etag, wrong);
      expect([changed.status, pointersOf(changed.body)]).toEqual([400, expect.arrayContaining([pointer])]);
    });

    it('refuses an unknown release, pool and person, two releases, and none', async () => {
      const answers = await Promise.all([
        post('/v1/models', aModel({ releaseKey: 'acme/Unheard' })),
        post('/v1/models', aModel({ gpuPoolId: missing })),
        post('/v1/models', aModel({ stewardId: missing })),
        post('/v1/models', aModel({ releaseId: missing })),
        post('/v1/models', aModel({ releaseKey: undefined })),
      ]);
      expect(answers.map(({ status, body }) => [status, pointersOf(body)])).toEqual([
        [422, ['/releaseKey']],
        [422, ['/gpuPoolId']],
        [422, ['/stewardId']],
        [400, ['/releaseKey']],
        [400, ['/releaseKey']],
      ]);
    });

    it('changes fields, clears by null, and never the release', async () => {
      const made = await make(
        app,
        'platform',
        '/v1/models',
        aModel({ approvedScope: 'all', mirrorLocation: 's3://m' }),
      );
      const changed = await patch(`/v1/models/${made.id}`, made.etag, { approvedScope: null });
      expect(changed.body).toMatchObject({ approvedScope: null, mirrorLocation: 's3://m', version: 2 });
      const other = await patch(`/v1/models/${made.id}`, changed.headers['etag'] ?? '', {
        releaseKey: 'acme/Large-30B',
      });
      expect([other.status, pointersOf(other.body)]).toEqual([400, ['/releaseKey']]);
      expect((await app.http.patch(`/v1/models/${made.id}`).set(app.as('platform')).send({ name: 'x' })).status).toBe(
        428,
      );
      expect((await patch(`/v1/models/${made.id}`, made.etag, { name: 'late' })).status).toBe(412);
      expect((await patch(`/v1/models/${missing}`, '"1"', { name: 'x' })).status).toBe(404);
    });

    it('is not validated by who registers it, by POST or by import', async () => {
      const validation = { status: 'VALIDATED', validatedAt: '2026-05-01' };
      const stated = await post('/v1/models', aModel({ validation }));
      expect([stated.status, pointersOf(stated.body)]).toEqual([400, ['/validation']]);
      const imported = await app.http
        .post('/v1/imports/models?dryRun=true')
        .set({ ...app.as('platform'), 'content-type': 'text/csv' })
        .send(
          'name,releaseKey,ownerTeam,hosting,maxDataClass,validation\nx,acme/Small-30B,a,IN_HOUSE,PUBLIC,VALIDATED\n',
        );
      expect(imported.status).toBe(400);
      const made = await make(app, 'platform', '/v1/models', aModel());
      expect((await get(`/v1/models/${made.id}`)).body.validation).toEqual({ status: 'NOT_VALIDATED' });
    });

    it('is validated by a validator alone, who changes nothing else', async () => {
      const made = await make(app, 'platform', '/v1/models', aModel());
      const validation = { status: 'VALIDATED', validatedAt: '2026-05-01' };
      const path = `/v1/models/${made.id}`;
      const refused = await patch(path, made.etag, { approvedScope: 'x', validation });
      expect([refused.status, refused.body.errors]).toEqual([
        403,
        [expect.objectContaining({ pointer: '/validation', code: 'model.validate' })],
      ]);
      const other = await patch(path, made.etag, { validation, approvedScope: 'x' }, 'validator');
      expect([other.status, other.body.errors]).toEqual([
        403,
        [expect.objectContaining({ pointer: '/approvedScope', code: 'model.write' })],
      ]);
      const wrong = await patch(path, made.etag, { validation: { status: 'FINE' } }, 'validator');
      expect([wrong.status, pointersOf(wrong.body)]).toEqual([400, expect.arrayContaining(['/validation/status'])]);
      const ahead = await patch(path, made.etag, { validation: { validatedAt: '2026-07-03' } }, 'validator');
      expect([ahead.status, pointersOf(ahead.body)]).toEqual([422, ['/validation/validatedAt']]);
      expect((await patch(path, made.etag, { validation }, 'validator')).body).toMatchObject({
        validation,
        version: 2,
      });
      const withRoles = (roles: string) =>
        app.db.dataSource.query(`UPDATE person SET roles = $1 WHERE subject = 'validator'`, [roles]);
      await withRoles('{VALIDATOR,PLATFORM_ENGINEER}');
      const theirs = await make(app, 'validator', '/v1/models', aModel());
      const own = await patch(`/v1/models/${theirs.id}`, theirs.etag, { validation }, 'validator');
      await withRoles('{VALIDATOR}');
      expect([own.status, own.body.code]).toEqual([403, 'own-validation']);
    });

    it('leaves a trail and an event of every write', async () => {
      const made = await make(app, 'platform', '/v1/models', aModel());
      await patch(`/v1/models/${made.id}`, made.etag, { approvedScope: 'trial' });
      await post(`/v1/models/${made.id}/lifecycle`, { to: 'APPROVED', reason: 'checked' }, 'validator');
      const trail = await app.db.dataSource.query(
        `SELECT kind, body::jsonb -> 'changes' AS changes FROM audit_event WHERE subject_id = $1 ORDER BY position`,
        [made.id],
      );
      expect(trail.map(({ kind }: { kind: string }) => kind)).toEqual([
        'model.registered',
        'model.changed',
        'model.changed',
      ]);
      expect(Object.keys(trail[1].changes)).toEqual(['approvedScope']);
      const events = await app.db.dataSource.query(
        `SELECT data ->> 'kind' AS kind FROM pgboss.job WHERE name = 'outbox' AND data ->> 'modelId' = $1 ORDER BY created_on`,
        [made.id],
      );
      expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
        'model.registered',
        'model.changed',
        'model.changed',
      ]);
    });

    it('lets one of two changes of the same version through', async () => {
      const made = await make(app, 'platform', '/v1/models', aModel());
      const both = await Promise.all(
        ['first', 'second'].map((approvedScope) => patch(`/v1/models/${made.id}`, made.etag, { approvedScope })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    });

    it('is approved by a validator or manager who did not register it', async () => {
      const made = await make(app, 'platform', '/v1/models', aModel());
      const approve = { to: 'APPROVED', reason: 'checked' };
      const path = `/v1/models/${made.id}/lifecycle`;
      expect((await post(path, approve)).body.code).toBe('approval-role');
      expect((await post(path, approve, 'tool-owner')).status).toBe(403);
      expect((await post(path, { to: 'IN_USE', reason: 'x' })).body.code).toBe('lifecycle-transition');
      const approved = await post(path, approve, 'validator');
      expect(approved.body).toMatchObject({ lifecycle: 'APPROVED', approvedBy: { displayName: 'Val Validator' } });
      expect((await post(path, approve, 'manager')).status).toBe(409);
      expect((await post(path, { to: 'RETIRED', reason: 'x' }, 'manager')).body).toMatchObject({
        code: 'permission-missing',
        errors: [{ pointer: '/to', code: 'model.write' }],
      });
      expect((await post(path, { to: 'RETIRED', reason: 'x' })).body.lifecycle).toBe('RETIRED');
      expect(pointersOf((await post(path, { to: 'GONE' })).body)).toEqual(['/to', '/reason', '/reason', '/reason']);
    });

    it('refuses a taken name and other roles, and filters the list', async () => {
      await make(app, 'platform', '/v1/models', aModel({ name: 'rival', releaseKey: 'other/Rival-30B' }));
      expect((await post('/v1/models', aModel({ name: 'rival' }))).body.code).toBe('name-taken');
      expect((await post('/v1/models', aModel(), 'manager')).status).toBe(403);
      const listed = await get('/v1/models?vendor=other&lifecycle=PROPOSED&sort=-createdAt');
      expect(listed.body).toMatchObject({ total: 1, items: [{ name: 'rival' }] });
      expect((await get('/v1/models?colour=red')).status).toBe(400);
      expect((await get('/v1/models/nonsense')).status).toBe(400);
      expect((await get(`/v1/models/${missing}`)).body.code).toBe('model-not-found');
    });
  });
});
