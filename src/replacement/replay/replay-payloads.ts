import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { StartupError } from '../../config/startup-error.js';
import { FEEDS } from '../../feeds/feed-definitions.js';

/** A file of a payload folder: which feed it is of, and the day it carries in its path. */
export interface KeptPayload {
  readonly feed: string;
  readonly path: string;
  /** `YYYY-MM-DD`; undefined for a payload that names no day. */
  readonly day: string | undefined;
}

const NAMES = new Set(FEEDS.map(({ name }) => name));
const DAY = /\d{4}-\d{2}-\d{2}/g;

/** Payloads below a folder, by day, then path: the feed is the folder that bears its name, the day the last in the path. */
export async function findPayloads(folder: string): Promise<readonly KeptPayload[]> {
  const root = resolve(folder);
  const files = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => {
    throw new StartupError(`The folder ${folder} cannot be read.`);
  });
  return files
    .filter((file) => file.isFile())
    .flatMap((file) => payloadAt(root, join(file.parentPath, file.name)))
    .sort((a, b) => compare(a.day ?? '', b.day ?? '') || compare(a.path, b.path));
}

function payloadAt(root: string, path: string): readonly KeptPayload[] {
  const segments = [basename(root), ...path.slice(root.length + 1).split(sep)];
  const feed = segments.slice(0, -1).findLast((segment) => NAMES.has(segment));
  return feed === undefined ? [] : [{ feed, path, day: segments.join(sep).match(DAY)?.at(-1) }];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const readPayload = (path: string): Promise<Buffer> =>
  readFile(path).catch(() => {
    throw new StartupError(`The file ${path} cannot be read.`);
  });
