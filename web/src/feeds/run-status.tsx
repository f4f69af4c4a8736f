import type { components } from '../api/schema.d.ts';
import { Progress } from '../components/progress.tsx';
import { Tag, type Tone } from '../components/tag.tsx';
import { words } from '../components/words.ts';

type Run = components['schemas']['FeedRunView'];

const TONES: Record<Run['status'], Tone> = {
  QUEUED: 'neutral',
  RUNNING: 'info',
  SUCCEEDED: 'good',
  UNCHANGED: 'good',
  FAILED: 'bad',
};

/** How a run stands, with its counts while it is at work. */
export function RunStatus({ run }: { readonly run: Run }) {
  if (run.status === 'RUNNING') return <Progress label={`Reading ${run.feed}`} value={run.done} total={run.total} />;
  return <Tag tone={TONES[run.status]}>{words(run.status)}</Tag>;
}
