import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import styles from './check-group.module.css';

interface Props {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** Any number out of a few. */
export function CheckGroup({ label, options, value, onChange }: Props) {
  return (
    <CheckboxGroup value={[...value]} onChange={onChange} className={styles.group}>
      <Label className={styles.label}>{label}</Label>
      {options.map((option) => (
        <Check key={option.id} value={option.id} label={option.label} />
      ))}
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
