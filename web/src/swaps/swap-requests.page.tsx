import { useNavigate } from '@tanstack/react-router';
import { TOOL_FILTER } from '../api/choices.ts';
import { api, unwrap } from '../api/client.ts';
import type { operations } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Button } from '../components/button.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { FilterBar, type Filter } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useUrlState } from '../components/use-search.ts';
import { optionsOf } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import { SWAP_COLUMNS, SwapTable } from './swap-table.tsx';
import { STATE_TONES } from './words.ts';

type Query = NonNullable<operations['SwapRequests.list']['parameters']['query']>;

const FILTERS: readonly Filter[] = [
  { name: 'state', label: 'State', options: optionsOf(...Object.keys(STATE_TONES)) },
  { name: 'awaiting', label: 'Waiting', options: [{ id: 'me', label: 'For me' }] },
  TOOL_FILTER,
];

/** Every change of a model in use: asked for, judged, carried out. */
export function SwapRequestsPage() {
  const [search, change] = useUrlState();
  const { state, awaiting, tool, q, sort } = search;
  const query = { state, awaiting, tool, q, sort };
  const may = useCan('swap.request');
  const navigate = useNavigate();
  const list = useList(['swap-requests', query], (cursor, signal) =>
    unwrap(
      api.GET('/v1/swap-requests', {
        params: { query: { ...query, state: state ? [state] : undefined, cursor, limit: 50 } as Query },
        signal,
      }),
    ),
  );
  return (
    <Page
      title="Swap requests"
      sub="A tool moves from one model to another only by a request, so that two people look at it."
      actions={
        <>
          <ExportLink path="/v1/swap-requests" query={query} rows={list.total} />
          {may && (
            <Button tone="primary" onPress={() => void navigate({ to: '/swap-requests/new' })}>
              Request a swap
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        filters={FILTERS}
        values={search}
        onChange={change}
        searchLabel="Search requests"
        columns={SWAP_COLUMNS}
      />
      <ListPanel
        list={list}
        noun="requests"
        empty={<Empty title="No request matches">Take a filter away, or ask for a swap from a flag.</Empty>}
      >
        <SwapTable swaps={list.rows} hide={search.hide} sort={sort} onSort={(next) => change('sort', next)} />
      </ListPanel>
    </Page>
  );
}
