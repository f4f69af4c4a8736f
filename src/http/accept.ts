import type { FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/domain-error.js';
import { optionsOf } from './route-options.js';

const JSON_ONLY = ['application/json'] as const;
const ANYTHING = '*/*';

/** An ending of the path stands for a media type: `/v1/models.csv`. */
export const TYPE_OF_SUFFIX: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.pdf': 'application/pdf',
  '.ndjson': 'application/x-ndjson',
  '.cdx.json': 'application/vnd.cyclonedx+json',
};

/** Returns the media type of the answer: the best that the route has and the caller takes. Throws 'not-acceptable'. */
export function accepted(request: FastifyRequest): string {
  const produces = optionsOf(request).produces ?? JSON_ONLY;
  const { accept = ANYTHING } = request.headers;
  const found = accept === ANYTHING ? produces[0] : negotiate(accept, produces);
  if (found !== undefined) return found;
  throw new DomainError('not-acceptable', 'not-acceptable', `This address answers ${produces.join(', ')}.`);
}

/** Returns the offered type that the Accept field (RFC 9110) prefers, the first offered one among equals. */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | undefined {
  const ranges = parse(accept ?? ANYTHING);
  const rated = offered.map((type) => ({ type, quality: qualityOf(type, ranges) }));
  const best = Math.max(...rated.map(({ quality }) => quality));
  return best > 0 ? rated.find(({ quality }) => quality === best)?.type : undefined;
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

const parse = (accept: string): Range[] =>
  accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const q = parameters.find((each) => each.startsWith('q='))?.slice(2);
    return { type: type === '' ? '*/*' : type, quality: q === undefined ? 1 : Number(q) || 0 };
  });

/** The most specific range that fits decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  for (const wanted of [type, `${type.split('/')[0]}/*`, '*/*']) {
    const fits = ranges.filter((range) => range.type === wanted);
    if (fits.length > 0) return Math.max(...fits.map(({ quality }) => quality));
  }
  return 0;
}
