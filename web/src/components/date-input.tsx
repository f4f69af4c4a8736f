import { parseDate, parseDateTime } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput as Segments,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  I18nProvider,
  Label,
  Popover,
  Text,
  type DateValue,
} from 'react-aria-components';
import styles from './date-input.module.css';
import field from './field.module.css';

interface Props {
  readonly label: string;
  /** The field's name in the request body; server errors find it by this. */
  readonly name: string;
  /** `2026-07-02`, or `2026-07-02T09:00` with a time; empty where there is none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly withTime?: boolean;
  readonly hint?: string;
  readonly error?: string;
  readonly required?: boolean;
}

const MINUTES = 'YYYY-MM-DDTHH:mm'.length;
/** Whoever writes a year has written 2, 20 and 202 before. */
const FIRST_WHOLE_YEAR = 1000;

function read(value: string, withTime: boolean): DateValue | null {
  try {
    return withTime ? parseDateTime(value) : parseDate(value.slice(0, 'YYYY-MM-DD'.length));
  } catch {
    return null;
  }
}

/** A day, written or taken from a calendar, the same in every browser. */
export function DateInput({ label, name, value, onChange, withTime = false, hint, error, required }: Props) {
  const [shown, setShown] = useState(() => read(value, withTime));
  useEffect(() => setShown(read(value, withTime)), [value, withTime]);
  const change = (next: DateValue | null): void => {
    setShown(next);
    if (next === null) onChange('');
    else if (next.year >= FIRST_WHOLE_YEAR) onChange(next.toString().slice(0, MINUTES));
  };
  return (
    <I18nProvider locale="en-GB">
      <DatePicker
        value={shown}
        onChange={change}
        granularity={withTime ? 'minute' : 'day'}
        hourCycle={24}
        shouldForceLeadingZeros
        isRequired={required}
        isInvalid={error !== undefined}
        className={field.field}
        data-field={name}
      >
        <Label>{label}</Label>
        <Group className={styles.group}>
          <Segments className={styles.segments}>
            {(segment) => <DateSegment segment={segment} className={styles.segment} />}
          </Segments>
          <AriaButton className={styles.open} aria-label="Calendar">
            <CalendarDays size={14} aria-hidden="true" />
          </AriaButton>
        </Group>
        {hint && (
          <Text slot="description" className={field.hint}>
            {hint}
          </Text>
        )}
        <FieldError className={field.error}>{error}</FieldError>
        <Popover className={styles.popover}>
          <Dialog className={styles.dialog}>
            <Month />
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  );
}

function Month() {
  return (
    <Calendar>
      <header className={styles.head}>
        <AriaButton slot="previous" className={styles.step}>
          <ChevronLeft size={14} aria-hidden="true" />
        </AriaButton>
        <Heading className={styles.month} />
        <AriaButton slot="next" className={styles.step}>
          <ChevronRight size={14} aria-hidden="true" />
        </AriaButton>
      </header>
      <CalendarGrid className={styles.grid}>
        {(date) => <CalendarCell date={date} className={styles.day} />}
      </CalendarGrid>
    </Calendar>
  );
}
