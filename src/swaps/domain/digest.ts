import { createHash } from 'node:crypto';
import { canonicalJson } from '../../audit/domain/canonical-json.js';
import type { EvidenceKind } from './vocabulary.js';

export interface DigestedContent {
  readonly toolId: string;
  readonly fromModelId: string | null;
  readonly toReleaseId: string;
  readonly toModelId: string | null;
  /** In any order. */
  readonly evidence: readonly { readonly kind: EvidenceKind; readonly sha256: string }[];
}

/** SHA-256, hexadecimal, of what an approval binds to: the tool, the model it leaves, the one it takes, the evidence. */
export function digestOf({ toolId, fromModelId, toReleaseId, toModelId, evidence }: DigestedContent): string {
  const sorted = evidence.map(({ kind, sha256 }) => `${kind}:${sha256}`).sort();
  return sha256Of(canonicalJson({ toolId, fromModelId, toReleaseId, toModelId, evidence: sorted }));
}

export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
