import { Outlet, useRouterState } from '@tanstack/react-router';
import { Menu, Search } from 'lucide-react';
import { Suspense, lazy, useCallback, useEffect, useRef, useState } from 'react';
import { Toasts } from '../components/toast.tsx';
import { useShortcuts } from '../components/use-shortcuts.ts';
import { Account } from './account.tsx';
import { Brand } from './brand.tsx';
import { Freshness } from './freshness.tsx';
import { Navigation } from './navigation.tsx';
import styles from './shell.module.css';
import { UnsafeBanner } from './unsafe-banner.tsx';
import { useNavigation } from './use-navigation.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }));

type Overlay = 'palette' | 'shortcuts';

/** Top bar, navigation and the screen; focus moves to the screen when the route changes. */
export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [shown, toggle] = useNavigation(path);
  const [overlay, setOverlay] = useState<Overlay>();
  const close = useCallback(() => setOverlay(undefined), []);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus();
  }, [path]);
  useGlobalKeys(setOverlay);
  return (
    <div className={styles.shell} data-navigation={shown}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <header className={styles.top}>
        <button className={styles.fold} aria-expanded={shown} aria-controls="nav" onClick={toggle}>
          <Menu size={18} aria-hidden="true" />
          <span className="visually-hidden">Navigation</span>
        </button>
        <Brand />
        <button className={styles.search} onClick={() => setOverlay('palette')}>
          <Search size={14} aria-hidden="true" />
          <span className={styles.searchText}>Search models, tools, releases</span>
          <kbd className={styles.key}>Ctrl K</kbd>
        </button>
        <Freshness />
        <Account onShortcuts={() => setOverlay('shortcuts')} />
      </header>
      <nav id="nav" className={styles.nav} aria-label="Main">
        <div className={styles.screens}>
          <Navigation />
        </div>
      </nav>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <UnsafeBanner />
        <Outlet />
      </main>
      <Suspense>
        {overlay === 'palette' && <Palette onClose={close} />}
        {overlay === 'shortcuts' && <ShortcutSheet onClose={close} />}
      </Suspense>
      <Toasts />
    </div>
  );
}

function useGlobalKeys(show: (overlay: Overlay) => void): void {
  useShortcuts({
    '?': () => show('shortcuts'),
    '/': () => {
      const field = document.querySelector<HTMLInputElement>('[data-page-search]');
      if (field) field.focus();
      else show('palette');
    },
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      show('palette');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [show]);
}
