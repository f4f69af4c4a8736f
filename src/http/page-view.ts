import { applyDecorators } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { Page } from '../kernel/page.js';
import { Produces } from './route-options.js';

export const CSV = 'text/csv';
export const JSON_TYPE = 'application/json';

/** One page of a list; `Lists` signs `next`, sets `Link`, or writes the rows as CSV. */
export class PageView<T> {
  @ApiProperty({ type: 'array', items: {} })
  readonly items: readonly T[];

  @ApiProperty({ type: 'string', nullable: true })
  readonly next: Page<T>['next'];

  @ApiProperty({ type: 'integer' })
  readonly total: number;

  constructor(page: Page<T>) {
    this.items = page.items;
    this.next = page.next;
    this.total = page.total;
  }
}

/** Returns the answer of a list: each row shown by `from`. */
export const respondList = <Row, View>(page: Page<Row>, from: (row: Row) => View): PageView<View> =>
  new PageView({ ...page, items: page.items.map((row) => from(row)) });

/** Documents a list of `view` and makes it answer `text/csv`, too. */
export const ApiPage = (view: Type<object>): MethodDecorator =>
  applyDecorators(
    Produces(JSON_TYPE, CSV),
    ApiExtraModels(view),
    ApiOkResponse({
      description: 'One page of the list, or all its rows as CSV.',
      headers: { Link: { description: 'The next page (RFC 8288).', schema: { type: 'string' } } },
      content: {
        [JSON_TYPE]: {
          schema: {
            type: 'object',
            required: ['items', 'next', 'total'],
            properties: {
              items: { type: 'array', items: { $ref: getSchemaPath(view) } },
              next: { type: 'string', nullable: true, description: 'Cursor of the next page.' },
              total: { type: 'integer' },
            },
          },
        },
        [CSV]: { schema: { type: 'string' } },
      },
    }),
  );
