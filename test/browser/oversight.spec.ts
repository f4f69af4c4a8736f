import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, settled, show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';
import { button, choose, dialog, field, pick, refused, told } from '../support/hands.js';
import { Driver } from '../support/swaps.js';

jest.setTimeout(PATIENCE_MS);
let screens: TestConsole;

beforeAll(async () => {
  screens = await startConsole();
});
afterAll(() => screens.stop());

async function firstOf(path: string): Promise<{ id: string; name: string }> {
  return (await screens.app.http.get(path).set(screens.app.as('admin'))).body.items[0];
}

describe('a validator', () => {
  it('concludes a licence, and the catalogue says so', async () => {
    const release = await firstOf('/v1/releases?licenceClass=UNKNOWN');
    const page = await screens.open('validator', `/catalogue/${release.id}`);
    await button(page, 'Conclude licence').click();
    await choose(page, 'Decision', /Allow/);
    await field(page, 'Conditions').fill('Name the vendor in the user manual.');
    await dialog(page).getByRole('button', { name: 'Conclude' }).click();
    await told(page, /conclu/i);
    const context = page.getByRole('region', { name: 'In context' });
    await context.filter({ hasText: 'Name the vendor in the user manual.' }).waitFor();
    await context.filter({ hasText: 'by Val Validator' }).waitFor();
  });

  it('begins the assessment of a request and sends it back with what is missing', async () => {
    const { http, as } = screens.app;
    const body = {
      toolId: (await firstOf('/v1/tools?q=Plain letter')).id,
      toModelId: (await firstOf('/v1/models?q=Mistral Small')).id,
      changeType: 'NORMAL',
      justification: 'Shorter answers.',
      rollbackPlan: 'Point the gateway back.',
    };
    const { body: made } = await http.post('/v1/swap-requests').set(as('tool-owner')).send(body);
    await new Driver(screens.app, made.id).submitted();
    const page = await screens.open('validator', `/swap-requests/${made.id}`);
    await button(page, 'Begin the assessment').click();
    await dialog(page).getByRole('button', { name: 'Begin the assessment' }).click();
    await told(page, /is now under assessment/);
    await button(page, 'Request changes').click();
    await dialog(page).getByRole('textbox').fill('Run the golden set first.');
    await dialog(page).getByRole('button', { name: 'Request changes' }).click();
    await told(page, /is now changes requested/);
    const owner = await screens.open('tool-owner', `/swap-requests/${made.id}`);
    await owner
      .getByText(/Run the golden set first/)
      .first()
      .waitFor();
  });
});

describe('an auditor', () => {
  it('verifies the chain, narrows the trail and reads what changed', async () => {
    const page = await screens.open('auditor', '/audit');
    await button(page, 'Verify the chain').click();
    await told(page, /Whole/);
    await button(page, '+ Filter').click();
    await page.getByRole('menuitem', { name: 'What' }).hover();
    await page.getByRole('menuitem', { name: 'Assignment started' }).click();
    await page.waitForURL(/kind=assignment\.started/);
    await settled(page);
    await page.locator('tbody summary').first().click();
    await page.locator('tbody dl').first().getByText('hash').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  });

  it('narrows the catalogue by where, when, in which languages and in how much memory', async () => {
    const page = await screens.open('auditor', '/catalogue?publishedAfter=2025-06-30');
    const choose = async (filter: string, option: string, address: RegExp): Promise<void> => {
      await button(page, '+ Filter').click();
      await page.getByRole('menuitem', { name: filter }).hover();
      await page.getByRole('menuitem', { name: option, exact: true }).click();
      await page.waitForURL(address);
    };
    await choose('Country', 'France', /country=FR/);
    await choose('Language', 'French', /language=fr/);
    await choose('Memory up to', '80 GB', /maxNeedGb=(%22)?80/);
    // The rows of the view before may stand there until the new ones arrive.
    await page.waitForFunction(() => {
      const vendors = [...document.querySelectorAll('tbody tr td:nth-child(2)')];
      return vendors.length > 0 && vendors.every((each) => each.textContent === 'Mistral AI');
    });
    await page.getByRole('button', { name: /^Country/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('country'));
  });

  const changing =
    /^(Submit|Approve|Assign|Register|Change|Add|Propose|Dismiss|Snooze|Retire|Confirm|Fail over|Upload)\b/;
  it.each(['/flags', '/models', '/tools', '/gpu-pools', '/policy', '/swap-requests', '/people', '/lock-in'])(
    'reads %s and finds nothing there to change',
    async (path) => {
      const page = await screens.open('auditor', path);
      expect(await page.locator('main').getByRole('button', { name: changing }).count()).toBe(0);
      await page.context().close();
    },
  );

  it('is told what is not theirs to see', async () => {
    const page = await screens.open('auditor', '/jobs');
    await refused(page, /You may not see this/);
    await refused(page, /\/requests\//);
  });
});

/** The secret that a dialog shows, once. */
async function secretOf(page: Page): Promise<string> {
  const secret = (await dialog(page).locator('code').textContent()) ?? '';
  await button(page, 'I have copied it').click();
  await dialog(page).waitFor({ state: 'detached' });
  return secret;
}

describe('an administrator', () => {
  it('creates a token whose secret is shown once and works', async () => {
    const page = await screens.open('admin', '/tokens?dialog=new');
    await field(page, 'Name').fill('Nightly export');
    await button(page, 'Create').last().click();
    const secret = await secretOf(page);
    const me = await screens.app.http.get('/v1/me').set({ authorization: `Bearer ${secret}` });
    expect(me.status).toBe(200);
    await show(page, '/tokens');
    await page.getByText('Nightly export').first().waitFor();
    expect(await page.content()).not.toContain(secret);
  });

  it('adds a webhook, sends a test and rotates its secret', async () => {
    const page = await screens.open('admin', '/webhooks?dialog=new');
    await field(page, 'Name').fill('Ticket system');
    await field(page, 'Receiver').fill('https://hooks.example/modelfolio');
    await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
    const first = await secretOf(page);
    await page.getByRole('link', { name: 'Ticket system' }).click();
    await settled(page);
    await button(page, 'Send a test').click();
    await told(page, /test message is on its way/);
    await page.getByRole('region', { name: 'Deliveries' }).getByRole('row').nth(1).waitFor();
    await button(page, 'Rotate the secret').click();
    expect(await secretOf(page)).not.toBe(first);
    await button(page, 'Switch off').click();
    await told(page, /switched off/);
  });

  it('hands the tools of somebody who leaves to another person', async () => {
    const page = await screens.open('admin', '/people');
    await button(page, 'Hand over from Chen Mei').click();
    await pick(page, 'To', 'Grace Lim');
    await dialog(page).getByRole('button', { name: 'Hand over' }).click();
    await told(page, /Handed over: \d+ tools/);
  });
});

it('left nothing refused by the CSP and no error uncaught', () => {
  expect(screens.complaints).toEqual([]);
});

describe('anybody', () => {
  it('sees where they are signed in and ends what they do not know', async () => {
    const lost = await screens.open('manager-2', '/');
    const page = await screens.open('manager-2', '/sessions');
    await page
      .getByRole('row')
      .filter({ hasText: 'This one' })
      .filter({ hasText: /Chrome \d+ on Linux/ })
      .waitFor();
    await button(page, 'End all others').click();
    await dialog(page).getByRole('button', { name: 'End all others' }).click();
    await told(page, /other sessions? (is|are) over/);
    await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
    await show(lost, '/flags');
    await lost.getByRole('heading', { name: /Sign in/ }).waitFor();
  });
});
