import { ChevronDown } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuSection, MenuTrigger, Header, Popover } from 'react-aria-components';
import { useForget, useMe } from '../session/use-me.ts';
import { Shape } from '../components/shape.tsx';
import styles from './account.module.css';
import { chooseTheme, currentTheme, THEMES, type Theme } from './theme.ts';

const THEME_NAMES: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** Who is signed in, the theme, and the way out. */
export function Account({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { data: me } = useMe();
  const forget = useForget();
  const leave = async (): Promise<void> => {
    await fetch('/auth/logout', { method: 'POST', credentials: 'same-origin' }).catch(() => undefined);
    forget();
  };
  return (
    <MenuTrigger>
      <AriaButton className={styles.trigger}>
        <span className={styles.name}>{me?.displayName ?? 'Account'}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </AriaButton>
      <Popover className={styles.popover} placement="bottom end">
        <Menu className={styles.menu}>
          <MenuSection selectionMode="single" defaultSelectedKeys={[currentTheme()]} onSelectionChange={themeChosen}>
            <Header className={styles.header}>Theme</Header>
            {THEMES.map((theme) => (
              <MenuItem key={theme} id={theme} textValue={THEME_NAMES[theme]} className={styles.item}>
                {({ isSelected }) => (
                  <>
                    <span className={styles.mark}>{isSelected && <Shape name="check" />}</span>
                    {THEME_NAMES[theme]}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuItem id="shortcuts" className={styles.item} onAction={onShortcuts}>
            Keyboard shortcuts
          </MenuItem>
          <MenuItem id="leave" className={styles.item} onAction={() => void leave()}>
            Sign out
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function themeChosen(keys: 'all' | Iterable<React.Key>): void {
  const [key] = keys === 'all' ? [] : keys;
  const theme = THEMES.find((each) => each === key);
  if (theme) chooseTheme(theme);
}
