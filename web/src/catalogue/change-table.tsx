import type { ReactNode } from 'react';
import { FieldValue, SourceNote, fieldLabel } from '../components/field-words.tsx';
import table from '../components/data-table.module.css';
import { Shape } from '../components/shape.tsx';
import styles from './change-table.module.css';
import { differenceOf } from './difference.ts';

export interface ChangeRow {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly source?: { readonly source: string; readonly sourceRef?: string; readonly observedAt?: string };
}

interface Props {
  readonly before: string;
  readonly after: string;
  readonly rows: readonly ChangeRow[];
  /** Whether the rows name where the candidate's values were read. */
  readonly sourced?: boolean;
  readonly extra?: {
    readonly label: string;
    readonly before: string;
    readonly after: string;
    readonly from: number;
    readonly to: number;
    readonly note?: string;
  };
}

/** Two releases, value beside value: the same table on a flag and on a swap request. */
export function ChangeTable({ before, after, rows, extra, sourced = true }: Props) {
  return (
    <div className={table.scroll} tabIndex={0} role="region" aria-label="What would change">
      <table className={`${table.table} ${styles.table}`}>
        <thead>
          <tr>
            <td />
            <th scope="col">In use: {before}</th>
            <th scope="col">Candidate: {after}</th>
            <th scope="col">Difference</th>
            {sourced && <th scope="col">Source</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field}>
              <th scope="row">{fieldLabel(row.field)}</th>
              <td>
                <FieldValue field={row.field} value={row.before} />
              </td>
              <td>
                <FieldValue field={row.field} value={row.after} />
              </td>
              <td>
                <Change field={row.field} before={row.before} after={row.after} />
              </td>
              {sourced && (
                <td>
                  <SourceNote source={row.source} />
                </td>
              )}
            </tr>
          ))}
          {extra && (
            <tr>
              <th scope="row">{extra.label}</th>
              <td>{extra.before}</td>
              <td>{extra.after}</td>
              <td>
                <Change field="needGb" before={extra.from} after={extra.to} />
              </td>
              <td className="muted">{extra.note}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Change({
  field,
  before,
  after,
}: {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}): ReactNode {
  const { text, tone } = differenceOf(field, before, after);
  if (!tone) return <span className="muted">{text}</span>;
  return (
    <span className={styles[tone]}>
      <Shape name={tone === 'better' ? 'check' : 'triangle'} /> {text}
    </span>
  );
}
