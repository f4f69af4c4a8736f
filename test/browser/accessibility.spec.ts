import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';

let screens: TestConsole;
let paths: string[];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PER_VIEW_MS = 120_000;

beforeAll(async () => {
  screens = await startConsole();
  paths = await everyScreen(screens);
}, PER_VIEW_MS);
afterAll(() => screens.stop());

/** Every route, those of one thing with a real one. */
async function everyScreen({ app }: TestConsole): Promise<string[]> {
  const first = async (path: string): Promise<Record<string, string>> =>
    (await app.http.get(path).set(app.as('admin'))).body.items[0];
  const [model, tool, flag] = await Promise.all(['/v1/models', '/v1/tools', '/v1/flags'].map(first));
  const releases = (await app.http.get('/v1/releases?limit=2').set(app.as('admin'))).body.items;
  const ids = releases.map(({ id }: { id: string }) => id).join(',');
  return [
    ...['/', '/flags', `/flags?open=${flag?.['id']}`, '/notifications', '/models', `/models/${model?.['id']}`],
    ...['/tools', `/tools/${tool?.['id']}`, '/gpu-pools', '/gpu-pools?open=new', '/catalogue'],
    ...[
      `/catalogue/${releases[0].id}`,
      `/catalogue/${releases[0].id}?dialog=register`,
      `/compare?ids=${ids}`,
      '/compare',
    ],
    ...['/feeds', '/feeds/gpustack', '/quarantine', '/lock-in', '/lock-in?view=what-if', '/lock-in?view=drill'],
    ...[
      '/policy',
      '/policy?dialog=propose',
      '/audit',
      '/people',
      '/people?dialog=new',
      '/tokens',
      '/tokens?dialog=new',
    ],
    ...['/webhooks', '/webhooks?dialog=new', '/jobs', '/no-such-page'],
  ];
}

describe.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 360 },
] as const)('every screen in $theme at $width px', ({ theme, width }) => {
  it(
    'has no violation of WCAG 2.2 AA, fits its width and is not refused by the CSP',
    async () => {
      const page = await screens.open('admin', '/', { theme, width });
      const found: string[] = [];
      for (const path of paths) {
        await show(page, path);
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        for (const { id, nodes } of violations) found.push(`${path} ${id}: ${nodes[0]?.html.slice(0, 160)}`);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (beyond > 0) found.push(`${path} is ${beyond} px too wide`);
      }
      expect(found).toEqual([]);
      expect(screens.complaints).toEqual([]);
    },
    PER_VIEW_MS,
  );
});

it('shows the sign-in to nobody, without a violation', async () => {
  const page = await screens.open(undefined, '/models');
  expect(await page.textContent('h1')).toBe('Sign in to Modelfolio');
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
