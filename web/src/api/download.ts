import { ApiError, problemOf } from './client.ts';
import { rowCounter } from './row-counter.ts';

export interface Received {
  readonly bytes: number;
  /** Records of a CSV that have come in whole, its header not among them. */
  readonly rows: number;
}

/** Fetches a file whole and tells how far it came; throws ApiError when it is refused or breaks off. */
export async function fetchFile(
  href: string,
  onReceived: (received: Received) => void,
  signal: AbortSignal,
): Promise<{ readonly blob: Blob; readonly name: string | undefined }> {
  try {
    const response = await fetch(href, { credentials: 'same-origin', signal });
    if (!response.ok) throw new ApiError(problemOf({ error: await response.json().catch(() => null), response }));
    const rowsIn = rowCounter();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      parts.push(read.value);
      bytes += read.value.length;
      onReceived({ bytes, rows: rowsIn(read.value) });
    }
    const type = response.headers.get('content-type') ?? '';
    const [, name] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
    return { blob: new Blob(parts, { type }), name };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError({
      status: 0,
      title: 'Offline',
      code: 'offline',
      detail: 'The file did not arrive whole. Check the connection and take it again.',
    });
  }
}

/** Hands a file to the browser, as if it had been a link to it. */
export function keepFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
