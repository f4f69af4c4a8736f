import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { Events } from '../events/events.writer.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { nameTaken, refusing, requireVersion } from './constraint-errors.js';
import { GpuPoolEntity } from './gpu-pool.entity.js';
import { patched } from './merge-patch.js';
import type { NewPool } from './portfolio.types.js';

const LOCK = statement<NewPool & { version: number }>(
  'pools.lock',
  `SELECT version, name, gpu_type AS "gpuType", gpu_count AS "gpuCount", memory_gb_per_gpu AS "memoryGbPerGpu", hosting, location
   FROM gpu_pool WHERE id = $1 FOR UPDATE`,
);

const REFUSALS = { gpu_pool_name_uq: nameTaken('GPU pool') };

@Injectable()
export class PoolsService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Registers a pool and returns its id; throws `name-taken`. */
  register(pool: NewPool, actor: Actor): Promise<string> {
    return this.db.transaction(async (tx) => {
      const id = newId();
      const now = this.clock.now();
      // Asked at once, they leave in one piece; what is refused undoes all.
      await refusing(REFUSALS, () =>
        Promise.all([
          tx.insert(GpuPoolEntity, { ...pool, id, createdAt: now, updatedAt: now }),
          this.audit.record(tx, { kind: 'pool.registered', subject: { type: 'pool', id }, actor, after: pool }),
          this.events.publish(tx, { kind: 'pool.changed', gpuPoolId: id }),
        ]),
      );
      return id;
    });
  }

  /** Changes the fields that are given; throws `pool-not-found`, `stale`, `name-taken`. */
  change(id: string, patch: Partial<NewPool>, version: number, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      const locked = await tx.one(LOCK, [id]);
      if (locked === undefined)
        throw new DomainError('not-found', 'pool-not-found', 'There is no GPU pool with this id.');
      const { version: current, ...before } = locked;
      requireVersion(current, version);
      const after = patched<NewPool>(before, patch);
      const row = { ...after, version: version + 1, updatedAt: this.clock.now() };
      await refusing(REFUSALS, () => tx.manager.update(GpuPoolEntity, { id }, row));
      await this.audit.record(tx, { kind: 'pool.changed', subject: { type: 'pool', id }, actor, before, after });
      await this.events.publish(tx, { kind: 'pool.changed', gpuPoolId: id });
    });
  }
}
