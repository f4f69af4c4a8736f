import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReleasesReader } from '../src/catalogue/releases.reader.js';
import type { Tx } from '../src/database/tx.js';
import { found, hosted, hub, startRecording, vectara, type Item, type Recording } from './support/recording.js';

describe('recording what sources say', () => {
  let recording: Recording;
  beforeAll(async () => {
    recording = await startRecording();
  });
  afterAll(() => recording.app.stop());

  const registerModel = async (tx: Tx, releaseId: string | undefined): Promise<void> => {
    const [person]: { id: string }[] = await tx.manager.query('SELECT id FROM person LIMIT 1');
    await tx.manager.query(
      `INSERT INTO model (id, name, release_id, lifecycle, owner_team, steward_id, registered_by, hosting, max_data_class)
       VALUES (gen_random_uuid(), 'm', $1, 'PROPOSED', 'team', $2, $2, 'IN_HOUSE', 'PUBLIC')`,
      [releaseId, person?.id],
    );
  };

  it('makes one release of a repository, a packaging, a host’s alias and a repackager’s copy', async () => {
    const rows = await recording.within(async (tx) => {
      await recording.record(tx, { source: 'huggingface', asOf: '2026-01-01', release: hub('Qwen/Qwen3-32B') });
      await recording.record(tx, { source: 'huggingface', asOf: '2026-01-01', release: hub('Qwen/Qwen3-32B-FP8') });
      await recording.record(tx, { source: 'huggingface', asOf: '2026-01-01', release: hub('unsloth/Qwen3-32B-GGUF') });
      await recording.record(tx, {
        source: 'models.dev',
        asOf: '2026-01-01',
        release: hosted('groq', 'qwen/qwen3-32b'),
      });
      const artifacts = await tx.manager.query('SELECT hub_id FROM artifact WHERE release_id IS NOT NULL ORDER BY 1');
      return { releases: await recording.releases(tx), artifacts };
    });
    expect(rows.releases.map(({ key }) => key)).toEqual(['Qwen/Qwen3-32B']);
    expect(rows.artifacts).toEqual([{ hub_id: 'Qwen/Qwen3-32B-FP8' }]);
  });

  it('counts added, changed and unchanged, and a second import changes nothing', async () => {
    const item = { source: 'gpustack', asOf: '2026-01-01', release: hub('Qwen/Qwen3-32B', { contextTokens: 40960 }) };
    const later = { ...item, asOf: '2026-02-01', release: hub('Qwen/Qwen3-32B', { contextTokens: 131072 }) };
    const counts = await recording.within(async (tx) => [
      await recording.record(tx, item),
      await recording.record(tx, item),
      await recording.record(tx, later),
      await recording.record(tx, item),
    ]);
    expect(counts.map(({ added, changed, unchanged }) => [added, changed, unchanged])).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('bumps the version only for news, and says when the release was first seen', async () => {
    const row = await recording.within(async (tx) => {
      const release = hub('Qwen/Qwen3-32B', { contextTokens: 40960 });
      await recording.record(tx, { source: 'gpustack', asOf: '2026-02-01', release });
      await recording.record(tx, { source: 'gpustack', asOf: '2026-03-01', release });
      await recording.record(tx, { source: 'xinference', asOf: '2025-12-01', release: hub('Qwen/Qwen3-32B') });
      return recording.shown(tx, 'Qwen/Qwen3-32B');
    });
    expect(row).toMatchObject({ version: 2, first_seen_at: new Date('2025-12-01') });
  });

  it('lets the older id survive when a name turns out to be a repository; the other id and its models follow', async () => {
    const outcome = await recording.within(async (tx) => {
      const named = { source: 'models.dev', release: found('zhipuai/glm-9-foo', {}, { vendorHint: 'zhipuai' }) };
      await recording.record(tx, { ...named, asOf: '2026-01-01' });
      await recording.record(tx, { source: 'huggingface', asOf: '2026-01-02', release: hub('zai-org/GLM-9-Bar') });
      const [older, younger] = [...(await recording.releases(tx))].sort((a, b) => (a.id < b.id ? -1 : 1));
      await registerModel(tx, younger?.id);
      const revealed = { ...named.release, hubId: 'zai-org/GLM-9-Bar' };
      await recording.record(tx, { ...named, asOf: '2026-01-03', release: revealed });
      const after = await recording.releases(tx);
      const redirected = await new ReleasesReader(recording.app.db).resolveId(younger?.id ?? '', tx);
      const models = await tx.manager.query('SELECT release_id AS id FROM model');
      return { older, younger, after, redirected, models };
    });
    const { older, younger, after, redirected, models } = outcome;
    expect(older?.key).toBe('zai/glm-9-foo');
    expect(younger?.key).toBe('zai-org/GLM-9-Bar');
    expect(after).toEqual([{ id: older?.id, key: 'zai-org/GLM-9-Bar' }]);
    expect(redirected).toBe(older?.id);
    expect(models).toEqual([{ id: older?.id }]);
  });

  it('keeps a dated release apart from its sibling, and an ambiguous result waiting', async () => {
    const outcome = await recording.within(async (tx) => {
      await recording.record(tx, {
        source: 'huggingface',
        asOf: '2026-01-01',
        release: hub('deepseek-ai/DeepSeek-R1'),
      });
      await recording.record(tx, {
        source: 'huggingface',
        asOf: '2026-01-01',
        release: hub('Qwen/Qwen3-30B-A3B-Instruct-2507'),
      });
      await recording.record(tx, {
        source: 'huggingface',
        asOf: '2026-01-01',
        release: hub('Qwen/Qwen3-30B-A3B-Thinking-2507'),
      });
      await recording.record(tx, {
        source: 'vectara',
        asOf: '2026-03-10',
        release: vectara('Qwen/Qwen3-30B-A3B-2507', 91),
      });
      await recording.record(tx, {
        source: 'vectara',
        asOf: '2026-03-10',
        release: vectara('deepseek-ai/DeepSeek-R1', 88.7),
      });
      return {
        results: await tx.manager.query(
          'SELECT r.key, b.score FROM benchmark_result b LEFT JOIN release r ON r.id = b.release_id ORDER BY b.score',
        ),
        open: await tx.manager.query(
          'SELECT alias, unresolved, candidates FROM release_alias WHERE release_id IS NULL',
        ),
      };
    });
    expect(outcome.results).toEqual([
      { key: 'deepseek-ai/DeepSeek-R1', score: 88.7 },
      { key: null, score: 91 },
    ]);
    expect(outcome.open).toEqual([
      {
        alias: 'Qwen/Qwen3-30B-A3B-2507',
        unresolved: 'AMBIGUOUS',
        candidates: ['qwen/qwen3-30b-a3b-instruct-2507', 'qwen/qwen3-30b-a3b-thinking-2507'],
      },
    ]);
  });

  it('never makes a release of a mere mention, and attaches it once the release is known', async () => {
    const outcome = await recording.within(async (tx) => {
      const mention = vectara('zai-org/GLM-4.6', 90.5);
      const first = await recording.record(tx, { source: 'vectara', asOf: '2026-03-10', release: mention });
      const none = await recording.releases(tx);
      await recording.record(tx, { source: 'huggingface', asOf: '2026-03-11', release: hub('zai-org/GLM-4.6') });
      const attached = await tx.manager.query(
        'SELECT r.key FROM benchmark_result b JOIN release r ON r.id = b.release_id',
      );
      const same = await recording.record(tx, { source: 'vectara', asOf: '2026-04-10', release: mention });
      const better = await recording.record(tx, {
        source: 'vectara',
        asOf: '2026-05-10',
        release: vectara('zai-org/GLM-4.6', 91),
      });
      return { first, none, attached, counts: [same.changed, better.changed, better.releaseIds.length] };
    });
    expect(outcome.first).toMatchObject({ added: 0, quarantined: [] });
    expect(outcome.none).toEqual([]);
    expect(outcome.attached).toEqual([{ key: 'zai-org/GLM-4.6' }]);
    expect(outcome.counts).toEqual([0, 1, 1]);
  });

  it('refuses names of nobody and impossible dates one by one; the others land', async () => {
    const outcome = await recording.within((tx) =>
      recording.writer.record(
        tx,
        {
          releases: [
            found('some-strange-thing'),
            hub('Qwen/Qwen3-235B-A22B-Instruct-2507', { releaseDate: { date: '2024-01-01', precision: 'DAY' } }),
            hub('openai/gpt-oss-120b'),
          ],
          rejected: [],
        },
        { source: 'huggingface', asOf: new Date('2026-01-01') },
      ),
    );
    expect(outcome.added).toBe(2);
    expect(outcome.quarantined.map(({ position, reason }) => [position, reason])).toEqual([
      ['models/some-strange-thing', expect.stringContaining('some-strange-thing')],
      ['models/Qwen/Qwen3-235B-A22B-Instruct-2507#releaseDate', expect.stringContaining('date in the name')],
    ]);
  });

  it('keeps out one poisoned value; the rest of its payload lands', async () => {
    const outcome = await recording.within((tx) =>
      recording.writer.record(
        tx,
        {
          releases: [hub('Qwen/Qwen3-32B', { contextTokens: 1e12, totalParamsB: 32.8 }), hub('bad\u0000name/x-1b')],
          rejected: [],
        },
        { source: 'gpustack', asOf: new Date('2026-01-01') },
      ),
    );
    expect(outcome.added).toBe(1);
    expect(outcome.quarantined.map(({ position }) => position)).toEqual([
      'models/Qwen/Qwen3-32B#facts/0',
      'models/bad\u0000name/x-1b',
    ]);
  });

  it('forgets a release whose only name turned out to fit several, unless a model runs it', async () => {
    const outcome = await recording.within(async (tx) => {
      const named = (name: string): Item => ({
        source: 'models.dev',
        asOf: '2026-01-01',
        release: found(name, {}, { vendorHint: 'zhipuai' }),
      });
      await recording.record(tx, named('zhipuai/glm-8'));
      await recording.record(tx, named('zhipuai/glm-9'));
      const used = (await recording.releases(tx)).find(({ key }) => key === 'zai/glm-9');
      await registerModel(tx, used?.id);
      const siblings = ['zai-org/GLM-8-9B', 'zai-org/GLM-8-32B', 'zai-org/GLM-9-9B', 'zai-org/GLM-9-32B'];
      const payload = { releases: siblings.map((hubId) => hub(hubId)), rejected: [] };
      await recording.writer.record(tx, payload, { source: 'huggingface', asOf: new Date('2026-01-02') });
      return (await recording.releases(tx)).map(({ key }) => key);
    });
    expect(outcome).toEqual([
      'zai-org/GLM-8-32B',
      'zai-org/GLM-8-9B',
      'zai-org/GLM-9-32B',
      'zai-org/GLM-9-9B',
      'zai/glm-9',
    ]);
  });
});
