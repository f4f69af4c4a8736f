/** What went wrong in the words of the domain; `http/` maps each kind to one status. */
export const ERROR_KINDS = [
  'malformed',
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'not-acceptable',
  'conflict',
  'stale',
  'too-large',
  'unsupported-media-type',
  'unprocessable',
  'precondition-required',
  'rate-limited',
  'headers-too-large',
  'unavailable',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** One field that is wrong: a JSON pointer into the body (or `?name` of a parameter), a stable code, a sentence. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** A refusal that the caller can act on. `code` is stable and documented, `message` is one sentence for a person. */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    detail: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(detail);
    this.name = 'DomainError';
  }
}
