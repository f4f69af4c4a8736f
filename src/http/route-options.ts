import type { FastifyRequest } from 'fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';

export const LIMIT_CLASSES = ['reads', 'writes', 'sign-in', 'uploads', 'exports'] as const;
export type LimitClass = (typeof LIMIT_CLASSES)[number];

/** What a route says about itself to the mechanisms that are the same everywhere. */
export interface RouteOptions {
  /** Media types of the answer; JSON alone when left out. */
  readonly produces?: readonly string[];
  /** Media types whose body reaches the controller as the bytes that were sent. */
  readonly rawTypes?: readonly string[];
  /** Largest body in bytes. */
  readonly bodyLimit?: number;
  /** Which budget of requests it draws on; writes or reads by its method when left out. */
  readonly limitClass?: LimitClass;
  /** The answer carries a secret and is never kept for a replay. */
  readonly secret?: boolean;
  /** It may be answered by a read replica. */
  readonly mayLag?: boolean;
  /** It takes no Idempotency-Key. */
  readonly once?: boolean;
  /** Since when it is deprecated, when it goes away, where to read about it. */
  readonly deprecation?: { readonly since: Date; readonly sunset?: Date; readonly link?: string };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly own?: RouteOptions;
  }
}

/** Adds to what the route says about itself. */
export const routeOptions =
  (options: RouteOptions): MethodDecorator =>
  (_target, _name, descriptor) => {
    const handler: unknown = descriptor.value;
    if (typeof handler !== 'function') return;
    const before: { own?: RouteOptions } | undefined = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler);
    Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG_METADATA, { own: { ...before?.own, ...options } }, handler);
  };

/** The answer may also be one of these media types; the controller looks at `@Accepted()`. */
export const Produces = (...produces: string[]): MethodDecorator => routeOptions({ produces });

/** The body reaches `@Body()` as a Buffer, whatever the bytes are. */
export const RawBody = (rawTypes: readonly string[], bodyLimit: number): MethodDecorator =>
  routeOptions({ rawTypes, bodyLimit, limitClass: 'uploads' });

/** The answer shows a secret once: it is never stored, and a replay of its Idempotency-Key is refused. */
export const AnswersSecret = (): MethodDecorator => routeOptions({ secret: true });

/** The answer may be seconds old: a read replica gives it, unless the caller has just written. */
export const MayLag = (): MethodDecorator => routeOptions({ mayLag: true });

/** The endpoint goes away: `Deprecation` and `Sunset` header fields say when. */
export const Deprecated = (since: Date, sunset?: Date, link?: string): MethodDecorator =>
  routeOptions({ deprecation: { since, sunset, link } });

/** Returns what the matched route says about itself. */
export const optionsOf = (request: FastifyRequest): RouteOptions => request.routeOptions.config.own ?? {};
