import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import { TextInput } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Moment } from '../components/moment.tsx';
import { Panel } from '../components/panel.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { words } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import styles from './swaps.module.css';
import type { SwapDetail } from './words.ts';

interface Line {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly text: string | null;
}

/** Steps and words in the order in which they happened. */
export function CommentsPanel({ swap }: { readonly swap: SwapDetail }) {
  const lines: Line[] = [
    ...stepsOf(swap).map((step) => ({
      at: step.at,
      who: step.actor?.displayName ?? 'the product',
      what: words(step.action.replaceAll('-', '_')),
      text: step.comment,
    })),
    ...swap.comments.map((comment) => ({
      at: comment.at,
      who: comment.author.displayName,
      what: 'Comment',
      text: comment.text,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <Panel title="What happened" measure="oldest first">
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.at + line.what}>
            <span>{line.what}</span>
            <span>
              <strong>{line.who}</strong>
              {line.text && <>: {line.text}</>}
            </span>
            <Moment at={line.at} precise />
          </li>
        ))}
      </ul>
      <Comment swap={swap} />
    </Panel>
  );
}

type Step = SwapDetail['timeline'][number];

/** A draft is saved while it is written: of edits in a row by one person the last is told. */
const stepsOf = ({ timeline }: SwapDetail): readonly Step[] =>
  timeline.filter((step, index) => {
    const next = timeline[index + 1];
    return step.action !== 'edited' || next?.action !== 'edited' || next.actor?.id !== step.actor?.id;
  });

function Comment({ swap }: { readonly swap: SwapDetail }) {
  const may = useCan('swap.comment');
  const [comment, setComment] = useState('');
  const submission = useSubmit(
    (_: undefined) =>
      unwrap(api.POST('/v1/swap-requests/{id}/comments', { params: { path: { id: swap.id } }, body: { comment } })),
    () => {
      setComment('');
      say('The comment is added.');
    },
  );
  if (!may) return null;
  return (
    <div className={styles.comment}>
      <Form
        submission={submission}
        action="Add the comment"
        disabled={!comment.trim()}
        onSubmit={() => submission.submit(undefined)}
      >
        <TextInput
          label="Comment"
          name="comment"
          multiline
          value={comment}
          onChange={setComment}
          error={submission.errorOf('comment')}
        />
      </Form>
    </div>
  );
}
