import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
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
import { Shape } from './shape.tsx';
import styles from './filter-bar.module.css';

export interface Filter {
  readonly name: string;
  readonly label: string;
  /** Without options it can only be taken away: it comes from a link. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

interface Props {
  readonly filters: readonly Filter[];
  /** What is in the URL now. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly onChange: (name: string, value: string | undefined) => void;
  readonly searchLabel?: string;
  /** Columns that can be hidden; which ones are stands in `?hide=`. */
  readonly columns?: readonly { readonly id: string; readonly header: string }[];
}

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Ids say nothing to people; other values do. */
const nameOf = ({ options }: Filter, value: string): string =>
  options.find(({ id }) => id === value)?.label ?? (ID.test(value) ? 'one chosen' : value);

/** Filters as chips; each stands in the URL, so a view can be sent to somebody. */
export function FilterBar({ filters, values, onChange, searchLabel, columns }: Props) {
  const choosable = filters.filter(({ options }) => options.length > 0);
  const chosen = filters.filter((filter) => values[filter.name] !== undefined);
  return (
    <div className={styles.bar}>
      {searchLabel && (
        <Search label={searchLabel} value={values.q ?? ''} onChange={(q) => onChange('q', q || undefined)} />
      )}
      {chosen.map((filter) => (
        <AriaButton key={filter.name} className={styles.chip} onPress={() => onChange(filter.name, undefined)}>
          {filter.label} <b>{nameOf(filter, values[filter.name] ?? '')}</b>
          <X size={12} aria-label="remove this filter" />
        </AriaButton>
      ))}
      {choosable.length > 0 && <FilterMenu filters={choosable} onChange={onChange} />}
      {columns && <ColumnMenu columns={columns} hide={values.hide} onChange={(hide) => onChange('hide', hide)} />}
    </div>
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
                <Menu className={styles.menu} onAction={(key) => onChange(filter.name, String(key))}>
                  {filter.options.map((option) => (
                    <MenuItem key={option.id} id={option.id} className={styles.item}>
                      {option.label}
                    </MenuItem>
                  ))}
                </Menu>
              </Popover>
            </SubmenuTrigger>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface ColumnMenuProps {
  readonly columns: NonNullable<Props['columns']>;
  readonly hide: string | undefined;
  readonly onChange: (hide: string | undefined) => void;
}

/** Which columns are shown; at least the first always is. */
function ColumnMenu({ columns, hide, onChange }: ColumnMenuProps) {
  const hidden = hide?.split(',') ?? [];
  const shown = columns.filter(({ id }) => !hidden.includes(id)).map(({ id }) => id);
  const choose = (keys: 'all' | Set<React.Key>): void => {
    const next = columns.slice(1).filter(({ id }) => keys !== 'all' && !keys.has(id));
    onChange(next.map(({ id }) => id).join(',') || undefined);
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
