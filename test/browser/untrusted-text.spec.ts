import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, settled, show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';
import { button, dialog } from '../support/hands.js';
import { everyScreen } from '../support/screens.js';
import type { Screen } from '../support/screens.js';

jest.setTimeout(PATIENCE_MS);
let screens: TestConsole;
let all: readonly Screen[];

const PAYLOADS = [
  `<img src=x onerror="window.executed='img'">`,
  `"><svg onload="window.executed='svg'"></svg>`,
  `<script>window.executed='script'</script>`,
  `javascript:window.executed='link'`,
] as const;

beforeAll(async () => {
  screens = await startConsole();
  all = await everyScreen(screens.app);
});
afterAll(() => screens.stop());

/** What ran although it was only text, and what of it became a part of the page. */
const harm = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = [
      ...document.querySelectorAll('#root img:not([src="/favicon.svg"]), #root script, [onerror], [onload]'),
    ];
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
      ({ href }) => !/^(https?:|data:text\/csv;)/.test(href),
    );
    const ran = 'executed' in window ? [`ran: ${String(window.executed)}`] : [];
    return [...ran, ...[...found, ...links].map((each) => each.outerHTML)];
  });

/** Writes the text into every field that takes one, with the keyboard's own events. */
async function fillAll(page: Page, text: string): Promise<number> {
  const fields = page
    .locator('main, [role="dialog"]')
    .locator('input[type="text"], input[type="search"], input:not([type]), textarea, input[type="url"]');
  let filled = 0;
  for (const one of await fields.all()) {
    if (!(await one.isVisible()) || !(await one.isEditable())) continue;
    await one.fill(text);
    filled += 1;
  }
  return filled;
}

it('shows what is typed into any field as text, refused or kept', async () => {
  let filled = 0;
  for (const account of new Set(all.map((each) => each.account))) {
    const page = await screens.open(account, '/');
    for (const { path } of all.filter((each) => each.account === account)) {
      await show(page, path);
      for (const text of PAYLOADS) filled += await fillAll(page, text);
      await settled(page);
      const submit = dialog(page).locator('button[type="submit"]:not([disabled])');
      if ((await submit.count()) > 0) {
        await submit.first().click();
        await page.waitForFunction(
          () => document.querySelector('[role="alert"]') ?? !document.querySelector('[role="dialog"] [type="submit"]'),
        );
      }
      expect([path, await harm(page)]).toEqual([path, []]);
    }
    await page.context().close();
  }
  expect(filled).toBeGreaterThan(60);
});

it('puts what stands in the address on the page as text', async () => {
  const page = await screens.open('admin', '/');
  for (const path of ['/models', '/catalogue', '/flags', '/audit', '/compare', '/lock-in', '/people', '/swap-requests'])
    for (const text of PAYLOADS) {
      const name = ['q', 'hide', 'sort', 'open', 'ids', 'asOf', 'kind', 'view', 'swaps'];
      const search = new URLSearchParams(name.map((each) => [each, text]));
      await show(page, `${path}?${search}`);
      expect([path, text, await harm(page)]).toEqual([path, text, []]);
    }
  await show(page, '/models');
  await button(page, 'Columns').waitFor();
});

it('left nothing for the CSP to refuse: no such text reached a place where it could run', () => {
  expect(screens.complaints).toEqual([]);
});
