import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { httpFigures } from './http.js';
import type { HttpFigures, HttpRow } from './http.js';
import { onThrowAwayServer, track } from './processes.js';

/** All benchmarks in one run on a throw-away PostgreSQL of this machine: one table, then one line of JSON. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const HEAD = ['product/s', 'bare/s', 'ratio', 'target', 'p50 ms', 'p99 ms', 'target', 'errors', 'CPU ms', 'bare CPU'];
const TYPESCRIPT = new URL('../test/support/typescript.js', import.meta.url).href;

function showRow({ name, product, bare, ratio, target, p99TargetMs, cpuMs }: HttpRow): void {
  const errors = product.errors + bare.errors;
  const cells = [product.perSecond, bare.perSecond, ratio, target, product.p50, product.p99, p99TargetMs, errors];
  say(`${name.padEnd(32)}${[...cells, cpuMs.product, cpuMs.bare].map((each) => String(each).padStart(10)).join('')}`);
}

/** Runs a benchmark that stands for itself, on the same server; the lines that it prints. */
async function runScript(file: string, databaseUrl: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', TYPESCRIPT, fileURLToPath(new URL(file, import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DATABASE_URL: databaseUrl,
      TEST_SERVER_URL: databaseUrl,
    },
  });
  track(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code]: unknown[] = await once(child, 'close');
  if (code !== 0) process.exitCode = 1;
  return [...output.trimEnd().split('\n'), ...(code === 0 ? [] : [`FAILED with ${String(code)}`])];
}

/** Named on the command line, they run alone; `http` is the service beside the bare server. */
const PARTS = {
  'lock-in': 'lock-in report and PDF',
  feeds: 'feed of the size of models.dev',
  incremental: 'one recorded release assessed',
  assessment: 'whole portfolio assessed',
} as const;

async function http(databaseUrl: string): Promise<HttpFigures> {
  say(`${'32 connections'.padEnd(32)}${HEAD.map((each) => each.padStart(10)).join('')}`);
  const found = await httpFigures(databaseUrl, showRow);
  const { mix, swaps, start, memory, feed } = found;
  say(`\nconstant mix, a write in twenty: ${JSON.stringify(mix)} (300 a second, target p99 40 ms, no error)`);
  say(`constant swap requests: ${JSON.stringify(swaps)} (100 a second, target p99 80 ms, no error)`);
  say(`start: ${JSON.stringify(start)} (targets 8000 and 2000)   memory: ${JSON.stringify(memory)} (target 200 idle)`);
  say(`feed import over HTTP: ${JSON.stringify(feed)}`);
  return found;
}

const named = process.argv.slice(2);
const strange = named.filter((name) => name !== 'http' && !Object.hasOwn(PARTS, name));
if (strange.length > 0) throw new Error(`${strange.join(', ')}: not among http, ${Object.keys(PARTS).join(', ')}`);
const isWanted = (name: string): boolean => named.length === 0 || named.includes(name);

await onThrowAwayServer(async (databaseUrl) => {
  say(`Node ${process.version}, load of the machine ${loadavg()[0]?.toFixed(1)}\n`);
  const overHttp = isWanted('http') ? await http(databaseUrl) : {};
  const parts: Record<string, readonly string[]> = {};
  for (const [file, title] of Object.entries(PARTS)) {
    if (!isWanted(file)) continue;
    parts[title] = await runScript(`./${file}.ts`, databaseUrl);
    say([`\n${title}`, ...parts[title].map((line) => `  ${line}`)].join('\n'));
  }
  say(`\n${JSON.stringify({ node: process.version, load: loadavg(), ...overHttp, parts })}`);
});
