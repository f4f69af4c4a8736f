import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../api/client.ts';
import { useDashboard } from '../overview/use-dashboard.ts';
import { useMe } from '../session/use-me.ts';
import { AREAS, type Screen } from './areas.ts';
import styles from './shell.module.css';

const LOOK_AGAIN_MS = 60_000;

/** The screens a person may open, with how much is in them. */
export function Navigation() {
  const { data: me } = useMe();
  const { data } = useDashboard();
  const { data: unread } = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/notifications', { params: { query: { unread: true, limit: 1 } }, signal })),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const flags = data && data.openFlags.FAIL + data.openFlags.WARN + data.openFlags.INFO;
  const counts: Record<string, number | undefined> = {
    unread: unread?.total || undefined,
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
