import { spawnSync } from 'node:child_process';

/** The fault tests in their full length, one file after the other, so that each has the machine to itself. */
const files = [
  'test/faults',
  'test/http-idempotency',
  'test/http-bad-input',
  'test/http-shutdown',
  'test/audit',
  'test/events',
  'test/swaps',
];
const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--runInBand', ...files];
const { status } = spawnSync(process.execPath, jest, { stdio: 'inherit', env: { ...process.env, FAULTS: 'full' } });
process.exitCode = status ?? 1;
