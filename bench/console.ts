/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { startConsole } from '../test/support/console.js';
import type { TestConsole } from '../test/support/console.js';
import { startTestServer, stopTestServer } from '../test/support/test-server.js';

/** The console's gates, measured in a real browser; ends with exit code 1 when one is missed. */
const GATES = { initialJsKb: 200, firstListMs: 1000, filterToRowsMs: 100 };
const SLOWER = 4;
const LOADS = 7;
const CLASSES = ['OSI_PERMISSIVE', 'PERMISSIVE_WITH_CONDITIONS', 'COMMUNITY_RESTRICTED', 'RESEARCH_ONLY', 'UNKNOWN'];
const COUNTRIES = ['vendor=google', 'vendor=alibaba', 'vendor=deepseek', 'vendor=mistral'];

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0;

/** Kilobytes of script, compressed, that the first page asks for before any screen. */
function initialScript(): number {
  const html = readFileSync(join('web', 'dist', 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file ?? '');
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join('web', 'dist', file))).length, 0) / 1024;
}

/** Milliseconds from the navigation to the first row that can be clicked. */
async function firstList(screens: TestConsole): Promise<number> {
  const page = await screens.open('manager', '/policy');
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto('/models');
  await page.waitForSelector('tbody tr a');
  const taken = await page.evaluate(() => performance.now());
  await page.context().close();
  return taken;
}

/** Milliseconds from a click on a filter's chip to the rows without it, as the page itself sees them. */
async function filterToRows(page: Page, filter: string, vendor: string): Promise<number> {
  await page.goto(`/catalogue?licenceClass=${filter}&${vendor}`);
  await page.waitForFunction(() => document.querySelector('tbody tr, h2') !== null);
  await page.evaluate(() => {
    const main = document.querySelector('main');
    const said = (): string => main?.querySelector('footer [role="status"]')?.textContent ?? '';
    const before = said();
    document.addEventListener('pointerdown', () => Object.assign(window, { began: performance.now() }), {
      capture: true,
      once: true,
    });
    new MutationObserver(() => {
      if (said() !== before && !('ended' in window)) Object.assign(window, { ended: performance.now() });
    }).observe(main ?? document.body, { subtree: true, childList: true, characterData: true });
  });
  await page
    .getByRole('button', { name: /Licence/ })
    .first()
    .click();
  await page.waitForFunction(() => 'ended' in window);
  return page.evaluate(() => Number(Reflect.get(window, 'ended')) - Number(Reflect.get(window, 'began')));
}

await startTestServer();
const screens = await startConsole();
try {
  const loads: number[] = [];
  for (let load = 0; load < LOADS; load += 1) loads.push(await firstList(screens));
  const page = await screens.open('manager', '/catalogue');
  const filters: number[] = [];
  for (const vendor of COUNTRIES) for (const each of CLASSES) filters.push(await filterToRows(page, each, vendor));
  const rows = [
    ['initial JavaScript, kB gzip', initialScript(), GATES.initialJsKb],
    [`first list usable, ms at ${SLOWER} × slower, median of ${LOADS}`, quantile(loads, 0.5), GATES.firstListMs],
    [`filter to rows, ms, p95 of ${filters.length}`, quantile(filters, 0.95), GATES.filterToRowsMs],
  ] as const;
  for (const [name, value, gate] of rows) {
    process.stdout.write(`${value <= gate ? 'ok  ' : 'OVER'}  ${name}: ${value.toFixed(1)} (gate ${gate})\n`);
    if (value > gate) process.exitCode = 1;
  }
} finally {
  await screens.stop();
  await stopTestServer();
}
