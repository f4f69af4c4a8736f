import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { Lifecycle } from './domain/vocabulary.js';
import { heldAt, TODAY } from './holds.sql.js';
import type { Holds } from './holds.sql.js';
import { modelSelect } from './models.sql.js';
import type { BehindRow, ModelRow, ModelUseRow } from './models.sql.js';

export interface ModelFilters {
  readonly q?: string;
  readonly lifecycle?: Lifecycle;
  readonly vendor?: string;
  readonly family?: string;
  readonly pool?: string;
  readonly team?: string;
  /** What they served then; undefined is today. */
  readonly asOf?: Date;
}

const LIST = (name: string, holds: Holds, filterCount: 6 | 7) =>
  new List<ModelRow, 'name' | 'createdAt' | 'tools' | 'openFlags'>({
    name,
    select: `SELECT * FROM (${modelSelect(holds)}) listed`,
    where: `($1::text IS NULL OR strpos(lower(name), lower($1)) > 0 OR strpos(lower(release ->> 'key'), lower($1)) > 0)
      AND ($2::text IS NULL OR lifecycle = $2)
      AND ($3::text IS NULL OR release -> 'vendor' ->> 'slug' = $3)
      AND ($4::text IS NULL OR release ->> 'family' = $4)
      AND ($5::text IS NULL OR "gpuPool" ->> 'id' = $5)
      AND ($6::text IS NULL OR "ownerTeam" = $6)`,
    filterCount,
    sorts: {
      name: { expression: 'name', type: 'text' },
      createdAt: { expression: '"createdAt"', type: 'timestamptz' },
      tools: { expression: 'tools', type: 'integer' },
      openFlags: { expression: '"openFlags"', type: 'integer' },
    },
  });

export const MODEL_LIST = LIST('models.list', TODAY, 6);
/** $7 the moment. */
const LIST_THEN = LIST('models.list-then', heldAt('$7'), 7);

const ONE = statement<ModelRow>('models.one', `SELECT * FROM (${modelSelect(TODAY)}) listed WHERE id = $1`);
const ONE_THEN = statement<ModelRow>(
  'models.one-then',
  `SELECT * FROM (${modelSelect(heldAt('$2'))}) listed WHERE id = $1`,
);

const USED_BY = statement<ModelUseRow>(
  'models.used-by',
  `SELECT t.id AS "toolId", t.name, t.task, t.materiality, t.data_class AS "dataClass", t.owner_team AS "ownerTeam",
     a.purpose, a.valid_from AS since, a.id AS "assignmentId"
   FROM assignment a JOIN tool t ON t.id = a.tool_id
   WHERE a.model_id = $1 AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to > $2)
   ORDER BY a.purpose DESC, t.name`,
);

/** Only findings that hold and need no further fact count; their newest candidate decides. */
const BEHIND = statement<BehindRow>(
  'models.behind',
  `SELECT c.id AS "releaseId", c.key AS "releaseKey", c.release_date AS "releaseDate", (c.release_date - r.release_date) AS days
   FROM replacement_flag f
   JOIN model m ON m.id = f.model_id
   JOIN release r ON r.id = m.release_id
   JOIN release c ON c.id = f.candidate_release_id
   WHERE f.model_id = $1 AND f.active AND c.release_date > r.release_date
     AND EXISTS (SELECT FROM flag_finding ft WHERE ft.flag_id = f.id AND ft.active AND ft.eligibility = 'ELIGIBLE')
   ORDER BY c.release_date DESC, c.id LIMIT 1`,
);

@Injectable()
export class ModelsReader {
  constructor(private readonly db: Database) {}

  list(request: PageRequest, filters: ModelFilters): Promise<Page<ModelRow>> {
    const { q, lifecycle, vendor, family, pool, team, asOf } = filters;
    const all = [q, lifecycle, vendor, family, pool, team].map((value) => value ?? null);
    return asOf === undefined
      ? this.db.list(MODEL_LIST, request, all)
      : this.db.list(LIST_THEN, request, [...all, asOf]);
  }

  /** The model with how much it serves, or served at that moment. Throws `model-not-found`. */
  async get(id: string, asOf?: Date): Promise<ModelRow> {
    const row = await (asOf === undefined ? this.db.readOne(ONE, [id]) : this.db.readOne(ONE_THEN, [id, asOf]));
    if (row === undefined) throw new DomainError('not-found', 'model-not-found', 'There is no model with this id.');
    return row;
  }

  /** The tools that the model serves at that moment, primaries first. */
  usedBy(id: string, at: Date): Promise<ModelUseRow[]> {
    return this.db.read(USED_BY, [id, at]);
  }

  /** The newest eligible candidate among the findings that hold, and by how many days it is newer; else undefined. */
  behind(id: string): Promise<BehindRow | undefined> {
    return this.db.readOne(BEHIND, [id]);
  }
}
