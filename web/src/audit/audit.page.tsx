import { useMutation } from '@tanstack/react-query';
import { PERSON_FILTER } from '../api/choices.ts';
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
import { count, eventWords } from '../components/words.ts';
import styles from './audit.module.css';
import { AUDIT_COLUMNS, AuditTable } from './audit-table.tsx';

type Query = NonNullable<operations['AuditEvents.list']['parameters']['query']>;
type Verdict = components['schemas']['AuditVerdictView'];

/** What people look for; any other kind works in the address. */
const KINDS = [
  ...['model.registered', 'model.changed', 'tool.registered', 'tool.changed', 'pool.registered', 'pool.changed'],
  ...['assignment.started', 'assignment.ended', 'assignment.fallback-tested', 'evaluation.recorded'],
  ...['flag.raised', 'flag.analysed', 'swap.opened', 'swap.submitted', 'swap.approved', 'swap.rejected'],
  ...['swap.completed', 'swap.rolled-back', 'policy.proposed', 'policy.changed', 'policy.rejected', 'lock-in.frozen'],
  ...['release.corrected', 'licence.concluded', 'alias.decided', 'vendor.created', 'vendor.changed'],
  ...['feed.imported', 'feed.changed', 'gateway.registered', 'person.entered', 'person.changed', 'person.reassigned'],
  ...['token.created', 'token.revoked', 'session.opened', 'session.ended', 'job.retried'],
];

const FILTERS: readonly Filter[] = [
  { name: 'kind', label: 'What', options: KINDS.map((id) => ({ id, label: eventWords(id) })) },
  { name: 'subject', label: 'On', options: [] },
  PERSON_FILTER,
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
        <FilterBar
          filters={FILTERS}
          values={search}
          onChange={change}
          searchLabel="Search events"
          columns={AUDIT_COLUMNS}
        />
        <DateInput label="From" name="from" value={from ?? ''} onChange={(day) => change('from', day || undefined)} />
        <DateInput label="Before" name="to" value={to ?? ''} onChange={(day) => change('to', day || undefined)} />
      </div>
      <ListPanel list={list} noun="events" empty={<Empty title="No event matches">Take a filter away.</Empty>}>
        <AuditTable events={list.rows} hide={search.hide} />
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
