import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { catalogueStateHash } from '../src/catalogue/catalogue.state-hash.js';
import { CatalogueWriter } from '../src/catalogue/catalogue.writer.js';
import type { Recorded } from '../src/catalogue/catalogue.writer.js';
import type { FactField, FoundFact, FoundRelease, ReleaseFields } from '../src/catalogue/domain/release.js';
import { ReleasesReader } from '../src/catalogue/releases.reader.js';
import type { Tx } from '../src/database/tx.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';

interface Item {
  readonly source: string;
  readonly asOf: string;
  readonly release: FoundRelease;
}

const facts = (values: Partial<ReleaseFields>): readonly FoundFact[] =>
  Object.entries(values).map(([field, value]) => ({ field: field as FactField, value, status: 'CLAIMED' }));

const found = (name: string, values: Partial<ReleaseFields> = {}, more: Partial<FoundRelease> = {}): FoundRelease => ({
  name,
  position: `models/${name}`,
  facts: facts(values),
  artifacts: [],
  benchmarks: [],
  ...more,
});

const hub = (hubId: string, values: Partial<ReleaseFields> = {}, more: Partial<FoundRelease> = {}): FoundRelease =>
  found(hubId, values, { hubId, ...more });

/** One host's row, at the place where models.dev lists it. */
const hosted = (host: string, name: string, values: Partial<ReleaseFields> = {}): FoundRelease =>
  found(name, values, { host, position: `providers/${host}/models/${name}` });

const vectara = (name: string, score: number): FoundRelease =>
  found(
    name,
    {},
    {
      mentionOnly: true,
      benchmarks: [
        {
          benchmark: 'vectara-hallucination',
          benchmarkVersion: '2026-03',
          metric: 'factual-consistency',
          harness: '',
          mode: '',
          score,
          higherIsBetter: true,
          sourceRef: name,
        },
      ],
    },
  );

class RolledBack extends Error {}

describe('recording what sources say', () => {
  let app: TestApp;
  let writer: CatalogueWriter;

  beforeAll(async () => {
    app = await startTestApp();
    writer = app.app.get(CatalogueWriter);
  });
  afterAll(() => app.stop());

  const record = (tx: Tx, { source, asOf, release }: Item): Promise<Recorded> =>
    writer.record(tx, { releases: [release], rejected: [] }, { source, asOf: new Date(asOf) });

  /** Runs the work in a transaction of which nothing stays. */
  async function within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    let result: { value: T } | undefined;
    await app.db
      .transaction(async (tx) => {
        result = { value: await work(tx) };
        throw new RolledBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    if (result === undefined) throw new Error('the work did not finish');
    return result.value;
  }

  const releases = async (tx: Tx): Promise<readonly { id: string; key: string }[]> =>
    tx.manager.query('SELECT id, key FROM release ORDER BY key');
  const shown = async (tx: Tx, key: string): Promise<Record<string, unknown>> => {
    const [row]: Record<string, unknown>[] = await tx.manager.query('SELECT * FROM release WHERE key = $1', [key]);
    if (row === undefined) throw new Error(`${key} is not in the catalogue`);
    return row;
  };

  const registerModel = async (tx: Tx, releaseId: string | undefined): Promise<void> => {
    const [person]: { id: string }[] = await tx.manager.query('SELECT id FROM person LIMIT 1');
    await tx.manager.query(
      `INSERT INTO model (id, name, release_id, lifecycle, owner_team, steward_id, registered_by, hosting, max_data_class)
       VALUES (gen_random_uuid(), 'm', $1, 'PROPOSED', 'team', $2, $2, 'IN_HOUSE', 'PUBLIC')`,
      [releaseId, person?.id],
    );
  };

  it('makes one release of a repository, a packaging, a host’s alias and a repackager’s copy', async () => {
    const rows = await within(async (tx) => {
      await record(tx, { source: 'huggingface', asOf: '2026-01-01', release: hub('Qwen/Qwen3-32B') });
      await record(tx, { source: 'huggingface', asOf: '2026-01-01', release: hub('Qwen/Qwen3-32B-FP8') });
      await record(tx, { source: 'huggingface', asOf: '2026-01-01', release: hub('unsloth/Qwen3-32B-GGUF') });
      await record(tx, { source: 'models.dev', asOf: '2026-01-01', release: hosted('groq', 'qwen/qwen3-32b') });
      const artifacts = await tx.manager.query('SELECT hub_id FROM artifact WHERE release_id IS NOT NULL ORDER BY 1');
      return { releases: await releases(tx), artifacts };
    });
    expect(rows.releases.map(({ key }) => key)).toEqual(['Qwen/Qwen3-32B']);
    expect(rows.artifacts).toEqual([{ hub_id: 'Qwen/Qwen3-32B-FP8' }]);
  });

  it('counts added, changed and unchanged, and a second import changes nothing', async () => {
    const item = { source: 'gpustack', asOf: '2026-01-01', release: hub('Qwen/Qwen3-32B', { contextTokens: 40960 }) };
    const later = { ...item, asOf: '2026-02-01', release: hub('Qwen/Qwen3-32B', { contextTokens: 131072 }) };
    const counts = await within(async (tx) => [
      await record(tx, item),
      await record(tx, item),
      await record(tx, later),
      await record(tx, item),
    ]);
    expect(counts.map(({ added, changed, unchanged }) => [added, changed, unchanged])).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('bumps the version only for news, and says when the release was first seen', async () => {
    const row = await within(async (tx) => {
      const release = hub('Qwen/Qwen3-32B', { contextTokens: 40960 });
      await record(tx, { source: 'gpustack', asOf: '2026-02-01', release });
      await record(tx, { source: 'gpustack', asOf: '2026-03-01', release });
      await record(tx, { source: 'xinference', asOf: '2025-12-01', release: hub('Qwen/Qwen3-32B') });
      return shown(tx, 'Qwen/Qwen3-32B');
    });
    expect(row).toMatchObject({ version: 2, first_seen_at: new Date('2025-12-01') });
  });

  it('lets the older id survive when a name turns out to be a repository; the other id and its models follow', async () => {
    const outcome = await within(async (tx) => {
      const named = { source: 'models.dev', release: found('zhipuai/glm-9-foo', {}, { vendorHint: 'zhipuai' }) };
      await record(tx, { ...named, asOf: '2026-01-01' });
      await record(tx, { source: 'huggingface', asOf: '2026-01-02', release: hub('zai-org/GLM-9-Bar') });
      const [older, younger] = [...(await releases(tx))].sort((a, b) => (a.id < b.id ? -1 : 1));
      await registerModel(tx, younger?.id);
      const revealed = { ...named.release, hubId: 'zai-org/GLM-9-Bar' };
      await record(tx, { ...named, asOf: '2026-01-03', release: revealed });
      const after = await releases(tx);
      const redirected = await new ReleasesReader(app.db).resolveId(younger?.id ?? '', tx);
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
    const outcome = await within(async (tx) => {
      await record(tx, { source: 'huggingface', asOf: '2026-01-01', release: hub('deepseek-ai/DeepSeek-R1') });
      await record(tx, { source: 'huggingface', asOf: '2026-01-01', release: hub('Qwen/Qwen3-30B-A3B-Instruct-2507') });
      await record(tx, { source: 'huggingface', asOf: '2026-01-01', release: hub('Qwen/Qwen3-30B-A3B-Thinking-2507') });
      await record(tx, { source: 'vectara', asOf: '2026-03-10', release: vectara('Qwen/Qwen3-30B-A3B-2507', 91) });
      await record(tx, { source: 'vectara', asOf: '2026-03-10', release: vectara('deepseek-ai/DeepSeek-R1', 88.7) });
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
    const outcome = await within(async (tx) => {
      const mention = vectara('zai-org/GLM-4.6', 90.5);
      const first = await record(tx, { source: 'vectara', asOf: '2026-03-10', release: mention });
      const none = await releases(tx);
      await record(tx, { source: 'huggingface', asOf: '2026-03-11', release: hub('zai-org/GLM-4.6') });
      const attached = await tx.manager.query(
        'SELECT r.key FROM benchmark_result b JOIN release r ON r.id = b.release_id',
      );
      const same = await record(tx, { source: 'vectara', asOf: '2026-04-10', release: mention });
      const better = await record(tx, {
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
    const outcome = await within((tx) =>
      writer.record(
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
    const outcome = await within((tx) =>
      writer.record(
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
    const outcome = await within(async (tx) => {
      const named = (name: string): Item => ({
        source: 'models.dev',
        asOf: '2026-01-01',
        release: found(name, {}, { vendorHint: 'zhipuai' }),
      });
      await record(tx, named('zhipuai/glm-8'));
      await record(tx, named('zhipuai/glm-9'));
      const used = (await releases(tx)).find(({ key }) => key === 'zai/glm-9');
      await registerModel(tx, used?.id);
      const siblings = ['zai-org/GLM-8-9B', 'zai-org/GLM-8-32B', 'zai-org/GLM-9-9B', 'zai-org/GLM-9-32B'];
      const payload = { releases: siblings.map((hubId) => hub(hubId)), rejected: [] };
      await writer.record(tx, payload, { source: 'huggingface', asOf: new Date('2026-01-02') });
      return (await releases(tx)).map(({ key }) => key);
    });
    expect(outcome).toEqual([
      'zai-org/GLM-8-32B',
      'zai-org/GLM-8-9B',
      'zai-org/GLM-9-32B',
      'zai-org/GLM-9-9B',
      'zai/glm-9',
    ]);
  });

  it('shows the winner by precedence, marks its fact, and keeps what the others say', async () => {
    const outcome = await within(async (tx) => {
      const key = 'meta-llama/Llama-3.3-70B-Instruct';
      const hosts = ['groq', 'together', 'deepinfra'];
      for (const host of hosts) {
        const row = hosted(host, 'llama-3.3-70b-instruct', {
          contextTokens: 128000,
          capabilities: ['REASONING', 'TOOL_CALL'],
          pricePerMTokens: { input: hosts.indexOf(host) + 1, output: 4, hosts: 1 },
        });
        await record(tx, { source: 'models.dev', asOf: '2026-01-01', release: row });
      }
      const canonical = found(
        'meta/llama-3.3-70b-instruct',
        { contextTokens: 131072, capabilities: ['TOOL_CALL'] },
        { hubId: key },
      );
      await record(tx, { source: 'models.dev', asOf: '2026-01-01', release: canonical });
      const winners = await tx.manager.query(`SELECT value FROM release_fact WHERE wins AND field = 'contextTokens'`);
      return { row: await shown(tx, key), winners };
    });
    expect(outcome.row).toMatchObject({
      context_tokens: 131072,
      capabilities: ['TOOL_CALL'],
      family: 'llama',
      kind: 'CHAT',
      licence_class: 'COMMUNITY_RESTRICTED',
      total_params_b: 70,
      price: { input: 2, output: 4, hosts: 3 },
      host_votes: { REASONING: { yes: 3, no: 0 }, TOOL_CALL: { yes: 3, no: 0 } },
    });
    expect(outcome.row['sources']).toMatchObject({
      contextTokens: { source: 'models.dev' },
      family: { source: 'name' },
    });
    expect(outcome.winners).toEqual([{ value: 131072 }]);
  });

  const ITEMS: readonly Item[] = [
    {
      source: 'models.dev',
      asOf: '2025-08-15',
      release: hosted('groq', 'kimi-k2-instruct', { contextTokens: 131072 }),
    },
    {
      source: 'models.dev',
      asOf: '2025-11-15',
      release: hosted('groq', 'kimi-k2-instruct', { contextTokens: 262144 }),
    },
    {
      source: 'models.dev',
      asOf: '2026-01-01',
      release: hosted('novita', 'moonshotai/kimi-k2-instruct', { contextTokens: 131072 }),
    },
    {
      source: 'huggingface',
      asOf: '2025-12-01',
      release: hub('moonshotai/Kimi-K2-Instruct', { adoption: { downloads30d: 10, snapshot: 'a' } }),
    },
    { source: 'huggingface', asOf: '2025-12-02', release: hub('moonshotai/Kimi-K2-Instruct-0905') },
    {
      source: 'models.dev',
      asOf: '2026-01-01',
      release: found('mistral/mistral-large-2512', { contextTokens: 262144 }, { vendorHint: 'mistral' }),
    },
    {
      source: 'models.dev',
      asOf: '2026-02-01',
      release: found(
        'mistral/mistral-large-2512',
        { contextTokens: 128000 },
        { vendorHint: 'mistral', hubId: 'mistralai/Mistral-Large-3-675B-Instruct-2512' },
      ),
    },
    {
      source: 'gpustack',
      asOf: '2026-01-05',
      release: hub('mistralai/Mistral-Large-3-675B-Instruct-2512', { totalParamsB: 675 }),
    },
    { source: 'vectara', asOf: '2026-03-10', release: vectara('moonshotai/Kimi-K2-Instruct-0905', 82.1) },
    { source: 'vectara', asOf: '2026-03-10', release: vectara('kimi-k2', 80) },
    {
      source: 'huggingface',
      asOf: '2026-03-10',
      release: hub('unsloth/Kimi-K2-Instruct-GGUF', { totalParamsB: 1026 }),
    },
  ];

  it('ends in the same state whatever the order of the imports', async () => {
    const stateOf = (items: readonly Item[]): Promise<string> =>
      within(async (tx) => {
        for (const item of items) await record(tx, item);
        return catalogueStateHash(tx);
      });
    const expected = await stateOf(ITEMS);
    const shuffled = fc.shuffledSubarray([...ITEMS], { minLength: ITEMS.length });
    await fc.assert(
      fc.asyncProperty(shuffled, fc.subarray([...ITEMS]), async (items, again) => {
        expect(await stateOf([...items, ...again])).toBe(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('lets two imports at once end as one after the other would', async () => {
    const items = ITEMS.map(({ release }) => release);
    const both = ['2026-01-01', '2026-02-01'].map((asOf) =>
      app.db.transaction((tx) =>
        writer.record(tx, { releases: items, rejected: [] }, { source: 'models.dev', asOf: new Date(asOf) }),
      ),
    );
    const counts = await Promise.all(both);
    const once = await catalogueStateHash(app.db);
    const again = await app.db.transaction((tx) =>
      writer.record(tx, { releases: items, rejected: [] }, { source: 'models.dev', asOf: new Date('2026-01-01') }),
    );
    expect(counts.filter(({ added }) => added > 0)).toHaveLength(1);
    expect(again.releaseIds).toEqual([]);
    expect(await catalogueStateHash(app.db)).toBe(once);
  });
});
