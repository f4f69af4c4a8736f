import { useState } from 'react';
import { problemFrom } from '../api/client.ts';
import { mergePatch } from '../api/merge-patch.ts';
import { useSubmit, type Submission } from './use-submit.ts';

/** A record as it was read: its version and the fields that a form shows. */
export interface Version<Fields extends object> {
  readonly version: number;
  readonly fields: Fields;
}

export interface Conflict {
  /** The names of the fields that somebody else changed meanwhile. */
  readonly theirs: readonly string[];
  /** Sends what was changed here again, on top of what they wrote. */
  readonly overwrite: () => void;
}

interface Change<Fields extends object> extends Submission<Fields> {
  readonly conflict?: Conflict;
}

interface Options<Fields extends object, Output> {
  readonly original: Version<Fields>;
  /** The record as it stands now, asked for when somebody else was first. */
  readonly load: () => Promise<Version<Fields>>;
  readonly send: (patch: Record<string, unknown>, version: number, fields: Fields) => Promise<Output>;
  readonly onDone: (output: Output) => void;
}

const STALE = 412;

/** Changes a record: only what differs is sent, so that a change of somebody else is never undone unseen. */
export function useChange<Fields extends object, Output>(options: Options<Fields, Output>): Change<Fields> {
  const { load, send, onDone } = options;
  const [original] = useState(options.original);
  const [current, setCurrent] = useState<Version<Fields>>();
  const [last, setLast] = useState<Fields>();
  const submission = useSubmit(async (fields: Fields) => {
    setLast(fields);
    const patch = mergePatch(original.fields, fields);
    try {
      return await send(patch, current?.version ?? original.version, fields);
    } catch (error) {
      if (problemFrom(error).status === STALE) setCurrent(await load());
      throw error;
    }
  }, onDone);
  const isConflict = submission.problem?.status === STALE && current !== undefined && last !== undefined;
  return {
    ...submission,
    conflict: isConflict
      ? {
          theirs: Object.keys(mergePatch(original.fields, current.fields)),
          overwrite: () => submission.submit(last),
        }
      : undefined,
  };
}
