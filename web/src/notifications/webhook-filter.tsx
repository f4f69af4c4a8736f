import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { TextInput } from '../components/field.tsx';
import { FieldGroup, FieldRow } from '../components/form.tsx';

/** Field of an event’s data → the values that are let through. */
export type Conditions = Readonly<Record<string, readonly (string | number | boolean)[]>>;

interface Line {
  readonly field: string;
  readonly values: string;
}

interface Props {
  readonly filter: Conditions;
  readonly onChange: (filter: Conditions) => void;
  readonly error?: string;
}

const linesOf = (filter: Conditions): readonly Line[] =>
  Object.entries(filter).map(([field, values]) => ({ field, values: values.join(', ') }));

const filterOf = (lines: readonly Line[]): Conditions =>
  Object.fromEntries(
    lines
      .filter(({ field, values }) => field.trim() && values.trim())
      .map(({ field, values }) => [field.trim(), values.split(/[\s,;]+/).filter(Boolean)]),
  );

/** Which messages are let through; one that lacks the field always is. */
export function WebhookFilter({ filter, onChange, error }: Props) {
  const [lines, setLines] = useState(() => linesOf(filter));
  const change = (next: readonly Line[]): void => {
    setLines(next);
    onChange(filterOf(next));
  };
  const set = (at: number, part: Partial<Line>): void =>
    change(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  return (
    <FieldGroup
      title="Only when"
      hint="For example severity is WARN or FAIL. A message without the field is always sent."
    >
      {lines.map((line, index) => (
        <FieldRow key={index}>
          <TextInput
            label="Field"
            name={`filter/${index}/field`}
            value={line.field}
            onChange={(field) => set(index, { field })}
            error={error}
          />
          <TextInput
            label="Is one of"
            name={`filter/${index}/values`}
            value={line.values}
            onChange={(values) => set(index, { values })}
          />
          <Button
            aria-label={`Take condition ${index + 1} away`}
            onPress={() => change(lines.filter((_, at) => at !== index))}
          >
            Take away
          </Button>
        </FieldRow>
      ))}
      <div>
        <Button onPress={() => change([...lines, { field: '', values: '' }])}>Add a condition</Button>
      </div>
    </FieldGroup>
  );
}
