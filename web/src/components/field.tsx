import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Button as AriaButton,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components';
import styles from './field.module.css';

interface Common {
  readonly label: string;
  /** The field's name in the request body; server errors find it by this. */
  readonly name: string;
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly required?: boolean;
}

interface TextProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly multiline?: boolean;
  readonly type?: 'text' | 'number' | 'url' | 'search';
  readonly autoFocus?: boolean;
}

export function TextInput({ label, hint, error, required, multiline, type = 'text', ...rest }: TextProps) {
  return (
    <TextField
      {...rest}
      type={type}
      isRequired={required}
      isInvalid={error !== undefined}
      className={styles.field}
      data-field={rest.name}
    >
      <Label>{label}</Label>
      {multiline ? <TextArea className={styles.area} rows={4} /> : <Input className={styles.input} />}
      {hint && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error}>{error}</FieldError>
    </TextField>
  );
}

interface SelectProps extends Common {
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

export function SelectInput({ label, hint, error, required, value, onChange, options, name }: SelectProps) {
  return (
    <Select
      name={name}
      placeholder="Choose"
      value={value}
      onChange={(key) => onChange(String(key))}
      isRequired={required}
      isInvalid={error !== undefined}
      className={styles.field}
      data-field={name}
    >
      <Label>{label}</Label>
      <AriaButton className={styles.input}>
        <SelectValue />
        <ChevronDown size={14} aria-hidden="true" className={styles.chevron} />
      </AriaButton>
      {hint && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error}>{error}</FieldError>
      <Popover className={styles.popover}>
        <ListBox items={options} className={styles.options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles.option}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
