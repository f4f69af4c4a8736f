import { readFile } from 'node:fs/promises';
import { StartupError } from '../config/startup-error.js';
import { DomainError } from '../kernel/domain-error.js';
import type { FeedRunRow } from './feeds.reader.js';

/** Returns the bytes of a file; throws StartupError where it cannot be read. */
export async function readPayload(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new StartupError(`The file ${file} cannot be read.`);
  }
}

/** Returns the moment that `--as-of` names, `now` where it is left out; throws StartupError for no day or one to come. */
export function asOfMoment(text: string | undefined, now: Date): Date {
  if (text === undefined) return now;
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()) || moment > now)
    throw new StartupError(`--as-of takes a past day such as 2026-07-02, not "${text}".`);
  return moment;
}

/** A refusal of the domain is a sentence for the terminal, not a stack. */
export async function inWords<T>(feed: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof DomainError ? new StartupError(`${feed}: ${error.message}`) : error;
  }
}

/** What a run did, in one line for the terminal. */
export function runSentence(run: FeedRunRow): string {
  const { feed, status, added, changed, unchanged, quarantined, items } = run;
  if (status === 'UNCHANGED') return `${feed}: the same payload was read before, nothing changes.`;
  return `${feed}: ${items} items; releases ${added} added, ${changed} changed, ${unchanged} unchanged; ${quarantined} items in quarantine.`;
}
