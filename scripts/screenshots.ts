import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { show, startConsole } from '../test/support/console.js';
import type { TestConsole } from '../test/support/console.js';
import { everyScreen } from '../test/support/screens.js';
import type { Screen } from '../test/support/screens.js';
import { startTestServer, stopTestServer } from '../test/support/test-server.js';

/**
 * Takes every screen, light and dark, wide and narrow, into `screenshots/`; names given on the command line limit it.
 * With `--readme` it takes the three pictures of the README into `docs/images/`.
 */
const FOLDER = 'screenshots';
const README_FOLDER = join('docs', 'images');
const README_SIZE = { width: 1200, height: 660 };
const README = [
  { name: 'flags', screen: 'flag', theme: 'light' },
  { name: 'lock-in', screen: 'lock-in', theme: 'light' },
  { name: 'dashboard', screen: 'dashboard', theme: 'dark' },
] as const;
const wanted = process.argv.slice(2).filter((each) => !each.startsWith('--'));

async function takeAll(screens: TestConsole, all: readonly Screen[]): Promise<void> {
  for (const theme of ['light', 'dark'] as const)
    for (const width of [1280, 360]) {
      const folder = join(FOLDER, `${theme}-${width}`);
      mkdirSync(folder, { recursive: true });
      for (const account of new Set(all.map((each) => each.account))) {
        const page = await screens.open(account, '/', { theme, width });
        for (const { name, path, press } of all.filter((each) => each.account === account)) {
          await show(page, path);
          await page.waitForLoadState('networkidle');
          if (press) await page.keyboard.press(press);
          if (press) await page.getByRole('dialog').waitFor();
          const isInFront = press !== undefined || path.includes('dialog=');
          await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !isInFront });
        }
        await page.context().close();
      }
      process.stdout.write(`${all.length} screens in ${folder}\n`);
    }
}

async function takeForReadme(screens: TestConsole, all: readonly Screen[]): Promise<void> {
  mkdirSync(README_FOLDER, { recursive: true });
  for (const { name, screen, theme } of README) {
    const found = all.find((each) => each.name === screen);
    if (found === undefined) throw new Error(`there is no screen ${screen}`);
    const page = await screens.open(found.account, found.path, { theme, width: README_SIZE.width });
    await page.setViewportSize(README_SIZE);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(README_FOLDER, `${name}.png`) });
    await page.context().close();
  }
  process.stdout.write(`${README.length} pictures in ${README_FOLDER}\n`);
}

await startTestServer();
const screens = await startConsole();
try {
  const all = await everyScreen(screens.app);
  if (process.argv.includes('--readme')) await takeForReadme(screens, all);
  else
    await takeAll(
      screens,
      all.filter(({ name }) => wanted.length === 0 || wanted.includes(name)),
    );
} finally {
  await screens.stop();
  await stopTestServer();
}
