import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { show, startConsole } from '../support/console.js';
import type { Page } from 'playwright-core';
import type { TestConsole } from '../support/console.js';
import { measured } from '../support/faults.js';
import { everyScreen } from '../support/screens.js';
import type { Screen } from '../support/screens.js';

/** What would run if any screen took text for anything else; whatever runs leaves a mark on the window. */
const HOSTILE = [
  `<img src=x onerror="window.hostile=1">`,
  `"><svg onload="window.hostile=1">`,
  `<script>window.hostile=1</script>`,
  `{{constructor.constructor('window.hostile=1')()}}`,
  `'"javascript:window.hostile=1//`,
];
/** What people and feeds write; the names of feeds and the like are keys. */
const COLUMNS = [
  ...['name', 'display_name', 'description', 'title', 'comment', 'justification', 'rollback_plan', 'stop_rules'],
  ...['sentence', 'owner_team', 'business_unit', 'location', 'gpu_type'],
];
const TABLES = [
  ...['person', 'vendor', 'release', 'model', 'tool', 'gpu_pool', 'replacement_flag', 'flag_event', 'flag_finding'],
  ...['swap_request', 'swap_comment', 'swap_event', 'webhook', 'api_token', 'notification'],
];
const ALL_MS = 240_000;

let screens: TestConsole;
let all: readonly Screen[];
beforeAll(async () => {
  screens = await startConsole();
  all = await everyScreen(screens.app);
  await poison();
}, ALL_MS);
afterAll(() => screens.stop());

/** Spoils every text that people or feeds may write, in every table, where no rule of the database forbids it. */
async function poison(): Promise<void> {
  const { pool } = screens.app.db;
  const { rows } = await pool.query<{ table: string; column: string }>(
    `SELECT c.oid::regclass::text AS table, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.atttypid = 'text'::regtype
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attname = ANY ($1)
       AND c.relname = ANY ($2)`,
    [COLUMNS, TABLES],
  );
  for (const [index, { table, column }] of rows.entries()) {
    const text = HOSTILE[index % HOSTILE.length] ?? '';
    // Unique where it must be; refused where a CHECK or a trigger knows better.
    await pool
      .query(`UPDATE ${table} SET ${column} = $1 || left(md5(ctid::text), 6) WHERE ${column} IS NOT NULL`, [text])
      .then(
        ({ rowCount }) => (spoilt += rowCount ?? 0),
        () => undefined,
      );
  }
}
let spoilt = 0;

it(
  'runs nothing on any screen, whatever the texts say',
  async () => {
    expect(spoilt).toBeGreaterThan(50);
    const ran: string[] = [];
    let shown = 0;
    const pages = new Map<string, Page>();
    for (const { account, name, path } of all) {
      const page = pages.get(account) ?? (await screens.open(account, '/'));
      pages.set(account, page);
      await show(page, path);
      if (await page.evaluate(() => 'hostile' in window)) ran.push(name);
      if ((await page.content()).includes('window.hostile=1')) shown += 1;
    }
    expect(ran).toEqual([]);
    // The texts were there to be shown, and no policy had to stop them.
    expect(shown).toBeGreaterThan(10);
    expect(screens.complaints).toEqual([]);
    measured('hostile-text', { spoiltTexts: spoilt, screens: all.length, executions: ran.length });
  },
  ALL_MS,
);
