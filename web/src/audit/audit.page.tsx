import { useMutation } from '@tanstack/react-query';
import { api, problemFrom, unwrap } from '../api/client.ts';
import type { components, operations } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Button } from '../components/button.tsx';
import { DateInput } from '../components/date-input.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar, type Filter } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty, ProblemNotice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import { useUrlState } from '../components/use-search.ts';
import { count } from '../components/words.ts';
import styles from './audit.module.css';
import { AuditTable } from './audit-table.tsx';

type Query = NonNullable<operations['AuditEvents.list']['parameters']['query']>;
type Verdict = components['schemas']['AuditVerdictView'];

const KINDS = [
  'model.registered',
  'model.changed',
  'tool.registered',
  'tool.changed',
  'assignment.started',
  'assignment.ended',
  'policy.proposed',
  'policy.changed',
  'feed.imported',
  'flag.decided',
  'swap.submitted',
  'swap.approved',
  'release.corrected',
  'licence.concluded',
  'person.changed',
  'token.created',
];

const FILTERS: readonly Filter[] = [
  { name: 'kind', label: 'What', options: KINDS.map((id) => ({ id, label: id })) },
  { name: 'subject', label: 'On', options: [] },
  { name: 'actor', label: 'Who', options: [] },
];

const startOf = (day: string | undefined): string | undefined => (day ? `${day}T00:00:00Z` : undefined);

/** Who did what when, chained so that nothing can be taken out or changed unseen. */
export function AuditPage() {
  const [search, change] = useUrlState();
  const { q, kind, subject, actor, from, to } = search;
  const query = { q, kind, subject, actor, from: startOf(from), to: startOf(to) };
  const list = useList(['audit', query], (cursor, signal) =>
    unwrap(api.GET('/v1/audit-events', { params: { query: { ...(query as Query), cursor, limit: 50 } }, signal })),
  );
  return (
    <Page
      title="Audit trail"
      sub="Every change with who made it, each event chained to the one before."
      actions={<ExportLink path="/v1/audit-events" query={query} rows={list.total} />}
    >
      <VerifyPanel />
      <div className={styles.filters}>
        <FilterBar filters={FILTERS} values={search} onChange={change} />
        <DateInput label="From" name="from" value={from ?? ''} onChange={(day) => change('from', day || undefined)} />
        <DateInput label="Before" name="to" value={to ?? ''} onChange={(day) => change('to', day || undefined)} />
      </div>
      <ListPanel list={list} noun="events" empty={<Empty title="No event matches">Take a filter away.</Empty>}>
        <AuditTable events={list.rows} />
      </ListPanel>
    </Page>
  );
}

function VerifyPanel() {
  const verify = useMutation({ mutationFn: () => unwrap(api.GET('/v1/audit-events/verify')) });
  return (
    <Panel
      title="Is the trail whole?"
      measure="each event’s hash is computed again from its content and the one before"
    >
      <div className={styles.verdict}>
        <Button onPress={() => verify.mutate()} isPending={verify.isPending}>
          Verify the chain
        </Button>
        <span role="status">
          {verify.isPending ? 'Verifying every event …' : verify.data && <Outcome verdict={verify.data} />}
        </span>
      </div>
      {verify.error && <ProblemNotice problem={problemFrom(verify.error)} />}
    </Panel>
  );
}

function Outcome({ verdict }: { readonly verdict: Verdict }) {
  const at = <Moment at={new Date().toISOString()} precise />;
  if (!verdict.intact)
    return (
      <>
        <Tag tone="bad">Broken</Tag> at event {verdict.firstBad?.position}: {verdict.firstBad?.reason}
      </>
    );
  return (
    <>
      <Tag tone="good">Whole</Tag> {count(verdict.events)} events up to number {verdict.head.position}, checked {at}.{' '}
      <span className="mono">{verdict.head.hash.slice(0, 16)}…</span>
    </>
  );
}
