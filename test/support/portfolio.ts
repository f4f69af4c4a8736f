import { readFileSync } from 'node:fs';
import type { Database } from '../../src/database/database.js';
import { statement } from '../../src/database/statement.js';
import { newId } from '../../src/kernel/id.js';
import { startTestApp } from './app.js';
import type { TestApp } from './app.js';

const VENDOR = statement<{ id: string }>(
  'test.vendor',
  `INSERT INTO vendor (id, slug, name, country) VALUES ($1, $2, $2, 'SG')
   ON CONFLICT (slug) DO UPDATE SET name = excluded.name RETURNING id`,
);
const RELEASE = statement(
  'test.release',
  `INSERT INTO release (id, key, display_name, vendor_id, kind, family, release_date, release_date_precision,
     first_seen_at, total_params_b, context_tokens, licence_id, licence_class)
   VALUES ($1, $2, $3, $4, 'CHAT', $5, '2025-07-01', 'DAY', '2025-07-01', 30, 131072, 'apache-2.0', 'OSI_PERMISSIVE')
   ON CONFLICT (key_norm) DO NOTHING`,
);

export const demoFile: { models: { release: string }[]; tools: { owner: string; ownerTeam: string }[] } = JSON.parse(
  readFileSync('seeds/demo-portfolio.json', 'utf8'),
);

/** Enters releases of 30 billion parameters under an open licence, each with the vendor of its organisation. */
export async function seedReleases(db: Database, keys: readonly string[]): Promise<void> {
  await db.transaction(async (tx) => {
    for (const key of keys) {
      const [organisation = '', name = key] = key.split('/');
      const vendor = await tx.one(VENDOR, [newId(), organisation.toLowerCase()]);
      await tx.run(RELEASE, [newId(), key, name, vendor?.id, organisation.toLowerCase()]);
    }
  });
}

export const RELEASE_KEYS = ['acme/Small-30B', 'acme/Large-30B', 'other/Rival-30B'] as const;

/** The application over a catalogue of three releases and, on top, those that are asked for. */
export function startPortfolioApp(releases: readonly string[] = []): Promise<TestApp> {
  return startTestApp({
    seed: (db) => seedReleases(db, [...RELEASE_KEYS, ...releases]),
  });
}

let serial = 0;
const unique = (what: string): string => `${what} ${(serial += 1)}`;

export const aPool = (over: object = {}): object => ({
  name: unique('pool'),
  gpuType: 'NVIDIA H100',
  gpuCount: 8,
  memoryGbPerGpu: 80,
  hosting: 'IN_HOUSE',
  location: 'Data centre 1',
  ...over,
});

export const aModel = (over: object = {}): object => ({
  name: unique('model'),
  releaseKey: RELEASE_KEYS[0],
  ownerTeam: 'ai-platform',
  hosting: 'IN_HOUSE',
  maxDataClass: 'CONFIDENTIAL',
  ...over,
});

export const aTool = (over: object = {}): object => ({
  name: unique('tool'),
  ownerTeam: 'payments',
  businessUnit: 'Operations',
  task: 'SUMMARISATION',
  materiality: { impact: 'LOW', complexity: 'LOW', reliance: 'LOW' },
  dataClass: 'INTERNAL',
  coupling: { interface: 'OPENAI_COMPATIBLE', fineTuned: false, embeddingsIndexed: false, promptsVersioned: true },
  ...over,
});

export interface Made {
  readonly id: string;
  readonly version: number;
  readonly etag: string;
}

type Account = Parameters<TestApp['as']>[0];

/** Registers over the API; throws with the answer when it is refused. */
export async function make(app: TestApp, account: Account, path: string, body: object): Promise<Made> {
  const answer = await app.http.post(path).set(app.as(account)).send(body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  const { id, version }: { id: string; version: number } = answer.body;
  return { id, version, etag: answer.headers['etag'] ?? '' };
}

/** A model that a validator has approved. */
export async function makeApprovedModel(app: TestApp, over: object = {}): Promise<Made> {
  const model = await make(app, 'platform', '/v1/models', aModel(over));
  const step = { to: 'APPROVED', reason: 'validated' };
  const answer = await app.http.post(`/v1/models/${model.id}/lifecycle`).set(app.as('validator')).send(step);
  if (answer.status !== 200) throw new Error(answer.text);
  return { ...model, version: answer.body.version, etag: answer.headers['etag'] ?? '' };
}

/** The pointers of the fields that an answer refuses. */
export const pointersOf = (body: { errors?: readonly { pointer: string }[] }): string[] =>
  (body.errors ?? []).map(({ pointer }) => pointer);
