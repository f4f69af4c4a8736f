import { violatedConstraint } from '../database/database-error.js';
import { DomainError } from '../kernel/domain-error.js';
import type { FieldError } from '../kernel/domain-error.js';

/** Runs a write; a violated constraint that is named here becomes the given refusal, anything else passes through. */
export async function refusing<T>(
  refusals: Readonly<Record<string, () => DomainError>>,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const refusal = refusals[violatedConstraint(error) ?? ''];
    throw refusal === undefined ? error : refusal();
  }
}

/** 409 on a unique name, with the field that is taken. */
export const nameTaken = (what: string) => (): DomainError =>
  new DomainError('conflict', 'name-taken', `Another ${what} has this name.`, [
    { pointer: '/name', code: 'name-taken', detail: 'is taken' },
  ]);

/** 422 on a reference that leads nowhere. */
export const unknownReference = (pointer: string, detail: string) => (): DomainError =>
  invalidField({ pointer, code: 'unknown-reference', detail });

export const invalidField = (error: FieldError): DomainError =>
  new DomainError('unprocessable', error.code, `${error.pointer.slice(1)} ${error.detail}.`, [error]);

/** The caller's copy is older than the record. */
export function requireVersion(current: number, expected: number): void {
  if (current !== expected)
    throw new DomainError('stale', 'stale', `The record is at version ${current}, not ${expected}; read it again.`);
}

/** East of Greenwich a day begins up to 14 hours earlier than in UTC. */
const EARLIEST_DAY_MS = 14 * 3_600_000;

/** 422 on a day (YYYY-MM-DD) that has not begun anywhere: what is said to have been done was not. */
export function refuseFutureDays(days: Readonly<Record<string, string | undefined>>, now: Date): void {
  const today = new Date(now.getTime() + EARLIEST_DAY_MS).toISOString().slice(0, 10);
  for (const [pointer, day] of Object.entries(days))
    if (day !== undefined && day > today)
      throw invalidField({ pointer, code: 'in-the-future', detail: 'lies in the future' });
}
