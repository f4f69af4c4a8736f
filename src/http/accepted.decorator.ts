import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accepted } from './accept.js';

/** The media type to answer in: the best of the route's `@Produces` that the caller takes. */
export const Accepted = createParamDecorator((_data: unknown, context: ExecutionContext): string =>
  accepted(context.switchToHttp().getRequest<FastifyRequest>()),
);
