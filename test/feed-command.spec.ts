import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from './support/database.js';

const MODEL = {
  id: 'alibaba/qwen3-32b',
  name: 'Qwen3 32B',
  release_date: '2025-04-29',
  open_weights: true,
  limit: { context: 131072 },
  modalities: { input: ['text'], output: ['text'] },
  weights: [{ url: 'https://huggingface.co/Qwen/Qwen3-32B' }],
};

describe('modelfolio feed', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'modelfolio-feed-'));
    await writeFile(join(folder, 'models.json'), JSON.stringify({ [MODEL.id]: MODEL }));
    await writeFile(join(folder, 'table.csv'), '<html>not a table</html>');
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await database.drop();
  });

  async function modelfolio(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn(process.execPath, ['test/support/cli.js', ...args], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        LOG_LEVEL: 'warn',
        SECRET_KEY: 'a secret of the tests, long enough for all',
        DATABASE_URL: database.url,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, out, err };
  }

  it('reads a file that was carried in, and says what it did', async () => {
    const empty = await modelfolio('catalogue', 'coverage');
    expect(empty).toMatchObject({ code: 1, out: '', err: expect.stringContaining('no generative release') });

    const file = join(folder, 'models.json');
    const first = await modelfolio('feed', 'import', 'models.dev', file, '--as-of', '2026-07-02');
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('releases 1 added') });
    const again = await modelfolio('feed', 'import', 'models.dev', file, '--as-of', '2026-07-02');
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('nothing changes') });

    const list = await modelfolio('feed', 'list');
    expect(list.out).toMatch(/^models\.dev +as of 2026-07-02/m);
    const coverage = await modelfolio('catalogue', 'coverage');
    expect(coverage.out).toContain('| Alibaba | 1 | 100 % |');
  }, 240_000);

  it('proves that the order of payloads does not matter, on scratch databases', async () => {
    const manifest = join(folder, 'payloads.json');
    const earlier = { feed: 'models.dev', file: 'models.json', asOf: '2026-06-01' };
    await writeFile(manifest, JSON.stringify([earlier, { ...earlier, asOf: '2026-07-02' }]));
    const { code, out } = await modelfolio('feed', 'replay', manifest, '--orders', '1', '--seed', 'a');
    const hashes = [...out.matchAll(/^(given order|order a\.1): state hash ([0-9a-f]{64})$/gm)];
    expect({ code, orders: hashes.map(([, order]) => order) }).toEqual({
      code: 0,
      orders: ['given order', 'order a.1'],
    });
    expect(new Set(hashes.map(([, , hash]) => hash)).size).toBe(1);
  }, 240_000);

  it('ends in failure, in a sentence, where a payload cannot be read', async () => {
    const file = join(folder, 'table.csv');
    for (const [args, sentence] of [
      [['bfcl', file], 'bfcl: '],
      [['no-such', file], 'no-such'],
      [['bfcl', join(folder, 'absent')], 'cannot be read'],
      [['bfcl', file, '--as-of', '2999-01-01'], '--as-of takes a past day'],
    ] as const) {
      const { code, out, err } = await modelfolio('feed', 'import', ...args);
      expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
      expect(err).toContain(sentence);
    }
  }, 240_000);
});
