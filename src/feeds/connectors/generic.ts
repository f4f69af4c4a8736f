import { parse } from 'csv-parse/sync';
import type { FoundFact, FoundRelease, RejectedItem } from '../../catalogue/domain/release.js';
import { DomainError } from '../../kernel/domain-error.js';
import { collect } from './connector.js';
import type { Connector, PayloadContext, Reject } from './connector.js';
import { readFact, type MappedField } from './generic-fields.js';
import { readJson, readText } from './payload.js';

/** How a list of an enterprise's own, or of a source without a connector, is read. */
export interface Mapping {
  readonly format: 'json' | 'csv';
  /** Path of the list inside the JSON, dots between the steps; left out, the payload itself is the list. */
  readonly items?: string;
  /** The column with the hub repository id or, under `name`, with another name of the model. */
  readonly hubId?: string;
  readonly name?: string;
  readonly vendor?: string;
  /** The list only adds to releases that other sources record. */
  readonly mentionOnly?: boolean;
  /** Field of a release ← column of an item. */
  readonly fields: Readonly<Partial<Record<MappedField, string>>>;
  /** Values of a column translated before they are read: the source's word → ours. */
  readonly values?: Readonly<Partial<Record<MappedField, Readonly<Record<string, string>>>>>;
}

type Item = Readonly<Record<string, unknown>>;

const MAX_ITEMS = 50_000;
const REPOSITORY = /^[\w.-]{1,96}\/[\w.-]{1,120}$/;
const NAME = /^(?![=+])[^<>\u0000-\u001f\u007f]{1,200}$/;

/** Makes a connector of a mapping: one release per item, one fact per mapped column that holds a value. */
export const generic =
  (mapping: Mapping): Connector =>
  (bytes, context) => {
    const broken: RejectedItem[] = [];
    const rows = mapping.format === 'csv' ? csvRows(readText(bytes), broken) : jsonRows(readJson(bytes), mapping.items);
    const { releases, rejected } = collect(
      rows.map((row, index) => [`items/${index}`, row] as const),
      (row, position, reject) => readItem(row, position, reject, mapping, context),
    );
    return { releases, rejected: [...broken, ...rejected] };
  };

/** Rows of the table; a line that is none is refused alone. */
function csvRows(text: string, broken: RejectedItem[]): readonly unknown[] {
  try {
    const rows = parse<Record<string, string>>(text, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
      to: MAX_ITEMS + 1,
      skip_records_with_error: true,
      on_skip: (error) => {
        if (error !== undefined)
          broken.push({ position: `lines/${error.lines}`, reason: error.message, item: error.record });
        return undefined;
      },
    });
    if (rows.length <= MAX_ITEMS) return rows;
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unknown error';
    throw new DomainError('unprocessable', 'payload-unreadable', `The payload is not CSV: ${detail}`);
  }
  throw new DomainError('unprocessable', 'payload-unreadable', `The payload has more than ${MAX_ITEMS} rows.`);
}

function jsonRows(payload: unknown, path: string | undefined): readonly unknown[] {
  const list = (path === undefined ? [] : path.split('.')).reduce(
    (value, step) => (isItem(value) && Object.hasOwn(value, step) ? value[step] : undefined),
    payload,
  );
  if (!Array.isArray(list) || list.length > MAX_ITEMS)
    throw new DomainError('unprocessable', 'payload-unreadable', 'The payload holds no list where the mapping says.');
  return list;
}

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

function readItem(
  raw: unknown,
  position: string,
  reject: Reject,
  mapping: Mapping,
  context: PayloadContext,
): FoundRelease | undefined {
  if (!isItem(raw)) return void reject(position, 'the item is not an object', raw);
  const hubId = text(raw, mapping.hubId);
  const name = text(raw, mapping.name) ?? hubId;
  if (name === undefined || !NAME.test(name)) return void reject(position, 'the item has no usable name', raw);
  if (hubId !== undefined && !REPOSITORY.test(hubId))
    return void reject(position, `'${hubId}' is not a repository of the hub`, raw);
  const vendorHint = text(raw, mapping.vendor);
  return {
    ...(hubId === undefined ? {} : { hubId }),
    name,
    ...(vendorHint === undefined ? {} : { vendorHint }),
    ...(mapping.mentionOnly === true ? { mentionOnly: true } : {}),
    position: `items/${name}`,
    facts: facts(raw, `items/${name}`, reject, mapping, context),
    artifacts: [],
    benchmarks: [],
  };
}

function text(item: Item, column: string | undefined): string | undefined {
  const value = column !== undefined && Object.hasOwn(item, column) ? item[column] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function facts(
  item: Item,
  position: string,
  reject: Reject,
  { fields, values }: Mapping,
  context: PayloadContext,
): FoundFact[] {
  const read = new Map<MappedField, unknown>();
  for (const [field, column] of Object.entries(fields) as [MappedField, string][]) {
    const value = Object.hasOwn(item, column) ? item[column] : undefined;
    if (value === undefined || value === null || value === '') continue;
    read.set(field, typeof value === 'string' ? (values?.[field]?.[value] ?? value) : value);
  }
  const found = readFact(read, context);
  for (const { field, reason } of found.refused) reject(`${position}/${field}`, reason, item);
  return [...found.facts];
}
