import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** One event in its place: what the hash covers, and the hash. Hashes are lower-case hex SHA-256. */
export interface Link {
  readonly position: number;
  /** RFC 3339 in UTC with milliseconds, by the database's clock. */
  readonly at: string;
  /** Canonical JSON of the event. */
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** A place in the chain that was vouched for from outside the database. */
export interface Anchor {
  readonly position: number;
  readonly hash: string;
}

export const BAD_REASONS = ['missing', 'altered', 'relinked', 'rewritten'] as const;
export type BadReason = (typeof BAD_REASONS)[number];

export interface Verdict {
  readonly intact: boolean;
  /** Events that were read, the bad one included. */
  readonly events: number;
  readonly head: Anchor;
  /** The first position that is proven wrong: gone, changed in place, torn from the one before, or not what was vouched for. */
  readonly firstBad: { readonly position: number; readonly reason: BadReason } | null;
  /** Last position that a signed checkpoint vouches for; behind a rewritten tail the damage begins after it. */
  readonly vouchedUpTo: number;
}

const GENESIS = '0'.repeat(64);

/** Returns SHA-256 of position, time, previous hash and body, one per line. */
export const linkHash = ({ position, at, prevHash, body }: Omit<Link, 'hash'>): string =>
  createHash('sha256').update(`${position}\n${at}\n${prevHash}\n${body}`).digest('hex');

/** Reads a chain link by link and keeps the first thing that is wrong with it. */
export class ChainVerifier {
  private head: Anchor = { position: 0, hash: GENESIS };
  private events = 0;
  private vouchedUpTo = 0;
  private firstBad: Verdict['firstBad'] = null;
  private readonly anchors: ReadonlyMap<number, string>;

  constructor(anchors: readonly Anchor[] = []) {
    this.anchors = new Map(anchors.map(({ position, hash }) => [position, hash]));
  }

  /** Returns false once the chain is known to be broken; later links prove nothing. */
  add(link: Link): boolean {
    if (this.firstBad !== null) return false;
    if (this.events === 0) this.beginAt(link.position - 1);
    this.events += 1;
    const expected = this.head.position + 1;
    if (link.position !== expected) this.refuse(Math.min(expected, link.position), 'missing');
    else if (link.prevHash !== this.head.hash) this.refuse(expected, 'relinked');
    else if (linkHash(link) !== link.hash) this.refuse(expected, 'altered');
    else this.accept(link);
    return this.firstBad === null;
  }

  /** Returns what was found; anchors behind the last link mean that the tail is gone. */
  verdict(): Verdict {
    const { head, events, vouchedUpTo } = this;
    const beyond = [...this.anchors.keys()].some((position) => position > head.position);
    const firstBad = this.firstBad ?? (beyond ? { position: head.position + 1, reason: 'missing' as const } : null);
    return { intact: firstBad === null, events, head, firstBad, vouchedUpTo };
  }

  /** An export may begin behind a checkpoint. */
  private beginAt(position: number): void {
    const hash = this.anchors.get(position);
    if (hash === undefined) return;
    this.head = { position, hash };
    this.vouchedUpTo = position;
  }

  private accept({ position, hash }: Link): void {
    const vouched = this.anchors.get(position);
    if (vouched !== undefined && vouched !== hash) return this.refuse(position, 'rewritten');
    if (vouched !== undefined) this.vouchedUpTo = position;
    this.head = { position, hash };
  }

  private refuse(position: number, reason: BadReason): void {
    this.firstBad = { position, reason };
  }
}

/** Returns the line of an export: the event's own fields between its place and its hashes. */
export const exportLine = ({ position, at, body, prevHash, hash }: Link): string =>
  canonicalJson({ position, at, ...parseObject(body), prevHash, hash });

/** Returns the link of an exported line. Throws SyntaxError where a line is not one. */
export function importLine(line: string): Link {
  const { position, at, prevHash, hash, ...event } = parseObject(line);
  if (
    typeof position !== 'number' ||
    typeof at !== 'string' ||
    typeof prevHash !== 'string' ||
    typeof hash !== 'string'
  )
    throw new SyntaxError('not a line of an audit export');
  return { position, at, body: canonicalJson(event), prevHash, hash };
}

function parseObject(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('not a JSON object');
  return { ...value };
}
