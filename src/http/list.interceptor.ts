import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, map } from 'rxjs';
import type { Observable } from 'rxjs';
import { Config } from '../config/env.js';
import type { Page } from '../kernel/page.js';
import { accepted } from './accept.js';
import { csvOf } from './csv.js';
import { CursorSigner } from './cursor.js';
import { derivedKey } from './derived-key.js';
import { CSV, PageView } from './page-view.js';

const EXPORT_SLICE = 5_000;
const EXPORT_MAX_ROWS = 200_000;

/** Signs and verifies cursors, links to the next page, and writes lists as CSV. */
@Injectable()
export class ListInterceptor implements NestInterceptor {
  private readonly signer: CursorSigner;

  constructor(config: Config) {
    this.signer = new CursorSigner(derivedKey(config, 'cursor'));
  }

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if (request.method !== 'GET' && request.method !== 'HEAD') return next.handle();
    const list = listName(request);
    const cursor = parameter(request, 'cursor');
    const after = cursor === undefined ? null : this.signer.verify(cursor, list);
    if (accepted(request) === CSV) return from(this.export(request, reply, next));
    if (after !== null) request.scope.slice = { after };
    return next
      .handle()
      .pipe(map((answer) => (answer instanceof PageView ? this.page(answer, list, request, reply) : answer)));
  }

  private page(page: PageView<unknown>, list: string, request: FastifyRequest, reply: FastifyReply): object {
    const next = page.next === null ? null : this.signer.sign(page.next, list);
    if (next !== null) void reply.header('link', `<${nextAddress(request, next)}>; rel="next"`);
    return { items: page.items, next, total: page.total };
  }

  /** Asks the list for slice after slice until it ends. */
  private async export(request: FastifyRequest, reply: FastifyReply, next: CallHandler<unknown>): Promise<unknown> {
    const rows: unknown[] = [];
    let after: Page<unknown>['next'] = null;
    do {
      request.scope.slice = { limit: EXPORT_SLICE, after };
      const answer: unknown = await lastValueFrom(next.handle());
      if (!(answer instanceof PageView)) return answer;
      rows.push(...answer.items);
      after = answer.next;
    } while (after !== null && rows.length < EXPORT_MAX_ROWS);
    void reply.type(`${CSV}; charset=utf-8; header=present`);
    void reply.header('content-disposition', `attachment; filename="${fileName(request)}.csv"`);
    return csvOf(rows);
  }
}

const parameters = (request: FastifyRequest): [string, string][] =>
  [...new URL(request.url, 'http://localhost').searchParams].sort(([a], [b]) => a.localeCompare(b));

const parameter = (request: FastifyRequest, name: string): string | undefined =>
  parameters(request).find(([key]) => key === name)?.[1];

/** Path, sort and filters: what a cursor is bound to. */
const listName = (request: FastifyRequest): string =>
  JSON.stringify([
    request.url.split('?')[0],
    parameters(request).filter(([key]) => key !== 'cursor' && key !== 'limit'),
  ]);

function nextAddress(request: FastifyRequest, cursor: string): string {
  const url = new URL(request.originalUrl, 'http://localhost');
  url.searchParams.set('cursor', cursor);
  return url.pathname + url.search;
}

const fileName = (request: FastifyRequest): string =>
  (request.url.split('?')[0] ?? '').split('/').filter(Boolean).slice(1).join('-') || 'list';
