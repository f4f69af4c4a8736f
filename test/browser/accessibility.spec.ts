import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { LocalAccountName } from '../../src/identity/domain/local-accounts.js';
import { show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';

let screens: TestConsole;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const ALL_MS = 240_000;
type Screen = readonly [account: LocalAccountName, path: string];

beforeAll(async () => {
  screens = await startConsole();
}, ALL_MS);
afterAll(() => screens.stop());

/** Every route, those of one thing with a real one, dialogs by somebody who may open them. */
async function everyScreen({ app }: TestConsole): Promise<Screen[]> {
  const first = async (path: string): Promise<string> =>
    (await app.http.get(path).set(app.as('admin'))).body.items[0].id;
  const [model, tool, flag] = await Promise.all(['/v1/models', '/v1/tools', '/v1/flags?active=true'].map(first));
  const releases = (await app.http.get('/v1/releases?limit=2').set(app.as('admin'))).body.items;
  const ids = releases.map(({ id }: { id: string }) => id).join(',');
  const [release] = releases;
  const of = (account: LocalAccountName, ...paths: string[]): Screen[] => paths.map((path) => [account, path]);
  return [
    ...of('tool-owner', '/', '/flags', `/flags?open=${flag}`, '/notifications', `/tools/${tool}`),
    ...of('platform', '/models', `/models/${model}`, '/tools', '/gpu-pools', '/gpu-pools?open=new', '/catalogue'),
    ...of('platform', `/catalogue/${release.id}?dialog=register`, `/compare?ids=${ids}`, '/compare', '/feeds'),
    ...of('platform', '/feeds/gpustack', '/quarantine'),
    ...of('validator', `/catalogue/${release.id}`, `/catalogue/${release.id}?dialog=conclude`),
    ...of('manager', '/lock-in', '/lock-in?view=what-if', '/lock-in?view=drill', '/policy', '/policy?dialog=propose'),
    ...of('auditor', '/audit'),
    ...of(
      'admin',
      '/people',
      '/people?dialog=new',
      '/tokens',
      '/tokens?dialog=new',
      '/webhooks',
      '/webhooks?dialog=new',
    ),
    ...of('admin', '/jobs', '/no-such-page'),
  ];
}

/** The themes differ in colour alone, so that the dark one is asked for contrast alone. */
async function violationsOf(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  const axe =
    theme === 'light' ? new AxeBuilder({ page }).withTags(TAGS) : new AxeBuilder({ page }).withRules('color-contrast');
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

async function examine(page: Page, path: string): Promise<string[]> {
  const found: string[] = [];
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await show(page, path);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForFunction((wanted) => document.documentElement.dataset['theme'] === wanted, theme);
      found.push(...(await violationsOf(page, theme)).map((each) => `${path} ${theme} ${width} px ${each}`));
    }
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (beyond > 0) found.push(`${path} is ${beyond} px too wide for ${width} px`);
  }
  return found;
}

it(
  'has no violation of WCAG 2.2 AA on any screen, light and dark, at 1280 and 360 px; fits; is not refused by the CSP',
  async () => {
    const all = await everyScreen(screens);
    const accounts = [...new Set(all.map(([account]) => account))];
    const found: string[] = [];
    for (const account of accounts) {
      const page = await screens.open(account, '/');
      for (const [, path] of all.filter(([own]) => own === account)) found.push(...(await examine(page, path)));
      await page.close();
    }
    expect(found).toEqual([]);
    expect(screens.complaints).toEqual([]);
  },
  ALL_MS,
);

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
