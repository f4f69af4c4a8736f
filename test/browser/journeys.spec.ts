import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settled, show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';

let screens: TestConsole;
const START_MS = 120_000;
const JOURNEY_MS = 60_000;

beforeAll(async () => {
  screens = await startConsole();
}, START_MS);
afterAll(() => screens.stop());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const choose = async (page: Page, label: string, option: string | RegExp): Promise<void> => {
  await button(page, new RegExp(label)).last().click();
  await page.getByRole('option', { name: option }).first().click();
};
const pick = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).fill(text);
  await page.getByRole('option').filter({ hasText: text }).first().click();
};
const toldOf = (page: Page, sentence: RegExp) => page.getByRole('status').filter({ hasText: sentence }).waitFor();

async function firstOf(path: string): Promise<Record<string, string>> {
  return (await screens.app.http.get(path).set(screens.app.as('admin'))).body.items[0];
}

async function flagOfToni(): Promise<{ id: string; title: string }> {
  const { body } = await screens.app.http.get('/v1/flags?mine=true&active=true').set(screens.app.as('tool-owner'));
  return body.items.find(({ candidate }: { candidate: unknown }) => candidate !== null);
}

describe('a platform engineer', () => {
  it(
    'registers a model from the catalogue, a validator approves it, and it becomes a fallback',
    async () => {
      const page = await screens.open('platform', '/catalogue');
      await page.getByPlaceholder('Search releases').fill('gpt-oss-20b');
      await page
        .getByRole('link', { name: /gpt-oss-20b/i })
        .first()
        .click();
      await button(page, 'Register as a model').click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Small gpt-oss');
      await page.getByRole('textbox', { name: 'Owner team' }).fill('ai-platform');
      await page.getByRole('dialog').getByRole('button', { name: 'Register' }).click();
      await toldOf(page, /Small gpt-oss is registered/);
      await page.getByRole('heading', { level: 1, name: 'Small gpt-oss' }).waitFor();

      const validator = await screens.open('validator', new URL(page.url()).pathname);
      await button(validator, 'Change lifecycle').click();
      await validator.getByRole('textbox', { name: 'Reason' }).fill('Checked by model validation.');
      await button(validator, 'Change').last().click();
      await toldOf(validator, /is now approved/);

      const { id } = await firstOf('/v1/tools?q=branch circular');
      await show(page, `/tools/${id}`);
      await button(page, 'Assign a model').click();
      await pick(page, 'Model', 'Small gpt-oss');
      await button(page, 'Assign').last().click();
      await toldOf(page, /Small gpt-oss now serves/);
      await page.getByRole('region', { name: 'Served by' }).filter({ hasText: 'Fallback, never tested' }).waitFor();
    },
    JOURNEY_MS,
  );

  it(
    'sees beside its field what the server refuses, and the focus goes there',
    async () => {
      const page = await screens.open('platform', '/gpu-pools?open=new');
      await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
      const summary = page.getByRole('dialog').getByRole('alert');
      await summary.waitFor();
      expect(await summary.evaluate((node) => node === document.activeElement)).toBe(true);
      expect(await page.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
    JOURNEY_MS,
  );
});

describe('a tool owner, by the keyboard alone', () => {
  it(
    'goes through the flags, snoozes one and reads it in the history',
    async () => {
      const page = await screens.open('tool-owner', '/flags?mine=true');
      const title = (): Promise<string | null> => page.locator('article h2').first().textContent();
      await page.locator('article h2').first().waitFor();
      const before = await title();
      await page.keyboard.press('j');
      await page.waitForURL(/open=/);
      await page.waitForFunction((old) => document.querySelector('article h2')?.textContent !== old, before);
      await page.keyboard.press('k');
      await page.waitForFunction((old) => document.querySelector('article h2')?.textContent === old, before);
      await page.keyboard.press('o');
      await page.getByRole('dialog').waitFor();
      await page.getByRole('textbox', { name: 'Comment' }).focus();
      await page.keyboard.type('After the budget round.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await toldOf(page, /Snoozed for \d tools?/);
      const history = page.getByRole('region', { name: 'History' });
      await history.getByText(/After the budget round/).waitFor();
    },
    JOURNEY_MS,
  );

  it(
    'finds anything by name, asks for the sheet of keys, and can switch single letters off',
    async () => {
      const page = await screens.open('tool-owner', '/models');
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('placeholder'))).toBe('Search models');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('Plain letter');
      await page.getByRole('menuitem', { name: /Plain letter writer/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/tools\//);
      await page.getByRole('heading', { level: 1, name: 'Plain letter writer' }).waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
      await page.getByRole('checkbox', { name: /Single-letter/ }).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog').count()).toBe(0);
    },
    JOURNEY_MS,
  );
});

describe('a swap', () => {
  it(
    'is asked for from a flag; whoever asked is told why they cannot approve',
    async () => {
      const { id } = await flagOfToni();
      const page = await screens.open('tool-owner', `/flags?open=${id}`);
      await button(page, /Dismiss/).waitFor();
      await page.getByRole('link', { name: 'Compare every value' }).waitFor();
      await page.keyboard.press('s');
      await page.getByRole('textbox', { name: 'Why' }).fill('Newer, same family.');
      await page.getByRole('textbox', { name: 'Way back' }).fill('Switch the gateway back; ten minutes.');
      await button(page, 'Save the draft').click();
      await page.waitForURL(/swap-requests\/[0-9a-f]/);
      await settled(page);
      await button(page, 'Run the checks').click();
      await page.getByRole('region', { name: 'What would change' }).filter({ hasText: 'Candidate' }).first().waitFor();
      await show(page, '/swap-requests');
      await page.getByRole('region', { name: 'Swap requests' }).filter({ hasText: 'Draft' }).waitFor();
      const manager = await screens.open('manager', '/approvals');
      await manager.locator('main').filter({ hasText: 'Nothing waits for you' }).waitFor();
    },
    JOURNEY_MS,
  );
});

describe('a manager', () => {
  it(
    'reads the report, drills an exit and asks what if; the address holds it all',
    async () => {
      const page = await screens.open('manager', '/lock-in');
      expect(await page.textContent('main')).toMatch(/Lock-in index/);
      await button(page, 'Exit drill').click();
      await toldOf(page, /were gone, \d+ tools would stop/);
      await button(page, 'What if').click();
      await pick(page, 'Tool', 'Plain letter writer');
      await pick(page, 'Moves to', 'Mistral');
      await button(page, 'Add the swap').click();
      await toldOf(page, /\d → \d/);
      const again = await screens.open('auditor', new URL(page.url()).pathname + new URL(page.url()).search);
      await toldOf(again, /\d → \d/);
    },
    JOURNEY_MS,
  );

  it(
    'proposes a policy that only a second manager can approve',
    async () => {
      const page = await screens.open('manager', '/policy');
      await button(page, 'Propose a change').click();
      await choose(page, 'Setting', /Minimum release age/);
      await page.getByRole('textbox', { name: 'New value' }).fill('30');
      await page.getByRole('textbox', { name: 'Reason' }).fill('Fewer early findings.');
      await button(page, 'Propose').last().click();
      await toldOf(page, /waits for a second manager/);
      await page.getByText('You proposed this change, so you cannot approve it.').waitFor();
      const second = await screens.open('manager-2', '/policy');
      await button(second, 'Approve').click();
      await toldOf(second, /approved and in force/);
      await second.getByText(/^Version 2,/).waitFor();
    },
    JOURNEY_MS,
  );
});

it(
  'an auditor verifies the chain and may not see what is not theirs',
  async () => {
    const page = await screens.open('auditor', '/audit');
    await button(page, 'Verify the chain').click();
    await toldOf(page, /Whole/);
    await show(page, '/jobs');
    await page.getByRole('alert').filter({ hasText: 'You may not see this' }).waitFor();
    await show(page, '/models/01900000-0000-7000-8000-000000000000');
    await page.getByRole('alert').filter({ hasText: 'There is nothing here' }).waitFor();
    await page.context().setOffline(true);
    await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href="/tools"]')?.click());
    await page
      .getByText(/cannot be reached/)
      .first()
      .waitFor();
  },
  JOURNEY_MS,
);

it(
  'shows text of others as text, wherever it stands',
  async () => {
    const payload = `<img src=x onerror="document.title='owned'"><b>bold</b>`;
    const { app } = screens;
    const made = await app.http.post('/v1/gpu-pools').set(app.as('platform')).send({
      name: payload,
      gpuType: payload,
      gpuCount: 8,
      memoryGbPerGpu: 80,
      hosting: 'IN_HOUSE',
      location: payload,
    });
    expect(made.text).toContain('onerror');
    expect(made.status).toBe(201);
    const tool = await firstOf('/v1/tools?mine=false');
    const { body } = await app.http.get(`/v1/tools/${tool['id']}`).set(app.as('platform'));
    const renamed = await app.http
      .patch(`/v1/tools/${tool['id']}`)
      .set({ ...app.as('platform'), 'if-match': `"${body.version}"` })
      .send({ name: payload.slice(0, 120), description: payload });
    expect(renamed.status).toBe(200);
    const page = await screens.open('admin', '/gpu-pools');
    for (const path of [
      '/gpu-pools',
      '/tools',
      `/tools/${tool['id']}`,
      '/',
      '/lock-in',
      '/audit',
      `/gpu-pools?q=${encodeURIComponent(payload)}`,
    ]) {
      await show(page, path);
      expect(await page.title()).not.toBe('owned');
      expect(await page.locator('main img').count()).toBe(0);
    }
    await show(page, '/gpu-pools');
    expect(await page.textContent('main')).toContain('<img src=x');
  },
  JOURNEY_MS,
);

it('nothing was refused by the CSP and no error was left uncaught', () => {
  expect(screens.complaints).toEqual([]);
});
