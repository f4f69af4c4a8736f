import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Readable, Transform } from 'node:stream';
import { EgressError } from './egress-error.js';

export const ACCEPT_ENCODING = 'gzip, br, deflate';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

export interface BodyLimits {
  /** Most decompressed bytes. */
  readonly maxBytes: number;
  /** What is longer fails, or is cut off where nobody needs the rest. */
  readonly overflow: 'fail' | 'cut';
}

/** Reads a body to its end or its limit, never holding more than the limit; the stream is closed either way. */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  { maxBytes, overflow }: BodyLimits,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Closing it early makes it complain once more, after nobody reads it.
  body.on('error', () => undefined);
  try {
    for await (const chunk of decoded(body, encoding)) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > maxBytes && overflow === 'fail')
        throw new EgressError('too-large', `The answer is over ${maxBytes} bytes.`);
      chunks.push(bytes);
      if (size > maxBytes) break;
    }
  } finally {
    body.destroy();
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}

function decoded(body: Readable, encoding: string | undefined): Readable {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return body;
  const decoder = DECODERS[name]?.();
  if (decoder === undefined)
    throw new EgressError('undecodable', 'The answer is packed in a way that was not asked for.');
  body.on('error', (error) => decoder.destroy(error));
  return body.pipe(decoder);
}
