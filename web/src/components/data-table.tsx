import { columnVisibilityFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { hiddenOf, type Hideable } from './columns.ts';
import styles from './data-table.module.css';

const features = tableFeatures({ columnVisibilityFeature });

export interface Column<Row> extends Hideable {
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right and tabular. */
  readonly numeric?: boolean;
  /** What is short keeps to one line; a name and a sentence get room before they wrap. */
  readonly text?: 'short' | 'name' | 'prose';
  /** The API's name of this column in `?sort=`, where the list can be ordered by it. */
  readonly sort?: string;
}

interface Props<Row> {
  /** What the rows are, for people who hear the page. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** What stands behind `?hide=`. */
  readonly hide?: string;
  /** `name` or `-name`. */
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
}

/** The body of the product: a dense table, sorted by the server. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { columns, rows, hide } = props;
  const data = rows as Row[];
  const defs = useMemo(
    () => columns.map((column): ColumnDef<typeof features, Row> => ({ id: column.id, header: column.header })),
    [columns],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(hiddenOf(columns, hide).map((id) => [id, false])),
    [columns, hide],
  );
  const table = useTable({ features, columns: defs, data, state: { columnVisibility }, getRowId: props.rowId });
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={props.label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.getVisibleLeafColumns().map((column) => {
              const own = byId.get(column.id);
              return own && <Heading key={column.id} column={own} sort={props.sort} onSort={props.onSort} />;
            })}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getVisibleCells().map((cell) => {
                const own = byId.get(cell.column.id);
                return (
                  <td key={cell.id} className={own && classOf(own)}>
                    {own?.cell(row.original)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const classOf = ({ numeric, text }: Pick<Column<never>, 'numeric' | 'text'>): string | undefined =>
  numeric ? 'num' : text && styles[text];

interface HeadingProps<Row> {
  readonly column: Column<Row>;
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
}

function Heading<Row>({ column, sort, onSort }: HeadingProps<Row>) {
  const className = column.numeric ? 'num' : undefined;
  if (!column.sort || !onSort)
    return (
      <th scope="col" className={className}>
        {column.header}
      </th>
    );
  const up = sort === column.sort;
  const down = sort === `-${column.sort}`;
  return (
    <th scope="col" className={className} aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <button className={styles.sort} onClick={() => onSort(up ? `-${column.sort}` : (column.sort ?? ''))}>
        {column.header}
        <span aria-hidden="true" className={up || down ? styles.arrow : styles.idle}>
          {up ? '↑' : down ? '↓' : '↕'}
        </span>
      </button>
    </th>
  );
}
