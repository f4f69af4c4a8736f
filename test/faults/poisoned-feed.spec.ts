import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { catalogueStateHash } from '../../src/catalogue/catalogue.state-hash.js';
import { FeedRunner } from '../../src/feeds/feed-runner.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { figuresOf, measured } from '../support/faults.js';
import { BAD, GOOD, ODD, payloadOf } from '../support/poisoned-items.js';

const { permutations: PERMUTATIONS } = figuresOf('poisoned-feed');

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ env: { WORKERS: 'false' }, now: '2026-07-02T09:00:00Z' });
});
afterAll(() => app.stop());

const good = GOOD.map((text, index) => [`good/${index}`, text] as const);
const bad = Object.entries(BAD);
interface Delivery {
  readonly feed: string;
  readonly asOf: string;
  readonly text: string;
}

/** Reads one payload into the catalogue; one that cannot be read at all leaves a failed run. */
async function deliver({ feed, asOf, text }: Delivery): Promise<void> {
  const options = { asOf: new Date(asOf), trigger: 'MANUAL', actor: 'SYSTEM' } as const;
  try {
    await app.app.get(FeedRunner).import({ feed, bytes: Buffer.from(text) }, options);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

class Undone extends Error {}

/** Does the work on the catalogue as it stands, returns its result and takes all of it back. */
async function undone<T>(work: () => Promise<T>): Promise<T> {
  const results: T[] = [];
  const attempt = app.db.enclose(async () => {
    results.push(await work());
    throw new Undone();
  });
  await attempt.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  const [result] = results;
  if (result === undefined) throw new Error('the work brought nothing');
  return result;
}

const ALL = '2026-07-01';

describe('a poisoned list', () => {
  it('lands its sound items, holds each bad one with position and reason, and harms nothing else', async () => {
    await undone(async () => {
      await deliver({ feed: 'models.dev', asOf: ALL, text: payloadOf([...bad, ...good, ...ODD]) });
      const rows = async (sql: string) => (await app.db.read({ name: '', text: sql }, [])) as Record<string, string>[];
      const names = (await rows('SELECT key, display_name AS name FROM release')).map(({ key }) => key);
      for (const text of GOOD) expect(names).toContain(JSON.parse(text).name);
      const held = await rows(`SELECT position, reason FROM quarantined_item WHERE feed = 'models.dev'`);
      for (const key of Object.keys(BAD)) {
        const item = held.find(({ position = '' }) => position.includes(key));
        expect([key, item?.['reason']]).toEqual([key, expect.stringMatching(/\w{4}/)]);
      }
      for (const { position = '' } of held) expect(position).toMatch(/^models\//);
      expect(await rows(`SELECT FROM release WHERE display_name ~ '[<=]' OR key ~ '[<=]'`)).toEqual([]);
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
      return held.length;
    });
  });

  it.each([
    '',
    'null',
    '7',
    '"text"',
    '[]',
    '[1,2]',
    '{"a":',
    '\u0000',
    '['.repeat(10_000) + ']'.repeat(10_000),
    '{"a":1e999}',
  ])('that is no list at all leaves a run that says why, and an untouched catalogue: %.20j', async (text) => {
    await undone(async () => {
      const before = await catalogueStateHash(app.db);
      await deliver({ feed: 'models.dev', asOf: ALL, text });
      expect(await catalogueStateHash(app.db)).toBe(before);
      return true;
    });
  });
});

const DELIVERIES: readonly Delivery[] = [
  { feed: 'models.dev', asOf: '2026-05-01', text: payloadOf([...good.slice(0, 3), ...bad.slice(0, 4)]) },
  { feed: 'models.dev', asOf: '2026-06-01', text: payloadOf([...good.slice(2), ...ODD]) },
  // Gone in June, back in July.
  { feed: 'models.dev', asOf: '2026-07-01', text: payloadOf([...good.slice(0, 2), ...bad.slice(4)]) },
  {
    feed: 'models.dev',
    asOf: '2026-04-01',
    text: JSON.stringify({ groq: { models: { a: { ...JSON.parse(GOOD[1] ?? '{}'), release_date: '2025-04-28' } } } }),
  },
  {
    feed: 'hub-facts',
    asOf: '2026-05-12',
    text: JSON.stringify([{ name: 'Qwen/Qwen3-32B', hf_downloads: 7 }, 5, null]),
  },
  { feed: 'hub-facts', asOf: '2026-06-12', text: JSON.stringify([{ name: 'Qwen/Qwen3-32B', hf_downloads: 9 }]) },
  { feed: 'models.dev', asOf: '2026-06-15', text: '{"half' },
];
/** Some lists come twice. */
const order = fc.shuffledSubarray([...DELIVERIES, ...DELIVERIES.slice(0, 2)], { minLength: DELIVERIES.length + 2 });

describe('the order in which lists arrive', () => {
  it(`makes no difference, in ${PERMUTATIONS} permutations`, async () => {
    const hashes = new Set<string>();
    const seen = fc.asyncProperty(order, async (deliveries) => {
      const hash = await undone(async () => {
        for (const each of deliveries) await deliver(each);
        return catalogueStateHash(app.db);
      });
      hashes.add(hash);
      expect(hashes.size).toBe(1);
    });
    await fc.assert(seen, { numRuns: PERMUTATIONS, endOnFailure: true });
    measured('poisoned-feed', { permutations: PERMUTATIONS, states: hashes.size });
  }, 900_000);
});
