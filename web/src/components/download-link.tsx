import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { problemFrom } from '../api/client.ts';
import { fetchFile, keepFile, type Received } from '../api/download.ts';
import styles from './download-link.module.css';
import type { Problem } from './notice.tsx';
import { Progress } from './progress.tsx';

interface Props {
  readonly href: string;
  /** What the file is called where the server does not say. */
  readonly fileName: string;
  /** How many rows it will have, where that is known. */
  readonly rows?: number;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A file to keep: a link like any other, that says how far it came and why it was refused. */
export function DownloadLink({ href, fileName, rows, className, children }: Props) {
  const [received, setReceived] = useState<Received>();
  const [problem, setProblem] = useState<Problem>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const take = async (event: MouseEvent): Promise<void> => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (received) return;
    setProblem(undefined);
    setReceived({ bytes: 0, rows: 0 });
    const { signal } = (running.current = new AbortController());
    try {
      const { blob, name } = await fetchFile(href, setReceived, signal);
      keepFile(blob, name ?? fileName);
    } catch (error) {
      if (!signal.aborted) setProblem(problemFrom(error));
    } finally {
      setReceived(undefined);
    }
  };
  return (
    <span className={styles.place}>
      <a className={className} href={href} download={fileName} onClick={(event) => void take(event)}>
        {children}
      </a>
      {received && (
        <span className={`${styles.below} ${styles.late}`}>
          <Progress label={`Receiving ${fileName}`} {...progressOf(received, rows)} />
        </span>
      )}
      {problem && (
        <span className={styles.below} role="alert">
          {problem.detail ?? problem.title} <span className={styles.reference}>{problem.instance}</span>
        </span>
      )}
    </span>
  );
}

const progressOf = ({ bytes, rows: come }: Received, rows: number | undefined) =>
  rows === undefined ? { value: bytes, total: 0, unit: 'bytes' as const } : { value: come, total: rows };
