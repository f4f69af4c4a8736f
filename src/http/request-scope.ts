import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '../kernel/actor.js';
import type { PageRequest } from '../kernel/page.js';

/** What belongs to one request and is asked for below the controllers, too. */
export interface RequestScope {
  readonly requestId: string;
  /** W3C trace context of this hop: `00-<trace>-<span>-<flags>`. */
  readonly traceparent: string;
  /** Set once the caller is known. */
  actor?: Actor;
  /** Hex SHA-256 of the body as it was sent. */
  bodyDigest?: string;
  /** The slice of a list that is worked out from cursor and format. */
  slice?: Pick<PageRequest, 'after'> & Partial<Pick<PageRequest, 'limit'>>;
  /** Version of the answered resource, for the ETag. */
  version?: number;
  /** Code of the problem document that answers it. */
  problem?: string;
  /** The ETag, where it is known before the answer is. */
  tag?: string;
  /** Called with what was sent, when that was a whole answer. */
  whenSent?: (answer: SentAnswer) => void;
}

/** An answer as it was written. */
export interface SentAnswer {
  readonly payload: string;
  readonly tag: string;
  readonly type: string;
  readonly link?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    scope: RequestScope;
  }
}

const storage = new AsyncLocalStorage<RequestScope>();

/** Runs the work so that `currentRequest` finds the scope in everything it awaits. */
export const withinRequest = <T>(scope: RequestScope, work: () => T): T => storage.run(scope, work);

/** Returns the scope of the request being answered; undefined in jobs and on the command line. */
export const currentRequest = (): RequestScope | undefined => storage.getStore();
