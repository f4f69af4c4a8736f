import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { TextInput } from '../components/field.tsx';
import { ErrorSummary } from '../components/form.tsx';
import { Moment } from '../components/moment.tsx';
import { Panel } from '../components/panel.tsx';
import { Tag } from '../components/tag.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { useCan, useMe } from '../session/use-me.ts';
import styles from './policy.module.css';
import { fullLabel, settingsOf, written } from './settings.ts';

type Policy = components['schemas']['PolicyView'];
type Proposal = components['schemas']['ProposalView'];

/** What waits for a second manager. */
export function ProposalsPanel({ current }: { readonly current: Policy }) {
  const { data } = useQuery({
    queryKey: ['policy', 'proposals'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/policy/proposals', { params: { query: { state: 'OPEN', limit: 20 } }, signal })),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title="Waiting for a second manager" measure="nothing changes until another manager agrees">
      <ul className={styles.proposals}>
        {data.items.map((proposal) => (
          <OpenProposal key={proposal.id} proposal={proposal} current={current} />
        ))}
      </ul>
    </Panel>
  );
}

function OpenProposal({ proposal, current }: { readonly proposal: Proposal; readonly current: Policy }) {
  const before = new Map(settingsOf(current.document).map(({ path, value }) => [path, value]));
  return (
    <li className={styles.proposal}>
      <p>
        <strong>{proposal.proposedBy.displayName}</strong> proposed on <Moment at={proposal.proposedAt} />:{' '}
        {proposal.reason}
      </p>
      <ul className={styles.changes}>
        {settingsOf(proposal.changes).map(({ path, value }) => (
          <li key={path}>
            {fullLabel(path)}: <del>{written(before.get(path), path)}</del> → <ins>{written(value, path)}</ins>
          </li>
        ))}
      </ul>
      {proposal.baseVersion !== current.version && (
        <p>
          <Tag tone="warn">The base moved</Tag> It was proposed on version {proposal.baseVersion}; version{' '}
          {current.version} is in force.
        </p>
      )}
      <Decision proposal={proposal} />
    </li>
  );
}

function Decision({ proposal }: { readonly proposal: Proposal }) {
  const { data: me } = useMe();
  const may = useCan('policy.approve');
  const [comment, setComment] = useState('');
  const params = { path: { id: proposal.id } };
  const approve = useSubmit(
    (_: undefined) =>
      unwrap(api.POST('/v1/policy/proposals/{id}/approvals', { params, body: comment ? { comment } : {} })),
    () => say('The change is approved and in force now.'),
  );
  const reject = useSubmit(
    (_: undefined) => unwrap(api.POST('/v1/policy/proposals/{id}/rejections', { params, body: { comment } })),
    () => say('The change is rejected.'),
  );
  if (!may) return <p className="muted">A manager decides.</p>;
  if (proposal.proposedBy.id === me?.id)
    return <p className={styles.own}>You proposed this change, so you cannot approve it.</p>;
  const problem = approve.problem ?? reject.problem;
  return (
    <div className={styles.decision}>
      {problem && <ErrorSummary problem={problem} />}
      <TextInput
        label="Comment"
        name="comment"
        value={comment}
        onChange={setComment}
        hint="A rejection needs one."
        error={reject.errorOf('comment')}
      />
      <div className={styles.buttons}>
        <Button onPress={() => reject.submit(undefined)} isPending={reject.pending}>
          Reject
        </Button>
        <Button tone="primary" onPress={() => approve.submit(undefined)} isPending={approve.pending}>
          Approve
        </Button>
      </div>
    </div>
  );
}
