import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemFrom } from '../api/client.ts';
import { Button } from './button.tsx';
import styles from './list-panel.module.css';
import { ProblemNotice, Skeleton } from './notice.tsx';
import { Panel } from './panel.tsx';

interface Props {
  readonly list: Pick<
    UseInfiniteQueryResult,
    'isPending' | 'error' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  > & { readonly rows: readonly unknown[]; readonly total?: number };
  readonly noun: string;
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** A list in every state it can be in: on its way, refused, empty, shown, with more behind it. */
export function ListPanel({ list, noun, empty, children }: Props) {
  if (list.isPending)
    return (
      <Panel flush>
        <Skeleton />
      </Panel>
    );
  if (list.error)
    return (
      <Panel flush>
        <ProblemNotice problem={problemFrom(list.error)} retry={() => void list.refetch()} />
      </Panel>
    );
  if (list.rows.length === 0) return <Panel flush>{empty}</Panel>;
  return (
    <Panel flush>
      {children}
      <footer className={styles.footer}>
        <span role="status">
          {list.rows.length} of {list.total} {noun}
        </span>
        {list.hasNextPage && (
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            Show more
          </Button>
        )}
      </footer>
    </Panel>
  );
}
