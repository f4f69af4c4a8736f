import { applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/domain-error.js';

const TAG = /^"(\d{1,9})(?:\.[\w-]+)?"$/;

/** The version that the caller has seen, from `If-Match`. Throws 'precondition-required' without it, 'malformed' for another's. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) {
    throw new DomainError(
      'precondition-required',
      'if-match-required',
      'Send If-Match with the ETag of the resource as you last saw it.',
    );
  }
  const version = TAG.exec(header.trim())?.[1];
  if (version !== undefined) return Number(version);
  throw new DomainError('malformed', 'bad-if-match', 'If-Match must be one strong ETag of this resource.');
});

/** Documents that the operation needs `If-Match`. */
export const NeedsIfMatch = (): MethodDecorator =>
  applyDecorators(ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the resource.' }));
