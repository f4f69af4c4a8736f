import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { PATIENCE_MS, settled, show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';
import { Keyboard, button, choose, dialog, field, pick, told } from '../support/hands.js';
import { Driver } from '../support/swaps.js';

jest.setTimeout(PATIENCE_MS);
let screens: TestConsole;

beforeAll(async () => {
  screens = await startConsole();
});
afterAll(() => screens.stop());

/** A request of the tool owner's that waits for a manager. */
async function requestToApprove(): Promise<string> {
  const { http, as } = screens.app;
  const first = async (path: string) => (await http.get(path).set(as('admin'))).body.items[0].id as string;
  const body = {
    toolId: await first('/v1/tools?q=Plain letter'),
    toModelId: await first('/v1/models?q=Mistral Small'),
    changeType: 'NORMAL',
    justification: 'Shorter answers at the same quality.',
    rollbackPlan: 'Point the gateway back; ten minutes.',
  };
  const { body: made, text } = await http.post('/v1/swap-requests').set(as('tool-owner')).send(body);
  if (made.id === undefined) throw new Error(text);
  await new Driver(screens.app, made.id).assessed();
  return made.id;
}

describe('a manager', () => {
  it('reads the report, drills an exit and asks what if; the address holds it all', async () => {
    const page = await screens.open('manager', '/lock-in');
    expect(await page.textContent('main')).toMatch(/Lock-in index/);
    await button(page, 'Exit drill').click();
    await told(page, /were gone, \d+ tools would stop/);
    await button(page, 'What if').click();
    await pick(page, 'Tool', 'Plain letter writer');
    await pick(page, 'Moves to', 'Mistral');
    await button(page, 'Add the swap').click();
    await told(page, /\d → \d/);
    const again = await screens.open('auditor', new URL(page.url()).pathname + new URL(page.url()).search);
    await told(again, /\d → \d/);
  });

  it('reads, drills, asks what if, exports the PDF and approves a swap, by the keyboard alone', async () => {
    const id = await requestToApprove();
    const page = await screens.open('manager', '/');
    const keys = new Keyboard(page);
    await keys.open('Lock-in report');
    await page.getByRole('heading', { level: 1, name: 'Lock-in report' }).waitFor();
    const download = page.waitForEvent('download');
    await keys.press(page.getByRole('link', { name: 'PDF' }).first());
    const pdf = await readFile(await (await download).path());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    await keys.press(button(page, 'Exit drill'));
    await keys.choose(/Which/, 'DeepSeek');
    await told(page, /If DeepSeek were gone/i);
    await keys.press(button(page, 'What if'));
    await keys.pick('Tool', 'Plain letter writer');
    await keys.pick('Moves to', 'Mistral');
    await keys.press(button(page, 'Add the swap'));
    await told(page, /\d → \d/);

    await keys.open('Approvals');
    await keys.press(page.getByRole('link', { name: /Plain letter writer/ }));
    await page.waitForURL(new RegExp(id));
    await keys.press(button(page, 'Approve'));
    await keys.press(dialog(page).getByRole('button', { name: 'Approve' }));
    await told(page, /is now approved/);
    await page.getByRole('region', { name: 'Approvals' }).filter({ hasText: 'Max Manager' }).waitFor();
  });

  it('freezes the report, finds it in the trend and takes its PDF from the table behind the chart', async () => {
    const page = await screens.open('manager', '/lock-in?view=time');
    const trend = page.getByRole('region', { name: 'In time' }).first();
    for (const frozen of [1, 2]) {
      await button(page, 'Freeze this report').click();
      await trend.getByRole('row').nth(frozen).waitFor();
    }
    const chart = trend.locator('canvas, svg').first();
    await chart.waitFor();
    const link = trend.getByRole('row').nth(1).getByRole('link', { name: 'PDF' });
    const download = page.waitForEvent('download');
    await link.click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  });

  it('proposes a policy that only a second manager can approve', async () => {
    const page = await screens.open('manager', '/policy');
    await button(page, 'Propose a change').click();
    await choose(page, 'Setting', /Minimum release age/);
    await page.getByText('Now 14.').waitFor();
    await page.getByLabel('New value').fill('30');
    await field(page, 'Reason').fill('Fewer early findings.');
    await button(page, 'Propose').last().click();
    await told(page, /waits for a second manager/);
    await page.getByText('You proposed this change, so you cannot approve it.').waitFor();
    const second = await screens.open('manager-2', '/policy');
    await button(second, 'Approve').click();
    await told(second, /approved and in force/);
    await second.getByText(/^Version 2,/).waitFor();
    await second.getByRole('region', { name: 'Versions' }).getByText('14 → 30').waitFor();
  });

  it('may not do what a validator or an administrator does', async () => {
    const page = await screens.open('manager', '/catalogue');
    await page.locator('tbody a').first().click();
    await settled(page);
    expect(await button(page, 'Conclude licence').count()).toBe(0);
    await show(page, '/webhooks');
    await page.getByRole('alert').filter({ hasText: 'You may not see this' }).waitFor();
  });
});

it('left nothing refused by the CSP and no error uncaught', () => {
  expect(screens.complaints).toEqual([]);
});
