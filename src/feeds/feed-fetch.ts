import type { Egress } from '../egress/egress.client.js';
import { EgressError } from '../egress/egress-error.js';
import { DomainError } from '../kernel/domain-error.js';
import type { PollRequest } from './feed-polls.js';

export interface Known {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Fetched {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A source asks for a pause. */
export class ComeBackLater extends Error {
  constructor(
    readonly seconds: number,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'ComeBackLater';
  }
}

const MAX_PAGES = 50;
const DEFAULT_PAUSE_S = 300;
const LONGEST_PAUSE_S = 3600;

export interface Address extends PollRequest {
  readonly url: string;
  /** Hosts that the code vouches for. */
  readonly hosts: readonly string[];
}

/**
 * Fetches one address, asking whether it changed since `known`; undefined where it did not. Throws DomainError
 * 'unavailable' with one sentence, or ComeBackLater where the source asks for a pause.
 */
export async function fetchOne(egress: Egress, address: Address, known?: Known): Promise<Fetched | undefined> {
  const { status, headers, body } = await ask(egress, address, address.url, conditional(known));
  if (status === 304 && known !== undefined) return undefined;
  refuseOther(status, headers, address);
  return {
    bytes: body,
    contentType: headers['content-type'] ?? '',
    etag: headers['etag'] ?? null,
    lastModified: headers['last-modified'] ?? null,
  };
}

/** Fetches JSON lists, each over the pages that `Link` leads to, and returns them as one list. */
export async function fetchList(egress: Egress, addresses: readonly Address[]): Promise<Fetched> {
  const pages: Buffer[] = [];
  for (const address of addresses) {
    let url: string | undefined = address.url;
    for (let page = 0; url !== undefined && page < MAX_PAGES; page += 1) {
      const answer = await ask(egress, address, url, {});
      refuseOther(answer.status, answer.headers, address);
      pages.push(entriesOf(answer.body, address));
      url = nextPage(answer.headers['link'], url);
      const pause = url === undefined ? undefined : exhausted(answer.headers['ratelimit']);
      if (pause !== undefined) throw new ComeBackLater(pause, `${hostOf(address)} allows no more calls for now.`);
    }
  }
  const filled = pages.filter((entries) => entries.length > 0);
  const bytes = Buffer.concat([
    OPEN,
    ...filled.flatMap((entries, index) => (index === 0 ? entries : [COMMA, entries])),
    CLOSE,
  ]);
  return { bytes, contentType: 'application/json', etag: null, lastModified: null };
}

async function ask(egress: Egress, { headers, hosts }: Address, url: string, more: Readonly<Record<string, string>>) {
  try {
    return await egress.request({ url, hosts, headers: { ...headers, ...more } });
  } catch (error) {
    if (error instanceof EgressError) throw new DomainError('unavailable', 'feed-unreachable', error.message);
    throw error;
  }
}

const conditional = (known: Known | undefined): Record<string, string> => ({
  ...(known?.etag ? { 'if-none-match': known.etag } : {}),
  ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
});

function refuseOther(status: number, headers: Readonly<Record<string, string>>, address: Address): void {
  const host = hostOf(address);
  if (status === 429 || (status === 503 && headers['retry-after'] !== undefined))
    throw new ComeBackLater(pauseOf(headers), `${host} asks for a pause.`);
  if (status !== 200) throw new DomainError('unavailable', 'feed-unreachable', `${host} answered ${status}.`);
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!address.types.includes(type))
    throw new DomainError('unprocessable', 'payload-unreadable', `${host} answered in ${type || 'no type'}.`);
}

/** Seconds of `Retry-After` or of the rate limit's reset, within an hour. */
function pauseOf(headers: Readonly<Record<string, string>>): number {
  const stated = Number(headers['retry-after'] ?? /t=(\d+)/.exec(headers['ratelimit'] ?? '')?.[1]);
  return Number.isFinite(stated) && stated > 0 ? Math.min(stated, LONGEST_PAUSE_S) : DEFAULT_PAUSE_S;
}

/** `"api";r=0;t=42`: none left for 42 seconds. */
function exhausted(rateLimit: string | undefined): number | undefined {
  const [, left, reset] = /r=(\d+);\s*t=(\d+)/.exec(rateLimit ?? '') ?? [];
  return left === '0' ? Math.min(Number(reset), LONGEST_PAUSE_S) : undefined;
}

/** The next page, on the same host only. */
function nextPage(link: string | undefined, from: string): string | undefined {
  const [, target] = /<([^>]+)>;\s*rel="next"/.exec(link ?? '') ?? [];
  if (target === undefined || !URL.canParse(target, from)) return undefined;
  const next = new URL(target, from);
  return next.origin === new URL(from).origin ? next.href : undefined;
}

const OPEN = Buffer.from('[');
const COMMA = Buffer.from(',');
const CLOSE = Buffer.from(']');

/** What stands between the brackets of a JSON list, as it came: thousands of entries as objects would weigh ten times as much. */
function entriesOf(body: Buffer, address: Address): Buffer {
  const text = body.toString('utf8');
  if (!isList(text))
    throw new DomainError('unprocessable', 'payload-unreadable', `${hostOf(address)} did not answer with a JSON list.`);
  return Buffer.from(text.trim().slice(1, -1).trim());
}

function isList(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

const hostOf = ({ url }: Address): string => new URL(url).hostname;
