import { Link } from '@tanstack/react-router';
import { useDashboard } from '../dashboard/use-dashboard.ts';
import { useMe } from '../session/use-me.ts';
import { AREAS, type Screen } from './areas.ts';
import styles from './shell.module.css';

/** The screens a person may open, with how much is in them. */
export function Navigation() {
  const { data: me } = useMe();
  const { data } = useDashboard();
  const flags = data && data.openFlags.FAIL + data.openFlags.WARN + data.openFlags.INFO;
  const counts: Record<string, number | undefined> = {
    flags,
    models: data?.modelsInUse,
    tools: data?.tools,
    releases: data?.releases,
    approvals: data?.approvalsAwaitingMe,
  };
  const allowed = (screen: Screen): boolean =>
    screen.permission === undefined || (me?.permissions.includes(screen.permission) ?? false);
  return AREAS.map((area) => {
    const screens = area.screens.filter(allowed);
    if (screens.length === 0) return null;
    return (
      <div key={area.title ?? 'top'}>
        {area.title && <p className={styles.area}>{area.title}</p>}
        {screens.map((screen) => (
          <Link
            key={screen.to}
            to={screen.to}
            className={styles.link}
            activeOptions={{ exact: screen.to === '/', includeSearch: false }}
          >
            {screen.label}
            {screen.count && counts[screen.count] !== undefined && (
              <span className={styles.count}>
                {counts[screen.count]}
                <span className="visually-hidden"> {screen.counted}</span>
              </span>
            )}
          </Link>
        ))}
      </div>
    );
  });
}
