import { useState } from 'react';
import { api, ifMatch, unwrap } from '../api/client.ts';
import { Dialog } from '../components/dialog.tsx';
import { Form } from '../components/form.tsx';
import { say } from '../components/toast.tsx';
import { useChange } from '../components/use-change.ts';
import { contentOf } from './draft-panel.tsx';
import { SwapFields } from './swap-fields.tsx';
import type { Patch, SwapDetail } from './words.ts';

/** Changes a request that was submitted already; a new revision begins and approvals are void. */
export function EditDialog({ swap, onClose }: { readonly swap: SwapDetail; readonly onClose: () => void }) {
  const [original] = useState(() => contentOf(swap));
  const [fields, setFields] = useState(original.fields);
  const path = { id: swap.id };
  const submission = useChange({
    original,
    load: async () => contentOf(await unwrap(api.GET('/v1/swap-requests/{id}', { params: { path } }))),
    send: (patch, version) =>
      unwrap(api.PATCH('/v1/swap-requests/{id}', { params: { path, header: ifMatch(version) }, body: patch as Patch })),
    onDone: () => {
      say('The request is changed.');
      onClose();
    },
  });
  return (
    <Dialog title="Change the request" open onClose={onClose}>
      <Form submission={submission} action="Save" onCancel={onClose} onSubmit={() => submission.submit(fields)}>
        <p>A new revision begins: approvals that were given are void.</p>
        <SwapFields
          fields={fields}
          set={(part) => setFields((old) => ({ ...old, ...part }))}
          errorOf={submission.errorOf}
          fallbackName={swap.fallback?.name}
        />
      </Form>
    </Dialog>
  );
}
