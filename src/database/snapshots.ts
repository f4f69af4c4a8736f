import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { statement } from './statement.js';

/** After a fail-over numbers of transactions may come again, on a server that started at another time. */
const SEEN = statement<{ seen: string }>(
  'snapshots.current',
  `SELECT pg_current_snapshot() || '/' || extract(epoch FROM pg_postmaster_start_time()) AS seen`,
);

const ignore = (): void => undefined;

/** Tells by one word what the primary has committed: the same word again means that nothing has changed in between. */
@Injectable()
export class Snapshots {
  private asking: Promise<string> | undefined;
  private next: Promise<string> | undefined;

  constructor(private readonly database: Database) {}

  /** Returns the word of a moment after this call; all who ask while one question is under way share the next one. */
  current(): Promise<string> {
    if (this.asking === undefined) return this.ask();
    this.next ??= this.asking.then(ignore, ignore).then(() => {
      this.next = undefined;
      return this.ask();
    });
    return this.next;
  }

  private ask(): Promise<string> {
    const asked = this.database.readOne(SEEN, []).then((row) => row?.seen ?? '');
    const settled = asked.finally(() => {
      if (this.asking === settled) this.asking = undefined;
    });
    this.asking = settled;
    return settled;
  }
}
