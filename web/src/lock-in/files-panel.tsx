import { DownloadLink } from '../components/download-link.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { Panel } from '../components/panel.tsx';
import styles from './lock-in.module.css';

const TABLES = [
  ['index', 'The index and its parts, on each basis'],
  ['concentration', 'Figures of concentration'],
  ['shares', 'Every share'],
  ['limits', 'Limits of the policy'],
  ['drills', 'Exit drills'],
  ['tools', 'Tools, substitutability and exits'],
  ['behind', 'How far models are behind'],
  ['sources', 'Sources of facts'],
] as const;

/** Every table of the report as a file, and the whole as JSON and PDF. */
export function FilesPanel({ asOf }: { readonly asOf: string | undefined }) {
  const query = asOf ? `?asOf=${asOf}` : '';
  return (
    <Panel title="Take it along" measure="as of the day above, on every basis">
      <ul className={styles.files}>
        {TABLES.map(([name, label]) => (
          <li key={name}>
            {label} <ExportLink path={`/v1/lock-in/report/${name}`} query={{ asOf }} />
          </li>
        ))}
        <li>
          Everything{' '}
          <DownloadLink className={styles.file} href={`/v1/lock-in/report${query}`} fileName="lock-in-report.json">
            JSON
          </DownloadLink>{' '}
          <DownloadLink className={styles.file} href={`/v1/lock-in/report.pdf${query}`} fileName="lock-in-report.pdf">
            PDF
          </DownloadLink>
        </li>
        <li>
          The AI inventory, as regulators ask for it <ExportLink path="/v1/inventory" query={{ asOf }} />{' '}
          <DownloadLink className={styles.file} href={`/v1/inventory.cdx.json${query}`} fileName="inventory.cdx.json">
            CycloneDX
          </DownloadLink>
        </li>
      </ul>
    </Panel>
  );
}
