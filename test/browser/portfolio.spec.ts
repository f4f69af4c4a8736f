import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE_MS, settled, show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';
import { button, choose, dialog, field, isFocused, refused, told } from '../support/hands.js';

jest.setTimeout(PATIENCE_MS);
let screens: TestConsole;

beforeAll(async () => {
  screens = await startConsole();
});
afterAll(() => screens.stop());

const toolNamed = async (name: string): Promise<string> => {
  const { body } = await screens.app.http.get('/v1/tools').query({ q: name }).set(screens.app.as('admin'));
  return body.items[0].id;
};

const HEADER =
  'name,ownerTeam,businessUnit,task,impact,complexity,reliance,dataClass,interface,fineTuned,embeddingsIndexed,promptsVersioned';
const csv = (...rows: string[]) => ({
  name: 'tools.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...rows].join('\r\n')),
});
const GOOD = 'Meeting minutes,ops,Operations,SUMMARISATION,LOW,LOW,LOW,INTERNAL,OPENAI_COMPATIBLE,false,false,true';
const BAD = 'Phone notes,ops,Operations,LISTENING,LOW,LOW,LOW,INTERNAL,OPENAI_COMPATIBLE,false,false,true';

describe('tools', () => {
  it('are registered in the console; what is missing is named, and each error leads to its field', async () => {
    const page = await screens.open('platform', '/tools');
    await page.getByRole('link', { name: 'Register a tool' }).click();
    await button(page, 'Register').click();
    await refused(page, /fields need another look/);
    expect(await isFocused(page.getByRole('alert'))).toBe(true);
    await page.getByRole('alert').getByRole('button', { name: 'Business unit' }).click();
    expect(await isFocused(field(page, 'Business unit'))).toBe(true);
    await field(page, 'Name').fill('Branch letters');
    await field(page, 'Business unit').fill('Branches');
    await choose(page, 'Task', 'Translation');
    for (const factor of ['Impact', 'Complexity', 'Reliance']) await choose(page, factor, 'Low');
    await field(page, 'Languages').fill('en, ms');
    await button(page, 'Register').click();
    await told(page, /Branch letters is registered/);
    await page.getByRole('heading', { level: 1, name: 'Branch letters' }).waitFor();
    await page.getByRole('region', { name: 'What it requires' }).filter({ hasText: 'en, ms' }).waitFor();
  });

  it('are changed on top of what somebody else wrote meanwhile, never over it', async () => {
    const id = await toolNamed('Plain letter writer');
    const page = await screens.open('platform', `/tools/${id}/edit`);
    await field(page, 'Business unit').fill('Letters office');
    const { http, as } = screens.app;
    const { body } = await http.get(`/v1/tools/${id}`).set(as('platform'));
    await http
      .patch(`/v1/tools/${id}`)
      .set({ ...as('platform'), 'if-match': `"${body.version}"` })
      .send({ description: 'Written by somebody else.' });
    await button(page, 'Save').click();
    await refused(page, /Somebody else changed this while you were writing/);
    await page.getByRole('alert').filter({ hasText: 'They changed: Description' }).waitFor();
    await button(page, 'Keep theirs and save mine on top').click();
    await told(page, /is changed/);
    const after = await http.get(`/v1/tools/${id}`).set(as('platform'));
    expect(after.body).toMatchObject({
      businessUnit: 'Letters office',
      description: 'Written by somebody else.',
    });
  });

  it('come from a CSV file: row by row what would happen first, then all of them', async () => {
    const page = await screens.open('platform', '/tools/import');
    const choosing = page.waitForEvent('filechooser');
    await button(page, 'Choose a file').click();
    await (await choosing).setFiles(csv(GOOD, BAD));
    await page.getByText('1 of 2 rows would be refused').waitFor();
    await page
      .getByRole('row', { name: /Phone notes/ })
      .filter({ hasText: 'task has to be one of the list' })
      .waitFor();
    expect(await button(page, 'Add 1 tool').isDisabled()).toBe(true);
    const again = page.waitForEvent('filechooser');
    await button(page, 'Choose another file').click();
    await (await again).setFiles(csv(GOOD));
    await page.getByText('Every row is right.').waitFor();
    await button(page, 'Add 1 tool').click();
    await told(page, /One tool is added/);
    expect(await toolNamed('Meeting minutes')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('evidence', () => {
  it('is a run of the golden set, recorded as JSON, with an error for each wrong field', async () => {
    const id = await toolNamed('Credit memo summariser');
    const page = await screens.open('platform', `/tools/${id}?dialog=evaluation`);
    await button(page, 'Begin from an example').click();
    const run = JSON.parse(await field(page, 'Run').inputValue());
    await field(page, 'Run').fill(JSON.stringify({ ...run, n: 0, championScore: 'high' }));
    await button(page, 'Record').last().click();
    await refused(page, /2 fields need another look/);
    await field(page, 'Run').fill(JSON.stringify({ ...run, ranAt: '2026-01-01T09:00:00Z' }));
    await button(page, 'Record').last().click();
    await told(page, /is recorded/);
    await page.getByRole('region', { name: 'Evaluations' }).first().filter({ hasText: '+3.4 ± 2.1' }).waitFor();
  });
});

describe('a draft', () => {
  it('is kept on the server while it is written, and what another one wrote stays', async () => {
    const page = await screens.open('tool-owner', `/swap-requests/new?tool=${await toolNamed('Staff service chat')}`);
    await page.getByRole('combobox', { name: 'Moves to' }).fill('Qwen3 235B');
    await page.getByRole('option').filter({ hasText: 'Qwen3 235B' }).first().click();
    await field(page, 'Why').fill('Shorter answers.');
    await button(page, 'Save the draft').click();
    await page.waitForURL(/swap-requests\/[0-9a-f]{8}/);
    await page.getByRole('heading', { level: 2, name: 'Checks' }).waitFor();
    const path = `/v1${new URL(page.url()).pathname}`;
    const { http, as } = screens.app;
    const kept = () => http.get(path).set(as('tool-owner'));

    await field(page, 'Way back').fill('Point the gateway back.');
    await until(async () => (await kept()).body.rollbackPlan === 'Point the gateway back.');

    const { body } = await kept();
    await http
      .patch(path)
      .set({ ...as('tool-owner'), 'if-match': `"${body.version}"` })
      .send({ stopRules: 'More than one complaint in a hundred.' });
    await field(page, 'Way back').fill('Point the gateway back; five minutes.');
    await refused(page, /They changed: Stop rules/);
    await button(page, 'Keep theirs and save mine on top').click();
    await until(async () => (await kept()).body.rollbackPlan === 'Point the gateway back; five minutes.');
    expect((await kept()).body.stopRules).toBe('More than one complaint in a hundred.');
    expect(await field(page, 'Stop rules').inputValue()).toBe('More than one complaint in a hundred.');
  });
});

describe('what is not known', () => {
  it('is listed with what waits for it, and said there with a reason', async () => {
    const page = await screens.open('platform', '/data-quality?fact=languages');
    await settled(page);
    const link = page.getByRole('link', { name: 'Say what it is' }).first();
    await link.click();
    await dialog(page).getByRole('textbox', { name: 'Value' }).fill('en, zh');
    await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('As its card says.');
    await button(page, 'Correct').last().click();
    await told(page, /Languages of .* is corrected/);
  });

  it('is a licence that a validator concludes for every release under the same text', async () => {
    const page = await screens.open('validator', '/data-quality?fact=licence+conclusion');
    await settled(page);
    await page.getByRole('link', { name: 'Conclude the licence' }).first().click();
    await dialog(page).waitFor();
    await choose(page, 'Decision', /Allowed/);
    await button(page, 'Conclude').last().click();
    await told(page, /is concluded/);
  });

  it('refuses who may not correct facts, and says who does', async () => {
    const page = await screens.open('auditor', '/data-quality');
    await page.getByText('a platform engineer corrects it').first().waitFor();
    await show(page, '/names');
    expect(await button(page, /^Decide/).count()).toBe(0);
  });
});

/** Asks again until it is so; a slow machine only asks more often. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 200));
}
