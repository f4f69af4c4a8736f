import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ifMatch, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useList } from '../api/use-list.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { ExportLink } from '../components/export-link.tsx';
import { Facts } from '../components/facts.tsx';
import { FilterBar, type Filter } from '../components/filter-bar.tsx';
import { ListPanel } from '../components/list-panel.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty, ProblemNotice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPage } from '../components/query-page.tsx';
import { Tag, type Tone } from '../components/tag.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { useUrlState } from '../components/use-search.ts';
import { eventWords, optionsOf, words } from '../components/words.ts';
import styles from '../portfolio/tools/tool.module.css';
import { SecretDialog } from './secret-dialog.tsx';
import { EditWebhookDialog } from './webhook-dialog.tsx';
import { WebhookState } from './webhooks.page.tsx';

type Webhook = components['schemas']['WebhookView'];
type Delivery = components['schemas']['DeliveryView'];

const TONES: Record<Delivery['state'], Tone> = { PENDING: 'info', DELIVERED: 'good', FAILED: 'bad' };

/** One receiver, its deliveries and the way to send one again. */
export function WebhookPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['webhook', id],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/webhooks/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <QueryPage title="Webhook" query={query}>
      {(webhook) => <WebhookScreen webhook={webhook} />}
    </QueryPage>
  );
}

function useActions(webhook: Webhook, onSecret: (secret: string) => void) {
  const navigate = useNavigate();
  const path = { id: webhook.id };
  const header = ifMatch(webhook.version);
  return {
    test: useSubmit(
      (_: undefined) => unwrap(api.POST('/v1/webhooks/{id}/test', { params: { path } })),
      () => say('A test message is on its way.'),
    ),
    rotate: useSubmit(
      (_: undefined) => unwrap(api.POST('/v1/webhooks/{id}/rotate-secret', { params: { path } })),
      ({ secret }) => onSecret(secret),
    ),
    toggle: useSubmit(
      (enabled: boolean) => unwrap(api.PATCH('/v1/webhooks/{id}', { params: { path, header }, body: { enabled } })),
      ({ enabled }) => say(enabled ? 'It sends again.' : 'It is switched off.'),
    ),
    remove: useSubmit(
      (_: undefined) => unwrap(api.DELETE('/v1/webhooks/{id}', { params: { path, header } })),
      () => {
        say(`The webhook ${webhook.name} is removed.`);
        void navigate({ to: '/webhooks' });
      },
    ),
    replay: useSubmit(
      (id: string) => unwrap(api.POST('/v1/webhooks/deliveries/{id}/replay', { params: { path: { id } } })),
      () => say('It is sent again.'),
    ),
  };
}

function WebhookScreen({ webhook }: { readonly webhook: Webhook }) {
  const [secret, setSecret] = useState<string>();
  const [search, change] = useUrlState();
  const { test, rotate, toggle, remove, replay } = useActions(webhook, setSecret);
  const problem = [test, rotate, toggle, replay].find((each) => each.problem)?.problem;
  return (
    <Page
      title={webhook.name}
      sub={
        <>
          <WebhookState webhook={webhook} /> <span className="mono">{webhook.url}</span>
        </>
      }
      actions={
        <>
          <Button onPress={() => change('dialog', 'edit')}>Change</Button>
          <Button onPress={() => test.submit(undefined)} isPending={test.pending}>
            Send a test
          </Button>
          <Button onPress={() => rotate.submit(undefined)} isPending={rotate.pending}>
            Rotate the secret
          </Button>
          <Button onPress={() => toggle.submit(!webhook.enabled)} isPending={toggle.pending}>
            {webhook.enabled ? 'Switch off' : 'Switch on'}
          </Button>
          <Confirm
            action="Remove"
            question={`Remove ${webhook.name}?`}
            consequence="Nothing is sent to it any more, and the history of its deliveries goes with it."
            tone="danger"
            submission={remove}
            onConfirm={() => remove.submit(undefined)}
          />
        </>
      }
    >
      {problem && (
        <Panel flush>
          <ProblemNotice problem={problem} />
        </Panel>
      )}
      <Panel title="What it sends">
        <Facts
          facts={[
            ['Events', webhook.kinds.map(eventWords).join('; ')],
            [
              'Filter',
              Object.keys(webhook.filter).length === 0 ? (
                <span className="muted">none</span>
              ) : (
                <Conditions filter={webhook.filter} />
              ),
            ],
            [
              'Old secret signs until',
              webhook.previousSecretUntil ? (
                <Moment at={webhook.previousSecretUntil} precise />
              ) : (
                <span className="muted">no rotation is under way</span>
              ),
            ],
            ['Waiting, failed', `${webhook.pending}, ${webhook.failed}`],
          ]}
        />
      </Panel>
      <Deliveries id={webhook.id} onReplay={(delivery) => replay.submit(delivery)} />
      {search.dialog === 'edit' && <EditWebhookDialog webhook={webhook} onClose={() => change('dialog', undefined)} />}
      {secret && <SecretDialog title="The secret is rotated" secret={secret} onClose={() => setSecret(undefined)} />}
    </Page>
  );
}

function Conditions({ filter }: Pick<Webhook, 'filter'>) {
  return Object.entries(filter).map(([field, values]) => (
    <div key={field}>
      <span className="mono">{field}</span> is {values.map(String).join(' or ')}
    </div>
  ));
}

const DELIVERY_FILTERS: readonly Filter[] = [
  { name: 'state', label: 'State', options: optionsOf('PENDING', 'DELIVERED', 'FAILED') },
];

function Deliveries({ id, onReplay }: { readonly id: string; readonly onReplay: (delivery: string) => void }) {
  const [search, change] = useUrlState();
  const state = search.state as Delivery['state'] | undefined;
  const list = useList(['deliveries', id, state], (cursor, signal) =>
    unwrap(
      api.GET('/v1/webhooks/{id}/deliveries', {
        params: { path: { id }, query: { state, cursor, limit: 20 } },
        signal,
      }),
    ),
  );
  const columns: readonly Column<Delivery>[] = [
    { id: 'at', header: 'When', cell: (row) => <Moment at={row.createdAt} precise /> },
    { id: 'kind', header: 'Event', cell: (row) => <span title={row.kind}>{eventWords(row.kind)}</span> },
    { id: 'state', header: 'State', cell: (row) => <Tag tone={TONES[row.state]}>{words(row.state)}</Tag> },
    { id: 'attempts', header: 'Attempts', numeric: true, cell: (row) => row.attempts },
    { id: 'status', header: 'Answer', text: 'prose', cell: (row) => row.lastStatus ?? row.lastError ?? '–' },
    {
      id: 'next',
      header: 'Next attempt',
      cell: (row) => (row.nextAttemptAt ? <Moment at={row.nextAttemptAt} precise /> : '–'),
    },
    {
      id: 'do',
      header: 'Again',
      cell: (row) =>
        row.state !== 'PENDING' && (
          <Button tone="quiet" aria-label={`Send ${row.kind} again`} onPress={() => onReplay(row.id)}>
            Send again
          </Button>
        ),
    },
  ];
  return (
    <Panel title="Deliveries" measure="newest first" flush>
      <div className={styles.bar}>
        <FilterBar filters={DELIVERY_FILTERS} values={search} onChange={change} columns={columns} />
        <ExportLink path={`/v1/webhooks/${id}/deliveries`} query={{ state }} rows={list.total} />
      </div>
      <ListPanel
        bare
        list={list}
        noun="deliveries"
        empty={<Empty title="Nothing was sent yet">Send a test to see that it arrives.</Empty>}
      >
        <DataTable label="Deliveries" columns={columns} hide={search.hide} rows={list.rows} rowId={(row) => row.id} />
      </ListPanel>
    </Panel>
  );
}
