import { Combo } from '../components/combo.tsx';
import { SelectInput, TextInput } from '../components/field.tsx';
import { FieldRow } from '../components/form.tsx';
import { modelChoices } from '../api/choices.ts';

/** What a requester writes; the tool and the target are chosen before. */
export interface SwapContent {
  readonly changeType: string;
  readonly justification: string;
  readonly rollbackPlan: string | null;
  readonly stopRules: string | null;
  readonly fallbackModelId: string | null;
}

interface Props {
  readonly fields: SwapContent;
  readonly set: (part: Partial<SwapContent>) => void;
  readonly errorOf: (name: string) => string | undefined;
  readonly fallbackName?: string;
}

const TYPES = [
  { id: 'STANDARD', label: 'Standard: its checks decide' },
  { id: 'NORMAL', label: 'Normal: people approve' },
  { id: 'EMERGENCY', label: 'Emergency: one approver, reviewed afterwards' },
];

/** The same fields for a new request, a draft and a change. */
export function SwapFields({ fields, set, errorOf, fallbackName }: Props) {
  return (
    <>
      <FieldRow>
        <SelectInput
          label="Type"
          name="changeType"
          value={fields.changeType}
          onChange={(changeType) => set({ changeType })}
          options={TYPES}
          error={errorOf('changeType')}
        />
        <Combo
          label="Fallback"
          name="fallbackModelId"
          value={fields.fallbackModelId}
          initial={fallbackName}
          onChange={(fallbackModelId) => set({ fallbackModelId })}
          source="models"
          load={modelChoices}
          hint="What serves the tool if this fails."
          error={errorOf('fallbackModelId')}
        />
      </FieldRow>
      <TextInput
        label="Why"
        name="justification"
        multiline
        value={fields.justification}
        onChange={(justification) => set({ justification })}
        hint="Approvers read this first."
        error={errorOf('justification')}
      />
      <TextInput
        label="Way back"
        name="rollbackPlan"
        multiline
        value={fields.rollbackPlan ?? ''}
        onChange={(text) => set({ rollbackPlan: text || null })}
        hint="How to return, how long it takes and who does it."
        error={errorOf('rollbackPlan')}
      />
      <TextInput
        label="Stop rules"
        name="stopRules"
        multiline
        value={fields.stopRules ?? ''}
        onChange={(text) => set({ stopRules: text || null })}
        hint="What ends the rollout at once."
        error={errorOf('stopRules')}
      />
    </>
  );
}
