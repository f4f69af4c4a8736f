import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { show, startConsole } from '../test/support/console.js';
import { everyScreen } from '../test/support/screens.js';
import { startTestServer, stopTestServer } from '../test/support/test-server.js';

/** Takes every screen, light and dark, wide and narrow, into `screenshots/`; names given on the command line limit it. */
const FOLDER = 'screenshots';
const wanted = process.argv.slice(2);

await startTestServer();
const screens = await startConsole();
try {
  const all = (await everyScreen(screens.app)).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const theme of ['light', 'dark'] as const)
    for (const width of [1440, 360]) {
      const folder = join(FOLDER, `${theme}-${width}`);
      mkdirSync(folder, { recursive: true });
      for (const account of new Set(all.map((each) => each.account))) {
        const page = await screens.open(account, '/', { theme, width });
        for (const { name, path } of all.filter((each) => each.account === account)) {
          await show(page, path);
          await page.waitForLoadState('networkidle');
          await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !path.includes('dialog=') });
        }
        await page.close();
      }
      process.stdout.write(`${all.length} screens in ${folder}\n`);
    }
} finally {
  await screens.stop();
  await stopTestServer();
}
