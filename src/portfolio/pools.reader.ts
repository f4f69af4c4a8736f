import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { Hosting } from './domain/vocabulary.js';

export interface PoolRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly gpuType: string;
  readonly gpuCount: number;
  readonly memoryGbPerGpu: number;
  readonly hosting: Hosting;
  readonly location: string;
  /** Models that are placed here and not retired. */
  readonly models: readonly { readonly id: string; readonly name: string }[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface PoolFilters {
  readonly q?: string;
  readonly hosting?: Hosting;
}

const SELECT = `
  SELECT p.id, p.version, p.name, p.gpu_type AS "gpuType", p.gpu_count AS "gpuCount",
    p.memory_gb_per_gpu AS "memoryGbPerGpu", p.hosting, p.location,
    p.created_at AS "createdAt", p.updated_at AS "updatedAt",
    (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY m.name), '[]')
       FROM model m WHERE m.gpu_pool_id = p.id AND m.lifecycle <> 'RETIRED') AS models
  FROM gpu_pool p`;

export const POOL_LIST = new List<PoolRow, 'name' | 'createdAt'>({
  name: 'pools.list',
  select: `${SELECT}
    WHERE ($1::text IS NULL OR strpos(lower(p.name), lower($1)) > 0 OR strpos(lower(p.gpu_type), lower($1)) > 0)
      AND ($2::text IS NULL OR p.hosting = $2)`,
  filterCount: 2,
  sorts: {
    name: { expression: 'name', type: 'text' },
    createdAt: { expression: '"createdAt"', type: 'timestamptz' },
  },
});

const ONE = statement<PoolRow>('pools.one', `${SELECT} WHERE p.id = $1`);

@Injectable()
export class PoolsReader {
  constructor(private readonly db: Database) {}

  list(request: PageRequest, { q, hosting }: PoolFilters): Promise<Page<PoolRow>> {
    return this.db.list(POOL_LIST, request, [q ?? null, hosting ?? null]);
  }

  /** Throws `pool-not-found`. */
  async get(id: string): Promise<PoolRow> {
    const row = await this.db.readOne(ONE, [id]);
    if (row === undefined) throw new DomainError('not-found', 'pool-not-found', 'There is no GPU pool with this id.');
    return row;
  }
}
