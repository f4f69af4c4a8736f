import { ApiProperty } from '@nestjs/swagger';
import type { QuarantineRow } from '../quarantine.reader.js';
import { QUARANTINE_STATUSES, type QuarantineStatus } from '../quarantined-item.entity.js';

/** An item that was refused while the rest of its payload landed. */
export class QuarantinedItemView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'models.dev' })
  feed: string;

  @ApiProperty({ format: 'uuid' })
  runId: string;

  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the payload it stands in.' })
  sha256: string | null;

  @ApiProperty({ example: 'providers/groq/models/x/release_date' })
  position: string;

  @ApiProperty()
  reason: string;

  @ApiProperty({ description: 'The item as the source wrote it.', nullable: true, type: Object })
  item: unknown;

  @ApiProperty({ enum: QUARANTINE_STATUSES })
  status: QuarantineStatus;

  @ApiProperty({ type: String, nullable: true })
  decidedBy: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  static from(row: QuarantineRow): QuarantinedItemView {
    const { id, feed, runId, sha256, position, reason, item, status, decidedBy, version } = row;
    return {
      id,
      feed,
      runId,
      sha256,
      position,
      reason,
      item,
      status,
      decidedBy,
      version,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    };
  }
}
