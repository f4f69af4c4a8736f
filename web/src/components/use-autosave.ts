import { useCallback, useEffect, useRef, useState } from 'react';
import { problemFrom } from '../api/client.ts';
import { mergePatch } from '../api/merge-patch.ts';
import { errorsByField } from './error-words.ts';
import type { Problem } from './notice.tsx';
import type { Conflict, Version } from './use-change.ts';

const PAUSE_MS = 1200;
const STALE = 412;

export interface Autosave {
  readonly state: 'saved' | 'waiting' | 'saving' | 'refused';
  /** When it was last kept, on this screen. */
  readonly savedAt?: Date;
  readonly problem?: Problem;
  readonly conflict?: Conflict;
  readonly errorOf: (name: string) => string | undefined;
  /** Keeps what was written now; true once nothing is left to keep. */
  readonly flush: () => Promise<boolean>;
}

interface Options<Fields extends object> {
  readonly original: Version<Fields>;
  readonly fields: Fields;
  readonly send: (patch: Record<string, unknown>, version: number) => Promise<Version<Fields>>;
  readonly load: () => Promise<Version<Fields>>;
  /** Takes over what stands after both wrote. */
  readonly adopt: (fields: Fields) => void;
}

/** Keeps a draft on the server a moment after the last key; never over what somebody else wrote. */
export function useAutosave<Fields extends object>(options: Options<Fields>): Autosave {
  const { original, fields, send, load, adopt } = options;
  const kept = useRef(original);
  const latest = useRef({ fields, send, load });
  const running = useRef<Promise<boolean>>(undefined);
  // Until somebody decides, nothing is sent over what another one wrote.
  const isHeld = useRef(false);
  const [state, setState] = useState<Autosave['state']>('saved');
  const [savedAt, setSavedAt] = useState<Date>();
  const [problem, setProblem] = useState<Problem>();
  const [theirs, setTheirs] = useState<Version<Fields>>();
  useEffect(() => {
    latest.current = { fields, send, load };
  });

  const save = useCallback(async (): Promise<boolean> => {
    const { fields: written, send: put, load: get } = latest.current;
    const patch = mergePatch(kept.current.fields, written);
    if (Object.keys(patch).length === 0) return true;
    if (isHeld.current) return false;
    setState('saving');
    try {
      const { version: next } = await put(patch, kept.current.version);
      kept.current = { version: next, fields: written };
      setProblem(undefined);
      setTheirs(undefined);
      setSavedAt(new Date());
      setState('saved');
      return true;
    } catch (error) {
      const refused = problemFrom(error);
      if (refused.status === STALE) {
        const current = await get().catch(() => undefined);
        isHeld.current = current !== undefined;
        setTheirs(current);
      }
      setProblem(refused);
      setState('refused');
      return false;
    }
  }, []);
  const flush = useCallback(async (): Promise<boolean> => {
    await running.current;
    running.current = save();
    return running.current;
  }, [save]);

  const isWaiting = Object.keys(mergePatch(kept.current.fields, fields)).length > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [fields, isWaiting, flush]);
  useLeaving(flush);

  const overwrite = (): void => {
    if (!theirs) return;
    const both = Object.assign({}, theirs.fields, mergePatch(kept.current.fields, fields));
    kept.current = theirs;
    isHeld.current = false;
    latest.current = { fields: both, send, load };
    adopt(both);
    running.current = save();
  };
  return {
    state: state === 'saved' && isWaiting ? 'waiting' : state,
    savedAt,
    problem,
    conflict: theirs && { theirs: Object.keys(mergePatch(kept.current.fields, theirs.fields)), overwrite },
    errorOf: (name) => problem && errorsByField(problem).find(({ pointer }) => pointer === `/${name}`)?.text,
    flush,
  };
}

/** What was written is kept when its screen goes. */
function useLeaving(flush: () => Promise<boolean>): void {
  useEffect(() => {
    const onHide = (): void => void flush();
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      void flush();
    };
  }, [flush]);
}
