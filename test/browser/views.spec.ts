import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, settled, show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';
import { button, choose, dialog, told, writeDate } from '../support/hands.js';
import { everyScreen } from '../support/screens.js';

jest.setTimeout(PATIENCE_MS);
let screens: TestConsole;
let paths: ReadonlyMap<string, string>;

beforeAll(async () => {
  screens = await startConsole();
  paths = new Map((await everyScreen(screens.app)).map(({ name, path }) => [name, path]));
}, PATIENCE_MS);
afterAll(() => screens.stop());

const pathOf = (name: string): string => paths.get(name) ?? '/no-such-screen';
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const chosen = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
const rowsOf = (page: Page) => page.locator('main tbody tr');
const asked = async (path: string) => (await screens.app.http.get(path).set(screens.app.as('auditor'))).body;

async function exported(page: Page): Promise<Record<string, string>[]> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).first().click();
  return parse(await readFile(await (await download).path(), 'utf8'), { columns: true });
}

describe('a view', () => {
  it('is where each number of the dashboard leads, already filtered', async () => {
    const page = await screens.open('tool-owner', '/');
    const { openFlags, modelsInUse } = await asked('/v1/dashboard');
    await page.getByRole('link', { name: 'Models in use' }).click();
    await page.waitForURL(/lifecycle=IN_USE/);
    await page.getByText(`${modelsInUse} of ${modelsInUse} models`).waitFor();
    await show(page, '/');
    await page.getByRole('link', { name: `${openFlags.WARN} warn` }).click();
    await page.waitForURL(/severity=WARN/);
    await page.getByText(`${openFlags.WARN} of ${openFlags.WARN} flags`).waitFor();
  });

  it('is narrowed by one of many, called by its name, and the way back undoes it', async () => {
    const page = await screens.open('auditor', '/tools');
    const all = await rowsOf(page).count();
    await button(page, '+ Filter').click();
    await page.getByRole('menuitem', { name: 'Model' }).hover();
    await page.getByRole('searchbox', { name: 'Find: Model' }).fill('Gemma');
    await page.getByRole('menuitem', { name: /^Gemma 3 27B/ }).click();
    await page.waitForURL(/model=[0-9a-f-]{36}/);
    await button(page, /^Model Gemma 3 27B/).waitFor();
    await page.waitForFunction((before) => document.querySelectorAll('main tbody tr').length < before, all);
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('model'));
    await page.waitForFunction((before) => document.querySelectorAll('main tbody tr').length === before, all);
  });

  it('shows the columns that were asked for, the rare ones too, and keeps them in the address', async () => {
    const page = await screens.open('auditor', '/catalogue');
    const heading = page.getByRole('columnheader', { name: 'Licence terms' });
    expect(await heading.count()).toBe(0);
    await button(page, 'Columns').click();
    await page.getByRole('menuitemcheckbox', { name: 'Licence terms' }).click();
    await heading.waitFor();
    await page.keyboard.press('Escape');
    expect(chosen(page, 'hide')).not.toContain('licence-id');
    await page.reload();
    await settled(page);
    await heading.waitFor();
  });

  it('is exported with exactly its rows', async () => {
    const page = await screens.open('tool-owner', '/flags?mine=true');
    const shown = await page.locator('section[aria-label="Flags"] li').count();
    expect((await exported(page)).map(({ state }) => state)).toEqual(Array(shown).fill('OPEN'));
    const vendor = 'google';
    await show(page, `/catalogue?vendor=${vendor}&compare=x&hide=none`);
    const { total } = await asked(`/v1/releases?vendor=${vendor}`);
    const rows = await exported(page);
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map((row) => row['vendor']))).toEqual(new Set([vendor]));
  });

  it('counts the rows of a long export, and says why one is refused', async () => {
    const page = await screens.open('auditor', '/tools');
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/v1/tools.csv*', async (route) => {
      await held;
      await route.continue();
    });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    await page.getByRole('progressbar', { name: 'Receiving tools.csv' }).filter({ hasText: '0 of 30' }).waitFor();
    letGo();
    expect((await download).suggestedFilename()).toBe('tools.csv');
    await page.unroute('**/v1/tools.csv*');
    await page.route('**/v1/tools.csv*', (route) =>
      route.fulfill({
        status: 429,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          status: 429,
          title: 'Too Many Requests',
          code: 'rate-limited',
          instance: '/requests/7',
        }),
      }),
    );
    await page.getByRole('link', { name: 'CSV' }).click();
    await page.getByRole('alert').filter({ hasText: 'Too Many Requests /requests/7' }).waitFor();
  });
});

describe('what a person reads', () => {
  it('is each gate and each term of a flag, with its inputs and where they were read', async () => {
    const page = await screens.open('tool-owner', pathOf('flag'));
    const judged = region(page, 'How it was judged');
    await judged.getByText('Context', { exact: true }).click();
    await judged.getByText('tokens', { exact: false }).first().waitFor();
    await judged.locator('details[open] dl time').first().waitFor();
    for (const gate of ['Capability', 'Licence', 'Hosting', 'Memory', 'Language', 'Origin', 'Maturity', 'Support'])
      expect([gate, await judged.locator('summary').filter({ hasText: gate }).count()]).not.toEqual([gate, 0]);
    await judged.getByText('What would change it').waitFor();
  });

  it('is a run of the golden set, champion against challenger, on the request that it speaks for', async () => {
    const page = await screens.open('validator', pathOf('swap-request-judged'));
    const row = region(page, 'Champion against challenger').getByRole('row').nth(1);
    for (const text of ['Not worse', 'Mistral Small 3.2', '81.2 / 84.6', '+3.4 ± 2.1', '820 / 760'])
      await row.filter({ hasText: text }).waitFor();
  });

  it('is the line of a model in time, with its own place in it', async () => {
    const { items } = await asked('/v1/models?q=DeepSeek');
    const page = await screens.open('auditor', `/models/${items[0].id}`);
    await region(page, 'Versions in time').first().getByRole('link', { name: 'all of it' }).click();
    await page.waitForURL(/family=deepseek/);
    await button(page, /^Vendor DeepSeek/).waitFor();
  });

  it('is which model served a tool on a day that was written or taken from the calendar', async () => {
    const { items } = await asked('/v1/tools?q=Annual report');
    const page = await screens.open('auditor', `/tools/${items[0].id}`);
    const answer = page.getByRole('status').filter({ hasText: 'At the end of that day' });
    await answer.filter({ hasText: 'MiniMax M1 served it' }).waitFor();
    await writeDate(page, 'As of', '2025-01-15');
    await answer.filter({ hasText: 'no model served it' }).waitFor();
    expect(chosen(page, 'asOf')).toBe('2025-01-15');
    await page.getByRole('button', { name: /^Calendar/ }).click();
    await dialog(page)
      .getByRole('button', { name: /20 January 2025/ })
      .click();
    await page.waitForURL(/asOf=2025-01-20/);
  });
});

describe('what a person does', () => {
  it('marks releases in the catalogue and compares them', async () => {
    const page = await screens.open('platform', '/catalogue?q=gemma-3');
    const marks = page.getByRole('checkbox', { name: /^Compare / });
    await marks.nth(0).press('Space');
    await page.getByText('Mark one more to compare').waitFor();
    await marks.nth(1).press('Space');
    await page.getByRole('link', { name: 'Compare 2 releases' }).click();
    await region(page, 'Comparison').waitFor();
    expect(await page.getByRole('button', { name: /^Remove / }).count()).toBe(2);
  });

  it('opens a dismissed flag again', async () => {
    const page = await screens.open('tool-owner', '/flags?mine=true');
    await page.locator('article h2').first().waitFor();
    await button(page, /^Dismiss/).click();
    await choose(page, 'Reason', /Already planned/);
    await dialog(page).getByRole('textbox', { name: 'Comment' }).fill('In the plan of the next quarter.');
    await dialog(page).getByRole('button', { name: 'Dismiss' }).click();
    await told(page, /Dismissed for/);
    await region(page, 'Tools')
      .getByText(/Dismissed, already planned/)
      .first()
      .waitFor();
    await button(page, 'Open again').click();
    await dialog(page).getByRole('button', { name: 'Open again' }).click();
    await told(page, /Open again for/);
  });

  it('finds actions in the palette, those alone that are theirs', async () => {
    const actions = async (account: 'platform' | 'auditor'): Promise<number> => {
      const page = await screens.open(account, '/');
      await page.keyboard.press('Control+k');
      await dialog(page).getByRole('searchbox').fill('tool');
      await page.getByRole('menuitem', { name: /^Tools/ }).waitFor();
      return page.getByRole('menuitem').filter({ hasText: 'Register a tool' }).count();
    };
    expect([await actions('platform'), await actions('auditor')]).toEqual([1, 0]);
  });
});

it('left nothing refused by the CSP and no error uncaught', () => {
  expect(screens.complaints).toEqual([]);
});
