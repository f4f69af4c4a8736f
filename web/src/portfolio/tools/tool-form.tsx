import { useState } from 'react';
import { Combo } from '../../components/combo.tsx';
import { SelectInput, TextInput } from '../../components/field.tsx';
import { FieldGroup, FieldRow, Form } from '../../components/form.tsx';
import type { Conflict } from '../../components/use-change.ts';
import type { Submission } from '../../components/use-submit.ts';
import { fieldWords, optionsOf, words } from '../../components/words.ts';
import { peopleChoices } from '../../api/choices.ts';
import type { ToolFields } from './tool-fields.ts';
import { CouplingFields, EffortFields, RequirementFields, UsageFields } from './tool-parts.tsx';
import { DATA_CLASSES, LEVELS, TASKS } from './vocabulary.ts';

interface Props {
  readonly initial: ToolFields;
  readonly ownerName?: string;
  readonly submission: Submission<ToolFields> & { readonly conflict?: Conflict };
  readonly action: string;
  readonly onCancel: () => void;
  /** Managers may set how material a tool is, and nothing else of it. */
  readonly materialityOnly?: boolean;
}

const FACTORS = ['impact', 'complexity', 'reliance'] as const;
const FACTOR_HINTS = {
  impact: 'What a wrong or missing answer costs.',
  complexity: 'How hard its answers are to check.',
  reliance: 'How much people act on it unseen.',
};

/** Everything that is recorded of a tool. */
export function ToolForm({ initial, ownerName, submission, action, onCancel, materialityOnly }: Props) {
  const [fields, setFields] = useState(initial);
  const set = (part: Partial<ToolFields>): void => setFields((old) => ({ ...old, ...part }));
  const parts = { fields, set, errorOf: submission.errorOf };
  return (
    <Form submission={submission} action={action} onCancel={onCancel} onSubmit={() => submission.submit(fields)}>
      {!materialityOnly && <Identity {...parts} ownerName={ownerName} />}
      <FieldGroup title="Materiality" hint="The highest of the three counts. Lowering it is for a manager.">
        <FieldRow>
          {FACTORS.map((factor) => (
            <SelectInput
              key={factor}
              label={words(factor)}
              name={`materiality/${factor}`}
              required
              value={fields.materiality[factor]}
              onChange={(level) => set({ materiality: { ...fields.materiality, [factor]: level } })}
              options={LEVELS}
              hint={FACTOR_HINTS[factor]}
              error={submission.errorOf(`materiality/${factor}`)}
            />
          ))}
        </FieldRow>
      </FieldGroup>
      {!materialityOnly && (
        <>
          <RequirementFields {...parts} />
          <CouplingFields {...parts} />
          <UsageFields {...parts} />
          <EffortFields {...parts} />
        </>
      )}
    </Form>
  );
}

export interface PartProps {
  readonly fields: ToolFields;
  readonly set: (part: Partial<ToolFields>) => void;
  readonly errorOf: (name: string) => string | undefined;
}

function Identity({ fields, set, errorOf, ownerName }: PartProps & { readonly ownerName?: string }) {
  const text = (name: 'name' | 'ownerTeam' | 'businessUnit', label = fieldWords(name)) => (
    <TextInput
      label={label}
      name={name}
      required
      value={fields[name]}
      onChange={(value) => set({ [name]: value })}
      error={errorOf(name)}
    />
  );
  return (
    <FieldGroup title="What it is">
      {text('name')}
      <TextInput
        label="What it does"
        name="description"
        multiline
        value={fields.description}
        onChange={(description) => set({ description })}
        error={errorOf('description')}
      />
      <FieldRow>
        <SelectInput
          label="Task"
          name="task"
          required
          value={fields.task}
          onChange={(task) => set({ task })}
          options={optionsOf(...TASKS)}
          error={errorOf('task')}
        />
        <SelectInput
          label="Data class"
          name="dataClass"
          required
          value={fields.dataClass}
          onChange={(dataClass) => set({ dataClass })}
          options={optionsOf(...DATA_CLASSES)}
          hint="The most sensitive data it sees."
          error={errorOf('dataClass')}
        />
      </FieldRow>
      <FieldRow>
        {text('ownerTeam')}
        {text('businessUnit')}
        <Combo
          label="Owner"
          name="ownerId"
          value={fields.ownerId}
          initial={ownerName}
          onChange={(ownerId) => set({ ownerId })}
          source="people"
          load={peopleChoices}
          hint="You, if left open."
          error={errorOf('ownerId')}
        />
      </FieldRow>
    </FieldGroup>
  );
}
