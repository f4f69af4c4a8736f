import { useState, type ReactNode } from 'react';
import { TextInput } from './field.tsx';

interface Props<Value> {
  readonly label: string;
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly required?: boolean;
}

/** A number, or nothing where nobody knows it. */
export function NumberInput({ value, onChange, ...rest }: Props<number | undefined>) {
  return (
    <TextInput
      {...rest}
      type="number"
      value={value === undefined ? '' : String(value)}
      onChange={(text) => onChange(text === '' ? undefined : Number(text))}
    />
  );
}

/** Short codes, separated by commas or spaces as people type them. */
export function CodesInput({ value, onChange, ...rest }: Props<readonly string[]> & { readonly multiline?: boolean }) {
  const [text, setText] = useState(value.join(', '));
  return (
    <TextInput
      {...rest}
      value={text}
      onChange={(next) => {
        setText(next);
        onChange(next.split(/[\s,;]+/).filter(Boolean));
      }}
    />
  );
}
