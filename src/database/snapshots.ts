import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Database } from './database.js';
import { statement } from './statement.js';

/** After a fail-over numbers of transactions may come again, on a server that started at another time. */
const SEEN = statement<{ seen: string }>(
  'snapshots.current',
  `SELECT pg_current_snapshot() || '/' || extract(epoch FROM pg_postmaster_start_time()) AS seen`,
);
/** Whoever waits longer does better without an answer. */
const PATIENCE_MS = 1_000;

const ignore = (): void => undefined;

/** Tells by one word what the primary has committed: the same word again means that nothing has changed in between. */
@Injectable()
export class Snapshots implements OnModuleInit {
  private asking: Promise<string | undefined> | undefined;
  private next: Promise<string | undefined> | undefined;
  private lost = 0;

  constructor(private readonly database: Database) {}

  /** A server that crashed and recovered under the same postmaster may give numbers again, too; all its sessions are gone. */
  onModuleInit(): void {
    this.database.pool.on('remove', () => (this.lost += 1));
  }

  /**
   * Returns the word of a moment after this call, or undefined when the database does not say it within a second; all who
   * ask while one question is under way share the next one. Throws DomainError 'unavailable' without a database.
   */
  current(): Promise<string | undefined> {
    if (this.asking === undefined) return this.ask();
    this.next ??= this.asking.then(ignore, ignore).then(() => {
      this.next = undefined;
      return this.ask();
    });
    return this.next;
  }

  private ask(): Promise<string | undefined> {
    const { lost } = this;
    const asked = this.database.readOne(SEEN, []).then((row) => row && `${lost}/${row.seen}`);
    const settled = withPatience(asked).finally(() => {
      if (this.asking === settled) this.asking = undefined;
    });
    this.asking = settled;
    return settled;
  }
}

function withPatience<T>(asked: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
