import { Button } from '../../components/button.tsx';
import { Combo } from '../../components/combo.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { SelectInput, TextInput } from '../../components/field.tsx';
import { FieldGroup, FieldRow } from '../../components/form.tsx';
import { CodesInput } from '../../components/typed-field.tsx';
import { optionsOf } from '../../components/words.ts';
import { DATA_CLASSES, HOSTINGS, QUANTISATIONS } from '../tools/vocabulary.ts';
import { peopleChoices, poolChoices } from '../../api/choices.ts';
import type { ModelFields } from './model-fields.ts';

interface Props {
  readonly fields: ModelFields;
  readonly set: (part: Partial<ModelFields>) => void;
  readonly errorOf: (name: string) => string | undefined;
}

export function IdentityFields({ fields, set, errorOf, steward }: Props & { readonly steward: string }) {
  return (
    <FieldGroup title="What it is">
      <TextInput
        label="Name"
        name="name"
        required
        value={fields.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
      />
      <FieldRow>
        <TextInput
          label="Owner team"
          name="ownerTeam"
          required
          value={fields.ownerTeam}
          onChange={(ownerTeam) => set({ ownerTeam })}
          error={errorOf('ownerTeam')}
        />
        <Combo
          label="Steward"
          name="stewardId"
          required
          value={fields.stewardId}
          initial={steward}
          onChange={(stewardId) => set({ stewardId })}
          source="people"
          load={peopleChoices}
          error={errorOf('stewardId')}
        />
      </FieldRow>
    </FieldGroup>
  );
}

export function PlaceFields({ fields, set, errorOf, pool }: Props & { readonly pool?: string }) {
  const text = (name: 'endpointUrl' | 'weightsDigest' | 'mirrorLocation', label: string, hint?: string) => (
    <TextInput
      label={label}
      name={name}
      value={fields[name] ?? ''}
      onChange={(value) => set({ [name]: value || null })}
      hint={hint}
      error={errorOf(name)}
    />
  );
  return (
    <FieldGroup title="Where it runs">
      <FieldRow>
        <SelectInput
          label="Hosting"
          name="hosting"
          required
          value={fields.hosting}
          onChange={(hosting) => set({ hosting })}
          options={HOSTINGS}
          error={errorOf('hosting')}
        />
        <Combo
          label="GPU pool"
          name="gpuPoolId"
          value={fields.gpuPoolId}
          initial={pool}
          onChange={(gpuPoolId) => set({ gpuPoolId })}
          source="pools"
          load={poolChoices}
          error={errorOf('gpuPoolId')}
        />
        <SelectInput
          label="Quantisation"
          name="quantisation"
          value={fields.quantisation}
          onChange={(quantisation) => set({ quantisation })}
          options={QUANTISATIONS}
          hint="Native precision if left open."
          error={errorOf('quantisation')}
        />
      </FieldRow>
      {text('endpointUrl', 'Endpoint', 'Where it answers.')}
      <FieldRow>
        {text('weightsDigest', 'Digest of the weights', 'For example sha256:9f86d081…')}
        {text('mirrorLocation', 'Mirror', 'Where the weights are kept, should their source go.')}
      </FieldRow>
    </FieldGroup>
  );
}

export function ScopeFields({ fields, set, errorOf }: Props) {
  return (
    <FieldGroup title="What it may be used for">
      <FieldRow>
        <SelectInput
          label="Highest data class"
          name="maxDataClass"
          required
          value={fields.maxDataClass}
          onChange={(maxDataClass) => set({ maxDataClass })}
          options={optionsOf(...DATA_CLASSES)}
          error={errorOf('maxDataClass')}
        />
        <CodesInput
          label="Jurisdictions"
          name="jurisdictions"
          value={fields.jurisdictions}
          onChange={(codes) => set({ jurisdictions: codes.map((code) => code.toUpperCase()) })}
          hint="Country codes, for example SG, MY; open if not limited."
          error={errorOf('jurisdictions')}
        />
        <TextInput
          label="Licence, concluded by legal"
          name="concludedLicence"
          value={fields.concludedLicence ?? ''}
          onChange={(text) => set({ concludedLicence: text || null })}
          error={errorOf('concludedLicence')}
        />
      </FieldRow>
      <TextInput
        label="Approved for"
        name="approvedScope"
        multiline
        value={fields.approvedScope ?? ''}
        onChange={(text) => set({ approvedScope: text || null })}
        error={errorOf('approvedScope')}
      />
    </FieldGroup>
  );
}

/** Exceptions from the policy, each with its end. */
export function WaiverFields({ fields: { waivers }, set, errorOf }: Props) {
  const change = (at: number, part: Partial<(typeof waivers)[number]>): void =>
    set({ waivers: waivers.map((each, index) => (index === at ? { ...each, ...part } : each)) });
  return (
    <FieldGroup title="Waivers" hint="What it is let off from, why and until when.">
      {waivers.map((waiver, index) => (
        <FieldRow key={index}>
          <TextInput
            label={`Reason of waiver ${index + 1}`}
            name={`waivers/${index}/reason`}
            value={waiver.reason}
            onChange={(reason) => change(index, { reason })}
            error={errorOf(`waivers/${index}/reason`)}
          />
          <DateInput
            label="Ends on"
            name={`waivers/${index}/expiresAt`}
            value={waiver.expiresAt}
            onChange={(expiresAt) => change(index, { expiresAt })}
            error={errorOf(`waivers/${index}/expiresAt`)}
          />
          <Button
            aria-label={`Take waiver ${index + 1} away`}
            onPress={() => set({ waivers: waivers.filter((_, at) => at !== index) })}
          >
            Take away
          </Button>
        </FieldRow>
      ))}
      <div>
        <Button onPress={() => set({ waivers: [...waivers, { reason: '', expiresAt: '' }] })}>Add a waiver</Button>
      </div>
    </FieldGroup>
  );
}

const STATUSES = optionsOf('NOT_VALIDATED', 'IN_VALIDATION', 'VALIDATED', 'REJECTED', 'EXPIRED');

/** What model validation found; nobody validates what they registered. */
export function ValidationFields({ fields: { validation }, set, errorOf }: Props) {
  const change = (part: Partial<typeof validation>): void => set({ validation: { ...validation, ...part } });
  const day = (name: 'validatedAt' | 'nextReviewDue', label: string) => (
    <DateInput
      label={label}
      name={`validation/${name}`}
      value={validation[name] ?? ''}
      onChange={(value) => change({ [name]: value || undefined })}
      error={errorOf(`validation/${name}`)}
    />
  );
  return (
    <FieldGroup title="Validation">
      <FieldRow>
        <SelectInput
          label="Status"
          name="validation/status"
          value={validation.status}
          onChange={(status) => change({ status })}
          options={STATUSES}
          error={errorOf('validation/status')}
        />
        <TextInput
          label="Validator"
          name="validation/validator"
          value={validation.validator ?? ''}
          onChange={(text) => change({ validator: text || undefined })}
          error={errorOf('validation/validator')}
        />
      </FieldRow>
      <FieldRow>
        {day('validatedAt', 'Validated on')}
        {day('nextReviewDue', 'Next review due')}
      </FieldRow>
    </FieldGroup>
  );
}
