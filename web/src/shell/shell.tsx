import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Menu } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Brand } from './brand.tsx';
import { AREAS } from './areas.ts';
import { Account } from './account.tsx';
import styles from './shell.module.css';

/** Top bar, navigation and the screen; focus moves to the screen when the route changes. */
export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    setOpen(false);
    if (first.current) first.current = false;
    else main.current?.focus();
  }, [path]);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <header className={styles.top}>
        <button className={styles.fold} aria-expanded={open} aria-controls="nav" onClick={() => setOpen(!open)}>
          <Menu size={18} aria-hidden="true" />
          <span className="visually-hidden">Navigation</span>
        </button>
        <Brand />
        <Account />
      </header>
      <nav id="nav" className={styles.nav} data-open={open} aria-label="Main">
        {AREAS.map((area) => (
          <div key={area.title ?? 'top'}>
            {area.title && <p className={styles.area}>{area.title}</p>}
            {area.screens.map((screen) => (
              <Link key={screen.to} to={screen.to} className={styles.link} activeOptions={{ exact: screen.to === '/' }}>
                {screen.label}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
    </div>
  );
}
