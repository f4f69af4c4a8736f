/** Which slice of a list is asked for: at most `limit` rows behind the keyset position `after`. */
export interface PageRequest {
  readonly limit: number;
  readonly sort: string;
  readonly descending: boolean;
  readonly after: readonly [value: string | number, id: string] | null;
}

/** One slice of a list; `next` is the position to go on from, `total` counts all rows of the filters. */
export interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: readonly [value: string | number, id: string] | null;
  readonly total: number;
}
