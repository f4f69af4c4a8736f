import type { Page, PageRequest } from '../kernel/page.js';
import { statement, type Statement } from './statement.js';

/** How a list may be ordered: an SQL expression over the rows of `select` that is never NULL, and its type. */
export interface SortColumn {
  readonly expression: string;
  readonly type: 'text' | 'timestamptz' | 'double precision' | 'integer' | 'date';
}

export interface ListOptions<Sort extends string> {
  readonly name: string;
  /** A SELECT that yields an `id` column; costly columns as subqueries, which are then worked out for the page alone. */
  readonly select: string;
  /** The filters over $1 … $n (NULL = not asked for), where they are no part of `select`: left out when none is asked for. */
  readonly where?: string;
  readonly filterCount: number;
  readonly sorts: Readonly<Record<Sort, SortColumn>>;
}

/** Columns that the list adds for itself; they never leave it. */
interface Ordered {
  readonly list_total: number;
  readonly sort_value: string;
}

const OWN_COLUMNS: readonly (keyof Ordered)[] = ['list_total', 'sort_value'];

/** A keyset list: one named statement per sort and direction with filters and one without, the cursor as parameters. */
export class List<Row extends { id: string }, Sort extends string> {
  private readonly statements = new Map<string, Statement<Row & Ordered>>();
  private readonly count: Statement<{ total: number }>;
  private readonly filtered: string;

  constructor(private readonly options: ListOptions<Sort>) {
    const { name, select, where, filterCount } = options;
    this.filtered = where === undefined ? select : `${select} WHERE ${where}`;
    this.count = statement(`${name}.count`, `SELECT count(*)::int AS total FROM (${this.filtered}) filtered`);
    for (const sort of Object.keys(options.sorts) as Sort[])
      for (const descending of [false, true]) {
        this.statements.set(`${sort}.${descending}`, this.build(this.filtered, filterCount, sort, descending));
        if (where !== undefined)
          this.statements.set(`${sort}.${descending}.all`, this.build(select, 0, sort, descending));
      }
  }

  get sorts(): readonly string[] {
    return Object.keys(this.options.sorts);
  }

  /** The page asked for; `run` executes one statement, on the pool or inside a transaction. */
  async page(
    run: <R>(statement: Statement<R>, params: readonly unknown[]) => Promise<R[]>,
    request: PageRequest,
    filters: readonly unknown[],
  ): Promise<Page<Row>> {
    const all = this.options.where !== undefined && filters.every((filter) => filter === null);
    const found = this.statements.get(`${request.sort}.${request.descending}${all ? '.all' : ''}`);
    if (!found) throw new Error(`list ${this.options.name} has no sort ${request.sort}`);
    const [value, id] = request.after ?? [null, null];
    const rows = await run(found, [...(all ? [] : filters), value, id, request.limit + 1]);
    const items = rows.slice(0, request.limit);
    const last = items.at(-1);
    const total = rows[0]?.list_total ?? (request.after ? ((await run(this.count, filters))[0]?.total ?? 0) : 0);
    const next: Page<Row>['next'] = rows.length > request.limit && last ? [last.sort_value, last.id] : null;
    for (const row of items) for (const own of OWN_COLUMNS) Reflect.deleteProperty(row, own);
    return { items, total, next };
  }

  /** Not materialised, so that the count works out no columns and the page only those of its rows. */
  private build(select: string, n: number, sort: Sort, descending: boolean): Statement<Row & Ordered> {
    const { expression, type } = this.options.sorts[sort];
    const [comparison, order] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
    return statement(
      `${this.options.name}.${sort}.${order.toLowerCase()}`,
      `WITH filtered AS NOT MATERIALIZED (${select})
       SELECT filtered.*, (${expression})::text AS sort_value, (SELECT count(*)::int FROM filtered) AS list_total
       FROM filtered
       WHERE $${n + 1}::text IS NULL OR ((${expression}), id) ${comparison} ($${n + 1}::text::${type}, $${n + 2}::uuid)
       ORDER BY (${expression}) ${order}, id ${order}
       LIMIT $${n + 3}`,
    );
  }
}
