import { ApiProperty } from '@nestjs/swagger';
import { SNAPSHOT_CAUSES } from '../domain/vocabulary.js';
import type { SnapshotCause } from '../domain/vocabulary.js';
import { reportOf } from '../snapshots.reader.js';
import type { SnapshotRow, StoredSnapshot } from '../snapshots.reader.js';
import { LockInReportView } from './lock-in-report.view.js';

const UNJUDGED = { type: Number, nullable: true } as const;

export class SnapshotTakerView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  displayName: string;
}

/** One point of the trend. */
export class SnapshotView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: SNAPSHOT_CAUSES })
  cause: SnapshotCause;

  @ApiProperty({ format: 'date-time' })
  asOf: string;

  @ApiProperty({ format: 'date-time' })
  takenAt: string;

  @ApiProperty({ type: SnapshotTakerView, nullable: true, description: 'null: by the schedule.' })
  takenBy: SnapshotTakerView | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: 'integer' })
  policyVersion: number;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the report as canonical JSON (RFC 8785).' })
  sha256: string;

  @ApiProperty({ ...UNJUDGED, description: '0 free to move, 100 captive; materiality basis.' })
  lockInIndex: number | null;

  @ApiProperty({ ...UNJUDGED, description: 'Weighted mean, 0–1.' })
  substitutability: number | null;

  @ApiProperty({ ...UNJUDGED, description: 'Weighted mean, 0–1.' })
  exitReadiness: number | null;

  @ApiProperty({ type: String, nullable: true })
  topVendor: string | null;

  @ApiProperty({ description: 'Part of the weighted portfolio, 0–1.' })
  topVendorShare: number;

  @ApiProperty({ type: String, nullable: true })
  topCountry: string | null;

  @ApiProperty({ description: 'Part of the weighted portfolio, 0–1.' })
  topCountryShare: number;

  @ApiProperty({ type: 'integer' })
  tools: number;

  @ApiProperty({ type: 'integer' })
  models: number;

  @ApiProperty({ type: [String], example: ['VENDOR.TOP_SHARE'], description: 'Limits that were breached.' })
  breached: readonly string[];

  static from(row: SnapshotRow): SnapshotView {
    const { id, cause, takenBy, note, policyVersion, sha256, lockInIndex, substitutability, exitReadiness } = row;
    const { topVendor, topVendorShare, topCountry, topCountryShare, tools, models, breached } = row;
    return Object.assign(new SnapshotView(), {
      id,
      cause,
      asOf: row.asOf.toISOString(),
      takenAt: row.takenAt.toISOString(),
      takenBy,
      note,
      policyVersion,
      sha256,
      lockInIndex,
      substitutability,
      exitReadiness,
      topVendor,
      topVendorShare,
      topCountry,
      topCountryShare,
      tools,
      models,
      breached,
    });
  }
}

export class FrozenReportView extends SnapshotView {
  @ApiProperty({ type: LockInReportView })
  report: LockInReportView;

  static override from(row: StoredSnapshot): FrozenReportView {
    const report = LockInReportView.from(reportOf(row));
    return Object.assign(new FrozenReportView(), SnapshotView.from(row), { report });
  }
}
