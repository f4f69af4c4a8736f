import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Autocomplete, Input, Label, Menu, MenuItem, SearchField } from 'react-aria-components';
import { api, unwrap } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Dialog } from '../components/dialog.tsx';
import { words } from '../components/words.ts';
import { useMe } from '../session/use-me.ts';
import { ACTIONS, AREAS } from './areas.ts';
import styles from './palette.module.css';

type Hit = components['schemas']['HitView'];
type Kind = Hit['kind'];

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly kind: string;
  readonly go: () => void;
}

/** Everything that has a name, and every screen, by typing. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/search', { params: { query: { q: text } }, signal })),
    enabled: text.trim().length > 0,
    placeholderData: (old) => old,
  });
  const open: Record<Kind, (id: string) => void> & Record<string, ((id: string) => void) | undefined> = {
    model: (id) => void navigate({ to: '/models/$id', params: { id } }),
    tool: (id) => void navigate({ to: '/tools/$id', params: { id } }),
    release: (id) => void navigate({ to: '/catalogue/$id', params: { id } }),
    flag: (id) => void navigate({ to: '/flags', search: { open: id } }),
    request: (id) => void navigate({ to: '/swap-requests/$id', params: { id } }),
  };
  const wanted = text.trim().toLowerCase();
  const { data: me } = useMe();
  const may = (permission: string | undefined): boolean =>
    permission === undefined || (me?.permissions.includes(permission) ?? false);
  const offers = (entry: { readonly label: string; readonly permission?: string }): boolean =>
    may(entry.permission) && entry.label.toLowerCase().includes(wanted);
  const actions: Entry[] = ACTIONS.filter(offers).map(({ label, to, search }) => ({
    id: `action:${label}`,
    title: label,
    hint: '',
    kind: 'action',
    go: () => void navigate({ to, search }),
  }));
  const screens: Entry[] = AREAS.flatMap(({ screens: each }) => each)
    .filter(offers)
    .map(({ to, label }) => ({
      id: `screen:${to}`,
      title: label,
      hint: 'screen',
      kind: 'screen',
      go: () => void navigate({ to }),
    }));
  const hits: Entry[] = wanted
    ? (data?.items ?? []).map(({ kind, id, title, hint }) => ({
        id: `${kind}:${id}`,
        title,
        hint,
        kind,
        go: () => open[kind]?.(id),
      }))
    : [];
  const entries = [...hits, ...screens, ...actions];
  const choose = (id: string): void => {
    onClose();
    entries.find((entry) => entry.id === id)?.go();
  };
  return (
    <Dialog title="Go to" open onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField autoFocus className={styles.field}>
          <Label className="visually-hidden">Search models, tools, releases, swap requests, flags and screens</Label>
          <Input className={styles.input} placeholder="A model, tool, release, request, flag or screen" />
        </SearchField>
        {/* More than fits scrolls, for those who read it with the keyboard, too. */}
        <div className={styles.scroll} tabIndex={0} role="group" aria-label="Results">
          <Menu
            items={entries}
            className={styles.menu}
            onAction={(key) => choose(String(key))}
            renderEmptyState={() => <p className={styles.none}>Nothing has that name</p>}
            aria-label="What matches"
          >
            {(entry) => (
              <MenuItem id={entry.id} textValue={entry.title} className={styles.item}>
                <span className={styles.title}>{entry.title}</span>
                <span className={styles.hint}>{entry.hint === entry.kind ? '' : entry.hint}</span>
                <span className={styles.kind}>{words(entry.kind)}</span>
              </MenuItem>
            )}
          </Menu>
        </div>
      </Autocomplete>
    </Dialog>
  );
}
