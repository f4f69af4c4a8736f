/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';

type Name = string | RegExp;

/** More steps of the Tab key than any screen has places for it. */
const MOST_STEPS = 400;

export const button = (page: Page, name: Name): Locator => page.getByRole('button', { name });
export const field = (page: Page, name: Name): Locator => page.getByRole('textbox', { name });
export const dialog = (page: Page): Locator => page.getByRole('dialog');
export const told = (page: Page, sentence: RegExp): Promise<void> =>
  page.getByRole('status').filter({ hasText: sentence }).first().waitFor();
export const refused = (page: Page, sentence: RegExp): Promise<void> =>
  page.getByRole('alert').filter({ hasText: sentence }).first().waitFor();
/** Does not wait: what is hidden behind an open list for a moment has no focus either. */
export const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluateAll((nodes) => nodes.some((node) => node === document.activeElement));

/** Chooses from a closed list with the mouse. */
export async function choose(page: Page, label: string, option: Name): Promise<void> {
  await button(page, new RegExp(label)).last().click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Finds one of many by typing and takes it with the mouse. */
export async function pick(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(text);
  await page.getByRole('option').filter({ hasText: text }).first().click();
}

/** Writes `2026-07-02` or `2026-07-02T09:00` into the parts of a date, one key after the other. */
export async function writeDate(page: Page, label: string, value: string): Promise<void> {
  const [, year, month, day, hour = '', minute = ''] = /^(\d+)-(\d+)-(\d+)(?:T(\d+):(\d+))?$/.exec(value) ?? [];
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().focus();
  await page.keyboard.type(`${day}${month}${year}${hour}${minute}`);
}

/** A person without a mouse: everything is reached by Tab and done by keys. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Steps with Tab until the thing has the focus; throws when the keyboard cannot reach it. */
  async to(target: Locator): Promise<void> {
    await target.waitFor();
    for (let step = 0; step < MOST_STEPS; step += 1) {
      if (await isFocused(target)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the Tab key does not reach ${String(target)}`);
  }

  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press(key);
  }

  async write(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  async choose(label: Name, option: string): Promise<void> {
    await this.press(button(this.page, label).last());
    await this.walkTo(this.page.getByRole('option').filter({ hasText: option }).first());
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('listbox').waitFor({ state: 'detached' });
  }

  async pick(label: string, text: string): Promise<void> {
    await this.write(this.page.getByRole('combobox', { name: label }), text);
    await this.walkTo(this.page.getByRole('option').filter({ hasText: text }).first());
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('listbox').waitFor({ state: 'detached' });
  }

  /** Goes down an open list until the entry is the one that Enter takes; what the server finds meanwhile moves it. */
  private async walkTo(entry: Locator): Promise<void> {
    await entry.waitFor();
    for (let step = 0; step < MOST_STEPS && (await entry.getAttribute('data-focused')) === null; step += 1)
      await this.page.keyboard.press('ArrowDown');
  }

  /** Opens anything that has a name through the palette. */
  async open(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await dialog(this.page).waitFor();
    await this.page.keyboard.type(name);
    await this.walkTo(this.page.getByRole('menuitem').filter({ hasText: name }).first());
    await this.page.keyboard.press('Enter');
    await dialog(this.page).waitFor({ state: 'detached' });
  }
}
