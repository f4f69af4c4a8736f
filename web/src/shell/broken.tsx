import type { ErrorComponentProps } from '@tanstack/react-router';
import type { Problem } from '../components/notice.tsx';
import { ProblemNotice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';

/** What the router throws for a screen whose code did not arrive: the network's fault, or that of a newer version. */
export const NOT_ARRIVED = 'This screen did not arrive. Check the connection, then load the page again.';

const problemOf = (error: unknown): Problem => {
  const detail = error instanceof Error ? error.message : String(error);
  return detail === NOT_ARRIVED
    ? { status: 0, title: 'Offline', code: 'offline', detail }
    : { status: -1, title: 'Something went wrong in the console', code: 'console-error', detail };
};

/** Stands where a screen should be that could not be shown. */
export function Broken({ error }: ErrorComponentProps) {
  return (
    <Page title="This screen cannot be shown">
      <Panel flush>
        <ProblemNotice problem={problemOf(error)} retry={() => window.location.reload()} />
      </Panel>
    </Page>
  );
}
