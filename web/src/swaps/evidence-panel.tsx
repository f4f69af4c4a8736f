import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { ApiError, api, unwrap } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextInput } from '../components/field.tsx';
import { SafeLink } from '../components/field-words.tsx';
import { Form } from '../components/form.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty, ProblemNotice } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { count, words } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import styles from './swaps.module.css';
import type { SwapDetail } from './words.ts';

type Evidence = SwapDetail['evidence'][number];

const OPEN_STATES = ['DRAFT', 'CHANGES_REQUESTED', 'SUBMITTED', 'UNDER_ASSESSMENT'];

async function sendFile(id: string, file: File): Promise<void> {
  const query = new URLSearchParams({ fileName: file.name, title: file.name });
  const response = await fetch(`/v1/swap-requests/${id}/evidence/files?${query}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
  if (!response.ok) throw new ApiError((await response.json()) as ApiError['problem']);
}

/** Runs, links and files that speak for the swap; each with its digest. */
export function EvidencePanel({ swap }: { readonly swap: SwapDetail }) {
  const may = useCan('swap.request') && OPEN_STATES.includes(swap.state);
  const [linking, setLinking] = useState(false);
  const upload = useSubmit(
    (file: File) => sendFile(swap.id, file),
    () => say('The file is attached.'),
  );
  return (
    <Panel title="Evidence" measure="attaching anything voids the approvals given">
      {upload.problem && <ProblemNotice problem={upload.problem} />}
      {swap.evidence.length === 0 ? (
        <Empty title="No evidence yet">Attach the run of the golden set, a report or a link.</Empty>
      ) : (
        <ul className={styles.lines}>
          {swap.evidence.map((each) => (
            <Item key={each.id} evidence={each} swapId={swap.id} />
          ))}
        </ul>
      )}
      {may && (
        <div className={styles.buttons}>
          <FileTrigger onSelect={(files) => files?.[0] && upload.submit(files[0])}>
            <Button isPending={upload.pending}>Attach a file</Button>
          </FileTrigger>
          <Button onPress={() => setLinking(true)}>Attach a link</Button>
        </div>
      )}
      {linking && <LinkDialog swap={swap} onClose={() => setLinking(false)} />}
    </Panel>
  );
}

function Item({ evidence, swapId }: { readonly evidence: Evidence; readonly swapId: string }) {
  const { kind, url, title, sizeBytes, sha256, attachedBy, attachedAt } = evidence;
  return (
    <li>
      <span>{words(kind)}</span>
      <span>
        {kind === 'FILE' && (
          <a href={`/v1/swap-requests/${swapId}/evidence/${evidence.id}`} download>
            {title}
          </a>
        )}
        {kind === 'LINK' && url && <SafeLink href={url}>{title}</SafeLink>}
        {kind === 'EVALUATION' && title}
        {sizeBytes !== null && <span className="muted"> {count(Math.ceil(sizeBytes / 1024))} kB</span>}
        <span className={styles.digest} title={sha256}>
          sha256 {sha256.slice(0, 12)}… by {attachedBy.displayName}
        </span>
      </span>
      <Moment at={attachedAt} />
    </li>
  );
}

function LinkDialog({ swap, onClose }: { readonly swap: SwapDetail; readonly onClose: () => void }) {
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const submission = useSubmit(
    (_: undefined) =>
      unwrap(
        api.POST('/v1/swap-requests/{id}/evidence', {
          params: { path: { id: swap.id } },
          body: { kind: 'LINK', title, url },
        }),
      ),
    () => {
      say('The link is attached.');
      onClose();
    },
  );
  return (
    <Dialog title="Attach a link" open onClose={onClose}>
      <Form submission={submission} action="Attach" onCancel={onClose} onSubmit={() => submission.submit(undefined)}>
        <TextInput
          label="Title"
          name="title"
          required
          value={title}
          onChange={setTitle}
          error={submission.errorOf('title')}
        />
        <TextInput
          label="Address"
          name="url"
          type="url"
          required
          value={url}
          onChange={setUrl}
          hint="https only."
          error={submission.errorOf('url')}
        />
      </Form>
    </Dialog>
  );
}
