import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CatalogueWriter } from '../src/catalogue/catalogue.writer.js';
import type { FoundRelease } from '../src/catalogue/domain/release.js';
import { newId } from '../src/kernel/id.js';
import { keys, RELEASES, result, startCatalogueApi, type CatalogueApi } from './support/catalogue-api.js';

const unknownId = newId();

describe('the catalogue over HTTP', () => {
  let api: CatalogueApi;
  beforeAll(async () => {
    api = await startCatalogueApi();
  });
  afterAll(() => api.app.stop());

  describe('releases', () => {
    it('lists the newest first, with paging and a total', async () => {
      const first = await api.get('/v1/releases?limit=2').expect(200);
      expect(keys(first.body)).toEqual(['Qwen/Qwen3.6-27B', 'openai/gpt-oss-120b']);
      expect(first.body.total).toBe(5);
      const second = await api.get(`/v1/releases?limit=2&cursor=${encodeURIComponent(first.body.next)}`).expect(200);
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
      ['language=zsm', ['Qwen/Qwen3-32B']],
      ['language=ta', []],
      ['publishedAfter=2025-08-05', ['Qwen/Qwen3.6-27B']],
      ['minContextTokens=200000', ['Qwen/Qwen3.6-27B']],
      ['maxNeedGb=24', ['Qwen/Qwen3-Embedding-8B', 'Qwen/Qwen3-32B']],
      ['inPortfolio=true', []],
      ['q=GPT-OSS', ['openai/gpt-oss-120b']],
      ['sort=name&limit=1', ['google/gemma-3-27b-it']],
      ['sort=-params&limit=1', ['openai/gpt-oss-120b']],
    ])('filters and sorts by %s', async (query, expected) => {
      const { body } = await api.get(`/v1/releases?${query}`).expect(200);
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
      const { body } = await api.get(`/v1/releases?${query}`).expect(400);
      expect(body.errors[0].pointer).toBe(`?${query.split('=')[0]}`);
    });

    it('shows one with facts, sources, conflicts, artifacts, benchmarks, lineage and its ETag', async () => {
      const { body, headers } = await api.get('/v1/releases/by-key?key=qwen/QWEN3-32b').expect(200);
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
        benchmarkCount: 1,
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
      await api.get('/v1/releases/by-key?key=Qwen/Qwen3-32B').set('if-none-match', String(headers['etag'])).expect(304);
    });

    it('answers 404 for what it does not know and 400 for what is no id', async () => {
      expect((await api.get(`/v1/releases/${unknownId}`).expect(404)).body.code).toBe('release-not-found');
      expect((await api.get('/v1/releases/by-key?key=nobody/knows').expect(404)).body.code).toBe('release-not-found');
      await api.get('/v1/releases/not-an-id').expect(400);
      await api.app.http.get('/v1/releases').expect(401);
    });

    it('compares two to four releases by aligned rows', async () => {
      const [old, young] = [await api.idOf('Qwen/Qwen3-32B'), await api.idOf('Qwen/Qwen3.6-27B')];
      const { body } = await api.get(`/v1/releases/compare?ids=${old},${young}`).expect(200);
      const row = (field: string) => body.fields.find((each: { field: string }) => each.field === field);
      expect(row('totalParamsB')).toEqual({ field: 'totalParamsB', values: [32, 27], differs: true });
      expect(row('vendorName').differs).toBe(false);
      expect(body.benchmarks).toMatchObject([{ benchmark: 'swe-bench', scores: [40, 61] }]);
      expect(body.licences).toEqual([{ releaseId: young, sameLicence: true, gained: [], lost: [] }]);
      const gemma = await api.idOf('google/gemma-3-27b-it');
      const other = await api.get(`/v1/releases/compare?ids=${old},${gemma}`).expect(200);
      expect(other.body.licences).toMatchObject([
        {
          releaseId: gemma,
          sameLicence: false,
          gained: [expect.stringContaining('use restrictions'), expect.any(String)],
        },
      ]);
      await api.get(`/v1/releases/compare?ids=${old}`).expect(400);
      await api.get(`/v1/releases/compare?ids=${old},${unknownId}`).expect(404);
    });

    it('shows the words that a source asks for wherever its figures stand', async () => {
      const writer = api.app.app.get(CatalogueWriter);
      const item = { ...RELEASES[4], benchmarks: [result(50)] } as FoundRelease;
      const payload = { releases: [item], rejected: [] };
      await api.app.db.transaction((tx) =>
        writer.record(tx, payload, { source: 'artificial-analysis', asOf: new Date('2026-06-02') }),
      );
      const words = ['Artificial Analysis (https://artificialanalysis.ai)'];
      const [id, other] = [await api.idOf('openai/gpt-oss-120b'), await api.idOf('Qwen/Qwen3-32B')];
      expect((await api.get(`/v1/releases/${id}`)).body.attributions).toEqual(words);
      expect((await api.get(`/v1/releases/${other}`)).body.attributions).toEqual([]);
      const { body } = await api.get(`/v1/releases/compare?ids=${id},${other}`);
      expect(body).toMatchObject({
        attributions: words,
        benchmarks: [{ sources: ['artificial-analysis', 'models.dev'], scores: [50, 40] }],
      });
    });

    it('names who measured, too, where another source relays the figure', async () => {
      const page = 'https://artificialanalysis.ai/agents/coding-agents';
      const relayed = { ...result(60), benchmark: 'Terminal-Bench', sourceRef: page };
      const item = {
        ...RELEASES.find(({ hubId }) => hubId === 'Qwen/Qwen3-32B'),
        benchmarks: [relayed],
      } as FoundRelease;
      const payload = { releases: [item], rejected: [] };
      await api.app.db.transaction((tx) =>
        api.app.app.get(CatalogueWriter).record(tx, payload, { source: 'models.dev', asOf: new Date('2026-06-02') }),
      );
      const id = await api.idOf('Qwen/Qwen3-32B');
      const words = ['Artificial Analysis (https://artificialanalysis.ai)'];
      expect((await api.get(`/v1/releases/${id}`)).body.attributions).toEqual(words);
      const other = await api.idOf('google/gemma-3-27b-it');
      expect((await api.get(`/v1/releases/compare?ids=${id},${other}`)).body.attributions).toEqual(words);
    });

    it('publishes what was recorded', async () => {
      const { rows } = await api.app.db.pool.query<{ ids: string[] }>(
        `SELECT data -> 'releaseIds' AS ids FROM pgboss.job WHERE data ->> 'kind' = 'release.recorded' ORDER BY created_on LIMIT 1`,
      );
      expect(rows[0]?.ids).toHaveLength(RELEASES.length);
    });

    it('lists as CSV', async () => {
      const { text } = await api.get('/v1/releases?vendor=google').set('accept', 'text/csv').expect(200);
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
      const [first, second] = await Promise.all([api.post('/v1/releases', body), api.post('/v1/releases', body)]);
      expect([first.status, second.status].sort()).toEqual([201, 409]);
      const created = first.status === 201 ? first : second;
      expect(created.body).toMatchObject({ vendor: 'mistral', contextTokens: 262144, family: 'ministral' });
      expect(created.body.sources.contextTokens).toMatchObject({ source: 'manual', status: 'MANUAL' });
      expect((first.status === 409 ? first : second).body.code).toBe('release-exists');
      expect(await api.audited('release.recorded')).toBe(1);
    });

    it.each([
      [{ ...body, key: 'no slash' }, '/key'],
      [{ ...body, reason: '' }, '/reason'],
      [{ ...body, facts: { contextTokens: -1 } }, '/facts/contextTokens'],
      [{ ...body, facts: { colour: 'red' } }, '/facts/colour'],
      [{ ...body, extra: 1 }, '/extra'],
    ])('refuses wrong input and stores nothing (%#)', async (wrong, pointer) => {
      const before = (await api.get('/v1/releases')).body.total;
      const answer = await api.post('/v1/releases', wrong).expect(400);
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
      expect((await api.get('/v1/releases')).body.total).toBe(before);
    });

    it('refuses a vendor that nobody knows, and people who may not', async () => {
      const answer = await api.post('/v1/releases', { ...body, key: 'who-is-this/Model-7B' }).expect(422);
      expect(answer.body).toMatchObject({ code: 'unknown-vendor', errors: [{ pointer: '/key' }] });
      await api.post('/v1/releases', body, 'tool-owner').expect(403);
    });
  });
});
