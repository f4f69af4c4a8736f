/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import type { LocalAccountName } from '../../src/identity/domain/local-accounts.js';
import type { TestApp } from './app.js';
import { launchChromium } from './chromium.js';
import { startAssessedDemoApp } from './demo.js';

/** How long a browser may take for one thing while the machine does others. */
export const PATIENCE_MS = 240_000;

export interface View {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

/** What a page did that it should not: scripts or styles that the CSP refused, errors nobody caught. */
export type Complaints = readonly string[];

export interface TestConsole {
  readonly app: TestApp;
  readonly complaints: string[];
  /** A window of its own for the account; nobody is signed in without one. */
  open(account: LocalAccountName | undefined, path: string, view?: View): Promise<Page>;
  stop(): Promise<void>;
}

/** The built console, served by the whole application over the bundled catalogue and the demo portfolio, in a real browser. */
export async function startConsole(): Promise<TestConsole> {
  if (!existsSync('web/dist/index.html')) execFileSync(process.execPath, ['scripts/build.js']);
  const app = await startAssessedDemoApp({ env: { EGRESS_ALLOWED_HOSTS: 'hooks.example,gateway.example' } });
  const { browser, close } = await launchChromium();
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  return {
    app,
    complaints,
    async open(account, path, { theme = 'light', width = 1280 } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        locale: 'en-GB',
        colorScheme: theme,
        baseURL: app.url,
      });
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE_MS / 8);
      if (account !== undefined) {
        const answer = await context.request.post('/v1/local-session', {
          data: { account },
          headers: { origin: app.url },
        });
        if (!answer.ok()) throw new Error(`${account} could not sign in: ${await answer.text()}`);
      }
      const page = await context.newPage();
      listen(page, complaints);
      await show(page, path);
      const signedOut = (await page.textContent('h1'))?.startsWith('Sign in');
      if (account !== undefined && signedOut) throw new Error(`${account} is asked to sign in at ${path}`);
      return page;
    },
    async stop() {
      await Promise.all(contexts.map((context) => context.close()));
      await close();
      await app.stop();
    },
  };
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(`${page.url()}: ${message.text()}`);
  });
}

/** Goes there and waits until the screen stands. */
export async function show(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Waits until the title is written and nothing on the screen is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      [...document.querySelectorAll('[role="status"]')].every((each) => each.textContent !== 'Loading'),
  );
}
