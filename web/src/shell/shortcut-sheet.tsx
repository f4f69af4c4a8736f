import { useState } from 'react';
import { Check } from '../components/check-group.tsx';
import { Dialog } from '../components/dialog.tsx';
import { shortcutsOn, switchShortcuts } from '../components/use-shortcuts.ts';
import styles from './shortcut-sheet.module.css';

const GROUPS = [
  {
    title: 'Everywhere',
    keys: [
      ['Ctrl K or ⌘ K', 'go to anything by name'],
      ['/', 'search in this screen'],
      ['?', 'this sheet'],
      ['Esc', 'close what is in front'],
    ],
  },
  {
    title: 'Flags',
    keys: [
      ['j', 'next flag'],
      ['k', 'previous flag'],
      ['t', 'take into triage'],
      ['o', 'snooze'],
      ['d', 'dismiss'],
      ['s', 'request a swap'],
    ],
  },
] as const;

/** What the keyboard can do, and the switch for those whom single letters disturb. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const [on, setOn] = useState(shortcutsOn);
  const change = (next: boolean): void => {
    switchShortcuts(next);
    setOn(next);
  };
  return (
    <Dialog title="Keyboard" open onClose={onClose}>
      {GROUPS.map(({ title, keys }) => (
        <section key={title} className={styles.group}>
          <h3>{title}</h3>
          <dl>
            {keys.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd className={styles.key}>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Check label="Single-letter shortcuts are on" selected={on} onChange={change} />
    </Dialog>
  );
}
