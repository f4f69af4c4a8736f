import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CatalogueWriter } from '../src/catalogue/catalogue.writer.js';
import type { FoundRelease } from '../src/catalogue/domain/release.js';
import { newId } from '../src/kernel/id.js';
import { result, startCatalogueApi, type CatalogueApi } from './support/catalogue-api.js';

const unknownId = newId();

describe('what people decide about the catalogue', () => {
  let api: CatalogueApi;
  beforeAll(async () => {
    api = await startCatalogueApi();
  });
  afterAll(() => api.app.stop());

  describe('corrections', () => {
    it('outrank every source until they are taken back', async () => {
      const id = await api.idOf('openai/gpt-oss-120b');
      const correction = { field: 'contextTokens', value: 128000, reason: 'As the model card says.' };
      const corrected = await api.post(`/v1/releases/${id}/facts`, correction).expect(201);
      expect(corrected.body).toMatchObject({ contextTokens: 128000, sources: { contextTokens: { status: 'MANUAL' } } });
      const { body } = await api.get(`/v1/releases/${id}`).expect(200);
      const manual = body.facts.find(({ status }: { status: string }) => status === 'MANUAL');
      expect(manual).toMatchObject({
        field: 'contextTokens',
        wins: true,
        reason: correction.reason,
        recordedBy: expect.any(String),
      });
      const reason = { reason: 'It was right before.' };
      const reverted = await api.post(`/v1/releases/${id}/facts/${manual.id}/revert`, reason).expect(201);
      expect(reverted.body).toMatchObject({ contextTokens: 131072, version: corrected.body.version + 1 });
      const again = await api.post(`/v1/releases/${id}/facts/${manual.id}/revert`, reason).expect(409);
      expect(again.body.code).toBe('fact-reverted');
      expect(await api.audited('release.corrected')).toBe(2);
    });

    it('take the field’s own shape, a reason, a right and a known release', async () => {
      const id = await api.idOf('openai/gpt-oss-120b');
      const good = { field: 'licenceId', value: 'apache-2.0', reason: 'Read the text.' };
      const wrongs: [object, string][] = [
        [{ ...good, field: 'colour' }, '/field'],
        [{ ...good, field: 'contextTokens', value: 'many' }, '/value'],
        [{ ...good, field: 'releaseDate', value: { date: '2999-01-01', precision: 'DAY' } }, '/value/date'],
        [{ ...good, reason: undefined }, '/reason'],
        [{ ...good, sourceRef: 'http://plain' }, '/sourceRef'],
      ];
      for (const [wrong, pointer] of wrongs) {
        const { body } = await api.post(`/v1/releases/${id}/facts`, wrong).expect(400);
        expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
      }
      await api.post(`/v1/releases/${id}/facts`, good, 'manager').expect(403);
      await api.post(`/v1/releases/${unknownId}/facts`, good).expect(404);
      await api.post(`/v1/releases/${id}/facts/${unknownId}/revert`, { reason: 'none such' }).expect(404);
    });
  });

  describe('licence conclusions', () => {
    it('are a validator’s, for one release or for a text that others inherit', async () => {
      const id = await api.idOf('google/gemma-3-27b-it');
      const conclusion = { decision: 'ALLOW', conditions: 'Pass the use policy on.' };
      await api.post(`/v1/releases/${id}/licence-conclusions`, conclusion, 'platform').expect(403);
      const unknown = await api
        .post(`/v1/releases/${id}/licence-conclusions`, { ...conclusion, scope: 'TEXT' }, 'validator')
        .expect(422);
      expect(unknown.body.code).toBe('licence-text-unknown');
      const { body } = await api.post(`/v1/releases/${id}/licence-conclusions`, conclusion, 'validator').expect(201);
      expect(body).toMatchObject({ decision: 'ALLOW', scope: 'RELEASE', releaseKey: 'google/gemma-3-27b-it' });
      expect((await api.get(`/v1/releases/${id}`)).body.licenceConclusion).toMatchObject({
        id: body.id,
        decision: 'ALLOW',
      });

      const text = { field: 'licenceTextHash', value: 'a'.repeat(64), reason: 'Hash of the text that legal read.' };
      for (const key of ['Qwen/Qwen3-32B', 'Qwen/Qwen3.6-27B'])
        await api.post(`/v1/releases/${await api.idOf(key)}/facts`, text).expect(201);
      const first = await api.idOf('Qwen/Qwen3-32B');
      await api.post(`/v1/releases/${first}/licence-conclusions`, { decision: 'DENY' }, 'validator').expect(201);
      const inherited = await api.get(`/v1/releases/${await api.idOf('Qwen/Qwen3.6-27B')}`);
      expect(inherited.body.licenceConclusion).toMatchObject({ decision: 'DENY', scope: 'TEXT' });
      await api.post(`/v1/releases/${first}/licence-conclusions`, { decision: 'PERHAPS' }, 'validator').expect(400);
      await api.post(`/v1/releases/${unknownId}/licence-conclusions`, conclusion, 'validator').expect(404);
      expect(await api.audited('licence.concluded')).toBe(2);
    });
  });

  describe('names under review', () => {
    it('wait until a person decides, and open again when that is taken back', async () => {
      const writer = api.app.app.get(CatalogueWriter);
      const rolling: FoundRelease = {
        name: 'deepseek-chat',
        position: 'deepseek-chat',
        facts: [],
        artifacts: [],
        benchmarks: [result(55)],
        mentionOnly: true,
      };
      await api.app.db.transaction((tx) =>
        writer.record(tx, { releases: [rolling], rejected: [] }, { source: 'aider', asOf: new Date('2026-06-01') }),
      );
      const waiting = await api.get('/v1/alias-reviews?unresolved=ROLLING').expect(200);
      expect(waiting.body.items).toMatchObject([
        { alias: 'deepseek-chat', benchmarks: 1, sources: ['aider'], decidedKey: null },
      ]);
      const { id } = waiting.body.items[0];
      const etag = async (): Promise<string> => String((await api.get(`/v1/alias-reviews/${id}`)).headers['etag']);
      const decide = async (body: object, account: 'platform' | 'auditor' = 'platform') =>
        api.app.http
          .put(`/v1/alias-reviews/${id}/decision`)
          .set(api.app.as(account))
          .set('if-match', await etag())
          .send(body);
      const releaseId = await api.idOf('openai/gpt-oss-120b');
      const decision = { releaseId, reason: 'For the sake of the test.' };
      expect((await decide(decision, 'auditor')).status).toBe(403);
      expect((await decide({ ...decision, releaseId: unknownId })).status).toBe(422);
      expect((await decide(decision)).body).toMatchObject({ decidedKey: 'openai/gpt-oss-120b', unresolved: null });
      expect((await api.get(`/v1/releases/${releaseId}`)).body.benchmarks).toMatchObject([
        { source: 'aider', score: 55 },
      ]);
      expect((await decide({ ...decision, releaseId: null })).body).toMatchObject({
        decidedKey: null,
        unresolved: 'ROLLING',
      });
      expect((await api.get(`/v1/releases/${releaseId}`)).body.benchmarks).toEqual([]);
    });
  });
});
