import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Permission } from '../kernel/permission.js';

export const REQUIRED_PERMISSION = 'modelfolio:permission';
export const PUBLIC = 'public';

/** The permission that a caller of this route must have; ownership is checked in the query on top. */
export const Requires = (permission: Permission): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(REQUIRED_PERMISSION, permission),
    ApiBearerAuth('bearer'),
    ApiExtension('x-permission', permission),
  );

/** Everybody may call this route, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(REQUIRED_PERMISSION, PUBLIC), ApiExtension('x-permission', PUBLIC));

/** Who is calling. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>().scope;
  if (actor === undefined)
    throw new DomainError('unauthenticated', 'unauthenticated', 'Sign in, or send a bearer token.');
  return actor;
});
