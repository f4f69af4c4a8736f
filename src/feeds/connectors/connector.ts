import type { Found, FoundRelease, RejectedItem } from '../../catalogue/domain/release.js';

export interface PayloadContext {
  /** The day on which the payload was taken, `YYYY-MM-DD`: nothing in it can have happened later. */
  readonly asOf: string;
}

/**
 * Makes of one payload what it says about releases; pure. One bad item is refused alone, with its position and the
 * reason; throws DomainError 'unprocessable' only where the payload as a whole is not the source's.
 */
export type Connector = (bytes: Uint8Array, context: PayloadContext) => Found;

export type Reject = (position: string, reason: string, item: unknown) => void;

/** Collects what an item-by-item reader finds; an item that throws is refused, the others land. */
export function collect<Item>(
  items: Iterable<readonly [position: string, item: Item]>,
  read: (item: Item, position: string, reject: Reject) => FoundRelease | readonly FoundRelease[] | undefined,
): Found {
  const releases: FoundRelease[] = [];
  const rejected: RejectedItem[] = [];
  const reject: Reject = (position, reason, item) => rejected.push({ position, reason, item });
  for (const [position, item] of items) {
    const found = read(item, position, reject);
    if (found !== undefined) releases.push(...[found].flat());
  }
  return { releases, rejected };
}
