import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Button as AriaButton,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  SearchField,
  SubmenuTrigger,
} from 'react-aria-components';
import { hiddenOf, hideOf, type Hideable } from './columns.ts';
import type { Choice } from './combo.tsx';
import { Shape } from './shape.tsx';
import styles from './filter-bar.module.css';

export interface Filter {
  readonly name: string;
  readonly label: string;
  /** Without options or a way to find them it can only be taken away: it comes from a link. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** Finds one of many by typing. */
  readonly load?: (text: string) => Promise<readonly Choice[]>;
  /** What the one with this id is called. */
  readonly nameOf?: (id: string) => Promise<string>;
}

interface Props {
  readonly filters: readonly Filter[];
  /** What is in the URL now. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly onChange: (name: string, value: string | undefined) => void;
  readonly searchLabel?: string;
  /** Columns that can be hidden; which ones are stands in `?hide=`. */
  readonly columns?: readonly Hideable[];
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Ids say nothing to people; other values do. */
function useName({ name, options, nameOf }: Filter, value: string): string {
  const { data } = useQuery({
    queryKey: ['name', name, value],
    queryFn: () => nameOf?.(value) ?? value,
    enabled: nameOf !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  return options.find(({ id }) => id === value)?.label ?? data ?? (ID.test(value) ? 'one chosen' : value);
}

/** Filters as chips; each stands in the URL, so a view can be sent to somebody. */
export function FilterBar({ filters, values, onChange, searchLabel, columns }: Props) {
  const choosable = filters.filter(({ options, load }) => options.length > 0 || load !== undefined);
  const chosen = filters.filter((filter) => values[filter.name] !== undefined);
  return (
    <div className={styles.bar}>
      {searchLabel && (
        <Search label={searchLabel} value={values.q ?? ''} onChange={(q) => onChange('q', q || undefined)} />
      )}
      {chosen.map((filter) => (
        <Chip key={filter.name} filter={filter} value={values[filter.name] ?? ''} onChange={onChange} />
      ))}
      {choosable.length > 0 && <FilterMenu filters={choosable} onChange={onChange} />}
      {columns && <ColumnMenu columns={columns} hide={values.hide} onChange={(hide) => onChange('hide', hide)} />}
    </div>
  );
}

interface ChipProps extends Pick<Props, 'onChange'> {
  readonly filter: Filter;
  readonly value: string;
}

function Chip({ filter, value, onChange }: ChipProps) {
  const name = useName(filter, value);
  return (
    <AriaButton className={styles.chip} onPress={() => onChange(filter.name, undefined)}>
      {filter.label} <b>{name}</b>
      <X size={12} aria-label="remove this filter" />
    </AriaButton>
  );
}

function FilterMenu({ filters, onChange }: Pick<Props, 'filters' | 'onChange'>) {
  return (
    <MenuTrigger>
      <AriaButton className={styles.chip}>+ Filter</AriaButton>
      <Popover className={styles.popover}>
        <Menu className={styles.menu}>
          {filters.map((filter) => (
            <SubmenuTrigger key={filter.name}>
              <MenuItem className={styles.item}>{filter.label}</MenuItem>
              <Popover className={styles.popover}>
                {filter.load ? (
                  <Finder filter={filter} load={filter.load} onChange={onChange} />
                ) : (
                  <Options options={filter.options} onChoose={(id) => onChange(filter.name, id)} />
                )}
              </Popover>
            </SubmenuTrigger>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface OptionsProps {
  readonly options: readonly Choice[];
  readonly onChoose: (id: string) => void;
}

function Options({ options, onChoose }: OptionsProps) {
  return (
    <Menu
      items={options}
      className={styles.menu}
      onAction={(key) => onChoose(String(key))}
      renderEmptyState={() => <p className={styles.none}>Nothing matches</p>}
      aria-label="Values"
    >
      {(option) => (
        <MenuItem id={option.id} textValue={option.label} className={styles.item}>
          {option.label}
          {option.hint && <span className={styles.hint}>{option.hint}</span>}
        </MenuItem>
      )}
    </Menu>
  );
}

interface FinderProps extends Pick<Props, 'onChange'> {
  readonly filter: Filter;
  readonly load: NonNullable<Filter['load']>;
}

/** One of more than a menu can hold: the server searches. */
function Finder({ filter, load, onChange }: FinderProps) {
  const [text, setText] = useState('');
  const { data = [] } = useQuery({
    queryKey: ['choices', filter.name, text],
    queryFn: () => load(text),
    placeholderData: keepPreviousData,
  });
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField autoFocus className={styles.finder} aria-label={`Find: ${filter.label}`}>
        <Input placeholder="Type to search" className={styles.input} />
      </SearchField>
      <Options options={data} onChoose={(id) => onChange(filter.name, id)} />
    </Autocomplete>
  );
}

interface ColumnMenuProps {
  readonly columns: NonNullable<Props['columns']>;
  readonly hide: string | undefined;
  readonly onChange: (hide: string | undefined) => void;
}

/** Which columns are shown; at least the first always is. */
function ColumnMenu({ columns, hide, onChange }: ColumnMenuProps) {
  const hidden = hiddenOf(columns, hide);
  const shown = columns.filter(({ id }) => !hidden.includes(id)).map(({ id }) => id);
  const choose = (keys: 'all' | Set<React.Key>): void => {
    const next = columns.slice(1).filter(({ id }) => keys !== 'all' && !keys.has(id));
    onChange(hideOf(columns, next));
  };
  return (
    <MenuTrigger>
      <AriaButton className={styles.chip}>Columns</AriaButton>
      <Popover className={styles.popover}>
        <Menu
          className={styles.menu}
          selectionMode="multiple"
          selectedKeys={shown}
          onSelectionChange={choose}
          aria-label="Columns"
        >
          {columns.slice(1).map((column) => (
            <MenuItem key={column.id} id={column.id} textValue={column.header} className={styles.item}>
              {({ isSelected }) => (
                <>
                  <span className={styles.mark}>{isSelected && <Shape name="check" />}</span>
                  {column.header}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const PAUSE_MS = 150;

function Search({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <SearchField value={text} onChange={setText} className={styles.search}>
      <Label className="visually-hidden">{label}</Label>
      <Input placeholder={label} className={styles.input} data-page-search />
    </SearchField>
  );
}
