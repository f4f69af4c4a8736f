import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import type { ErrorKind, FieldError } from '../kernel/domain-error.js';

/** Problem details for HTTP APIs (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly FieldError[];
}

export const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  unprocessable: 422,
  'precondition-required': 428,
  'rate-limited': 429,
  'headers-too-large': 431,
  unavailable: 503,
};

export const PROBLEM_JSON = 'application/problem+json';

/** Codes of what the framework refuses before a feature sees the request. */
export const FRAMEWORK_CODES: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['malformed-request', 'The request cannot be read.'],
  401: ['unauthenticated', 'Sign in, or send a bearer token.'],
  403: ['forbidden', 'This is not allowed.'],
  404: ['route-not-found', 'There is nothing at this address.'],
  408: ['request-timeout', 'The request did not arrive in time.'],
  413: ['body-too-large', 'The body is larger than this endpoint takes.'],
  414: ['address-too-long', 'The address is too long.'],
  415: ['unsupported-media-type', 'Send the body in a media type that this endpoint takes.'],
  431: ['headers-too-large', 'The header fields are too large.'],
  503: ['shutting-down', 'The service is stopping; try again shortly.'],
};

/** Returns the refusal that the error stands for, or undefined when it is a fault of the service. */
export function refusalOf(
  error: unknown,
): { status: number; code: string; detail: string; errors: readonly FieldError[] } | undefined {
  if (error instanceof DomainError) {
    return { status: STATUS_OF[error.kind], code: error.code, detail: error.message, errors: error.errors };
  }
  const status = frameworkStatus(error);
  const known = status === undefined ? undefined : FRAMEWORK_CODES[status];
  if (status === undefined || known === undefined) return undefined;
  const [code, detail] = known;
  // Pipes of the framework say which parameter they refuse.
  return {
    status,
    code,
    detail: status === 400 && error instanceof HttpException ? error.message : detail,
    errors: [],
  };
}

/** Returns the problem document of an error; a fault of the service never shows what happened inside. */
export function problemOf(error: unknown, instance: string): Problem {
  const refusal = refusalOf(error);
  const status = refusal?.status ?? 500;
  const code = refusal?.code ?? 'internal-error';
  return {
    type: `/docs/errors#${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: refusal?.detail ?? 'The service failed to answer; the request id helps to find out why.',
    instance,
    code,
    ...(refusal !== undefined && refusal.errors.length > 0 ? { errors: refusal.errors } : {}),
  };
}

function frameworkStatus(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode < 500 ? statusCode : undefined;
}
