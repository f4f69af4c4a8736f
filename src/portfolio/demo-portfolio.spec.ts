import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '../kernel/domain-error.js';
import { demoPortfolioPath, readDemoPortfolio } from './demo-portfolio.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modelfolio-portfolio-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function refusal(text: string): Promise<DomainError> {
  const file = join(folder, 'portfolio.json');
  await writeFile(file, text);
  return readDemoPortfolio(file).then(
    () => Promise.reject(new Error('It was read.')),
    (error: unknown) => {
      if (error instanceof DomainError) return error;
      throw error;
    },
  );
}

describe('a portfolio as a file', () => {
  it('is read as the bundled one is written', async () => {
    const { portfolio, sha256 } = await readDemoPortfolio();
    expect(portfolio.models.length).toBeGreaterThan(0);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['models/0/hosting', 'SOMEWHERE', '/models/0/hosting'],
    ['models/0/registeredAt', 'yesterday', '/models/0/registeredAt'],
    ['tools/0/usage/tokensPerMonth', -1, '/tools/0/usage/tokensPerMonth'],
    ['tools/0/colour', 'blue', '/tools/0/colour'],
    ['tools/0/primary', undefined, '/tools/0/primary'],
  ])('names %s when it is %j', async (path, value, pointer) => {
    const document = JSON.parse(await readFile(demoPortfolioPath(), 'utf8'));
    const keys = path.split('/');
    const last = String(keys.pop());
    keys.reduce((at, key) => at[key], document)[last] = value;
    const error = await refusal(JSON.stringify(document));
    expect(error.code).toBe('invalid-portfolio-file');
    expect(error.errors.map((each) => each.pointer)).toEqual([pointer]);
    expect(error.message).toContain(pointer);
  });

  it.each(['', '{"models": ', '[]', 'null'])('refuses %j', async (text) => {
    expect((await refusal(text)).code).toBe('invalid-portfolio-file');
  });
});
