import { DomainError } from '../kernel/domain-error.js';

const NETWORK_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'];
/** connection_exception class, too many sessions, shutdown, crash, starting up, read-only after a failover. */
const UNAVAILABLE_STATES = /^(08...|53300|57P0[123]|25006)$/;
const RETRYABLE_STATES = ['40001', '40P01'];
/** pg throws these without a code. */
const LOST_CONNECTION =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error|^Query read timeout|^Client was closed|^Driver not Connected|^Cannot use a pool after/;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** TypeORM wraps the error of the driver; this returns the inner one. */
const driverError = (error: unknown): unknown =>
  isObject(error) && error['driverError'] !== undefined ? error['driverError'] : error;

function text(error: unknown, key: 'code' | 'constraint' | 'message'): string | undefined {
  const inner = driverError(error);
  const value = isObject(inner) ? inner[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Returns the name of the constraint that the write violated, if that is what went wrong. */
export const violatedConstraint = (error: unknown): string | undefined =>
  text(error, 'code')?.startsWith('23') === true ? text(error, 'constraint') : undefined;

/** Returns whether the same transaction may succeed when it is tried again at once. */
export const isRetryable = (error: unknown): boolean => RETRYABLE_STATES.includes(text(error, 'code') ?? '');

/** Returns whether the statement failed because one before it in the same transaction has. */
export const isAborted = (error: unknown): boolean => text(error, 'code') === '25P02';

/** Returns whether others held what the transaction wanted: lock_timeout, or a deadlock. */
export const isLockedOut = (error: unknown): boolean => text(error, 'code') === '55P03' || isRetryable(error);

/** Returns whether the database could not be reached, refused the session or went away. */
export function isUnavailable(error: unknown): boolean {
  const code = text(error, 'code') ?? '';
  return (
    NETWORK_CODES.includes(code) ||
    UNAVAILABLE_STATES.test(code) ||
    LOST_CONNECTION.test(text(error, 'message') ?? '') ||
    (error instanceof AggregateError && error.errors.some(isUnavailable))
  );
}

/** Returns what the caller of a use case should see: 503 for a lost database, 409 after the last retry, else the error itself. */
export function asDomainError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const mapped = isUnavailable(error)
    ? new DomainError('unavailable', 'database-unavailable', 'The database cannot be reached; try again shortly.')
    : isRetryable(error)
      ? new DomainError('conflict', 'concurrent-change', 'Others changed the same records at once; try again.')
      : undefined;
  return mapped === undefined ? error : Object.assign(mapped, { cause: error });
}
