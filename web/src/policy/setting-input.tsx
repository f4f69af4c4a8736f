import { SelectInput, TextInput } from '../components/field.tsx';
import { NumberInput } from '../components/typed-field.tsx';
import { optionsOf } from '../components/words.ts';
import { listed, written, type Json, type Setting } from './settings.ts';

interface Props {
  readonly name: string;
  readonly before: Setting;
  readonly value: Json;
  readonly onChange: (value: Json) => void;
}

const ANSWERS = [
  { id: 'true', label: 'Yes' },
  { id: 'false', label: 'No' },
];
const VERDICTS = optionsOf('ALLOW', 'REVIEW', 'DENY');

const isYesOrNo = ({ path, value }: Setting): boolean => typeof value === 'boolean' || path.endsWith('establishedInEu');

/** The new value of one setting, in the way its kind is written. */
export function SettingInput({ name, before, value, onChange }: Props) {
  const common = { label: 'New value', name, hint: `Now ${written(before.value, before.path)}.` };
  if (isYesOrNo(before))
    return (
      <SelectInput
        {...common}
        value={typeof value === 'boolean' ? String(value) : null}
        onChange={(id) => onChange(id === 'true')}
        options={ANSWERS}
      />
    );
  if (before.path.startsWith('licenceRules.'))
    return <SelectInput {...common} value={String(value)} onChange={onChange} options={VERDICTS} />;
  if (Array.isArray(before.value))
    return (
      <TextInput
        {...common}
        hint={`${common.hint} Several are separated by commas.`}
        value={typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : ''}
        onChange={onChange}
      />
    );
  return (
    <NumberInput
      {...common}
      hint={/share\./i.test(before.path) ? `${common.hint} A share between 0 and 1.` : common.hint}
      value={typeof value === 'number' ? value : undefined}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}

/** The value as the document holds it: a list was typed as text. */
export const valueOf = (before: Setting, value: Json): Json =>
  Array.isArray(before.value) && typeof value === 'string' ? listed(value) : value;
