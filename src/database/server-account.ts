import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** PostgreSQL refuses to run as root, so root lends it another account. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: Account = { uid: 65534, gid: 65534 };

/** Returns the account for the server, or undefined when it can run as the present user. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return passwdEntry('postgres') ?? passwdEntry('nobody') ?? NOBODY;
}

function passwdEntry(name: string): Account | undefined {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((each) => each.startsWith(`${name}:`));
    const [uid, gid] = (line?.split(':').slice(2, 4) ?? []).map((id) => Number(id) >>> 0);
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

/** Returns whether the account may pass through every folder down to and including this one. */
export function canReach(folder: string, account: Account): boolean {
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(folder) === folder || canReach(dirname(folder), account);
}
