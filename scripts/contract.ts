import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { envExample } from '../src/config/env-example.js';
import { errorsDocument } from './errors.js';
import { startTestApp } from '../test/support/app.js';
import { startTestServer, stopTestServer } from '../test/support/test-server.js';

/**
 * Files that are made from the code: the contract, the console's types of it, the example of the environment,
 * the catalogue of errors.
 * Writes them, or with `--check` says which of the committed ones differ and ends with exit code 1.
 */
const check = process.argv.includes('--check');
const contract = await generateContract();
const generated = {
  'openapi.json': contract,
  'web/src/api/schema.d.ts': astToString(await openapiTS(contract)),
  '.env.example': envExample(),
  'docs/errors.md': errorsDocument(),
};

for (const [file, content] of Object.entries(generated)) {
  const committed = await readFile(file, 'utf8').catch(() => '');
  const same = committed === content;
  process.stdout.write(`${same ? 'up to date' : check ? 'DIFFERS' : 'written'}  ${file}\n`);
  if (!same && check) process.exitCode = 1;
  if (!same && !check) await writeFile(file, content);
}
if (process.exitCode === 1) process.stdout.write('Run "npm run contract" and commit what it writes.\n');

async function generateContract(): Promise<string> {
  await startTestServer();
  try {
    const { app, stop } = await startTestApp();
    const { payload } = await app.inject({ url: '/openapi.json' });
    await stop();
    return `${JSON.stringify(JSON.parse(payload), undefined, 2)}\n`;
  } finally {
    await stopTestServer();
  }
}
