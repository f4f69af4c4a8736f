import { Download } from 'lucide-react';
import styles from './export-link.module.css';

/** Exactly this view as CSV: the same filters and order, all rows. */
export function ExportLink({
  path,
  query,
}: {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
}) {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(given).toString();
  return (
    <a className={styles.link} href={`${path}.csv${search && `?${search}`}`} download>
      <Download size={14} aria-hidden="true" /> CSV
    </a>
  );
}
