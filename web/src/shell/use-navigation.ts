import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';

const KEY = 'modelfolio.navigation';
const narrow = matchMedia('(max-width: 900px)');

const subscribe = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** Whether the navigation stands: beside the screen until it is folded, over a narrow one only until somebody has chosen. */
export function useNavigation(path: string): readonly [shown: boolean, toggle: () => void] {
  const isNarrow = useSyncExternalStore(subscribe, () => narrow.matches);
  const [over, setOver] = useState(false);
  const [folded, setFolded] = useState(() => localStorage.getItem(KEY) === 'folded');
  useEffect(() => setOver(false), [path]);
  const toggle = useCallback(() => {
    if (isNarrow) return setOver((old) => !old);
    if (folded) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'folded');
    setFolded(!folded);
  }, [isNarrow, folded]);
  return [isNarrow ? over : !folded, toggle];
}
