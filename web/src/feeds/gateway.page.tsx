import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty, ProblemNotice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryPage } from '../components/query-page.tsx';
import { Tag } from '../components/tag.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { words } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import styles from './feeds.module.css';

type Drift = components['schemas']['DriftView'];

/** One gateway: what it serves against what is registered. */
export function GatewayPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['gateway', id],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/gateways/{id}/drift', { params: { path: { id } }, signal })),
  });
  return (
    <QueryPage title="Gateway" query={query}>
      {(drift) => <GatewayScreen drift={drift} />}
    </QueryPage>
  );
}

function GatewayScreen({ drift }: { readonly drift: Drift }) {
  const { gateway } = drift;
  const may = useCan('feed.run');
  const isKnown = gateway.served > 0 || (gateway.polledAt !== null && gateway.error === null);
  const poll = useSubmit(
    (_: undefined) => unwrap(api.POST('/v1/gateways/{id}/polls', { params: { path: { id: gateway.id } } })),
    ({ served, error }) => {
      if (error === null) say(`It serves ${served} names.`);
    },
  );
  return (
    <Page
      title={gateway.name}
      sub={
        <>
          <span className="mono">{gateway.url}</span>, {words(gateway.kind)};{' '}
          {gateway.polledAt ? (
            <>
              last asked <Moment at={gateway.polledAt} precise />, {gateway.served} names served
            </>
          ) : (
            'never asked yet'
          )}
        </>
      }
      actions={
        may && (
          <Button tone="primary" isPending={poll.pending} onPress={() => poll.submit(undefined)}>
            Ask it now
          </Button>
        )
      }
    >
      {poll.problem && (
        <Panel flush>
          <ProblemNotice problem={poll.problem} />
        </Panel>
      )}
      {gateway.error && (
        <Panel>
          <p>
            <Tag tone="bad">Does not answer</Tag> {gateway.error}
          </p>
        </Panel>
      )}
      {isKnown ? (
        <Differences drift={drift} />
      ) : (
        <Panel flush>
          <Empty title="What it serves is not known yet">It has to answer once before anything can be compared.</Empty>
        </Panel>
      )}
    </Page>
  );
}

function Differences({ drift }: { readonly drift: Drift }) {
  return (
    <>
      <Names
        title="Served, and nobody registered it"
        empty="Everything that it serves is registered."
        items={drift.notRegistered.map(({ name, releaseId }) => ({
          id: name,
          shown: releaseId ? (
            <Link to="/catalogue/$id" params={{ id: releaseId }} search={{ dialog: 'register' }}>
              {name}
            </Link>
          ) : (
            <span className="mono">{name}</span>
          ),
          note: releaseId ? 'register it' : 'no release of that name is known',
        }))}
      />
      <Names
        title="Retired, and still served"
        empty="No retired model is served."
        items={drift.retired.map(modelItem)}
      />
      <Names
        title="In use behind it, and not served"
        empty="Every model in use behind it is served."
        items={drift.notServed.map(modelItem)}
      />
    </>
  );
}

interface Item {
  readonly id: string;
  readonly shown: ReactNode;
  readonly note: string;
}

const modelItem = ({ id, name, lifecycle }: Drift['retired'][number]): Item => ({
  id,
  shown: (
    <Link to="/models/$id" params={{ id }}>
      {name}
    </Link>
  ),
  note: words(lifecycle).toLowerCase(),
});

function Names({ title, empty, items }: { title: string; empty: string; items: readonly Item[] }) {
  return (
    <Panel title={title} measure={items.length === 0 ? undefined : String(items.length)}>
      {items.length === 0 ? (
        <Empty title={empty} />
      ) : (
        <ul className={styles.names}>
          {items.map(({ id, shown, note }) => (
            <li key={id}>
              {shown} <span className="muted">{note}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
