import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../src/config/project-root.js';
import { registerAssessCommand } from '../src/replacement/assess.command.js';
import { Assessor } from '../src/replacement/assessor.js';
import type { TestApp } from './support/app.js';
import { startDemoApp } from './support/demo.js';
import { pointersOf } from './support/portfolio.js';

const read = (path: string): Promise<string> => readFile(join(projectRoot(), path), 'utf8');

describe('what documents say of the demo portfolio', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startDemoApp();
  });
  afterAll(() => app.stop());

  async function printed(...args: string[]): Promise<string> {
    const lines: string[] = [];
    const program = new Command();
    registerAssessCommand(program, {
      withApp: (work) => work(app.app),
      withScratchApp: () => Promise.reject(new Error('no scratch database is needed')),
      print: (line) => void lines.push(line),
    });
    await program.parseAsync(['assess', ...args], { from: 'user' });
    return lines.join('\n');
  }

  it('is what the command prints that they name', async () => {
    const text = await read('docs/how-the-score-works.md');
    const [, tool = '', release = ''] = /^modelfolio assess --tool "([^"]+)" --release (\S+)$/m.exec(text) ?? [];
    const [, example] = /^```text\n([\s\S]+?)\n```$/m.exec(text) ?? [];
    expect(await printed('--tool', tool, '--release', release)).toBe(example);
    await expect(printed('--tool', 'none', '--release', release)).rejects.toThrow('There is no tool "none".');
    await expect(printed('--tool', tool, '--release', 'none')).rejects.toThrow(/No release/);
  });

  it('are flags that are raised, word for word', async () => {
    await app.app.get(Assessor, { strict: false }).assess();
    const { body } = await app.http.get('/v1/flags?active=true&limit=100').set(app.as('auditor'));
    const raised = body.items.map(({ severity, title }: { severity: string; title: string }) => `${severity} ${title}`);
    const told = (await read('README.md')).match(/^(INFO|WARN|FAIL) .+ (\d+ candidates?|could replace .+)$/gm) ?? [];
    expect(told.length).toBeGreaterThan(2);
    expect(raised).toEqual(expect.arrayContaining(told));
  });

  it('judges as of any day in the past: with the releases and the portfolio of that day', async () => {
    const { body } = await app.http.get('/v1/tools?q=Credit memo summariser').set(app.as('auditor'));
    const candidates = (asOf: string) =>
      app.http.get(`/v1/tools/${body.items[0].id}/candidates?q=gemma-4&asOf=${asOf}`).set(app.as('auditor'));
    const keys = async (asOf: string): Promise<string[]> =>
      (await candidates(asOf)).body.items.map(({ release }: { release: { key: string } }) => release.key);
    expect(await keys('2026-03-01')).toEqual([]);
    expect((await keys('2026-11-01'))[0]).toBe('google/gemma-4-31B-it');
    expect(await keys('2026-11-01T00:00:00Z')).toEqual(await keys('2026-10-31'));
    expect((await candidates('2024-01-01')).body.code).toBe('tool-without-model');
    for (const odd of ['2999-01-01', '2026-02-30', '20260630', '2026-W05', 'yesterday']) {
      const answer = await candidates(odd);
      expect([odd, answer.status, pointersOf(answer.body)]).toEqual([odd, 400, [expect.stringContaining('asOf')]]);
    }
  });
});
