import type { components } from '../api/schema.d.ts';
import { api, unwrap } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { useUrlState } from '../components/use-search.ts';
import { useCan } from '../session/use-me.ts';
import { FeedSettingsDialog } from './feed-settings-dialog.tsx';

type Feed = components['schemas']['FeedView'];

/** Polls a feed now, and changes how it is polled. */
export function FeedActions({ feed, running }: { readonly feed: Feed; readonly running: boolean }) {
  const [{ dialog }, change] = useUrlState();
  const may = useCan('feed.run');
  const run = useSubmit(
    (_: undefined) => unwrap(api.POST('/v1/feeds/{name}/runs', { params: { path: { name: feed.name } } })),
    () => say(`${feed.name} is being read now.`),
  );
  const isSettable = feed.everyHours !== null || feed.organisations !== null;
  if (!may) return null;
  return (
    <>
      {isSettable && <Button onPress={() => change('dialog', 'settings')}>Settings</Button>}
      {feed.everyHours !== null && (
        <Button tone="primary" isPending={run.pending} isDisabled={running} onPress={() => run.submit(undefined)}>
          Run now
        </Button>
      )}
      {run.problem && <span role="alert">{run.problem.detail ?? run.problem.title}</span>}
      {isSettable && dialog === 'settings' && (
        <FeedSettingsDialog feed={feed} onClose={() => change('dialog', undefined)} />
      )}
    </>
  );
}
