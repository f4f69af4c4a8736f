#!/usr/bin/env node
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';

const cli = new URL('../dist/src/cli.js', import.meta.url);

if (!existsSync(cli)) {
  process.stderr.write(
    'Modelfolio is not built yet: run "npm run build" first, or "npm start", which builds and starts.\n',
  );
  process.exit(1);
}
if (existsSync('.env')) process.loadEnvFile();
// Node 22 and later keep what they have compiled: the next start is quicker. A folder that cannot be written changes nothing.
nodeModule.enableCompileCache?.();

const { run } = await import(cli.href);
await run(process.argv.slice(2));
