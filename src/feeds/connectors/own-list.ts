import { DomainError } from '../../kernel/domain-error.js';
import type { Connector } from './connector.js';
import { generic, type Mapping } from './generic.js';
import { MAPPED_FIELDS } from './generic-fields.js';
import { expectShape, NAME, readJson, readText, shape } from './payload.js';

/** Columns that are named as our fields need no mapping. */
const PLAIN: Omit<Mapping, 'format'> = {
  hubId: 'hubId',
  name: 'name',
  vendor: 'vendor',
  fields: Object.fromEntries(MAPPED_FIELDS.map((field) => [field, field])),
};

const COLUMN = { ...NAME, maxLength: 100 };
const mappedShape = shape<{ readonly mapping: Omit<Mapping, 'format' | 'items'>; readonly items: readonly unknown[] }>({
  type: 'object',
  additionalProperties: false,
  required: ['mapping', 'items'],
  properties: {
    items: { type: 'array', maxItems: 50_000 },
    mapping: {
      type: 'object',
      additionalProperties: false,
      required: ['fields'],
      properties: {
        hubId: COLUMN,
        name: COLUMN,
        vendor: COLUMN,
        mentionOnly: { type: 'boolean' },
        fields: {
          type: 'object',
          minProperties: 1,
          propertyNames: { enum: [...MAPPED_FIELDS] },
          additionalProperties: COLUMN,
        },
        values: {
          type: 'object',
          propertyNames: { enum: [...MAPPED_FIELDS] },
          additionalProperties: {
            type: 'object',
            maxProperties: 1000,
            additionalProperties: { type: 'string', maxLength: 200 },
          },
        },
      },
    },
  },
});

/**
 * Reads an enterprise's own list: CSV or a JSON list with columns named as our fields, or `{"mapping": …, "items": […]}`
 * that says which column is which.
 */
export const ownList: Connector = (bytes, context) => {
  const text = readText(bytes).trimStart();
  if (!text.startsWith('[') && !text.startsWith('{')) return generic({ ...PLAIN, format: 'csv' })(bytes, context);
  const payload = readJson(bytes);
  if (Array.isArray(payload)) return generic({ ...PLAIN, format: 'json' })(bytes, context);
  const { mapping } = expectShape(mappedShape, payload, 'a list with its mapping');
  if (mapping.hubId === undefined && mapping.name === undefined)
    throw new DomainError('unprocessable', 'payload-unreadable', 'The mapping names no column for the model.');
  return generic({ ...mapping, format: 'json', items: 'items' })(bytes, context);
};
