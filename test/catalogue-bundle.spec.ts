import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleText, CatalogueExport } from '../src/catalogue/catalogue.export.js';
import { CatalogueSeed } from '../src/catalogue/catalogue.seed.js';
import { catalogueStateHash } from '../src/catalogue/catalogue.state-hash.js';
import { CatalogueWriter } from '../src/catalogue/catalogue.writer.js';
import type { FoundRelease } from '../src/catalogue/domain/release.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';

const item = (name: string, more: Partial<FoundRelease> = {}): FoundRelease => ({
  name,
  position: `providers/groq/models/${name}`,
  facts: [{ field: 'contextTokens', value: 131072, status: 'CLAIMED' }],
  artifacts: [],
  benchmarks: [],
  ...more,
});

const ITEMS: readonly FoundRelease[] = [
  item('Qwen/Qwen3-32B', {
    hubId: 'Qwen/Qwen3-32B',
    artifacts: [{ hubId: 'Qwen/Qwen3-32B-AWQ', quantisation: 'AWQ', sizeBytes: 19_000_000_000 }],
  }),
  item('Qwen/Qwen3-32B-FP8', { hubId: 'Qwen/Qwen3-32B-FP8' }),
  item('qwen3-32b', { host: 'groq' }),
  item('nvidia/nemotron-3-nano-30b-a3b', { vendorHint: 'nvidia' }),
  // Founded by the host's being the vendor, which the name does not repeat.
  item('kimi-k9-preview', { host: 'moonshotai' }),
  item('deepseek-chat', {
    mentionOnly: true,
    facts: [],
    benchmarks: [
      {
        benchmark: 'aider',
        benchmarkVersion: '',
        metric: 'pass-rate-2',
        harness: '',
        mode: '',
        score: 70.2,
        higherIsBetter: true,
        measuredOn: '2025-09-30',
        sourceRef: 'polyglot',
      },
    ],
  }),
];

describe('the bundled catalogue', () => {
  let first: TestApp;
  let second: TestApp;

  beforeAll(async () => {
    [first, second] = await Promise.all([startTestApp(), startTestApp()]);
    const writer = first.app.get(CatalogueWriter);
    for (const asOf of ['2026-01-01T10:30:00Z', '2026-02-01'])
      await first.db.transaction((tx) =>
        writer.record(tx, { releases: ITEMS, rejected: [] }, { source: 'models.dev', asOf: new Date(asOf) }),
      );
    const { rows } = await first.db.pool.query<{ id: string }>(`SELECT id FROM release WHERE key = 'Qwen/Qwen3-32B'`);
    await first.http
      .post(`/v1/releases/${rows[0]?.id}/facts`)
      .set(first.as('platform'))
      .send({ field: 'totalParamsB', value: 32.8, reason: 'Counted in the weights.' })
      .expect(201);
  });
  afterAll(() => Promise.all([first.stop(), second.stop()]));

  it('carries one database’s knowledge into another, to the same state', async () => {
    const text = bundleText(await first.app.get(CatalogueExport).export());
    const seed = second.app.get(CatalogueSeed);
    const loaded = await seed.load(Buffer.from(text));
    expect(loaded).toMatchObject({ releases: 3, added: 3, changed: 0 });
    expect(await catalogueStateHash(second.db)).toBe(await catalogueStateHash(first.db));
    expect(bundleText(await second.app.get(CatalogueExport).export())).toBe(text);
    expect(await seed.load(Buffer.from(text))).toBeUndefined();
    const { rows } = await second.db.pool.query(`SELECT total_params_b FROM release WHERE key = 'Qwen/Qwen3-32B'`);
    expect(rows).toEqual([{ total_params_b: 32.8 }]);
  });

  it('does not go back to an older file, nor undo what a feed knows better', async () => {
    const seed = second.app.get(CatalogueSeed);
    const bundle = await first.app.get(CatalogueExport).export();
    expect(await seed.load(Buffer.from(bundleText({ ...bundle, asOf: '2025-01-01' })))).toBeUndefined();
    const writer = second.app.get(CatalogueWriter);
    const news = item('qwen3-32b', {
      host: 'groq',
      facts: [{ field: 'contextTokens', value: 40960, status: 'CLAIMED' }],
    });
    await second.db.transaction((tx) =>
      writer.record(tx, { releases: [news], rejected: [] }, { source: 'models.dev', asOf: new Date('2026-03-01') }),
    );
    const before = await catalogueStateHash(second.db);
    await seed.load(Buffer.from(bundleText({ ...bundle, asOf: '2027-01-01' })));
    expect(await catalogueStateHash(second.db)).toBe(before);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['another shape', '{"models":[]}'],
    ['another version', '{"schemaVersion":2,"asOf":"2026-01-01","vendors":[],"releases":[],"openNames":[]}'],
    [
      'an unknown field of a release',
      '{"schemaVersion":1,"asOf":"2026-01-01","vendors":[],"releases":[{"key":"a/b","names":[{"name":"a/b","since":"2026-01-01","facts":[{"source":"x","ref":"","at":"2026-01-01","values":{"colour":"red"}}]}]}],"openNames":[]}',
    ],
  ])('refuses %s', async (_what, text) => {
    await expect(second.app.get(CatalogueSeed).load(Buffer.from(text))).rejects.toMatchObject({
      code: 'bundle-unusable',
    });
  });
});
