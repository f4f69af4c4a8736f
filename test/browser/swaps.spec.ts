import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, settled, show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';
import { Driver } from '../support/swaps.js';
import { button, dialog, field, pick, refused, told, writeDate } from '../support/hands.js';

jest.setTimeout(PATIENCE_MS);
let screens: TestConsole;

beforeAll(async () => {
  screens = await startConsole();
});
afterAll(() => screens.stop());

const HOUR_MS = 3_600_000;
const minuteOf = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString().slice(0, 16);

async function toolNamed(name: string): Promise<string> {
  const { body } = await screens.app.http.get('/v1/tools').query({ q: name }).set(screens.app.as('admin'));
  return body.items[0].id;
}
const servedBy = (page: Page) => page.getByRole('region', { name: 'Served by' });
const inDialog = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });

/** Opens the step's dialog, answers it, and waits for what the request then is. */
async function step(page: Page, name: string, becomes: RegExp, answer?: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await answer?.();
  await inDialog(page, name).click();
  await told(page, becomes);
  await dialog(page).waitFor({ state: 'detached' });
}

/** A draft for a tool of low materiality, asked for by its owner. */
async function draft(page: Page, tool: string, model: string): Promise<string> {
  await show(page, `/swap-requests/new?tool=${await toolNamed(tool)}`);
  await pick(page, 'Moves to', model);
  await field(page, 'Why').fill('Shorter answers at the same quality.');
  await field(page, 'Way back').fill('Point the gateway back; ten minutes.');
  await button(page, 'Save the draft').click();
  await page.waitForURL(/swap-requests\/[0-9a-f]{8}/);
  await settled(page);
  return new URL(page.url()).pathname;
}

describe('a swap, from the draft to the tool and back', () => {
  it('is submitted, assessed, approved, scheduled, rolled out and completed', async () => {
    const owner = await screens.open('tool-owner', '/');
    const path = await draft(owner, 'Plain letter writer', 'Mistral Small');
    await step(owner, 'Submit', /is now submitted/);
    await owner.getByText('You raised this request, so you cannot approve it.').waitFor();
    expect(await button(owner, 'Approve').count()).toBe(0);

    const validator = await screens.open('validator', path);
    await step(validator, 'Begin the assessment', /is now under assessment/);

    const manager = await screens.open('manager', '/approvals');
    await manager.getByRole('link', { name: /Plain letter writer/ }).click();
    await step(manager, 'Approve', /is now approved/, () =>
      dialog(manager).getByRole('textbox').fill('Fits the budget.'),
    );
    await manager.getByRole('region', { name: 'Approvals' }).filter({ hasText: 'Fits the budget.' }).waitFor();

    const platform = await screens.open('platform', path);
    await step(platform, 'Schedule', /is now scheduled/, async () => {
      await writeDate(platform, 'Window from', minuteOf(-1));
      await writeDate(platform, 'Window to', minuteOf(4));
    });
    await step(platform, 'Roll out', /rolling out|in rollout/i);
    await step(platform, 'Roll out in full', /rolling out|in rollout|in review/i);
    await show(platform, `/tools/${await toolNamed('Plain letter writer')}`);
    await servedBy(platform).filter({ hasText: 'Mistral Small 3.2' }).waitFor();

    await show(owner, path);
    await step(owner, 'Complete', /is now completed/);
  });

  it('is rolled back by the owner, and the tool has its model again', async () => {
    const owner = await screens.open('tool-owner', '/');
    const path = await draft(owner, 'Branch circular digest', 'Qwen3 235B');
    await new Driver(screens.app, path.split('/').at(-1) ?? '').moved('manager');
    const tool = `/tools/${await toolNamed('Branch circular digest')}`;
    await show(owner, tool);
    await servedBy(owner).filter({ hasText: 'Qwen3 235B' }).waitFor();
    await show(owner, path);
    await step(owner, 'Roll back', /is now rolled back/, () =>
      dialog(owner).getByRole('textbox').fill('Digests became too short.'),
    );
    await show(owner, tool);
    await servedBy(owner).filter({ hasText: 'Gemma 3 27B' }).waitFor();
  });

  it('shows a conflict as the server says it, with the reference to quote', async () => {
    const owner = await screens.open('tool-owner', '/');
    const path = await draft(owner, 'Staff service chat', 'Qwen3 235B');
    const id = path.split('/').at(-1);
    await button(owner, 'Cancel the request').click();
    await screens.app.http.post(`/v1/swap-requests/${id}/cancel`).set(screens.app.as('tool-owner')).send({});
    await inDialog(owner, 'Cancel the request').click();
    await refused(owner, /./);
    const reference = await dialog(owner).getByRole('alert').textContent();
    expect(reference).toContain('/requests/');
  });

  it('fails a tool over to its tested fallback, and returns', async () => {
    const page = await screens.open('platform', `/tools/${await toolNamed('Staff service chat')}`);
    await button(page, 'Record a test').click();
    await told(page, /recorded as tested today/);
    await button(page, 'Fail over').click();
    await field(page, 'Reason').fill('The pool is down.');
    await button(page, 'Fail over now').click();
    await told(page, /runs on its fallback now/);
    await page.getByText('Failed over').waitFor();
    await servedBy(page).filter({ hasText: 'Mistral Small 3.2' }).waitFor();
    await button(page, /Return to gpt-oss/).click();
    await dialog(page).getByRole('textbox').fill('The pool is back.');
    await dialog(page)
      .getByRole('button', { name: /Return to/ })
      .click();
    await servedBy(page).filter({ hasText: 'gpt-oss 120B' }).waitFor();
  });
});

it('left nothing refused by the CSP and no error uncaught', () => {
  expect(screens.complaints).toEqual([]);
});
