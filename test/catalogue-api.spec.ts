import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CatalogueWriter } from '../src/catalogue/catalogue.writer.js';
import type { FactField, FoundRelease, ReleaseFields } from '../src/catalogue/domain/release.js';
import { newId } from '../src/kernel/id.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';

const hub = (hubId: string, values: Partial<ReleaseFields> = {}, more: Partial<FoundRelease> = {}): FoundRelease => ({
  hubId,
  name: hubId,
  position: hubId,
  facts: Object.entries(values).map(([field, value]) => ({ field: field as FactField, value, status: 'CLAIMED' })),
  artifacts: [],
  benchmarks: [],
  ...more,
});

const result = (score: number): FoundRelease['benchmarks'][number] => ({
  benchmark: 'swe-bench',
  benchmarkVersion: 'verified',
  metric: 'resolved',
  harness: '',
  mode: '',
  score,
  higherIsBetter: true,
  sourceRef: 'https://example.org/board',
});

const RELEASES: readonly FoundRelease[] = [
  hub(
    'Qwen/Qwen3-32B',
    {
      releaseDate: { date: '2025-04-28', precision: 'DAY' },
      contextTokens: 131072,
      capabilities: ['REASONING', 'TOOL_CALL'],
      languages: [{ code: 'ms', evidence: 'CLAIMED' }],
      inputModalities: ['TEXT'],
    },
    { artifacts: [{ hubId: 'Qwen/Qwen3-32B-AWQ', quantisation: 'AWQ' }], benchmarks: [result(40)] },
  ),
  hub(
    'Qwen/Qwen3.6-27B',
    { releaseDate: { date: '2026-04-20', precision: 'DAY' }, contextTokens: 262144 },
    { benchmarks: [result(61)] },
  ),
  hub('Qwen/Qwen3-Embedding-8B', { releaseDate: { date: '2025-06-05', precision: 'DAY' } }),
  hub('google/gemma-3-27b-it', {
    releaseDate: { date: '2025-03-12', precision: 'DAY' },
    inputModalities: ['TEXT', 'IMAGE'],
  }),
  hub('openai/gpt-oss-120b', {
    releaseDate: { date: '2025-08-05', precision: 'DAY' },
    totalParamsB: 116.8,
    contextTokens: 131072,
  }),
];

describe('the catalogue over HTTP', () => {
  let app: TestApp;
  const unknownId = newId();

  beforeAll(async () => {
    app = await startTestApp();
    const writer = app.app.get(CatalogueWriter);
    const provenance = { source: 'models.dev', asOf: new Date('2026-06-01') };
    await app.db.transaction((tx) => writer.record(tx, { releases: RELEASES, rejected: [] }, provenance));
    const second = [hub('Qwen/Qwen3-32B', { contextTokens: 32768 })];
    await app.db.transaction((tx) =>
      writer.record(tx, { releases: second, rejected: [] }, { source: 'some-list', asOf: new Date('2026-06-01') }),
    );
  });
  afterAll(() => app.stop());

  const get = (path: string, account: Parameters<TestApp['as']>[0] = 'auditor') =>
    app.http.get(path).set(app.as(account));
  const post = (path: string, body: object, account: Parameters<TestApp['as']>[0] = 'platform') =>
    app.http.post(path).set(app.as(account)).send(body);
  const keys = (body: { items: { key: string }[] }): string[] => body.items.map(({ key }) => key);
  const idOf = async (key: string): Promise<string> =>
    (await get(`/v1/releases/by-key?key=${encodeURIComponent(key)}`)).body.id;
  const audited = async (kind: string): Promise<number> => {
    const { rows } = await app.db.pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM audit_event WHERE kind = $1',
      [kind],
    );
    return rows[0]?.n ?? 0;
  };

  describe('releases', () => {
    it('lists the newest first, with paging and a total', async () => {
      const first = await get('/v1/releases?limit=2').expect(200);
      expect(keys(first.body)).toEqual(['Qwen/Qwen3.6-27B', 'openai/gpt-oss-120b']);
      expect(first.body.total).toBe(5);
      const second = await get(`/v1/releases?limit=2&cursor=${encodeURIComponent(first.body.next)}`).expect(200);
      expect(keys(second.body)).toEqual(['Qwen/Qwen3-Embedding-8B', 'Qwen/Qwen3-32B']);
    });

    it.each([
      ['vendor=google', ['google/gemma-3-27b-it']],
      ['family=gpt-oss', ['openai/gpt-oss-120b']],
      ['task=EMBEDDING', ['Qwen/Qwen3-Embedding-8B']],
      ['task=DOCUMENT_VISION', ['google/gemma-3-27b-it']],
      ['task=AGENT', ['Qwen/Qwen3-32B']],
      ['kind=EMBEDDING', ['Qwen/Qwen3-Embedding-8B']],
      ['licenceClass=PERMISSIVE_WITH_CONDITIONS', ['google/gemma-3-27b-it']],
      ['country=US', ['openai/gpt-oss-120b', 'google/gemma-3-27b-it']],
      ['capability=REASONING', ['Qwen/Qwen3-32B']],
      ['language=ms', ['Qwen/Qwen3-32B']],
      ['language=ta', []],
      ['publishedAfter=2025-08-05', ['Qwen/Qwen3.6-27B']],
      ['minContextTokens=200000', ['Qwen/Qwen3.6-27B']],
      ['maxNeedGb=24', ['Qwen/Qwen3-Embedding-8B', 'Qwen/Qwen3-32B']],
      ['inPortfolio=true', []],
      ['q=GPT-OSS', ['openai/gpt-oss-120b']],
      ['sort=name&limit=1', ['google/gemma-3-27b-it']],
      ['sort=-params&limit=1', ['openai/gpt-oss-120b']],
    ])('filters and sorts by %s', async (query, expected) => {
      const { body } = await get(`/v1/releases?${query}`).expect(200);
      expect(keys(body)).toEqual(expected);
    });

    it.each([
      'colour=red',
      'task=DANCING',
      'publishedAfter=2025-13-01',
      'maxNeedGb=much',
      'sort=colour',
      'inPortfolio=1',
    ])('refuses %s', async (query) => {
      const { body } = await get(`/v1/releases?${query}`).expect(400);
      expect(body.errors[0].pointer).toBe(`?${query.split('=')[0]}`);
    });

    it('shows one with facts, sources, conflicts, artifacts, benchmarks, lineage and its ETag', async () => {
      const { body, headers } = await get('/v1/releases/by-key?key=qwen/QWEN3-32b').expect(200);
      expect(body).toMatchObject({
        key: 'Qwen/Qwen3-32B',
        vendor: 'alibaba',
        country: 'CN',
        family: 'qwen',
        generation: [3],
        totalParamsB: 32,
        licenceClass: 'OSI_PERMISSIVE',
        artifacts: [{ hubId: 'Qwen/Qwen3-32B-AWQ', quantisation: 'AWQ', bits: 4.5 }],
        benchmarks: [{ benchmark: 'swe-bench', score: 40 }],
        usedBy: [],
        licenceConclusion: null,
      });
      expect(body.sources.contextTokens).toMatchObject({ source: 'models.dev', status: 'CLAIMED' });
      expect(body.facts.filter(({ field }: { field: string }) => field === 'contextTokens')).toHaveLength(2);
      expect(body.conflicts).toContainEqual({
        field: 'contextTokens',
        values: [
          { value: 131072, sources: ['models.dev Qwen/Qwen3-32B'] },
          { value: 32768, sources: ['some-list Qwen/Qwen3-32B'] },
        ],
      });
      expect(body.lineage.successors.map(({ key }: { key: string }) => key)).toEqual(['Qwen/Qwen3.6-27B']);
      expect(headers['etag']).toMatch(/^"\d+\./);
      await get('/v1/releases/by-key?key=Qwen/Qwen3-32B').set('if-none-match', String(headers['etag'])).expect(304);
    });

    it('answers 404 for what it does not know and 400 for what is no id', async () => {
      expect((await get(`/v1/releases/${unknownId}`).expect(404)).body.code).toBe('release-not-found');
      expect((await get('/v1/releases/by-key?key=nobody/knows').expect(404)).body.code).toBe('release-not-found');
      await get('/v1/releases/not-an-id').expect(400);
      await app.http.get('/v1/releases').expect(401);
    });

    it('compares two to four releases by aligned rows', async () => {
      const [old, young] = [await idOf('Qwen/Qwen3-32B'), await idOf('Qwen/Qwen3.6-27B')];
      const { body } = await get(`/v1/releases/compare?ids=${old},${young}`).expect(200);
      const row = (field: string) => body.fields.find((each: { field: string }) => each.field === field);
      expect(row('totalParamsB')).toEqual({ field: 'totalParamsB', values: [32, 27], differs: true });
      expect(row('vendorName').differs).toBe(false);
      expect(body.benchmarks).toMatchObject([{ benchmark: 'swe-bench', scores: [40, 61] }]);
      await get(`/v1/releases/compare?ids=${old}`).expect(400);
      await get(`/v1/releases/compare?ids=${old},${unknownId}`).expect(404);
    });

    it('publishes what was recorded', async () => {
      const { rows } = await app.db.pool.query<{ ids: string[] }>(
        `SELECT data -> 'releaseIds' AS ids FROM pgboss.job WHERE data ->> 'kind' = 'release.recorded' ORDER BY created_on LIMIT 1`,
      );
      expect(rows[0]?.ids).toHaveLength(RELEASES.length);
    });

    it('lists as CSV', async () => {
      const { text } = await get('/v1/releases?vendor=google').set('accept', 'text/csv').expect(200);
      expect(text.trim().split('\n')).toHaveLength(2);
    });
  });

  describe('recording a release by hand', () => {
    const body = {
      key: 'mistralai/Ministral-3-8B-Instruct-2512',
      reason: 'Seen on the vendor’s page.',
      facts: { contextTokens: 262144 },
    };

    it('records it with its facts, once, audited', async () => {
      const [first, second] = await Promise.all([post('/v1/releases', body), post('/v1/releases', body)]);
      expect([first.status, second.status].sort()).toEqual([201, 409]);
      const created = first.status === 201 ? first : second;
      expect(created.body).toMatchObject({ vendor: 'mistral', contextTokens: 262144, family: 'ministral' });
      expect(created.body.sources.contextTokens).toMatchObject({ source: 'manual', status: 'MANUAL' });
      expect((first.status === 409 ? first : second).body.code).toBe('release-exists');
      expect(await audited('release.recorded')).toBe(1);
    });

    it.each([
      [{ ...body, key: 'no slash' }, '/key'],
      [{ ...body, reason: '' }, '/reason'],
      [{ ...body, facts: { contextTokens: -1 } }, '/facts/contextTokens'],
      [{ ...body, facts: { colour: 'red' } }, '/facts/colour'],
      [{ ...body, extra: 1 }, '/extra'],
    ])('refuses wrong input and stores nothing (%#)', async (wrong, pointer) => {
      const before = (await get('/v1/releases')).body.total;
      const answer = await post('/v1/releases', wrong).expect(400);
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
      expect((await get('/v1/releases')).body.total).toBe(before);
    });

    it('refuses a vendor that nobody knows, and people who may not', async () => {
      const answer = await post('/v1/releases', { ...body, key: 'who-is-this/Model-7B' }).expect(422);
      expect(answer.body).toMatchObject({ code: 'unknown-vendor', errors: [{ pointer: '/key' }] });
      await post('/v1/releases', body, 'tool-owner').expect(403);
    });
  });

  describe('corrections', () => {
    it('outrank every source until they are taken back', async () => {
      const id = await idOf('openai/gpt-oss-120b');
      const correction = { field: 'contextTokens', value: 128000, reason: 'As the model card says.' };
      const corrected = await post(`/v1/releases/${id}/facts`, correction).expect(201);
      expect(corrected.body).toMatchObject({ contextTokens: 128000, sources: { contextTokens: { status: 'MANUAL' } } });
      const { body } = await get(`/v1/releases/${id}`).expect(200);
      const manual = body.facts.find(({ status }: { status: string }) => status === 'MANUAL');
      expect(manual).toMatchObject({
        field: 'contextTokens',
        wins: true,
        reason: correction.reason,
        recordedBy: expect.any(String),
      });
      const reason = { reason: 'It was right before.' };
      const reverted = await post(`/v1/releases/${id}/facts/${manual.id}/revert`, reason).expect(201);
      expect(reverted.body).toMatchObject({ contextTokens: 131072, version: corrected.body.version + 1 });
      const again = await post(`/v1/releases/${id}/facts/${manual.id}/revert`, reason).expect(409);
      expect(again.body.code).toBe('fact-reverted');
      expect(await audited('release.corrected')).toBe(2);
    });

    it('take the field’s own shape, a reason, a right and a known release', async () => {
      const id = await idOf('openai/gpt-oss-120b');
      const good = { field: 'licenceId', value: 'apache-2.0', reason: 'Read the text.' };
      const wrongs: [object, string][] = [
        [{ ...good, field: 'colour' }, '/field'],
        [{ ...good, field: 'contextTokens', value: 'many' }, '/value'],
        [{ ...good, field: 'releaseDate', value: { date: '2999-01-01', precision: 'DAY' } }, '/value/date'],
        [{ ...good, reason: undefined }, '/reason'],
        [{ ...good, sourceRef: 'http://plain' }, '/sourceRef'],
      ];
      for (const [wrong, pointer] of wrongs) {
        const { body } = await post(`/v1/releases/${id}/facts`, wrong).expect(400);
        expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
      }
      await post(`/v1/releases/${id}/facts`, good, 'manager').expect(403);
      await post(`/v1/releases/${unknownId}/facts`, good).expect(404);
      await post(`/v1/releases/${id}/facts/${unknownId}/revert`, { reason: 'none such' }).expect(404);
    });
  });

  describe('licence conclusions', () => {
    it('are a validator’s, for one release or for a text that others inherit', async () => {
      const id = await idOf('google/gemma-3-27b-it');
      const conclusion = { decision: 'ALLOW', conditions: 'Pass the use policy on.' };
      await post(`/v1/releases/${id}/licence-conclusions`, conclusion, 'platform').expect(403);
      const unknown = await post(
        `/v1/releases/${id}/licence-conclusions`,
        { ...conclusion, scope: 'TEXT' },
        'validator',
      ).expect(422);
      expect(unknown.body.code).toBe('licence-text-unknown');
      const { body } = await post(`/v1/releases/${id}/licence-conclusions`, conclusion, 'validator').expect(201);
      expect(body).toMatchObject({ decision: 'ALLOW', scope: 'RELEASE', releaseKey: 'google/gemma-3-27b-it' });
      expect((await get(`/v1/releases/${id}`)).body.licenceConclusion).toMatchObject({
        id: body.id,
        decision: 'ALLOW',
      });

      const text = { field: 'licenceTextHash', value: 'a'.repeat(64), reason: 'Hash of the text that legal read.' };
      for (const key of ['Qwen/Qwen3-32B', 'Qwen/Qwen3.6-27B'])
        await post(`/v1/releases/${await idOf(key)}/facts`, text).expect(201);
      const first = await idOf('Qwen/Qwen3-32B');
      await post(`/v1/releases/${first}/licence-conclusions`, { decision: 'DENY' }, 'validator').expect(201);
      const inherited = await get(`/v1/releases/${await idOf('Qwen/Qwen3.6-27B')}`);
      expect(inherited.body.licenceConclusion).toMatchObject({ decision: 'DENY', scope: 'TEXT' });
      await post(`/v1/releases/${first}/licence-conclusions`, { decision: 'PERHAPS' }, 'validator').expect(400);
      await post(`/v1/releases/${unknownId}/licence-conclusions`, conclusion, 'validator').expect(404);
      expect(await audited('licence.concluded')).toBe(2);
    });
  });

  describe('vendors', () => {
    const vendor = { slug: 'acme-ai', name: 'Acme AI', country: 'SG', hubOrganisations: ['acme-ai'] };

    it('are listed, searched and shown', async () => {
      const { body } = await get('/v1/vendors?q=alibaba').expect(200);
      expect(body.items).toMatchObject([{ slug: 'alibaba', country: 'CN', releases: 3 }]);
      const child = await get('/v1/vendors/seallms').expect(200);
      expect(child.body.parentVendor).toBe('alibaba');
      expect((await get('/v1/vendors/nobody').expect(404)).body.code).toBe('vendor-not-found');
    });

    it('are registered once, and their repositories are known from then on', async () => {
      await post('/v1/vendors', vendor, 'manager').expect(403);
      const created = await post('/v1/vendors', vendor).expect(201);
      expect(created.body).toMatchObject({ ...vendor, version: 1, parentVendor: null });
      expect((await post('/v1/vendors', vendor).expect(409)).body.code).toBe('vendor-exists');
      const release = await post('/v1/releases', { key: 'acme-ai/Acme-2-7B', reason: 'Our own fine-tune.' }).expect(
        201,
      );
      expect(release.body).toMatchObject({ vendor: 'acme-ai', totalParamsB: 7 });
    });

    it('refuse wrong input', async () => {
      for (const [wrong, pointer] of [
        [{ ...vendor, slug: 'Not A Slug' }, '/slug'],
        [{ ...vendor, country: 'Singapore' }, '/country'],
        [{ ...vendor, unknown: true }, '/unknown'],
      ] as const) {
        const { body } = await post('/v1/vendors', wrong).expect(400);
        expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
      }
      const orphan = await post('/v1/vendors', { ...vendor, slug: 'other', parentVendor: 'nobody' }).expect(422);
      expect(orphan.body.errors[0].pointer).toBe('/parentVendor');
    });

    it('change under If-Match, one of two at a time', async () => {
      const shown = await get('/v1/vendors/microsoft').expect(200);
      const etag = String(shown.headers['etag']);
      const patch = (body: object, tag?: string) => {
        const request = app.http.patch('/v1/vendors/microsoft').set(app.as('platform'));
        if (tag !== undefined) void request.set('if-match', tag);
        return request.type('application/merge-patch+json').send(JSON.stringify(body));
      };
      await patch({ name: 'Microsoft Research' }).expect(428);
      const race = await Promise.all([patch({ name: 'One' }, etag), patch({ name: 'Two' }, etag)]);
      expect(race.map(({ status }) => status).sort()).toEqual([200, 412]);
      const current = String((await get('/v1/vendors/microsoft')).headers['etag']);
      const cycle = await patch({ parentVendor: 'wizardlm' }, current).expect(422);
      expect(cycle.body.code).toBe('vendor-parent-cycle');
      await patch({ country: 'USA' }, current).expect(400);
      const parent = await patch({ parentVendor: 'google' }, current).expect(200);
      expect(parent.body.parentVendor).toBe('google');
      const none = await patch({ parentVendor: null }, String(parent.headers['etag'])).expect(200);
      expect(none.body.parentVendor).toBeNull();
    });
  });

  describe('names under review', () => {
    it('wait until a person decides, and open again when that is taken back', async () => {
      const writer = app.app.get(CatalogueWriter);
      const rolling: FoundRelease = {
        name: 'deepseek-chat',
        position: 'deepseek-chat',
        facts: [],
        artifacts: [],
        benchmarks: [result(55)],
        mentionOnly: true,
      };
      await app.db.transaction((tx) =>
        writer.record(tx, { releases: [rolling], rejected: [] }, { source: 'aider', asOf: new Date('2026-06-01') }),
      );
      const waiting = await get('/v1/alias-reviews?unresolved=ROLLING').expect(200);
      expect(waiting.body.items).toMatchObject([
        { alias: 'deepseek-chat', benchmarks: 1, sources: ['aider'], decidedKey: null },
      ]);
      const { id } = waiting.body.items[0];
      const etag = async (): Promise<string> => String((await get(`/v1/alias-reviews/${id}`)).headers['etag']);
      const decide = async (body: object, account: 'platform' | 'auditor' = 'platform') =>
        app.http
          .put(`/v1/alias-reviews/${id}/decision`)
          .set(app.as(account))
          .set('if-match', await etag())
          .send(body);
      const releaseId = await idOf('openai/gpt-oss-120b');
      const decision = { releaseId, reason: 'For the sake of the test.' };
      expect((await decide(decision, 'auditor')).status).toBe(403);
      expect((await decide({ ...decision, releaseId: unknownId })).status).toBe(422);
      expect((await decide(decision)).body).toMatchObject({ decidedKey: 'openai/gpt-oss-120b', unresolved: null });
      expect((await get(`/v1/releases/${releaseId}`)).body.benchmarks).toMatchObject([{ source: 'aider', score: 55 }]);
      expect((await decide({ ...decision, releaseId: null })).body).toMatchObject({
        decidedKey: null,
        unresolved: 'ROLLING',
      });
      expect((await get(`/v1/releases/${releaseId}`)).body.benchmarks).toEqual([]);
    });
  });
});
