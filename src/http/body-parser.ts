import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/domain-error.js';
import { optionsOf } from './route-options.js';

export const BODY_LIMIT = 1024 * 1024;
const MAX_DEPTH = 32;
const MERGE_PATCH = 'application/merge-patch+json';

/** Takes JSON in UTF-8 of bounded depth; routes marked `@RawBody` get the bytes themselves. */
export function parseBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, typeof body === 'string' ? undefined : bodyOf(request, body));
    } catch (error) {
      done(error instanceof Error ? error : new TypeError('unreadable body'));
    }
  });
}

function bodyOf(request: FastifyRequest, bytes: Buffer): unknown {
  const { rawTypes } = optionsOf(request);
  const type = mediaType(request);
  const takes = rawTypes ?? (request.method === 'PATCH' ? [MERGE_PATCH, 'application/json'] : ['application/json']);
  if (!takes.includes(type) && !(bytes.length === 0 && rawTypes === undefined)) {
    throw new DomainError('unsupported-media-type', 'unsupported-media-type', `Send ${takes.join(' or ')}.`);
  }
  request.scope.bodyDigest = createHash('sha256').update(bytes).digest('hex');
  if (rawTypes !== undefined) return bytes;
  return bytes.length === 0 ? undefined : jsonOf(bytes);
}

const mediaType = ({ headers }: FastifyRequest): string =>
  (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

function jsonOf(bytes: Buffer): unknown {
  const text = textOf(bytes);
  if (depthOf(text) > MAX_DEPTH) {
    throw new DomainError('malformed', 'json-too-deep', `The JSON nests deeper than ${MAX_DEPTH} levels.`);
  }
  try {
    return JSON.parse(text, refuseHarm);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const where = error instanceof SyntaxError ? (/ at position \d+/.exec(error.message)?.[0] ?? '') : '';
    throw new DomainError('malformed', 'broken-json', `The body is not JSON${where}.`);
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('malformed', 'not-utf-8', 'The body is not UTF-8.');
  }
}

/** Refuses what no field may hold: keys that reach into the prototype of the parsed object, and text that PostgreSQL cannot store. */
function refuseHarm(this: unknown, key: string, value: unknown): unknown {
  if (key === '__proto__') throw new DomainError('malformed', 'forbidden-key', 'The key __proto__ is not allowed.');
  if (UNSTORABLE.test(key) || (typeof value === 'string' && UNSTORABLE.test(value))) throw unstorable();
  return value;
}

/** Refuses addresses with a NUL character in path or query. */
export function refuseNul(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => done(request.url.includes('%00') ? unstorable() : undefined));
}

/** NUL, and halves of a character that stand alone. */
const UNSTORABLE = /[\0\uD800-\uDFFF]/u;

const unstorable = (): DomainError =>
  new DomainError('malformed', 'bad-character', 'Text must not contain NUL characters or halves of a character.');

/** Deepest nesting of a JSON text, found without parsing it. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === BRACE || code === BRACKET) deepest = Math.max(deepest, (depth += 1));
    else if (code === BRACE_END || code === BRACKET_END) depth -= 1;
  }
  return deepest;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;
const BRACE_END = 0x7d;
const BRACKET = 0x5b;
const BRACKET_END = 0x5d;
