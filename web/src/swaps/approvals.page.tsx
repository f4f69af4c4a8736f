import { TOOL_FILTER } from '../api/choices.ts';
import { api, unwrap } from '../api/client.ts';
import type { operations } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Tabs } from '../components/tabs.tsx';
import { useUrlState } from '../components/use-search.ts';
import { SWAP_COLUMNS, SwapTable } from './swap-table.tsx';

type Query = NonNullable<operations['SwapRequests.list']['parameters']['query']>;

const UNDER_WAY: NonNullable<Query['state']> = [
  'SUBMITTED',
  'UNDER_ASSESSMENT',
  'APPROVED',
  'SCHEDULED',
  'IN_ROLLOUT',
  'IN_REVIEW',
];

const VIEWS = [
  { id: 'mine', label: 'Waiting for me' },
  { id: 'all', label: 'All under way' },
] as const;

/** What waits for a decision. */
export function ApprovalsPage() {
  const [search, change] = useUrlState();
  const view = search.view === 'all' ? 'all' : 'mine';
  const { q, tool, sort } = search;
  const query = { q, tool, sort, ...(view === 'mine' ? { awaiting: 'me' } : { state: UNDER_WAY }) };
  const list = useList(['approvals', query], (cursor, signal) =>
    unwrap(api.GET('/v1/swap-requests', { params: { query: { ...query, cursor, limit: 50 } as Query }, signal })),
  );
  return (
    <Page
      title="Approvals"
      actions={<ExportLink path="/v1/swap-requests" query={query} rows={list.total} />}
      sub="Nobody approves what they asked for; the one who carries it out does not approve it either."
    >
      <Tabs
        label="Which requests"
        tabs={VIEWS}
        value={view}
        onChange={(next) => change('view', next === 'mine' ? undefined : next)}
      />
      <FilterBar
        filters={[TOOL_FILTER]}
        values={search}
        onChange={change}
        searchLabel="Search requests"
        columns={SWAP_COLUMNS}
      />
      <ListPanel
        list={list}
        noun="requests"
        empty={
          <Empty title={view === 'mine' ? 'Nothing waits for you' : 'Nothing is under way'}>
            Requests appear here once they are submitted.
          </Empty>
        }
      >
        <SwapTable swaps={list.rows} hide={search.hide} sort={sort} onSort={(next) => change('sort', next)} />
      </ListPanel>
    </Page>
  );
}
