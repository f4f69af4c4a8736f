import { ApiProperty } from '@nestjs/swagger';
import type { AuditRow } from '../../audit/audit.reader.js';
import type { SignedCheckpoint } from '../../audit/audit-trail.reader.js';
import { BAD_REASONS } from '../../audit/domain/chain.js';
import type { Anchor, BadReason, Verdict } from '../../audit/domain/chain.js';
import type { Change } from '../../audit/domain/changes.js';

class AuditSubjectView {
  @ApiProperty()
  type: string;

  @ApiProperty()
  id: string;
}

class AuditActorView {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty({ type: 'string', nullable: true })
  displayName: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'The API token that was used.' })
  tokenId: string | null;
}

/** What the writer put into the body of an event. */
interface Body {
  readonly kind: string;
  readonly subject: AuditSubjectView;
  readonly actor: { readonly personId: string; readonly tokenId: string | null } | null;
  readonly requestId: string | null;
  readonly changes: Record<string, Change>;
  readonly detail: Record<string, unknown>;
}

export class AuditEventView {
  @ApiProperty({ type: 'integer', description: 'Place in the chain, without gaps from 1.' })
  position: number;

  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'By the clock of the database.' })
  at: Date;

  @ApiProperty({ example: 'model.registered' })
  kind: string;

  @ApiProperty({ type: AuditSubjectView })
  subject: AuditSubjectView;

  @ApiProperty({ type: AuditActorView, nullable: true, description: 'Null where the product itself acted.' })
  actor: AuditActorView | null;

  @ApiProperty({ type: 'string', nullable: true })
  requestId: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'object', properties: { before: {}, after: {} } },
    description: 'Before and after of every field that changed.',
  })
  changes: Record<string, Change>;

  @ApiProperty({ type: 'object', additionalProperties: true })
  detail: Record<string, unknown>;

  @ApiProperty({ description: 'Hash of the event before, hex SHA-256.' })
  prevHash: string;

  @ApiProperty({ description: 'Hex SHA-256 of position, time, previous hash and the canonical JSON of the event.' })
  hash: string;

  static from({ position, id, at, body, prevHash, hash, actorName }: AuditRow): AuditEventView {
    const { kind, subject, actor, requestId, changes, detail }: Body = JSON.parse(body);
    const who = actor === null ? null : { ...actor, displayName: actorName };
    return { position, id, at, kind, subject, actor: who, requestId, changes, detail, prevHash, hash };
  }
}

class ChainHeadView implements Anchor {
  @ApiProperty({ type: 'integer' })
  position: number;

  @ApiProperty()
  hash: string;
}

class FirstBadView {
  @ApiProperty({ type: 'integer' })
  position: number;

  @ApiProperty({ enum: BAD_REASONS })
  reason: BadReason;
}

export class AuditVerdictView {
  @ApiProperty()
  intact: boolean;

  @ApiProperty({ type: 'integer', description: 'Events that were recomputed.' })
  events: number;

  @ApiProperty({ type: ChainHeadView, description: 'The last event that fits the chain.' })
  head: Anchor;

  @ApiProperty({ type: FirstBadView, nullable: true, description: 'The first position that is proven wrong.' })
  firstBad: FirstBadView | null;

  @ApiProperty({ type: 'integer', description: 'Last position that one of the given checkpoints vouches for.' })
  vouchedUpTo: number;

  static from({ intact, events, head, firstBad, vouchedUpTo }: Verdict): AuditVerdictView {
    return { intact, events, head, firstBad, vouchedUpTo };
  }
}

export class AuditCheckpointView {
  @ApiProperty({ type: 'integer' })
  position: number;

  @ApiProperty()
  hash: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ description: 'Compact JWS (EdDSA) over position, hash and at: keep it outside the database.' })
  checkpoint: string;

  @ApiProperty({ description: 'PEM of the Ed25519 key that verifies it.' })
  publicKey: string;

  static from({ position, hash, at, checkpoint, publicKey }: SignedCheckpoint): AuditCheckpointView {
    return { position, hash, at, checkpoint, publicKey };
  }
}
