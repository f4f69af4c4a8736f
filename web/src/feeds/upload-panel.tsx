import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { sendFile } from '../api/send-file.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../components/button.tsx';
import { DateInput } from '../components/date-input.tsx';
import { Form } from '../components/form.tsx';
import { Panel } from '../components/panel.tsx';
import { Progress } from '../components/progress.tsx';
import { say } from '../components/toast.tsx';
import { useSubmit } from '../components/use-submit.ts';
import { count } from '../components/words.ts';
import styles from './feeds.module.css';

type Run = components['schemas']['FeedRunView'];

const KILOBYTE = 1024;
const typeOf = (file: File): string => {
  if (/\.ya?ml$/i.test(file.name)) return 'application/yaml';
  return /\.csv$/i.test(file.name) ? 'text/csv' : 'application/json';
};

/** The bytes as they are: the server reads them after its own checks. */
function upload(feed: string, file: File, asOf: string, onSent: (bytes: number) => void): Promise<Run> {
  const query = asOf ? `?asOf=${asOf}T00:00:00Z` : '';
  return sendFile<Run>(`/v1/feeds/${encodeURIComponent(feed)}/snapshots${query}`, file, typeOf(file), onSent);
}

/** Hands over a payload that was carried across an air gap. */
export function UploadPanel({ feed, running }: { readonly feed: string; readonly running?: Run }) {
  const [file, setFile] = useState<File>();
  const [asOf, setAsOf] = useState('');
  const [sent, setSent] = useState(0);
  const submission = useSubmit(
    () => (file ? upload(feed, file, asOf, setSent) : Promise.reject(new Error('No file is chosen.'))),
    () => {
      say('The payload is received and will be read now.');
      setFile(undefined);
    },
  );
  return (
    <Panel title="Upload a snapshot" measure="a payload file of this source, as it was published">
      <Form submission={submission} action="Upload" disabled={!file} onSubmit={() => submission.submit(undefined)}>
        {submission.pending && file && (
          <Progress label={`Sending ${file.name}`} value={sent} total={file.size} unit="bytes" />
        )}
        {running && <Progress label="Reading the payload" value={running.done} total={running.total} />}
        <div>
          <FileTrigger onSelect={(files) => setFile(files?.[0])}>
            <Button>Choose a file</Button>
          </FileTrigger>{' '}
          <span className={`muted ${styles.file}`}>
            {file ? `${file.name}, ${count(Math.ceil(file.size / KILOBYTE))} kB` : 'none chosen'}
          </span>
        </div>
        <DateInput
          label="Taken on"
          name="asOf"
          value={asOf}
          onChange={setAsOf}
          hint="The day the payload was taken; today if left open."
          error={submission.errorOf('asOf')}
        />
      </Form>
    </Panel>
  );
}
