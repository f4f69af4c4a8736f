import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';
import { everyScreen } from '../support/screens.js';
import type { Screen } from '../support/screens.js';

jest.setTimeout(2 * PATIENCE_MS);
let screens: TestConsole;
let all: readonly Screen[];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

beforeAll(async () => {
  screens = await startConsole();
  all = await everyScreen(screens.app);
});
afterAll(() => screens.stop());

/** The themes differ in colour alone, so that the dark one is asked for contrast alone. */
async function violationsOf(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  // The options come first: they would take back which rules are asked for.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (theme === 'light' ? axe.withTags(TAGS) : axe.withRules('color-contrast')).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

async function examine(page: Page, { name, path, press }: Screen): Promise<string[]> {
  const found: string[] = [];
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await show(page, path);
  if (press) await page.keyboard.press(press);
  if (press) await page.getByRole('dialog').waitFor();
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForFunction((wanted) => document.documentElement.dataset['theme'] === wanted, theme);
      found.push(...(await violationsOf(page, theme)).map((each) => `${name} ${theme} ${width} px ${each}`));
    }
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (beyond > 0) found.push(`${name} is ${beyond} px too wide for ${width} px`);
  }
  return found;
}

it.each(['tool-owner', 'platform', 'validator', 'manager', 'auditor', 'admin'] as const)(
  'screens of %s have no violation of WCAG 2.2 AA, light and dark, at 1280 and 360 px; they fit and the CSP refuses nothing',
  async (account) => {
    const own = all.filter((screen) => screen.account === account);
    const page = await screens.open(account, '/');
    const found: string[] = [];
    for (const screen of own) found.push(...(await examine(page, screen)));
    expect(own.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
    expect(screens.complaints).toEqual([]);
  },
);

it('knows every route of the console', async () => {
  const router = await readFile('web/src/router.tsx', 'utf8');
  const routes = [...router.matchAll(/page\('([^']+)'/g)].map(([, path = '']) => path);
  expect(routes.length).toBeGreaterThan(20);
  const shown = all.map(({ path }) => path.split('?')[0] ?? '');
  const pattern = (route: string) => new RegExp(`^${route.replaceAll(/\$\w+/g, '[^/]+')}$`);
  expect(routes.filter((route) => !shown.some((path) => pattern(route).test(path)))).toEqual([]);
});

it('finds what is wrong when something is', async () => {
  const page = await screens.open('auditor', '/jobs');
  expect(await page.textContent('main')).toContain('You may not see this');
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="/favicon.svg"><button></button>'));
  expect((await violationsOf(page, 'light')).map((each) => each.split(':')[0])).toEqual(
    expect.arrayContaining(['image-alt', 'button-name']),
  );
});

it('shows the sign-in to nobody, without a violation', async () => {
  const page = await screens.open(undefined, '/models');
  expect(await page.textContent('h1')).toBe('Sign in to Modelfolio');
  expect(await violationsOf(page, 'light')).toEqual([]);
});
