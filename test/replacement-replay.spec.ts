import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { listed } from './support/flags.js';

const payload = (...releases: string[]): string => `model_sets:\n${releases.join('\n')}\n`;

describe('modelfolio replay', () => {
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'modelfolio-replay-'));
    const gemma3 = listed('google/gemma-3-27b-it', 27.4, '2025-03-12');
    const gemma4 = listed('google/gemma-4-31B-it', 31, '2026-04-02');
    for (const [day, text] of [
      ['2025-09-20', payload(gemma3)],
      ['2026-05-01', payload(gemma3, gemma4)],
    ] as const) {
      await mkdir(join(folder, 'gpustack', day), { recursive: true });
      await writeFile(join(folder, 'gpustack', day, 'model-catalog.yaml'), text);
    }
    await writeFile(
      join(folder, 'truth.csv'),
      'in use,successor\ngoogle/gemma-3-27b-it,google/gemma-4-31B-it\nQwen/QwQ-32B,Qwen/Qwen3-32B\n',
    );
  });

  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const replay = async (...args: string[]): Promise<{ out: string; err: string; code: number | null }> => {
    const child = spawn(
      process.execPath,
      ['test/support/cli.js', 'replay', '--portfolio', 'seeds/demo-portfolio.json', ...args],
      {
        env: {
          PATH: process.env['PATH'],
          NODE_ENV: 'test',
          SECRET_KEY: 'a secret of the tests, long enough for all',
          DATABASE_URL: database.url,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    await once(child, 'close');
    return { out, err, code: child.exitCode };
  };

  it('raises the successor as somebody would have seen it who looks daily, and leaves no database behind', async () => {
    const args = ['--payloads', folder, '--until', '2026-06-01', '--truth', join(folder, 'truth.csv')];
    const { out, err, code } = await replay(...args);
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('| 2026-04-16 | google/gemma-3-27b-it | google/gemma-4-31B-it | 1 | 2026-04-02 | 14 | NEWER');
    expect(out).toContain('Recall at 1: 1/2 = 0.50; at 3: 1/2 = 0.50.');
    expect(out).toMatch(/Qwen\/QwQ-32B \| Qwen\/Qwen3-32B \| – \| – \| No payload shows the release in use/);
    const open = await database.open();
    const left = await open.dataSource.query(
      `SELECT datname FROM pg_database WHERE datname LIKE 'modelfolio_scratch_%'`,
    );
    expect(left).toEqual([]);
  });

  it('says in one sentence what it cannot work with', async () => {
    const { err, code } = await replay('--payloads', folder, '--until', '2020-01-01');
    expect({ code, err: err.trim() }).toEqual({
      code: 1,
      err: expect.stringContaining('there is no payload of a feed'),
    });
  });
});
