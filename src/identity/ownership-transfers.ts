import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import type { Actor } from '../kernel/actor.js';

/** What one feature moves when a person hands everything over; it writes its own trail. */
export interface OwnershipTransfer {
  /** Word for what is moved, in the plural: `tools`. */
  readonly what: string;
  /** Moves all that `from` owns to `to` and returns how many there were. */
  transfer(tx: Tx, from: string, to: string, actor: Actor): Promise<number>;
}

/** Features whose records have owners sign up here when they start; people lie below them and do not know them. */
@Injectable()
export class OwnershipTransfers {
  private readonly transfers: OwnershipTransfer[] = [];

  add(transfer: OwnershipTransfer): void {
    this.transfers.push(transfer);
  }

  /** Moves everything in the caller's transaction and returns the count of each kind. */
  async all(tx: Tx, from: string, to: string, actor: Actor): Promise<Record<string, number>> {
    const moved: Record<string, number> = {};
    for (const each of this.transfers) moved[each.what] = await each.transfer(tx, from, to, actor);
    return moved;
  }
}
