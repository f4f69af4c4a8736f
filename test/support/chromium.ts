import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export interface RunningBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Starts the machine's own Chromium, else the one inside the npm package; CHROMIUM_PATH names another. */
export async function launchChromium(): Promise<RunningBrowser> {
  const own = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((path) => existsSync(path));
  const unpacked = own === undefined ? await unpack() : undefined;
  const executablePath = own ?? unpacked?.path ?? '';
  // A sandbox cannot be set up by root; the pages are the project's own.
  const args = ['--lang=en-GB', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...unpacked?.env } });
  return {
    browser,
    async close() {
      await browser.close();
      if (unpacked !== undefined) rmSync(unpacked.folder, { recursive: true, force: true });
    },
  };
}

/** The package writes into fixed names under TMPDIR: it gets a folder of its own, so that two runs do not meet. */
async function unpack(): Promise<{ path: string; folder: string; env: Record<string, string> }> {
  const before = { TMPDIR: process.env['TMPDIR'], AWS_EXECUTION_ENV: process.env['AWS_EXECUTION_ENV'] };
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-chromium-'));
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    packaged.setGraphicsMode = false;
    const path = await packaged.executablePath();
    writeFileSync(join(folder, 'fonts.conf'), fontsIn(folder));
    const env = { LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'] ?? '', FONTCONFIG_FILE: join(folder, 'fonts.conf') };
    return { path, folder, env };
  } finally {
    restore(before);
  }
}

/** The package's own list of fonts names a fixed folder; without any font a page of text ends the browser. */
const fontsIn = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>
<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family><family>Liberation Mono</family></prefer></alias>
</fontconfig>`;

function restore(values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
