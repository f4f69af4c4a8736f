import { Download } from 'lucide-react';
import { DownloadLink } from './download-link.tsx';
import styles from './export-link.module.css';

interface Props {
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[] | boolean | undefined>>;
  /** How many rows the view has. */
  readonly rows?: number;
}

/** Exactly this view as CSV: the same filters and order, all rows. */
export function ExportLink({ path, query, rows }: Props) {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((each) => [name, String(each)]),
  );
  const search = new URLSearchParams(given).toString();
  const file = `${path.split('/').at(-1)}.csv`;
  return (
    <DownloadLink className={styles.link} href={`${path}.csv${search && `?${search}`}`} fileName={file} rows={rows}>
      <Download size={14} aria-hidden="true" /> CSV
    </DownloadLink>
  );
}
