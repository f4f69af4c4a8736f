import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is built from what; a part whose sources are older than its last build is left alone. */
const PARTS = [
  {
    name: 'server',
    output: 'dist',
    sources: ['src', 'migrations', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
    command: (draft) => [
      'node_modules/typescript/bin/tsc',
      ['-p', 'tsconfig.build.json', '--outDir', draft, '--incremental', 'false', '--tsBuildInfoFile', 'null'],
    ],
  },
  {
    name: 'console',
    output: 'web/dist',
    sources: [
      'web/src',
      'src/lock-in/domain',
      'web/index.html',
      'web/package.json',
      'web/vite.config.ts',
      'openapi.json',
      'package-lock.json',
    ],
    command: (draft) => [
      'node_modules/vite/bin/vite.js',
      ['build', 'web', '--logLevel', 'warn', '--emptyOutDir', '--outDir', join(ROOT, draft)],
    ],
  },
];

/** Builds what has changed, both parts at once; throws with the compiler's words when one fails. */
export async function build(print) {
  const results = await Promise.allSettled(PARTS.filter(isStale).map((part) => buildPart(part, print)));
  const failures = results.flatMap(({ reason }) => (reason === undefined ? [] : [reason.message]));
  if (failures.length > 0) throw new Error(failures.join('\n'));
}

function isStale({ output, sources }) {
  const stamp = join(ROOT, output, '.built');
  return !existsSync(stamp) || Math.max(...sources.map((each) => newest(join(ROOT, each)))) > statSync(stamp).mtimeMs;
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((each) => newest(join(path, each))));
}

/** Into a new folder that then takes the old one's place: no file of an earlier build survives, a failed one changes nothing. */
async function buildPart({ name, output, command }, print) {
  const began = Date.now();
  const draft = join('.cache', 'build', `${name}.${process.pid}`);
  print(`Building the ${name} …`);
  try {
    await run(...command(draft));
    const stamp = join(ROOT, draft, '.built');
    writeFileSync(stamp, '');
    utimesSync(stamp, began / 1000, began / 1000); // what changes during the build is newer
    rmSync(join(ROOT, output), { recursive: true, force: true });
    renameSync(join(ROOT, draft), join(ROOT, output));
  } catch (error) {
    rmSync(join(ROOT, draft), { recursive: true, force: true });
    throw new Error(`The ${name} could not be built:\n${error.message}`);
  }
  print(`Built the ${name} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(firstLines(output) || `exit code ${code}`)),
    );
  });
}

const firstLines = (text) => stripVTControlCharacters(text).trim().split('\n').slice(0, 30).join('\n');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build(console.log);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
