import { Check, CheckGroup } from '../../components/check-group.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { SelectInput } from '../../components/field.tsx';
import { FieldGroup, FieldRow } from '../../components/form.tsx';
import { CodesInput, NumberInput } from '../../components/typed-field.tsx';
import { fieldWords, optionsOf } from '../../components/words.ts';
import type { PartProps } from './tool-form.tsx';
import styles from './tool.module.css';
import { CAPABILITIES, MODALITIES } from './vocabulary.ts';

/** What the gates ask of every candidate. */
export function RequirementFields({ fields: { requirements }, set, errorOf }: PartProps) {
  const change = (part: Partial<typeof requirements>): void => set({ requirements: { ...requirements, ...part } });
  return (
    <FieldGroup title="What it requires" hint="A release that misses one of these is never flagged for this tool.">
      <FieldRow>
        <NumberInput
          label="Context, at least"
          name="requirements/minContextTokens"
          value={requirements.minContextTokens}
          onChange={(minContextTokens) => change({ minContextTokens })}
          hint="Tokens; open if any length will do."
          error={errorOf('requirements/minContextTokens')}
        />
        <CodesInput
          label="Languages"
          name="requirements/languages"
          value={requirements.languages}
          onChange={(languages) => change({ languages })}
          hint="ISO 639 codes, for example en, ms, ta."
          error={errorOf('requirements/languages')}
        />
      </FieldRow>
      <FieldRow>
        <CheckGroup
          label="Capabilities"
          name="requirements/capabilities"
          options={CAPABILITIES}
          value={requirements.capabilities}
          onChange={(capabilities) => change({ capabilities })}
          error={errorOf('requirements/capabilities')}
        />
        <CheckGroup
          label="Reads"
          name="requirements/inputModalities"
          options={MODALITIES}
          value={requirements.inputModalities}
          onChange={(inputModalities) => change({ inputModalities })}
          error={errorOf('requirements/inputModalities')}
        />
      </FieldRow>
    </FieldGroup>
  );
}

/** What ties it to its model, and what makes leaving safe. */
export function CouplingFields({ fields: { coupling, goldenSet }, set, errorOf }: PartProps) {
  const change = (part: Partial<typeof coupling>): void => set({ coupling: { ...coupling, ...part } });
  return (
    <FieldGroup title="How it is tied to its model">
      <FieldRow>
        <SelectInput
          label="Interface"
          name="coupling/interface"
          required
          value={coupling.interface}
          onChange={(value) => change({ interface: value })}
          options={optionsOf('OPENAI_COMPATIBLE', 'VENDOR_SPECIFIC')}
          error={errorOf('coupling/interface')}
        />
        <DateInput
          label="Way back last rehearsed"
          name="coupling/rollbackRehearsedOn"
          value={coupling.rollbackRehearsedOn ?? ''}
          onChange={(day) => change({ rollbackRehearsedOn: day || undefined })}
          error={errorOf('coupling/rollbackRehearsedOn')}
        />
        <DateInput
          label="Golden set last run"
          name="goldenSet/lastRunAt"
          value={goldenSet.lastRunAt ?? ''}
          onChange={(day) => set({ goldenSet: { ...goldenSet, lastRunAt: day || undefined } })}
          error={errorOf('goldenSet/lastRunAt')}
        />
      </FieldRow>
      <div className={styles.checks}>
        <Check label="Fine-tuned" selected={coupling.fineTuned} onChange={(fineTuned) => change({ fineTuned })} />
        <Check
          label="Embeddings indexed"
          selected={coupling.embeddingsIndexed}
          onChange={(embeddingsIndexed) => change({ embeddingsIndexed })}
        />
        <Check
          label="Prompts versioned"
          selected={coupling.promptsVersioned}
          onChange={(promptsVersioned) => change({ promptsVersioned })}
        />
        <Check
          label="Has a golden set"
          selected={goldenSet.exists}
          onChange={(exists) => set({ goldenSet: { ...goldenSet, exists } })}
        />
      </div>
    </FieldGroup>
  );
}

const USES = ['requestsPerMonth', 'tokensPerMonth', 'concurrentTokens'] as const;

/** How much it is used; unknown stays open. */
export function UsageFields({ fields: { usage }, set, errorOf }: PartProps) {
  return (
    <FieldGroup title="How much it is used" hint="Measured or declared; leave open what nobody knows.">
      <FieldRow>
        {USES.map((name) => (
          <NumberInput
            key={name}
            label={fieldWords(name)}
            name={`usage/${name}`}
            value={usage[name]}
            onChange={(value) => set({ usage: { ...usage, [name]: value } })}
            error={errorOf(`usage/${name}`)}
          />
        ))}
      </FieldRow>
    </FieldGroup>
  );
}

const EFFORTS = ['prompts', 'integration', 'evaluation', 'fineTune', 'reindex', 'training'] as const;

/** What leaving the model in use would cost. */
export function EffortFields({ fields: { switchingEffort }, set, errorOf }: PartProps) {
  return (
    <FieldGroup title="What leaving its model would take" hint="Person-days, as its owner estimates.">
      <FieldRow>
        {EFFORTS.map((name) => (
          <NumberInput
            key={name}
            label={fieldWords(name)}
            name={`switchingEffort/${name}`}
            value={switchingEffort[name]}
            onChange={(value) => set({ switchingEffort: { ...switchingEffort, [name]: value } })}
            error={errorOf(`switchingEffort/${name}`)}
          />
        ))}
      </FieldRow>
    </FieldGroup>
  );
}
