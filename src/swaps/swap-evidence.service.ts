import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../audit/domain/canonical-json.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { EvaluationsReader } from '../evaluations/evaluations.reader.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { invalidField, refusing } from '../portfolio/constraint-errors.js';
import { sha256Of } from './domain/digest.js';
import { MEDIA_TYPES, mediaTypeOf } from './domain/media-type.js';
import { SwapDraftsService } from './swap-drafts.service.js';
import { SwapEvidenceEntity } from './swap-evidence.entity.js';
import { SwapRequestEntity } from './swap-request.entity.js';

export type NewEvidence =
  | { readonly kind: 'LINK'; readonly title: string; readonly url: string }
  | { readonly kind: 'EVALUATION'; readonly title: string; readonly evaluationRunId: string }
  | { readonly kind: 'FILE'; readonly title: string; readonly fileName: string; readonly bytes: Buffer };

export interface EvidenceFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

const FILE = statement<EvidenceFile>(
  'swaps.evidence-file',
  `SELECT file_name AS "fileName", media_type AS "mediaType", bytes, sha256 FROM swap_evidence
   WHERE id = $1 AND swap_request_id = $2 AND kind = 'FILE'`,
);

const REFUSALS = {
  swap_evidence_once_uq: () =>
    new DomainError('conflict', 'evidence-attached', 'The same evidence is attached already.'),
};

const MOST_PIECES = 50;

/** Each piece is part of what approvals bind to, so that a piece more or less is another revision. */
@Injectable()
export class SwapEvidenceService {
  constructor(
    private readonly db: Database,
    private readonly drafts: SwapDraftsService,
    private readonly evaluations: EvaluationsReader,
    private readonly clock: Clock,
  ) {}

  /** Attaches one piece and returns its id. Throws `request-frozen`, `evidence-attached`, `media-type-refused`. */
  attach(id: string, evidence: NewEvidence, actor: Actor): Promise<string> {
    return this.db.transaction(async (tx) => {
      const held = await this.drafts.holdOwn(tx, id, actor);
      const content = await this.contentOf(tx, held.request, evidence);
      const attached = await tx.manager.countBy(SwapEvidenceEntity, { swapRequestId: id });
      if (attached >= MOST_PIECES)
        throw new DomainError('conflict', 'evidence-limit', `A request holds up to ${MOST_PIECES} pieces of evidence.`);
      const evidenceId = newId();
      const { kind, title } = evidence;
      const origin = { attachedBy: actor.personId, attachedAt: this.clock.now() };
      const row = { id: evidenceId, swapRequestId: id, kind, title, ...content, ...origin };
      await refusing(REFUSALS, () => tx.insert(SwapEvidenceEntity, row));
      await this.drafts.rewrite(tx, held, {}, actor, 'evidence-attached');
      return evidenceId;
    });
  }

  /** Throws `evidence-not-found` for links and evaluations, too: they have no bytes here. */
  async file(id: string, evidenceId: string): Promise<EvidenceFile> {
    const file = await this.db.readOne(FILE, [evidenceId, id]);
    if (file === undefined) throw new DomainError('not-found', 'evidence-not-found', 'The request has no such file.');
    return file;
  }

  private async contentOf(
    tx: Tx,
    { toolId }: SwapRequestEntity,
    evidence: NewEvidence,
  ): Promise<Partial<SwapEvidenceEntity> & { sha256: string }> {
    if (evidence.kind === 'LINK') return { url: evidence.url, sha256: sha256Of(evidence.url) };
    if (evidence.kind === 'FILE') return fileContent(evidence.bytes, evidence.fileName);
    const { evaluationRunId } = evidence;
    return { evaluationRunId, sha256: sha256Of(canonicalJson(await this.evaluation(tx, toolId, evaluationRunId))) };
  }

  private async evaluation(tx: Tx, toolId: string, runId: string): Promise<object> {
    try {
      const run = await this.evaluations.get(toolId, runId, tx);
      return { ...run, recordedBy: run.recordedBy.id };
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'not-found') throw error;
      const pointer = '/evaluationRunId';
      throw invalidField({ pointer, code: 'unknown-reference', detail: 'is no evaluation run of this tool' });
    }
  }
}

function fileContent(bytes: Buffer, fileName: string): Partial<SwapEvidenceEntity> & { sha256: string } {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined)
    throw new DomainError(
      'unprocessable',
      'media-type-refused',
      `The file is none of ${MEDIA_TYPES.join(', ')}, whatever its name says.`,
    );
  return { bytes, fileName, mediaType, sizeBytes: bytes.byteLength, sha256: sha256Of(bytes) };
}
