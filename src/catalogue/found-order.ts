import { identify } from './domain/identity.js';
import type { FoundRelease } from './domain/release.js';

/**
 * Returns the items in an order that puts those of one vendor, and of one release, side by side: a payload recorded in
 * pieces then settles each release once. The end state is the same in any order.
 */
export function byRelease(items: readonly FoundRelease[]): readonly FoundRelease[] {
  const keyed = items.map((item) => ({ item, key: identify(item)?.signature ?? '' }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}
