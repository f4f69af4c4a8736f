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
  /** Read out, not shown: the column says it already. */
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
  readonly value?: string;
  readonly selected?: boolean;
  readonly onChange?: (selected: boolean) => void;
}

/** One thing that is or is not so. */
export function Check({ label, isLabelHidden, isDisabled, value, selected, onChange }: CheckProps) {
  return (
    <Checkbox value={value} isSelected={selected} isDisabled={isDisabled} onChange={onChange} className={styles.check}>
      <span className={styles.box} aria-hidden="true" />
      <span className={isLabelHidden ? 'visually-hidden' : undefined}>{label}</span>
    </Checkbox>
  );
}
