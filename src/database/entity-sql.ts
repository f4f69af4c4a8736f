import { getMetadataArgsStorage } from 'typeorm';
import { snakeCase } from './snake-naming.strategy.js';
import { statement } from './statement.js';
import type { Statement } from './statement.js';

export type EntityClass<Entity> = new () => Entity;

interface Column {
  readonly field: string;
  readonly name: string;
  readonly isJson: boolean;
  /** The database itself writes the others. */
  readonly isOurs: boolean;
}

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly inserts: Map<string, Statement<never>>;
}

const tables = new Map<EntityClass<unknown>, Table>();

function tableOf(entity: EntityClass<unknown>): Table {
  const known = tables.get(entity);
  if (known !== undefined) return known;
  const { tables: all, columns } = getMetadataArgsStorage();
  const name = all.find(({ target }) => target === entity)?.name;
  if (name === undefined) throw new TypeError(`${entity.name} is no entity with a table.`);
  const own = columns.filter(({ target }) => target === entity);
  const table = {
    name,
    columns: own.map(({ propertyName: field, options }) => ({
      ...{ field, name: snakeCase(field), isJson: options.type === 'jsonb', isOurs: options.insert !== false },
    })),
    inserts: new Map(),
  };
  tables.set(entity, table);
  return table;
}

/** Every column of an entity as the field of its class, to stand behind SELECT: what a statement returns is the entity's row. */
export const fieldsOf = (entity: EntityClass<unknown>): string =>
  tableOf(entity)
    .columns.map(({ name, field }) => `${name} AS "${field}"`)
    .join(', ');

interface Insertion {
  readonly statement: Statement<never>;
  /** The row's values in the statement's order. */
  readonly values: readonly unknown[];
}

/** The statement that inserts a row of an entity; columns that the row leaves out take their defaults. */
export function insertionOf<Entity extends object>(entity: EntityClass<Entity>, row: Partial<Entity>): Insertion {
  const { name: table, columns, inserts } = tableOf(entity);
  const given = new Map<string, unknown>(Object.entries(row));
  const used = columns.filter(({ field, isOurs }) => isOurs && given.get(field) !== undefined);
  const names = used.map(({ name }) => name).join(', ');
  const places = used.map((_, index) => `$${index + 1}`).join(', ');
  const made = inserts.get(names) ?? statement(`${table}.insert`, `INSERT INTO ${table} (${names}) VALUES (${places})`);
  inserts.set(names, made);
  // The driver would send a list as an array of PostgreSQL.
  const valueOf = ({ field, isJson }: Column): unknown =>
    isJson && given.get(field) !== null ? JSON.stringify(given.get(field)) : given.get(field);
  return { statement: made, values: used.map(valueOf) };
}
