import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { CheckGroup } from '../../components/check-group.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectInput, TextInput } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { Skeleton } from '../../components/notice.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { optionsOf } from '../../components/words.ts';
import { FROM, type Decision } from './decisions.ts';
import { useFlag } from './flag-detail.tsx';

type Body = components['schemas']['AnalyseFlagDto'];

const TITLES: Record<Decision, string> = {
  IN_TRIAGE: 'Take it into triage',
  SNOOZED: 'Snooze this flag',
  DISMISSED: 'Dismiss this flag',
  OPEN: 'Open this flag again',
};
const DONE: Record<Decision, string> = {
  IN_TRIAGE: 'In triage',
  SNOOZED: 'Snoozed',
  DISMISSED: 'Dismissed',
  OPEN: 'Open again',
};
const ACTIONS: Record<Decision, string> = {
  IN_TRIAGE: 'Take into triage',
  SNOOZED: 'Snooze',
  DISMISSED: 'Dismiss',
  OPEN: 'Open again',
};

const JUSTIFICATIONS = optionsOf(
  'NOT_BETTER_IN_OWN_EVALUATION',
  'INSUFFICIENT_HARDWARE',
  'LICENCE_NOT_ACCEPTABLE',
  'LANGUAGE_GAP',
  'VENDOR_OR_COUNTRY_POLICY',
  'SWITCHING_COST_TOO_HIGH',
  'LOW_SUPPORT',
  'ALREADY_PLANNED',
  'DUPLICATE',
  'OTHER',
);
const DAY_MS = 86_400_000;
const dayAhead = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

interface Props {
  readonly flagId: string;
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** A decision for tools of mine; the finding itself stays. */
export function DecideDialog(props: Props) {
  const { data: flag } = useFlag(props.flagId);
  const mine = flag?.toolRows.filter((row) => row.mine) ?? [];
  const possible = mine.filter(({ analysisState }) => FROM[props.decision].includes(analysisState));
  return (
    <Dialog title={TITLES[props.decision]} open onClose={props.onClose}>
      {flag ? (
        <Decide {...props} tools={possible.map(({ toolId, toolName }) => ({ id: toolId, label: toolName }))} />
      ) : (
        <Skeleton rows={3} />
      )}
    </Dialog>
  );
}

type Tools = readonly { readonly id: string; readonly label: string }[];

function Decide({ flagId, decision, onClose, tools }: Props & { readonly tools: Tools }) {
  const [chosen, setChosen] = useState(tools.map(({ id }) => id));
  const [justification, setJustification] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [until, setUntil] = useState(dayAhead(30));
  const submission = useSubmit(
    (body: Body) => unwrap(api.POST('/v1/flags/{id}/analysis', { params: { path: { id: flagId } }, body })),
    () => {
      say(`${DONE[decision]} for ${chosen.length} ${chosen.length === 1 ? 'tool' : 'tools'}.`);
      onClose();
    },
  );
  const send = (): void =>
    submission.submit({
      state: decision,
      toolIds: chosen,
      comment: comment.trim() || undefined,
      justification: decision === 'DISMISSED' ? ((justification as Body['justification']) ?? undefined) : undefined,
      until: decision === 'SNOOZED' && until ? `${until}T00:00:00Z` : undefined,
    });
  if (tools.length === 0)
    return <p>This cannot be decided for a tool of yours: it is decided already, or other people own the tools.</p>;
  return (
    <Form
      submission={submission}
      onSubmit={send}
      action={ACTIONS[decision]}
      onCancel={onClose}
      disabled={chosen.length === 0}
    >
      <CheckGroup label="For my tools" options={tools} value={chosen} onChange={setChosen} />
      {decision === 'DISMISSED' && (
        <SelectInput
          label="Reason"
          name="justification"
          required
          value={justification}
          onChange={setJustification}
          options={JUSTIFICATIONS}
          error={submission.errorOf('justification')}
        />
      )}
      {decision === 'SNOOZED' && (
        <DateInput
          label="Until"
          name="until"
          required
          value={until}
          onChange={setUntil}
          hint="At most 180 days ahead; it opens again by itself."
          error={submission.errorOf('until')}
        />
      )}
      {decision !== 'OPEN' && (
        <TextInput
          label="Comment"
          name="comment"
          multiline
          required={decision !== 'IN_TRIAGE'}
          value={comment}
          onChange={setComment}
          hint="Others read it in the history."
          error={submission.errorOf('comment')}
        />
      )}
    </Form>
  );
}
