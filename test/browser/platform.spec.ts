import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE_MS, settled, show, startConsole } from '../support/console.js';
import type { TestConsole } from '../support/console.js';
import { Keyboard, button, dialog, field, isFocused, pick, told } from '../support/hands.js';

jest.setTimeout(PATIENCE_MS);
let screens: TestConsole;

beforeAll(async () => {
  screens = await startConsole();
});
afterAll(() => screens.stop());

async function firstOf(path: string): Promise<{ id: string; name: string }> {
  return (await screens.app.http.get(path).set(screens.app.as('admin'))).body.items[0];
}
const servedBy = (page: Page) => page.getByRole('region', { name: 'Served by' });

describe('a platform engineer', () => {
  it('registers a model from the catalogue, a validator approves it, and it becomes a fallback', async () => {
    const page = await screens.open('platform', '/catalogue');
    await page.getByPlaceholder('Search releases').fill('gpt-oss-20b');
    await page
      .getByRole('link', { name: /gpt-oss-20b/i })
      .first()
      .click();
    await button(page, 'Register as a model').click();
    await field(page, 'Name').fill('Small gpt-oss');
    await field(page, 'Owner team').fill('ai-platform');
    await dialog(page).getByRole('button', { name: 'Register' }).click();
    await told(page, /Small gpt-oss is registered/);
    await page.getByRole('heading', { level: 1, name: 'Small gpt-oss' }).waitFor();

    const validator = await screens.open('validator', new URL(page.url()).pathname);
    await button(validator, 'Change lifecycle').click();
    await field(validator, 'Reason').fill('Checked by model validation.');
    await button(validator, 'Change').last().click();
    await told(validator, /is now approved/);

    const { id } = await firstOf('/v1/tools?q=branch circular');
    await show(page, `/tools/${id}`);
    await button(page, 'Assign a model').click();
    await pick(page, 'Model', 'Small gpt-oss');
    await button(page, 'Assign').last().click();
    await told(page, /Small gpt-oss now serves/);
    await servedBy(page).filter({ hasText: 'Fallback, never tested' }).waitFor();
  });

  it('does the same with the keyboard alone', async () => {
    const page = await screens.open('platform', '/');
    const keys = new Keyboard(page);
    await keys.open('Catalogue');
    await page.getByRole('heading', { level: 1, name: 'Catalogue' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('Qwen3 32B');
    await keys.press(page.getByRole('link', { name: 'Qwen3 32B', exact: true }).first());
    await keys.press(button(page, 'Register as a model'));
    await keys.write(field(page, 'Name'), 'Qwen by keys');
    await keys.write(field(page, 'Owner team'), 'ai-platform');
    await keys.choose(/Highest data class/, 'Confidential');
    await keys.pick('GPU pool', 'sg2-h100');
    await keys.press(dialog(page).getByRole('button', { name: 'Register' }));
    await told(page, /Qwen by keys is registered/);
    await settled(page);

    const validator = await screens.open('validator', new URL(page.url()).pathname);
    const theirs = new Keyboard(validator);
    await theirs.press(button(validator, 'Change lifecycle'));
    await theirs.write(field(validator, 'Reason'), 'Checked by model validation.');
    await theirs.press(dialog(validator).getByRole('button', { name: 'Change', exact: true }));
    await told(validator, /is now approved/);

    await keys.open('Branch circular digest');
    await keys.press(button(page, 'Assign a model'));
    await keys.pick('Model', 'Qwen by keys');
    await keys.press(dialog(page).getByRole('button', { name: 'Assign', exact: true }));
    await told(page, /Qwen by keys now serves Branch circular digest/);
    await servedBy(page).filter({ hasText: 'Qwen by keys' }).waitFor();
  });

  it('sees beside its field what the server refuses, and the focus goes to the summary', async () => {
    const page = await screens.open('platform', '/gpu-pools?open=new');
    await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
    const summary = dialog(page).getByRole('alert');
    await summary.waitFor();
    expect(await isFocused(summary)).toBe(true);
    expect(await field(page, 'Name').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  });

  it('uploads a payload that was carried across an air gap and sees its run', async () => {
    const page = await screens.open('platform', '/feeds/gpustack');
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Choose a file').click();
    await (await chooser).setFiles({ name: 'models.yaml', mimeType: 'application/yaml', buffer: Buffer.from(PAYLOAD) });
    await page.getByText('models.yaml, 1 kB').waitFor();
    await button(page, 'Upload').click();
    await told(page, /received and will be read now/);
    await page.getByRole('region', { name: 'Runs' }).filter({ hasText: 'Succeeded' }).first().waitFor();
    await show(page, '/catalogue?q=carried');
    await page.getByRole('link', { name: /carried/i }).waitFor();
  });
});

const PAYLOAD = `model_sets:
- {name: Carried-9B, size: 9, activated_size: 9, categories: [llm], capabilities: [context/128K], licenses: [apache-2.0], release_date: "2026-06-01", specs: [{mode: standard, quantization: BF16, huggingface_repo_id: google/carried-9b, backend: vLLM}]}
`;

it('left nothing refused by the CSP and no error uncaught', () => {
  expect(screens.complaints).toEqual([]);
});
