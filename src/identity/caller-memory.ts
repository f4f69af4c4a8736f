import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';

/** How long another process may still answer reads of a caller who was shut out on this one. */
const KEPT_MS = 2_000;
const MOST = 5_000;

interface Found {
  readonly actor: Actor;
  readonly at: number;
}

/** Callers found moments ago, so that a burst of reads looks each of them up once. */
@Injectable()
export class CallerMemory {
  private readonly found = new Map<string, Found>();
  private forgotten = 0;

  constructor(private readonly clock: Clock) {}

  /** Returns whom `find` has found for these credentials within the last two seconds, else asks it. */
  async recall(credentials: string, find: () => Promise<Actor | undefined>): Promise<Actor | undefined> {
    const now = this.clock.now().getTime();
    const known = this.found.get(credentials);
    if (known !== undefined && now >= known.at && now < known.at + KEPT_MS) return known.actor;
    const before = this.forgotten;
    const actor = await find();
    // What was read before a change ended must not outlive it.
    if (actor !== undefined && before === this.forgotten) this.keep(credentials, { actor, at: now });
    return actor;
  }

  /** For after the commit of whatever takes access or roles from somebody: the next request of everybody is looked up. */
  forget(): void {
    this.forgotten += 1;
    this.found.clear();
  }

  /** Only credentials that are good get here, so nobody else can fill the memory. */
  private keep(credentials: string, found: Found): void {
    const [oldest] = this.found.keys();
    this.found.delete(credentials);
    if (this.found.size >= MOST && oldest !== undefined) this.found.delete(oldest);
    this.found.set(credentials, found);
  }
}
