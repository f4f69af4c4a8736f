import { Link } from '@tanstack/react-router';
import { Moment } from '../components/moment.tsx';
import { Tag } from '../components/tag.tsx';
import { useDashboard } from '../overview/use-dashboard.ts';
import styles from './shell.module.css';

const FRESH_MS = 8 * 86_400_000;

/** How old the catalogue is: everything that is judged rests on it. */
export function Freshness() {
  const { data } = useDashboard();
  if (!data) return <span className={styles.fresh} />;
  const fresh = data.catalogueAsOf !== null && Date.now() - Date.parse(data.catalogueAsOf) < FRESH_MS;
  return (
    <Link to="/feeds" className={styles.fresh}>
      <Tag tone={fresh ? 'good' : 'warn'}>
        {data.catalogueAsOf ? (
          <>
            Catalogue as of <Moment at={data.catalogueAsOf} />
          </>
        ) : (
          'No catalogue yet'
        )}
      </Tag>
    </Link>
  );
}
