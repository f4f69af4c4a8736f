import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, settled, show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';
import { Keyboard, button, dialog, field, isFocused, refused } from '../support/hands.js';

jest.setTimeout(PATIENCE_MS);
let screens: TestConsole;

beforeAll(async () => {
  screens = await startConsole();
});
afterAll(() => screens.stop());

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard' });
const gone = (page: Page) => dialog(page).waitFor({ state: 'detached' });

describe('the focus', () => {
  it('skips to the content with the first key, and follows to a new screen', async () => {
    const page = await screens.open('tool-owner', '/models');
    const keys = new Keyboard(page);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    expect(await isFocused(skip)).toBe(true);
    expect(await skip.evaluate((node) => node.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await isFocused(page.locator('main'))).toBe(true);
    await keys.press(page.getByRole('link', { name: 'DeepSeek R1' }));
    await page.getByRole('heading', { level: 1, name: 'DeepSeek R1' }).waitFor();
    expect(await isFocused(page.locator('main'))).toBe(true);
  });

  it('stays inside a dialog and returns to the button that opened it', async () => {
    const page = await screens.open('platform', '/gpu-pools');
    const keys = new Keyboard(page);
    const opener = button(page, 'Add a pool');
    await keys.press(opener);
    await dialog(page).waitFor();
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog(page).evaluate((node) => node.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await isFocused(opener)).toBe(true);
    await page.keyboard.press('Control+k');
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await isFocused(opener)).toBe(true);
  });

  it('goes to the summary of what was refused, and from there to the field', async () => {
    const page = await screens.open('admin', '/webhooks?dialog=new');
    const keys = new Keyboard(page);
    await keys.write(field(page, 'Receiver'), 'http://plain.example');
    await keys.press(dialog(page).getByRole('button', { name: 'Add', exact: true }));
    const summary = dialog(page).getByRole('alert');
    await summary.waitFor();
    expect(await isFocused(summary)).toBe(true);
    await keys.press(summary.getByRole('button', { name: 'Name' }));
    expect(await isFocused(field(page, 'Name'))).toBe(true);
  });
});

describe('the keys', () => {
  it('find anything by name, name themselves in a sheet, and can be switched off', async () => {
    const page = await screens.open('tool-owner', '/models');
    const keys = new Keyboard(page);
    await page.keyboard.press('/');
    expect(await isFocused(page.getByPlaceholder('Search models'))).toBe(true);
    await keys.open('Plain letter writer');
    await page.getByRole('heading', { level: 1, name: 'Plain letter writer' }).waitFor();
    await page.keyboard.press('?');
    await sheet(page).waitFor();
    await keys.press(page.getByRole('checkbox', { name: /Single-letter/ }), 'Space');
    await page.keyboard.press('Escape');
    await gone(page);
    for (const key of ['?', '/']) {
      await page.keyboard.press(key);
      expect(await dialog(page).count()).toBe(0);
    }
    await page.reload();
    await settled(page);
    await page.keyboard.press('?');
    expect(await dialog(page).count()).toBe(0);
    await page.keyboard.press('Control+k');
    await dialog(page).waitFor();
  });

  it('fold the navigation away, and it stays so', async () => {
    const page = await screens.open('tool-owner', '/models');
    const keys = new Keyboard(page);
    await keys.press(button(page, 'Navigation'));
    await page.getByRole('navigation').waitFor({ state: 'hidden' });
    await page.reload();
    await settled(page);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    await keys.press(button(page, 'Navigation'));
    await page.getByRole('navigation').waitFor();
  });
});

describe('what cannot be shown', () => {
  it('is said in words with the reference to quote: 404, 403 and an address that leads nowhere', async () => {
    const page = await screens.open('auditor', '/models/01900000-0000-7000-8000-000000000000');
    await refused(page, /There is nothing here.*\/requests\//s);
    await show(page, '/jobs');
    await refused(page, /You may not see this.*\/requests\//s);
    await show(page, '/no-such-page');
    await page.getByRole('link', { name: 'Go to the dashboard' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
  });

  it('is said to be the connection’s fault when there is none, and comes with it again', async () => {
    const page = await screens.open('auditor', '/models');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Tools', exact: false }).first().click();
    await page
      .getByText(/cannot be reached/)
      .first()
      .waitFor();
    await page.context().setOffline(false);
    await button(page, 'Try again').first().click();
    await page.getByRole('heading', { level: 1, name: 'Tools' }).waitFor();
  });

  it('is an empty list that names the next action', async () => {
    const page = await screens.open('platform', '/models?q=no-such-model');
    await page.getByRole('heading', { name: /No model/ }).waitFor();
  });
});

const PAGES = ['/', '/flags', '/models', '/tools', '/catalogue', '/lock-in', '/policy', '/audit', '/swap-requests'];
const beyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the page', () => {
  it('needs no scrolling to the side at 200 % and 400 % zoom', async () => {
    const page = await screens.open('auditor', '/');
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 512 });
      for (const path of PAGES) {
        await show(page, path);
        expect([path, width, await beyond(page)]).toEqual([path, width, 0]);
      }
    }
  });

  it('moves nothing for people who asked for less motion', async () => {
    const page = await screens.open('auditor', '/lock-in');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.keyboard.press('?');
    await sheet(page).waitFor();
    const slow = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((each) => {
        const { transitionDuration, animationDuration } = getComputedStyle(each);
        return [transitionDuration, animationDuration].filter((length) => parseFloat(length) > 0.001);
      }),
    );
    expect(slow).toEqual([]);
  });

  it('prints the screen without what is only for the screen, on white', async () => {
    const page = await screens.open('manager', '/lock-in', { theme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    for (const name of ['Print', 'PDF'])
      expect([name, await page.getByText(name, { exact: true }).first().isVisible()]).toEqual([name, false]);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  });

  it('asks nobody else for anything', async () => {
    const page = await screens.open('auditor', '/');
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    for (const path of PAGES) await show(page, path);
    expect([...asked]).toEqual([new URL(screens.app.url).origin]);
  });
});

it('left nothing refused by the CSP and no error uncaught', () => {
  expect(screens.complaints).toEqual([]);
});
