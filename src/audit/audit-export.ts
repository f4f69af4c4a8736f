import { createPublicKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { openCheckpoint } from './checkpoint.js';
import { ChainVerifier, importLine } from './domain/chain.js';
import type { Anchor, Verdict } from './domain/chain.js';

interface SavedCheckpoint {
  readonly checkpoint: string;
  readonly publicKey?: string;
}

/**
 * Verifies an exported trail (NDJSON) without the service. Checkpoints are files as the API answered them; the key in
 * `publicKeyFile` (PEM) is trusted before the one that a checkpoint brings along.
 */
export async function verifyExport(
  file: string,
  checkpointFiles: readonly string[] = [],
  publicKeyFile?: string,
): Promise<Verdict> {
  const pinned = publicKeyFile === undefined ? undefined : await readFile(publicKeyFile, 'utf8');
  const anchors = await Promise.all(checkpointFiles.map((each) => openSaved(each, pinned)));
  const verifier = new ChainVerifier(anchors);
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    if (line !== '' && !verifier.add(importLine(line))) break;
  return verifier.verdict();
}

async function openSaved(file: string, pinned: string | undefined): Promise<Anchor> {
  const { checkpoint, publicKey }: SavedCheckpoint = JSON.parse(await readFile(file, 'utf8'));
  const pem = pinned ?? publicKey;
  if (pem === undefined) throw new Error(`${file} brings no publicKey: name the key by --public-key`);
  return openCheckpoint(checkpoint, createPublicKey(pem));
}

/** Returns the verdict in one sentence for a terminal. */
export function verdictSentence({ intact, events, head, firstBad, vouchedUpTo }: Verdict): string {
  const vouched = vouchedUpTo > 0 ? `, vouched for up to ${vouchedUpTo}` : '';
  if (intact) return `Intact: ${events} events, head ${head.position} ${head.hash}${vouched}.`;
  return `BROKEN at position ${firstBad?.position} (${firstBad?.reason}); ${head.position} events before it fit the chain${vouched}.`;
}
