import { CheckGroup } from '../components/check-group.tsx';
import { DateInput } from '../components/date-input.tsx';
import { SelectInput, TextInput } from '../components/field.tsx';
import { CodesInput, NumberInput } from '../components/typed-field.tsx';
import { optionsOf } from '../components/words.ts';
import { CAPABILITIES, MODALITIES } from '../portfolio/tools/vocabulary.ts';

type Options = ReturnType<typeof optionsOf>;

/** Fields with a closed list of values. */
const CHOICES: Readonly<Record<string, Options>> = {
  kind: optionsOf('CHAT', 'BASE', 'EMBEDDING', 'RERANK', 'GUARD', 'OCR', 'SPEECH', 'IMAGE', 'TRANSLATION', 'DRAFT'),
  function: optionsOf('GENERAL', 'CODER', 'VISION', 'MATH', 'OMNI'),
  postTraining: optionsOf('BASE', 'INSTRUCT', 'THINKING', 'HYBRID'),
  status: optionsOf('PREVIEW', 'AVAILABLE', 'DEPRECATED', 'RETIRED'),
  licenceClass: optionsOf(
    'OSI_PERMISSIVE',
    'PERMISSIVE_WITH_CONDITIONS',
    'COMMUNITY_RESTRICTED',
    'RESEARCH_ONLY',
    'PROPRIETARY',
  ),
};
const LISTS: Readonly<Record<string, Options>> = {
  inputModalities: MODALITIES,
  outputModalities: MODALITIES,
  capabilities: CAPABILITIES,
};
const NUMBERS: Readonly<Record<string, string>> = {
  totalParamsB: 'Billions.',
  activeParamsB: 'Billions that work on one token.',
  contextTokens: 'Tokens.',
};
const DAYS = ['deprecationDate', 'retirementDate', 'releaseDate'];
const TEXTS = ['displayName', 'family', 'tier', 'licenceId', 'weightsUrl', 'declaredSuccessor', 'licenceTextHash'];

/** Every field that a person may correct, as forms list them. */
export const CORRECTABLE = [
  ...['licenceId', 'licenceClass', 'languages', 'contextTokens', 'totalParamsB', 'activeParamsB', 'releaseDate'],
  ...['capabilities', 'inputModalities', 'outputModalities', 'status', 'retirementDate', 'deprecationDate', 'kind'],
  ...['function', 'postTraining', 'family', 'generation', 'tier', 'displayName', 'base', 'declaredSuccessor'],
  ...['weightsUrl', 'architecture', 'servingEngines', 'pricePerMTokens', 'adoption', 'licenceTextHash'],
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const dayOf = (value: unknown): string => String((isRecord(value) ? value.date : value) ?? '');
const codesOf = (value: unknown): readonly string[] =>
  listOf(value).map((each) => String(isRecord(each) ? each.code : each));

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};
const written = (value: unknown): string =>
  value == null ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 1);

interface Props {
  readonly field: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly error?: string;
}

/** The value of a field in the way people write it; what has no form of its own is JSON. */
export function FactValue({ field, value, onChange, error }: Props) {
  const common = { label: 'Value', name: 'value', required: true, error };
  const choice = CHOICES[field];
  if (choice)
    return (
      <SelectInput {...common} value={value == null ? null : String(value)} onChange={onChange} options={choice} />
    );
  const list = LISTS[field];
  if (list) return <CheckGroup {...common} options={list} value={listOf(value).map(String)} onChange={onChange} />;
  if (field in NUMBERS) {
    const number = typeof value === 'number' ? value : undefined;
    return <NumberInput {...common} value={number} onChange={onChange} hint={NUMBERS[field]} />;
  }
  if (DAYS.includes(field)) {
    const change = (date: string): void => onChange(field === 'releaseDate' ? { date, precision: 'DAY' } : date);
    return <DateInput {...common} value={dayOf(value)} onChange={change} />;
  }
  if (field === 'languages') {
    const change = (codes: readonly string[]): void => onChange(codes.map((code) => ({ code, evidence: 'CLAIMED' })));
    return (
      <CodesInput {...common} value={codesOf(value)} onChange={change} hint="ISO 639 codes, for example en, ta." />
    );
  }
  if (TEXTS.includes(field)) return <TextInput {...common} value={written(value)} onChange={onChange} />;
  return (
    <TextInput
      {...common}
      multiline
      value={written(value)}
      onChange={(text) => onChange(parse(text))}
      hint="As JSON, in the shape of the value shown."
    />
  );
}
