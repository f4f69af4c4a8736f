import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The last release before this one: its commit, and the last migration that it brought. */
export const RELEASED = { commit: '124c32411d48cf17a4fb104e829636a5ba62a47b', lastMigration: 12 } as const;

export interface Checkout {
  readonly root: string;
  remove(): void;
}

/** Whether the history of this checkout reaches back to the release. */
export const hasRelease = (): boolean => spawnSync('git', ['cat-file', '-e', `${RELEASED.commit}^{tree}`]).status === 0;

/**
 * Unpacks the sources of the release into a temporary folder. They run on the libraries of this checkout; what the product
 * itself needs no longer is a development dependency for as long as that release is the last one.
 */
export function unpackRelease(): Checkout {
  const root = mkdtempSync(join(tmpdir(), 'modelfolio-release-'));
  const files = ['src', 'migrations', 'seeds', 'test/support', 'package.json', 'openapi.json'];
  const archive = execFileSync('git', ['archive', RELEASED.commit, ...files], { maxBuffer: 256 * 1024 * 1024 });
  execFileSync('tar', ['-x', '-C', root], { input: archive });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
