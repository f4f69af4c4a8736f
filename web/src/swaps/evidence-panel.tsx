import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { api, unwrap } from '../api/client.ts';
import { sendFile } from '../api/send-file.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { DownloadLink } from '../components/download-link.tsx';
import { TextInput } from '../components/field.tsx';
import { SafeLink } from '../components/field-words.tsx';
import { Form } from '../components/form.tsx';
import { Moment } from '../components/moment.tsx';
import { Empty, ProblemNotice } from '../components/notice.tsx';
import { Panel } from '../components/panel.tsx';
import { Progress } from '../components/progress.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { count, words } from '../components/words.ts';
import { useCan } from '../session/use-me.ts';
import { RunDialog } from './run-dialog.tsx';
import { RunTable } from './run-table.tsx';
import styles from './swaps.module.css';
import type { SwapDetail } from './words.ts';

type Evidence = SwapDetail['evidence'][number];

const OPEN_STATES = ['DRAFT', 'CHANGES_REQUESTED', 'SUBMITTED', 'UNDER_ASSESSMENT'];

/** The server finds out by itself what the bytes are. */
function attach(id: string, file: File, onSent: (bytes: number) => void): Promise<unknown> {
  const query = new URLSearchParams({ fileName: file.name, title: file.name });
  const path = `/v1/swap-requests/${id}/evidence/files?${query}`;
  return sendFile(path, file, file.type || 'application/octet-stream', onSent);
}

/** Runs, links and files that speak for the swap; each with its digest. */
export function EvidencePanel({ swap }: { readonly swap: SwapDetail }) {
  const may = useCan('swap.request') && OPEN_STATES.includes(swap.state);
  const [adding, setAdding] = useState<'link' | 'run'>();
  const close = (): void => setAdding(undefined);
  return (
    <Panel title="Evidence" measure="attaching anything voids the approvals given">
      {swap.evidence.length === 0 ? (
        <Empty title="No evidence yet">Attach the run of the golden set, a report or a link.</Empty>
      ) : (
        <>
          <RunTable swap={swap} />
          <ul className={styles.lines}>
            {swap.evidence.map((each) => (
              <Item key={each.id} evidence={each} swapId={swap.id} />
            ))}
          </ul>
        </>
      )}
      {may && (
        <div className={styles.buttons}>
          <Button onPress={() => setAdding('run')}>Attach a run</Button>
          <Upload swap={swap} />
          <Button onPress={() => setAdding('link')}>Attach a link</Button>
        </div>
      )}
      {adding === 'link' && <LinkDialog swap={swap} onClose={close} />}
      {adding === 'run' && <RunDialog swap={swap} onClose={close} />}
    </Panel>
  );
}

function Upload({ swap }: { readonly swap: SwapDetail }) {
  const [sent, setSent] = useState({ name: '', bytes: 0, total: 0 });
  const upload = useSubmit(
    (file: File) => attach(swap.id, file, (bytes) => setSent({ name: file.name, bytes, total: file.size })),
    () => say('The file is attached.'),
  );
  return (
    <>
      <FileTrigger onSelect={(files) => files?.[0] && upload.submit(files[0])}>
        <Button isPending={upload.pending}>Attach a file</Button>
      </FileTrigger>
      {upload.pending && <Progress label={`Sending ${sent.name}`} value={sent.bytes} total={sent.total} unit="bytes" />}
      {upload.problem && <ProblemNotice problem={upload.problem} />}
    </>
  );
}

function Item({ evidence, swapId }: { readonly evidence: Evidence; readonly swapId: string }) {
  const { kind, url, title, sizeBytes, sha256, attachedBy, attachedAt } = evidence;
  return (
    <li>
      <span>{words(kind)}</span>
      <span>
        {kind === 'FILE' && (
          <DownloadLink
            href={`/v1/swap-requests/${swapId}/evidence/${evidence.id}`}
            fileName={evidence.fileName ?? title}
          >
            {title}
          </DownloadLink>
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
          hint="It begins with https://."
          error={submission.errorOf('url')}
        />
      </Form>
    </Dialog>
  );
}
