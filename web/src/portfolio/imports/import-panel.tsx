import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { sendFile } from '../../api/send-file.ts';
import type { components } from '../../api/schema.d.ts';
import { Button } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { errorWords } from '../../components/error-words.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { Empty } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { Progress } from '../../components/progress.tsx';
import { Tag } from '../../components/tag.tsx';
import { say } from '../../components/toast.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { count } from '../../components/words.ts';
import styles from './imports.module.css';

type Report = components['schemas']['ImportReportView'];
type Row = Report['rows'][number];

const COLUMNS: readonly Column<Row>[] = [
  { id: 'line', header: 'Line', numeric: true, cell: ({ line }) => line },
  { id: 'name', header: 'Name', cell: ({ name }) => name || <span className="muted">no name</span> },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: ({ outcome }) => (
      <Tag tone={outcome === 'CREATE' ? 'good' : 'bad'}>{outcome === 'CREATE' ? 'Would be added' : 'Refused'}</Tag>
    ),
  },
  {
    id: 'errors',
    header: 'Why',
    cell: ({ errors }) =>
      errors.length === 0 ? (
        <span className="muted">nothing is wrong</span>
      ) : (
        <ul>
          {errors.map(({ column, code, detail }) => (
            <li key={column + code}>
              <span className="mono">{column}</span> {errorWords({ pointer: column, code, detail })}
            </li>
          ))}
        </ul>
      ),
  },
];

interface Props {
  readonly noun: 'models' | 'tools';
  /** Names of the columns; those with a star have to be there. */
  readonly columns: readonly string[];
  readonly onDone: () => void;
}

interface Sent {
  readonly file: File;
  readonly dryRun: boolean;
}

/** A CSV file, row by row what would happen, and then all of it or none. */
export function ImportScreen({ noun, columns, onDone }: Props) {
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<Report>();
  const [sent, setSent] = useState(0);
  const submission = useSubmit(
    ({ file: content, dryRun }: Sent) => {
      setSent(0);
      return sendFile<Report>(`/v1/imports/${noun}${dryRun ? '?dryRun=true' : ''}`, content, 'text/csv', setSent);
    },
    (answer, { dryRun }) => {
      if (dryRun) return setReport(answer);
      say(
        answer.creatable === 1 ? `One ${noun.slice(0, -1)} is added.` : `${count(answer.creatable)} ${noun} are added.`,
      );
      onDone();
    },
  );
  const read = (chosen: File | undefined): void => {
    if (!chosen) return;
    setFile(chosen);
    setReport(undefined);
    submission.submit({ file: chosen, dryRun: true });
  };
  return (
    <Page
      title={`Import ${noun}`}
      sub="A CSV file with a header. Nothing is written until every row is right and you say so."
    >
      <Panel title="File" measure="UTF-8, at most 5 MB; lists are separated by semicolons">
        <div className={styles.choose}>
          <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={(files) => read(files?.[0])}>
            <Button tone={file ? 'plain' : 'primary'}>{file ? 'Choose another file' : 'Choose a file'}</Button>
          </FileTrigger>
          {file && <span>{file.name}</span>}
          <a href={templateOf(columns)} download={`${noun}.csv`}>
            An empty file with the right columns
          </a>
        </div>
        {submission.pending && file && (
          <Progress label={`Reading ${file.name}`} value={sent} total={file.size} unit="bytes" />
        )}
        {submission.problem && <ErrorSummary problem={submission.problem} />}
        <p className={styles.columns}>
          Columns: <span className="mono">{columns.join(', ')}</span>; * has to be there.
        </p>
      </Panel>
      <Panel title="What would happen" measure={report && `${count(report.total)} rows`} flush>
        {report ? (
          <>
            <DataTable label="Rows" columns={COLUMNS} rows={report.rows} rowId={({ line }) => String(line)} />
            <Outcome report={report}>
              <Button
                tone="primary"
                isDisabled={report.refused > 0 || report.total === 0}
                isPending={submission.pending}
                onPress={() => file && submission.submit({ file, dryRun: false })}
              >
                Add {count(report.creatable)} {report.creatable === 1 ? noun.slice(0, -1) : noun}
              </Button>
            </Outcome>
          </>
        ) : (
          <Empty title="No file is read yet">Choose a CSV file; each row is checked before anything is written.</Empty>
        )}
      </Panel>
    </Page>
  );
}

const templateOf = (columns: readonly string[]): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`${columns.map((each) => each.replace(' *', '')).join(',')}\n`)}`;

function Outcome({ report, children }: { report: Report; children: React.ReactNode }) {
  return (
    <footer className={styles.outcome}>
      <span role="status">
        {report.refused === 0
          ? 'Every row is right.'
          : `${count(report.refused)} of ${count(report.total)} rows would be refused. Mend the file and choose it again.`}
      </span>
      {children}
    </footer>
  );
}
