import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { problemFrom } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { Moment, withDays } from '../components/moment.tsx';
import { Empty, ProblemNotice, Skeleton } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import { percent, words } from '../components/words.ts';
import styles from './dashboard.module.css';
import { TrendPanel } from './trend-panel.tsx';
import { useDashboard } from './use-dashboard.ts';

const FEW = 10;
const SEVERITIES = [
  ['FAIL', 'bad'],
  ['WARN', 'warn'],
  ['INFO', 'info'],
] as const;

/** The numbers to begin a day with; each leads to the list behind it. */
export function DashboardPage() {
  const { data, error, refetch } = useDashboard();
  if (error)
    return (
      <Page title="Dashboard">
        <ProblemNotice problem={problemFrom(error)} retry={() => void refetch()} />
      </Page>
    );
  if (!data)
    return (
      <Page title="Dashboard">
        <Skeleton />
      </Page>
    );
  const { openFlags, largestVendor, vendorShareLimit } = data;
  return (
    <Page
      title="Dashboard"
      sub={
        data.catalogueAsOf ? (
          <>
            Catalogue as of <Moment at={data.catalogueAsOf} />, {data.releases} releases
          </>
        ) : (
          'The catalogue is empty'
        )
      }
    >
      <ul className={styles.numbers}>
        <Figure
          label="Models in use"
          to="/models"
          search={{ lifecycle: 'IN_USE' }}
          hint={`target ${data.portfolioSizeTarget}`}
        >
          {data.modelsInUse}
        </Figure>
        <Figure
          label="Tools"
          to="/tools"
          hint={
            <Link to="/tools" search={{ mine: 'true' }} className={styles.part}>
              only mine
            </Link>
          }
        >
          {data.tools}
        </Figure>
        <Figure
          label="Open flags"
          to="/flags"
          hint={
            <>
              {SEVERITIES.filter(([severity]) => openFlags[severity] > 0).map(([severity, tone]) => (
                <Link key={severity} to="/flags" search={{ severity }} className={styles.part}>
                  <Tag tone={tone}>
                    {openFlags[severity]} {words(severity).toLowerCase()}
                  </Tag>
                </Link>
              ))}
              {data.myOpenFlags > 0 && (
                <Link to="/flags" search={{ mine: 'true' }} className={styles.part}>
                  {data.myOpenFlags} on tools of mine
                </Link>
              )}
            </>
          }
        >
          {openFlags.FAIL + openFlags.WARN + openFlags.INFO}
        </Figure>
        <Figure
          label="Approvals waiting for me"
          to="/approvals"
          hint={
            data.requestsAwaitingMe > 0
              ? `${data.requestsAwaitingMe} ${data.requestsAwaitingMe === 1 ? 'request waits' : 'requests wait'} for a step of mine`
              : 'nothing waits'
          }
        >
          {data.approvalsAwaitingMe}
        </Figure>
        <Figure
          label="Largest vendor share"
          to="/models"
          search={largestVendor ? { vendor: largestVendor.slug } : {}}
          hint={
            largestVendor ? `${largestVendor.name}; limit ${percent(vendorShareLimit.breach)}` : 'no tool has a model'
          }
        >
          {percent(largestVendor?.share)}
        </Figure>
      </ul>
      <TrendPanel trend={data.lockInTrend} />
      <Attention attention={data.attention} />
    </Page>
  );
}

type Attended = components['schemas']['AttentionView'];

function Attention({ attention }: { readonly attention: readonly Attended[] }) {
  const [all, setAll] = useState(false);
  return (
    <Panel
      title="Needs attention"
      measure="findings on models themselves; feeds out of date; owners who did not confirm for 90 days"
      flush
    >
      {attention.length === 0 ? (
        <Empty title="Nothing needs attention" />
      ) : (
        <ul className={styles.attention}>
          {attention.slice(0, all ? undefined : FEW).map((item) => (
            <li key={`${item.kind}${item.subjectId}`}>
              <Tag tone={item.kind === 'OWNER_UNCONFIRMED' ? 'info' : 'warn'}>{words(item.kind)}</Tag>
              {item.subjectType === 'feed' ? (
                <Link to="/feeds/$name" params={{ name: item.subjectId }}>
                  {withDays(item.sentence)}
                </Link>
              ) : item.subjectType === 'flag' ? (
                <Link to="/flags" search={{ open: item.subjectId }}>
                  {withDays(item.sentence)}
                </Link>
              ) : (
                <Link to="/tools/$id" params={{ id: item.subjectId }}>
                  {withDays(item.sentence)}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {attention.length > FEW && !all && (
        <div className={styles.more}>
          <Button onPress={() => setAll(true)}>Show all {attention.length}</Button>
        </div>
      )}
    </Panel>
  );
}

interface FigureProps {
  readonly label: string;
  readonly to: '/models' | '/tools' | '/flags' | '/approvals';
  readonly search?: Record<string, string>;
  readonly hint: ReactNode;
  readonly children: ReactNode;
}

function Figure({ label, to, search, hint, children }: FigureProps) {
  return (
    <li className={styles.card}>
      <Link to={to} search={search ?? {}} className={styles.label}>
        {label}
      </Link>
      <span className={styles.figure}>{children}</span>
      <span className={styles.hint}>{hint}</span>
    </li>
  );
}
