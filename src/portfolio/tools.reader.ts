import { Injectable } from '@nestjs/common';
import type { Task } from '../catalogue/domain/vocabulary.js';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import type { DataClass, Materiality } from './domain/vocabulary.js';
import { TOOL_SELECT } from './tools.sql.js';
import type { ToolRow } from './tools.sql.js';

export interface ToolFilters {
  readonly q?: string;
  readonly owner?: string;
  readonly team?: string;
  readonly task?: Task;
  readonly materiality?: Materiality;
  readonly dataClass?: DataClass;
  /** Id of a model that serves the tool today, in any purpose. */
  readonly model?: string;
  readonly language?: string;
  /** The owner has left the enterprise. */
  readonly orphaned?: boolean;
  readonly retired?: boolean;
  readonly mine?: { readonly personId: string; readonly teams: readonly string[] };
}

export const TOOL_LIST = new List<ToolRow, 'name' | 'materiality' | 'createdAt' | 'openFlags'>({
  name: 'tools.list',
  select: `SELECT * FROM (${TOOL_SELECT}) listed
    WHERE ($1::text IS NULL OR strpos(lower(name), lower($1)) > 0 OR strpos(lower(description), lower($1)) > 0)
      AND ($2::uuid IS NULL OR "ownerId" = $2)
      AND ($3::text IS NULL OR "ownerTeam" = $3)
      AND ($4::text IS NULL OR task = $4)
      AND ($5::text IS NULL OR materiality ->> 'level' = $5)
      AND ($6::text IS NULL OR "dataClass" = $6)
      AND ($7::uuid IS NULL OR EXISTS (SELECT FROM assignment x WHERE x.tool_id = listed.id AND x.model_id = $7 AND x.valid_to IS NULL))
      AND ($8::text IS NULL OR requirements -> 'languages' ? $8)
      AND ($9::boolean IS NULL OR $9 = ("retiredAt" IS NULL AND NOT (owner ->> 'active')::boolean))
      AND ($10::uuid IS NULL OR "ownerId" = $10 OR "ownerTeam" = ANY ($11::text[]))
      AND ($12::boolean IS NULL OR $12 = ("retiredAt" IS NOT NULL))`,
  filterCount: 12,
  sorts: {
    name: { expression: 'name', type: 'text' },
    materiality: { expression: '"materialityRank"', type: 'integer' },
    createdAt: { expression: '"createdAt"', type: 'timestamptz' },
    openFlags: { expression: '"openFlags"', type: 'integer' },
  },
});

const ONE = statement<ToolRow>('tools.one', `SELECT * FROM (${TOOL_SELECT}) listed WHERE id = $1`);

@Injectable()
export class ToolsReader {
  constructor(private readonly db: Database) {}

  list(request: PageRequest, filters: ToolFilters): Promise<Page<ToolRow>> {
    const { q, owner, team, task, materiality, dataClass, model, language, orphaned, retired, mine } = filters;
    const values = [q, owner, team, task, materiality, dataClass, model, language, orphaned];
    const rest = [mine?.personId, mine?.teams, retired];
    return this.db.list(
      TOOL_LIST,
      request,
      [...values, ...rest].map((value) => value ?? null),
    );
  }

  /** Throws `tool-not-found`. */
  async get(id: string, tx?: Tx): Promise<ToolRow> {
    const row = tx ? await tx.one(ONE, [id]) : await this.db.readOne(ONE, [id]);
    if (row === undefined) throw toolNotFound();
    return row;
  }
}

export const toolNotFound = (): DomainError =>
  new DomainError('not-found', 'tool-not-found', 'There is no tool with this id.');
