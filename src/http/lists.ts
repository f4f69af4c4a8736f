import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
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
export class Lists {
  private readonly signer: CursorSigner;

  constructor(config: Config) {
    this.signer = new CursorSigner(derivedKey(config, 'cursor'));
  }

  /** Turns the cursor of a read into its slice; returns whether a whole list is wanted as CSV. Throws 'malformed'. */
  prepare(request: FastifyRequest): boolean {
    const cursor = request.url.includes('?') ? parameter(request, 'cursor') : undefined;
    if (cursor !== undefined) request.scope.slice = { after: this.signer.verify(cursor, listName(request)) };
    return accepted(request) === CSV;
  }

  /** Shows each page with the signed cursor of the next. */
  show(server: FastifyInstance): void {
    server.addHook('preSerialization', (request, reply, payload, done) => {
      done(null, payload instanceof PageView ? this.page(payload, request, reply) : payload);
    });
  }

  /** Asks the list for slice after slice until it ends. */
  async export(request: FastifyRequest, reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
    const rows: unknown[] = [];
    let after: Page<unknown>['next'] = null;
    do {
      request.scope.slice = { limit: EXPORT_SLICE, after };
      const answer = await work();
      if (!(answer instanceof PageView)) return answer;
      rows.push(...answer.items);
      after = answer.next;
    } while (after !== null && rows.length < EXPORT_MAX_ROWS);
    void reply.type(`${CSV}; charset=utf-8; header=present`);
    void reply.header('content-disposition', `attachment; filename="${fileName(request)}.csv"`);
    return csvOf(rows);
  }

  private page({ items, next, total }: PageView<unknown>, request: FastifyRequest, reply: FastifyReply): object {
    if (next === null) return { items, next, total };
    const cursor = this.signer.sign(next, listName(request));
    void reply.header('link', `<${nextAddress(request, cursor)}>; rel="next"`);
    return { items, next: cursor, total };
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
