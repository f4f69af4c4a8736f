import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { registerCoverageCommand } from '../src/feeds/coverage.command.js';
import { CoverageReader, type CoveredFact } from '../src/feeds/coverage.reader.js';
import type { TestApp } from './support/app.js';
import { startDemoApp } from './support/demo.js';

const NAMED =
  'google alibaba deepseek openai moonshotai zai minimax meta mistral microsoft ibm nvidia aisingapore'.split(' ');

/** Least shares of the named vendors' releases; why the price stands below four in five: docs/adr/0009. */
const FLOORS: readonly (readonly [CoveredFact, number])[] = [
  ['date', 0.95],
  ['params', 0.95],
  ['context', 0.95],
  ['licence', 0.95],
  ['languages', 0.8],
  ['modalities', 0.9],
  ['capabilities', 0.9],
  ['architecture', 0.6],
  ['price', 0.75],
  ['adoption', 0.6],
  ['benchmark', 0.3],
];

describe('coverage of the bundled catalogue', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startDemoApp({ env: { WORKERS: 'false' } });
  }, 120_000);
  afterAll(() => test.stop());

  async function coverage(...args: readonly string[]): Promise<readonly string[]> {
    const lines: string[] = [];
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    registerCoverageCommand(program, {
      withApp: (work) => work(test.app),
      withScratchApp: () => Promise.reject(new Error('not needed')),
      print: (line) => lines.push(line),
    });
    await program.parseAsync(['catalogue', 'coverage', ...args], { from: 'user' });
    return lines;
  }

  it.each(FLOORS)('knows of the named vendors’ releases since 2025: %s, at least %s', async (fact, floor) => {
    const rows = (await test.app.get(CoverageReader).read('2025-01-01')).filter(({ slug }) => NAMED.includes(slug));
    expect(rows).toHaveLength(NAMED.length);
    const sum = (of: CoveredFact | 'releases'): number => rows.reduce((total, row) => total + row[of], 0);
    expect(sum(fact) / sum('releases')).toBeGreaterThanOrEqual(floor);
  });

  it('prints a row for each vendor that was asked for, and all together', async () => {
    const lines = await coverage('--vendors', 'openai, meta');
    expect(lines.slice(2).map((line) => line.split(' | ')[0])).toEqual(['| Meta', '| OpenAI', '| **all**']);
    expect((await coverage()).some((line) => line.startsWith('| **followed on the hub** |'))).toBe(true);
    expect((await coverage('--followed')).some((line) => line.startsWith('| **followed'))).toBe(false);
  });

  it('names the releases behind a gap, as many as the table lacks', async () => {
    const [lacking, row] = [await coverage('--missing', 'price'), (await coverage()).at(-1) ?? ''];
    expect(lacking.every((line) => / lacks .*\bprice\b/.test(line))).toBe(true);
    const releases = Number(row.split(' | ')[1]);
    const priced = (await test.app.get(CoverageReader).read('2025-01-01')).reduce((all, { price }) => all + price, 0);
    expect(lacking).toHaveLength(releases - priced);
    expect(await coverage('--vendors', 'openai', '--missing', 'date')).toEqual(['Every release has it: date.']);
  });

  it.each([
    [['--missing', 'colour'], 'Allowed choices'],
    [['--vendors', 'openai,no-such'], '"no-such"'],
    [['--since', 'yesterday'], '--since takes a day'],
    [['--followed', '--vendors', 'openai'], 'cannot be used with'],
  ])('refuses %j', async (args, sentence) => {
    await expect(coverage(...args)).rejects.toThrow(sentence);
  });
});
