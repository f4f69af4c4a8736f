import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/domain-error.js';

type RouteArguments = Readonly<Record<string, { readonly data?: unknown }>>;

/** Refuses parameters of routes that take none; those of a query class are the validation's business. */
@Injectable()
export class UnknownParametersGuard implements CanActivate {
  private readonly known = new WeakMap<object, ReadonlySet<string> | 'class'>();

  canActivate(context: ExecutionContext): boolean {
    const { url } = context.switchToHttp().getRequest<FastifyRequest>();
    const at = url.indexOf('?');
    if (at < 0 || !url.startsWith('/v1/')) return true;
    const known = this.knownTo(context);
    if (known === 'class') return true;
    const unknown = [...new URLSearchParams(url.slice(at))].map(([name]) => name).filter((name) => !known.has(name));
    if (unknown.length === 0) return true;
    const fields = unknown.map((name) => ({
      pointer: `?${name}`,
      code: 'unknown-field',
      detail: `${name} is not known here`,
    }));
    throw new DomainError('invalid', 'validation-failed', `Not acceptable: ?${unknown.join(', ?')}.`, fields);
  }

  private knownTo(context: ExecutionContext): ReadonlySet<string> | 'class' {
    const handler = context.getHandler();
    const known = this.known.get(handler) ?? namesOf(context.getClass(), handler.name);
    this.known.set(handler, known);
    return known;
  }
}

/** The parameters that a method takes one by one, or `class` when a class describes them. */
function namesOf(controller: object, method: string): ReadonlySet<string> | 'class' {
  const described: RouteArguments = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {};
  const queries = Object.entries(described).filter(([key]) => key.startsWith(`${RouteParamtypes.QUERY}:`));
  const names = queries.map(([, { data }]) => data);
  return names.some((name) => typeof name !== 'string') ? 'class' : new Set(names.map(String));
}
