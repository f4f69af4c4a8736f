import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import {
  Button as AriaButton,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { useQuery } from '@tanstack/react-query';
import styles from './field.module.css';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

interface Props {
  readonly label: string;
  readonly name: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Asks the server for what matches; the key keeps answers of different lists apart. */
  readonly source: string;
  readonly load: (text: string) => Promise<readonly Choice[]>;
  readonly initial?: string;
  readonly hint?: string;
  readonly error?: string;
  readonly required?: boolean;
}

/** One of many, found by typing; the server searches. */
export function Combo({ label, name, value, onChange, source, load, initial = '', hint, error, required }: Props) {
  const [text, setText] = useState(initial);
  const { data = [] } = useQuery({
    queryKey: ['choices', source, text],
    queryFn: () => load(text),
    placeholderData: (old) => old,
  });
  return (
    <ComboBox
      name={name}
      inputValue={text}
      onInputChange={setText}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      items={data}
      allowsEmptyCollection
      menuTrigger="focus"
      isRequired={required}
      isInvalid={error !== undefined}
      className={styles.field}
      data-field={name}
    >
      <Label>{label}</Label>
      <div className={styles.combo}>
        <Input className={styles.input} placeholder="Type to search" />
        <AriaButton className={styles.drop}>
          <ChevronDown size={14} aria-hidden="true" className={styles.chevron} />
        </AriaButton>
      </div>
      {hint && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error}>{error}</FieldError>
      <Popover className={styles.popover}>
        <ListBox<Choice>
          className={styles.options}
          renderEmptyState={() => <p className={styles.nothing}>Nothing matches</p>}
        >
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={styles.option}>
              {choice.label}
              {choice.hint && <span className={styles.choiceHint}>{choice.hint}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
