import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import type { RegisterCommand } from '../src/config/command.js';
import { registerDrillCommand } from '../src/lock-in/drill.command.js';
import { registerReportCommand } from '../src/lock-in/report.command.js';
import type { TestApp } from './support/app.js';
import { startDemoApp } from './support/demo.js';

let app: TestApp;
beforeAll(async () => {
  app = await startDemoApp();
});
afterAll(() => app.stop());

/** Runs a command on the application of the test and returns what it prints. */
async function printed(register: RegisterCommand, args: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  register(program, {
    withApp: (work) => work(app.app),
    withScratchApp: () => Promise.reject(new Error('not asked for')),
    print: (line) => lines.push(line),
  });
  await program.parseAsync([...args], { from: 'user' });
  return lines.join('\n');
}

const asked = async (path: string): Promise<unknown> =>
  (await app.http.get(path).set(app.as('manager')).expect(200)).body;

describe('modelfolio drill', () => {
  it('prints what stops, how much work leaving is, and where each tool would go', async () => {
    const out = await printed(registerDrillCommand, ['drill', '--vendor', 'alibaba']);
    expect(out).toMatch(/^Without Alibaba, 7 tools would stop: \d of high, \d of medium, \d of low materiality\.\n/);
    expect(out).toContain('Without a tested fallback: 100');
    expect(out).toContain('To leave: 57 person-days; 0 tools without an estimate.');
    expect(out.match(/^(HIGH|MEDIUM|LOW) +.+ on Qwen3 .+: tested fallback no, .+, next: .+$/gm)).toHaveLength(7);
    expect(await printed(registerDrillCommand, ['drill', '--country', 'AQ'])).toMatch(/^Nothing stops without /);
  });

  it('prints as JSON what the API answers', async () => {
    const out = await printed(registerDrillCommand, ['drill', '--licence-class', 'OSI_PERMISSIVE', '--json']);
    expect(JSON.parse(out)).toEqual(await asked('/v1/lock-in/exit-drill?licenceClass=OSI_PERMISSIVE'));
  });

  it('takes exactly one shock, a class that exists and a day that does', async () => {
    for (const [wrong, says] of [
      [[], 'exactly one'],
      [['--vendor', 'alibaba', '--country', 'CN'], 'exactly one'],
      [['--licence-class', 'FREE'], 'OSI_PERMISSIVE'],
      [['--vendor', 'alibaba', '--as-of', 'yesterday'], 'YYYY-MM-DD'],
    ] as const)
      await expect(printed(registerDrillCommand, ['drill', ...wrong])).rejects.toThrow(says);
  });
});

describe('modelfolio report', () => {
  it('prints the figures that the manual works out', async () => {
    const day = ['--as-of', '2026-11-23'];
    const report = await printed(registerReportCommand, ['report', ...day]);
    const drill = await printed(registerDrillCommand, ['drill', '--vendor', 'alibaba', ...day]);
    const manual = readFileSync('docs/how-lock-in-is-measured.md', 'utf8').replaceAll(/(?<=\d),(?=\d{3})/g, '');
    const figures = [
      /Alibaba +\d+ +(\d+\.\d)/,
      /China +\d+ +(\d+\.\d)/,
      /Vendor group +HHI (\d+) \(floor (\d+)\), effective number (\d\.\d+), .*top three (\d+\.\d)/,
      /Country +HHI (\d+) \(floor (\d+)\)/,
      /Highly complex +(\d+ tools), weight (\d+)/,
      /exit readiness (\d\.\d{4})/,
      /vendor group 0\.5 · c\((\d\.\d{4}), 0\.4\) = 0\.5 · (\d\.\d{4})/,
      /country +0\.25 · c\((\d\.\d{4}), 0\.8\) = 0\.25 · (\d\.\d{4})/,
      /Materiality +index (\d+\.\d) = 100 · \(0\.4 · (\d\.\d{4}) .*floor (\d\.\d)/,
      /To leave: (\d+)/,
      /Longest single item: (evaluation) .*, (\d+) person-days/,
    ].map((figure) => figure.exec(`${report}\n${drill}`)?.slice(1) ?? [String(figure)]);
    for (const figure of figures.flat()) expect(manual).toContain(figure);
  });

  it('prints the summary and the figures of the report, of an earlier day too', async () => {
    const out = await printed(registerReportCommand, ['report']);
    expect(out).toMatch(/^The lock-in index of 30 tools on 10 models is 48\.\d of 100/);
    expect(out).toMatch(/Alibaba +15 +/);
    const before = JSON.parse(await printed(registerReportCommand, ['report', '--as-of', '2020-01-01', '--json']));
    expect(before.scope).toMatchObject({ models: 0, vendors: 0 });
  });
});
