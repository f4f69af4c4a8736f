import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VENDOR_GROUPS } from '../src/catalogue/vendor-group.sql.js';
import { statement } from '../src/database/statement.js';
import { startCatalogueApi, type CatalogueApi } from './support/catalogue-api.js';

describe('vendors over HTTP', () => {
  let api: CatalogueApi;
  beforeAll(async () => {
    api = await startCatalogueApi();
  });
  afterAll(() => api.app.stop());

  describe('vendors', () => {
    const vendor = { slug: 'acme-ai', name: 'Acme AI', country: 'SG', hubOrganisations: ['acme-ai'] };

    it('are listed, searched and shown', async () => {
      const { body } = await api.get('/v1/vendors?q=alibaba').expect(200);
      expect(body.items).toMatchObject([{ slug: 'alibaba', country: 'CN', releases: 3 }]);
      const child = await api.get('/v1/vendors/seallms').expect(200);
      expect(child.body.parentVendor).toBe('alibaba');
      expect((await api.get('/v1/vendors/nobody').expect(404)).body.code).toBe('vendor-not-found');
    });

    it('are registered once, and their repositories are known from then on', async () => {
      await api.post('/v1/vendors', vendor, 'manager').expect(403);
      const created = await api.post('/v1/vendors', vendor).expect(201);
      expect(created.body).toMatchObject({ ...vendor, version: 1, parentVendor: null });
      expect((await api.post('/v1/vendors', vendor).expect(409)).body.code).toBe('vendor-exists');
      const release = await api
        .post('/v1/releases', { key: 'acme-ai/Acme-2-7B', reason: 'Our own fine-tune.' })
        .expect(201);
      expect(release.body).toMatchObject({ vendor: 'acme-ai', totalParamsB: 7 });
    });

    it('refuse wrong input', async () => {
      for (const [wrong, pointer] of [
        [{ ...vendor, slug: 'Not A Slug' }, '/slug'],
        [{ ...vendor, country: 'Singapore' }, '/country'],
        [{ ...vendor, unknown: true }, '/unknown'],
      ] as const) {
        const { body } = await api.post('/v1/vendors', wrong).expect(400);
        expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
      }
      const orphan = await api.post('/v1/vendors', { ...vendor, slug: 'other', parentVendor: 'nobody' }).expect(422);
      expect(orphan.body.errors[0].pointer).toBe('/parentVendor');
    });

    it('change under If-Match, one of two at a time', async () => {
      const shown = await api.get('/v1/vendors/microsoft').expect(200);
      const etag = String(shown.headers['etag']);
      const patch = (body: object, tag?: string) => {
        const request = api.app.http.patch('/v1/vendors/microsoft').set(api.app.as('platform'));
        if (tag !== undefined) void request.set('if-match', tag);
        return request.type('application/merge-patch+json').send(JSON.stringify(body));
      };
      await patch({ name: 'Microsoft Research' }).expect(428);
      const race = await Promise.all([patch({ name: 'One' }, etag), patch({ name: 'Two' }, etag)]);
      expect(race.map(({ status }) => status).sort()).toEqual([200, 412]);
      const current = String((await api.get('/v1/vendors/microsoft')).headers['etag']);
      const cycle = await patch({ parentVendor: 'wizardlm' }, current).expect(422);
      expect(cycle.body.code).toBe('vendor-parent-cycle');
      await patch({ country: 'USA' }, current).expect(400);
      const parent = await patch({ parentVendor: 'google' }, current).expect(200);
      expect(parent.body.parentVendor).toBe('google');
      const none = await patch({ parentVendor: null }, String(parent.headers['etag'])).expect(200);
      expect(none.body.parentVendor).toBeNull();
    });

    it('belong to the topmost of their parents', async () => {
      const created = await api.post('/v1/vendors', {
        ...vendor,
        slug: 'acme-labs',
        hubOrganisations: [],
        parentVendor: 'seallms',
      });
      expect(created.body.parentVendor).toBe('seallms');
      const GROUP = statement<{ slug: string; name: string }>(
        'test.group',
        `WITH ${VENDOR_GROUPS} SELECT g.slug, g.name FROM vendor_group g JOIN vendor v ON v.id = g.id WHERE v.slug = $1`,
      );
      for (const slug of ['acme-labs', 'seallms', 'alibaba'])
        expect(await api.app.db.read(GROUP, [slug])).toEqual([{ slug: 'alibaba', name: 'Alibaba' }]);
    });
  });
});
