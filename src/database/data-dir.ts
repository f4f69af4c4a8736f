import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { projectRoot } from '../config/project-root.js';
import { StartupError } from '../config/startup-error.js';
import { canReach } from './server-account.js';
import type { Account } from './server-account.js';

/** Root's own state folder is closed to every other account, this one is not. */
const SYSTEM_STATE = '/var/lib';

/**
 * Returns the folder that keeps this product's data, made when missing: DATA_DIR when it is given, else `.data` of the
 * project, else the user's state folder. The account of the database server must be able to reach it, too.
 * Throws StartupError when nothing can be written.
 */
export function openDataDir(requested: string | undefined, account: Account | undefined): string {
  const wanted = resolve(requested ?? join(projectRoot(), '.data'));
  const candidates = [wanted];
  if (requested === undefined) candidates.push(stateFolder(userState(), wanted));
  if (account !== undefined) candidates.push(stateFolder(SYSTEM_STATE, wanted));
  const reasons: string[] = [];
  for (const folder of candidates) {
    const reason = unusable(folder, account);
    if (reason === undefined) return folder;
    if (requested !== undefined && reason.code === 'unwritable')
      throw new StartupError(`${reason.sentence}. Set DATA_DIR to another.`);
    reasons.push(reason.sentence);
  }
  throw new StartupError(`${reasons.join('. ')}. Set DATA_DIR to one that can.`);
}

interface Reason {
  readonly code: 'unwritable' | 'unreachable';
  readonly sentence: string;
}

function unusable(folder: string, account: Account | undefined): Reason | undefined {
  try {
    const parent = existingAncestor(folder);
    if (!statSync(parent).isDirectory()) return unwritable(folder, `${parent} is a file`);
    if (account !== undefined && parent !== folder && !canReach(parent, account)) return unreachable(folder);
    make(folder, account);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return account === undefined || canReach(folder, account) ? undefined : unreachable(folder);
  } catch (error) {
    return unwritable(folder, error instanceof Error && 'code' in error ? String(error.code) : String(error));
  }
}

const unwritable = (folder: string, reason: string): Reason => ({
  code: 'unwritable',
  sentence: `The folder ${folder} cannot be written (${reason})`,
});

const unreachable = (folder: string): Reason => ({
  code: 'unreachable',
  sentence: `The folder ${folder} cannot be reached by the account that runs the database`,
});

/** What it makes is open to the server's account whatever the umask; a folder of ours that exists is opened as well. */
function make(folder: string, account: Account | undefined): void {
  if (!existsSync(folder)) {
    makeParents(dirname(folder));
    mkdirSync(folder);
    chmodSync(folder, account === undefined ? 0o700 : 0o711);
  } else if (account !== undefined && statSync(folder).uid === process.getuid?.()) {
    chmodSync(folder, statSync(folder).mode | 0o011);
  }
}

/** Not `recursive: true`: Node never returns from it where the file system refuses every new name. */
function makeParents(folder: string): void {
  if (existsSync(folder)) return;
  makeParents(dirname(folder));
  mkdirSync(folder);
  chmodSync(folder, 0o755);
}

const existingAncestor = (folder: string): string => (existsSync(folder) ? folder : existingAncestor(dirname(folder)));

const userState = (): string => process.env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state');

/** One folder per place that was asked for, so that two checkouts never share a database. */
function stateFolder(base: string, wanted: string): string {
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 8);
  const name = basename(wanted) === '.data' ? basename(dirname(wanted)) : basename(wanted);
  return join(base, 'modelfolio', `${name}-${hash}`);
}
