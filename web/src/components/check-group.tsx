import { Checkbox, CheckboxGroup, FieldError, Label } from 'react-aria-components';
import styles from './check-group.module.css';

interface Props {
  readonly label: string;
  /** The field's name in the request body; server errors find it by this. */
  readonly name?: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly error?: string;
}

/** Any number out of a few. */
export function CheckGroup({ label, name, options, value, onChange, error }: Props) {
  return (
    <CheckboxGroup
      name={name}
      value={[...value]}
      onChange={onChange}
      isInvalid={error !== undefined}
      className={styles.group}
      data-field={name}
    >
      <Label className={styles.label}>{label}</Label>
      {options.map((option) => (
        <Check key={option.id} value={option.id} label={option.label} />
      ))}
      <FieldError className={styles.error}>{error}</FieldError>
    </CheckboxGroup>
  );
}

interface CheckProps {
  readonly label: string;
  readonly value?: string;
  readonly selected?: boolean;
  readonly onChange?: (selected: boolean) => void;
}

/** One thing that is or is not so. */
export function Check({ label, value, selected, onChange }: CheckProps) {
  return (
    <Checkbox value={value} isSelected={selected} onChange={onChange} className={styles.check}>
      <span className={styles.box} aria-hidden="true" />
      {label}
    </Checkbox>
  );
}

interface MarkProps {
  /** Read out, not shown: the column says it already. */
  readonly label: string;
  readonly selected: boolean;
  readonly disabled: boolean;
  readonly onChange: (selected: boolean) => void;
}

/** A mark in the row of a table: the browser's own, of which a hundred cost nothing. */
export function Mark({ label, selected, disabled, onChange }: MarkProps) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      className={styles.mark}
      checked={selected}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
