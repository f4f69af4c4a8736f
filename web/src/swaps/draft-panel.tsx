import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ifMatch, unwrap } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/form.tsx';
import { Moment } from '../components/moment.tsx';
import { Panel } from '../components/panel.tsx';
import { useAutosave, type Autosave } from '../components/use-autosave.ts';
import type { Version } from '../components/use-change.ts';
import { SwapFields, type SwapContent } from './swap-fields.tsx';
import styles from './swaps.module.css';
import type { Patch, SwapDetail } from './words.ts';

/** The part of a request that its requester writes, with the version it was read at. */
export function contentOf(swap: SwapDetail): Version<SwapContent> {
  const { version, justification, rollbackPlan, stopRules, changeType, fallback } = swap;
  const fields = { justification, rollbackPlan, stopRules, changeType, fallbackModelId: fallback?.id ?? null };
  return { version, fields };
}

/** The draft itself, kept on the server while it is written. */
export function DraftPanel({ swap }: { readonly swap: SwapDetail }) {
  const client = useQueryClient();
  const [original] = useState(() => contentOf(swap));
  const [fields, setFields] = useState(original.fields);
  const path = { id: swap.id };
  const autosave = useAutosave({
    original,
    fields,
    adopt: setFields,
    load: async () => contentOf(await unwrap(api.GET('/v1/swap-requests/{id}', { params: { path } }))),
    send: async (patch, version) => {
      const changed = await unwrap(
        api.PATCH('/v1/swap-requests/{id}', { params: { path, header: ifMatch(version) }, body: patch as Patch }),
      );
      client.setQueryData(['swap-request', swap.id], changed);
      return contentOf(changed);
    },
  });
  return (
    <Panel title="The request" measure={<Kept autosave={autosave} since={swap.updatedAt} />}>
      <form className={styles.draft} onSubmit={(event) => event.preventDefault()} onBlur={() => void autosave.flush()}>
        {autosave.problem && <ErrorSummary problem={autosave.problem} conflict={autosave.conflict} />}
        <SwapFields
          fields={fields}
          set={(part) => setFields((old) => ({ ...old, ...part }))}
          errorOf={autosave.errorOf}
          fallbackName={swap.fallback?.name}
        />
        {autosave.state === 'refused' && !autosave.conflict && (
          <div>
            <Button onPress={() => void autosave.flush()}>Save again</Button>
          </div>
        )}
      </form>
    </Panel>
  );
}

const WORDS = { waiting: 'Writing…', saving: 'Saving…', refused: 'Not saved' } as const;

function Kept({ autosave, since }: { readonly autosave: Autosave; readonly since: string }) {
  const { state, savedAt } = autosave;
  return (
    <span role="status">
      {state === 'saved' ? (
        <>
          Saved <Moment at={savedAt?.toISOString() ?? since} precise />
        </>
      ) : (
        WORDS[state]
      )}
    </span>
  );
}
