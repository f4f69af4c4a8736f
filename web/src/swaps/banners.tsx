import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import { useMe } from '../session/use-me.ts';
import styles from './swaps.module.css';
import type { SwapDetail } from './words.ts';

const WAITING: readonly SwapDetail['state'][] = ['SUBMITTED', 'UNDER_ASSESSMENT'];

/** What a reader has to know before anything else: why they may not approve, and what made approvals void. */
export function Banners({ swap }: { readonly swap: SwapDetail }) {
  const { data: me } = useMe();
  const lines = [...ownLines(swap, me?.id), ...voidLines(swap), ...missingLines(swap)];
  if (lines.length === 0) return null;
  return (
    <Panel>
      <div className={styles.banner}>
        {lines.map(({ tag, sentence }) => (
          <p key={sentence}>
            {tag && <Tag tone="warn">{tag}</Tag>} {sentence}
          </p>
        ))}
      </div>
    </Panel>
  );
}

interface Line {
  readonly tag?: string;
  readonly sentence: string;
}

function ownLines(swap: SwapDetail, me: string | undefined): readonly Line[] {
  const isReview = swap.state === 'IN_REVIEW' && (swap.failOver || swap.changeType === 'EMERGENCY');
  if (me !== swap.requestedBy.id) return [];
  if (WAITING.includes(swap.state)) return [{ sentence: 'You raised this request, so you cannot approve it.' }];
  return isReview ? [{ sentence: 'You raised this request, so somebody else reviews it.' }] : [];
}

/** The base moves when another model came into use meanwhile: the checks run anew and nobody’s word holds any more. */
function voidLines(swap: SwapDetail): readonly Line[] {
  const isUnfinished = swap.finishedAt === null && swap.movedAt === null;
  const moved = [...swap.timeline].reverse().find(({ action }) => action === 'base-moved');
  const lines: Line[] = [];
  if (isUnfinished && moved)
    lines.push({
      tag: 'The base moved',
      sentence:
        moved.comment ??
        'Another model came into use on this tool after the request was written. Read the change again.',
    });
  const voided = swap.approvalsGiven.find(({ voidedAt }) => voidedAt !== null);
  if (isUnfinished && voided)
    lines.push({ tag: 'Approvals void', sentence: voided.voidReason ?? 'The request changed after it was approved.' });
  return lines;
}

function missingLines({ state, missing: { managers, validators } }: SwapDetail): readonly Line[] {
  if (!WAITING.includes(state) || managers + validators === 0) return [];
  const parts = [
    managers > 0 && `${managers} ${managers === 1 ? 'manager' : 'managers'}`,
    validators > 0 && `${validators} independent ${validators === 1 ? 'validator' : 'validators'}`,
  ].filter(Boolean);
  return [{ sentence: `Still needed: ${parts.join(' and ')}.` }];
}
