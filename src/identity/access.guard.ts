import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/domain-error.js';
import { can, permissionMissing } from '../kernel/permission.js';
import type { Permission } from '../kernel/permission.js';
import { PUBLIC, REQUIRED_PERMISSION } from './access.decorators.js';
import { CallerService } from './caller.service.js';

/** Lets a request pass when its caller has the permission of the route; default deny. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: CallerService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const required = this.reflector.getAllAndOverride<Permission | typeof PUBLIC | undefined>(REQUIRED_PERMISSION, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (required === PUBLIC) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.callers.actorOf(request);
    if (actor === undefined) {
      throw new DomainError('unauthenticated', 'unauthenticated', 'Sign in, or send a bearer token.');
    }
    request.scope.actor = actor;
    if (required !== undefined && can(actor, required)) return true;
    throw permissionMissing(required ?? 'undeclared');
  }
}
