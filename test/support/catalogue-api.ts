import { CatalogueWriter } from '../../src/catalogue/catalogue.writer.js';
import type { FactField, FoundRelease, ReleaseFields } from '../../src/catalogue/domain/release.js';
import { startTestApp, type TestApp } from './app.js';

type Account = Parameters<TestApp['as']>[0];

const hub = (hubId: string, values: Partial<ReleaseFields> = {}, more: Partial<FoundRelease> = {}): FoundRelease => ({
  hubId,
  name: hubId,
  position: hubId,
  facts: Object.entries(values).map(([field, value]) => ({ field: field as FactField, value, status: 'CLAIMED' })),
  artifacts: [],
  benchmarks: [],
  ...more,
});

/** A result that a source gives. */
export const result = (score: number): FoundRelease['benchmarks'][number] => ({
  benchmark: 'swe-bench',
  benchmarkVersion: 'verified',
  metric: 'resolved',
  harness: '',
  mode: '',
  score,
  higherIsBetter: true,
  sourceRef: 'https://example.org/board',
});

/** A few releases as one source lists them. */
export const RELEASES: readonly FoundRelease[] = [
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

/** The application over a small catalogue, with short ways to ask it. */
export interface CatalogueApi {
  readonly app: TestApp;
  get(path: string, account?: Account): ReturnType<TestApp['http']['get']>;
  post(path: string, body: object, account?: Account): ReturnType<TestApp['http']['post']>;
  idOf(key: string): Promise<string>;
  /** How many audit events of a kind there are. */
  audited(kind: string): Promise<number>;
}

/** Starts the application over a catalogue of five releases, one of which a second list contradicts. */
export async function startCatalogueApi(): Promise<CatalogueApi> {
  const app = await startTestApp();
  const writer = app.app.get(CatalogueWriter);
  const provenance = { source: 'models.dev', asOf: new Date('2026-06-01') };
  await app.db.transaction((tx) => writer.record(tx, { releases: RELEASES, rejected: [] }, provenance));
  const second = [hub('Qwen/Qwen3-32B', { contextTokens: 32768 })];
  await app.db.transaction((tx) =>
    writer.record(tx, { releases: second, rejected: [] }, { source: 'some-list', asOf: new Date('2026-06-01') }),
  );
  const get: CatalogueApi['get'] = (path, account = 'auditor') => app.http.get(path).set(app.as(account));
  return {
    app,
    get,
    post: (path, body, account = 'platform') => app.http.post(path).set(app.as(account)).send(body),
    idOf: async (key) => (await get(`/v1/releases/by-key?key=${encodeURIComponent(key)}`)).body.id,
    audited: async (kind) => {
      const { rows } = await app.db.pool.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM audit_event WHERE kind = $1',
        [kind],
      );
      return rows[0]?.n ?? 0;
    },
  };
}

/** The keys of a page of releases. */
export const keys = (body: { items: { key: string }[] }): string[] => body.items.map(({ key }) => key);
