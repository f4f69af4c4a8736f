import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, settled, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';
import { Keyboard, button, dialog, field, told } from '../support/hands.js';

jest.setTimeout(PATIENCE_MS);
let screens: TestConsole;

beforeAll(async () => {
  screens = await startConsole();
});
afterAll(() => screens.stop());

interface Flag {
  readonly id: string;
  readonly title: string;
  readonly candidate: unknown;
}

async function flagWithCandidate(): Promise<Flag> {
  const { body } = await screens.app.http.get('/v1/flags?mine=true&active=true').set(screens.app.as('tool-owner'));
  return body.items.find(({ candidate }: Flag) => candidate !== null);
}
const heading = (page: Page) => page.locator('article h2').first();

describe('a tool owner, by the keyboard alone', () => {
  it('goes through the flags, snoozes one and reads it in the history', async () => {
    const page = await screens.open('tool-owner', '/flags?mine=true');
    const keys = new Keyboard(page);
    const title = (): Promise<string | null> => heading(page).textContent();
    await heading(page).waitFor();
    const before = await title();
    await page.keyboard.press('j');
    await page.waitForURL(/open=/);
    await page.waitForFunction((old) => document.querySelector('article h2')?.textContent !== old, before);
    await page.keyboard.press('k');
    await page.waitForFunction((old) => document.querySelector('article h2')?.textContent === old, before);
    await page.keyboard.press('o');
    await keys.write(dialog(page).getByRole('textbox', { name: 'Comment' }), 'After the budget round.');
    await keys.press(dialog(page).getByRole('button', { name: 'Snooze' }));
    await told(page, /Snoozed for \d tools?/);
    await page
      .getByRole('region', { name: 'History' })
      .getByText(/After the budget round/)
      .waitFor();
  });

  it('triages a flag, compares, and asks for a swap with evidence', async () => {
    const { title } = await flagWithCandidate();
    const page = await screens.open('tool-owner', '/');
    const keys = new Keyboard(page);
    await keys.open('Flags');
    await keys.press(page.getByRole('button', { name: title }));
    await heading(page).filter({ hasText: title }).waitFor();
    await button(page, /Triage/).waitFor();
    await page.keyboard.press('t');
    await keys.press(dialog(page).getByRole('button', { name: 'Take into triage' }));
    await told(page, /In triage for/);
    await dialog(page).waitFor({ state: 'detached' });

    await keys.press(page.getByRole('link', { name: 'Compare every value' }));
    await page.getByRole('heading', { level: 1, name: 'Compare releases' }).waitFor();
    await keys.press(page.getByRole('checkbox', { name: 'Only differences' }), 'Space');
    await page.goBack();
    await heading(page).filter({ hasText: title }).waitFor();
    await button(page, /Dismiss/).waitFor();

    await page.keyboard.press('s');
    await keys.write(field(page, 'Why'), 'Newer, same family.');
    await keys.write(field(page, 'Way back'), 'Switch the gateway back; ten minutes.');
    await keys.press(button(page, 'Save the draft'));
    await page.waitForURL(/swap-requests\/[0-9a-f]{8}/);
    await settled(page);

    await keys.press(button(page, 'Attach a link'));
    await keys.write(field(page, 'Title'), 'Golden set, 400 cases');
    await keys.write(field(page, 'Address'), 'https://evidence.example/run/17');
    await keys.press(dialog(page).getByRole('button', { name: 'Attach', exact: true }));
    await told(page, /The link is attached/);
    const chooser = page.waitForEvent('filechooser');
    await keys.press(button(page, 'Attach a file'));
    const csv = Buffer.from('case,old,new\n1,0.8,0.9\n');
    await (await chooser).setFiles({ name: 'results.csv', mimeType: 'text/csv', buffer: csv });
    await told(page, /The file is attached/);
    const evidence = page.getByRole('region', { name: 'Evidence' });
    await evidence.getByRole('link', { name: 'results.csv' }).waitFor();
    await evidence.getByRole('link', { name: 'Golden set, 400 cases' }).waitFor();
    const download = page.waitForEvent('download');
    await keys.press(evidence.getByRole('link', { name: 'results.csv' }));
    expect((await download).suggestedFilename()).toBe('results.csv');
    await keys.press(button(page, 'Run the checks'));
    await page.getByRole('region', { name: 'Checks' }).getByText('2 piece(s) of evidence attached.').waitFor();
  });
});

it('told nothing wrong: no uncaught error, nothing refused by the CSP', () => {
  expect(screens.complaints).toEqual([]);
});
