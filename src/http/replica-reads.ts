import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { optionsOf } from './route-options.js';

/** How long a replica may take to show what its primary has committed. */
const LAG_SECONDS = 10;

/** Every write leaves its mark in the caller's budget, which all processes share, until a minute after its first. */
const HAS_WRITTEN = statement<{ key: string }>(
  'replica.has-written',
  `SELECT key FROM rate_limit WHERE key = ANY ($1)
     AND expire > extract(epoch FROM clock_timestamp() - make_interval(secs => ${LAG_SECONDS})) * 1000 LIMIT 1`,
);

/**
 * Lets a read replica answer where a route says that it may. Whoever has written within the last ten seconds, through
 * whichever process, is answered by the primary and so sees their own change.
 */
@Injectable()
export class ReplicaReads {
  constructor(private readonly database: Database) {}

  /** Whether there is a replica that may answer this route. */
  takes(request: FastifyRequest): boolean {
    return this.database.hasReplica && optionsOf(request).mayLag === true;
  }

  /** Returns the answer of the work, whose reads go to the replica unless the caller has just written. */
  async answer(request: FastifyRequest, work: () => Promise<unknown>): Promise<unknown> {
    const caller = request.scope.actor?.personId ?? request.ip;
    const marks = ['writes', 'uploads'].map((budget) => `${budget}:${caller}`);
    const written = await this.database.readOne(HAS_WRITTEN, [marks]);
    return written === undefined ? this.database.lag(work) : work();
  }
}
