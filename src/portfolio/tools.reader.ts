import { Injectable } from '@nestjs/common';
import type { Task } from '../catalogue/domain/vocabulary.js';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { DataClass, Materiality } from './domain/vocabulary.js';
import { heldAt, TODAY } from './holds.sql.js';
import type { Holds } from './holds.sql.js';
import { toolSelect } from './tools.sql.js';
import type { ToolRow } from './tools.sql.js';

export interface ToolFilters {
  readonly q?: string;
  readonly owner?: string;
  readonly team?: string;
  readonly task?: Task;
  readonly materiality?: Materiality;
  readonly dataClass?: DataClass;
  /** Id of a model that serves the tool, in any purpose. */
  readonly model?: string;
  readonly language?: string;
  /** The owner has left the enterprise. */
  readonly orphaned?: boolean;
  readonly retired?: boolean;
  /** What served them at that moment, instead of today. */
  readonly asOf?: Date;
  readonly mine?: { readonly personId: string; readonly teams: readonly string[] };
}

const LIST = (name: string, holds: Holds, parameters: 12 | 13) =>
  new List<ToolRow, 'name' | 'materiality' | 'createdAt' | 'openFlags'>({
    name,
    select: `SELECT * FROM (${toolSelect(holds)}) listed`,
    where: `($1::text IS NULL OR strpos(lower(name), lower($1)) > 0 OR strpos(lower(description), lower($1)) > 0)
      AND ($2::uuid IS NULL OR "ownerId" = $2)
      AND ($3::text IS NULL OR "ownerTeam" = $3)
      AND ($4::text IS NULL OR task = $4)
      AND ($5::text IS NULL OR materiality ->> 'level' = $5)
      AND ($6::text IS NULL OR "dataClass" = $6)
      AND ($7::uuid IS NULL OR EXISTS (SELECT FROM assignment x WHERE x.tool_id = listed.id AND x.model_id = $7 AND ${holds('x')}))
      AND ($8::text IS NULL OR requirements -> 'languages' ? $8)
      AND ($9::boolean IS NULL OR $9 = ("retiredAt" IS NULL AND NOT (owner ->> 'active')::boolean))
      AND ($10::uuid IS NULL OR "ownerId" = $10 OR "ownerTeam" = ANY ($11::text[]))
      AND ($12::boolean IS NULL OR $12 = ("retiredAt" IS NOT NULL))`,
    filterCount: parameters,
    sorts: {
      name: { expression: 'name', type: 'text' },
      materiality: { expression: '"materialityRank"', type: 'integer' },
      createdAt: { expression: '"createdAt"', type: 'timestamptz' },
      openFlags: { expression: '"openFlags"', type: 'integer' },
    },
  });

export const TOOL_LIST = LIST('tools.list', TODAY, 12);
/** $13 the moment. */
const LIST_THEN = LIST('tools.list-then', heldAt('$13'), 13);

const ONE = statement<ToolRow>('tools.one', `SELECT * FROM (${toolSelect(TODAY)}) listed WHERE id = $1`);
const ONE_THEN = statement<ToolRow>(
  'tools.one-then',
  `SELECT * FROM (${toolSelect(heldAt('$2'))}) listed WHERE id = $1`,
);

@Injectable()
export class ToolsReader {
  constructor(private readonly db: Database) {}

  list(request: PageRequest, filters: ToolFilters): Promise<Page<ToolRow>> {
    const { q, owner, team, task, materiality, dataClass, model, language, orphaned, retired, asOf, mine } = filters;
    const values = [q, owner, team, task, materiality, dataClass, model, language, orphaned];
    const all = [...values, mine?.personId, mine?.teams, retired].map((value) => value ?? null);
    return asOf === undefined
      ? this.db.list(TOOL_LIST, request, all)
      : this.db.list(LIST_THEN, request, [...all, asOf]);
  }

  /** The tool with what serves it, or served it at that moment. Throws `tool-not-found`. */
  async get(id: string, asOf?: Date): Promise<ToolRow> {
    const row = await (asOf === undefined ? this.db.readOne(ONE, [id]) : this.db.readOne(ONE_THEN, [id, asOf]));
    if (row === undefined) throw toolNotFound();
    return row;
  }
}

export const toolNotFound = (): DomainError =>
  new DomainError('not-found', 'tool-not-found', 'There is no tool with this id.');
