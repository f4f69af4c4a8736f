import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemFrom } from '../api/client.ts';
import { ProblemNotice, Skeleton } from './notice.tsx';
import { Page } from './page.tsx';
import { Panel } from './panel.tsx';

type Query<Data> = Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;

/** A screen of one thing: on its way, refused or shown. */
export function QueryPage<Data>({
  title,
  query,
  children,
}: {
  readonly title: string;
  readonly query: Query<Data>;
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  return (
    <Page title={title}>
      <Panel flush>
        {query.error ? (
          <ProblemNotice problem={problemFrom(query.error)} retry={() => void query.refetch()} />
        ) : (
          <Skeleton />
        )}
      </Panel>
    </Page>
  );
}

/** A part of a screen that is asked for by itself. */
export function QueryPart<Data>({
  query,
  rows = 4,
  children,
}: {
  readonly query: Query<Data>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemNotice problem={problemFrom(query.error)} retry={() => void query.refetch()} />;
  return <Skeleton rows={rows} />;
}
