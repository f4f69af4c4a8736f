import { createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../kernel/domain-error.js';
import type { Page } from '../kernel/page.js';

export type Position = NonNullable<Page<unknown>['next']>;

const SIGNATURE_BYTES = 16;

/**
 * Signs positions of keyset lists. A cursor is bound to the list it came from: its route, its sort and its filters,
 * so that it can neither be forged nor carried to another list.
 */
export class CursorSigner {
  constructor(private readonly key: Buffer) {}

  /** Returns the opaque cursor of a position; `list` names route, sort and filters. */
  sign(position: Position, list: string): string {
    const payload = Buffer.from(JSON.stringify(position));
    return Buffer.concat([this.signature(payload, list), payload]).toString('base64url');
  }

  /** Returns the position that the cursor stands for. Throws DomainError 'malformed'. */
  verify(cursor: string, list: string): Position {
    const bytes = Buffer.from(cursor, 'base64url');
    const payload = bytes.subarray(SIGNATURE_BYTES);
    const given = bytes.subarray(0, SIGNATURE_BYTES);
    const whole = given.length === SIGNATURE_BYTES && bytes.toString('base64url') === cursor;
    const genuine = whole && timingSafeEqual(given, this.signature(payload, list));
    if (!genuine) {
      throw new DomainError(
        'malformed',
        'bad-cursor',
        'The cursor does not belong to this list; begin at the first page.',
        [{ pointer: '?cursor', code: 'bad-cursor', detail: 'cursor must be the next of a page of the same list' }],
      );
    }
    const [value, id]: Position = JSON.parse(payload.toString());
    return [value, id];
  }

  private signature(payload: Buffer, list: string): Buffer {
    const hmac = createHmac('sha256', this.key).update(list).update('\0').update(payload);
    return hmac.digest().subarray(0, SIGNATURE_BYTES);
  }
}
