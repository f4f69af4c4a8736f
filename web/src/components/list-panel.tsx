import type { ReactNode } from 'react';
import { problemFrom } from '../api/client.ts';
import type { List } from '../api/use-list.ts';
import { Button } from './button.tsx';
import styles from './list-panel.module.css';
import { ProblemNotice, Skeleton } from './notice.tsx';
import { Panel } from './panel.tsx';

interface Props {
  readonly list: List<unknown>;
  /** Without a frame, where the list is a column of the page itself. */
  readonly bare?: boolean;
  readonly noun: string;
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** A list in every state it can be in: on its way, refused, empty, shown, with more behind it. */
export function ListPanel({ bare, ...props }: Props) {
  return bare ? (
    <Content {...props} />
  ) : (
    <Panel flush>
      <Content {...props} />
    </Panel>
  );
}

function Content({ list, noun, empty, children }: Omit<Props, 'bare'>) {
  if (list.isPending) return <Skeleton />;
  if (list.error) return <ProblemNotice problem={problemFrom(list.error)} retry={() => void list.refetch()} />;
  if (list.rows.length === 0) return empty;
  return (
    <>
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
    </>
  );
}
