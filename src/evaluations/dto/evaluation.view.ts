import { ApiProperty } from '@nestjs/swagger';
import { gainOf, halfWidthOf } from '../domain/verdict.js';
import type { EvaluationRow } from '../evaluations.reader.js';

export class EvaluatedReleaseView {
  @ApiProperty({ format: 'uuid' })
  releaseId: string;

  @ApiProperty({ example: 'google/gemma-4-31B-it' })
  key: string;

  @ApiProperty()
  displayName: string;
}

export class EvaluatorView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  displayName: string;
}

export class EvaluationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  toolId: string;

  @ApiProperty()
  goldenSetId: string;

  @ApiProperty({ type: EvaluatedReleaseView })
  champion: EvaluatedReleaseView;

  @ApiProperty({ type: EvaluatedReleaseView })
  challenger: EvaluatedReleaseView;

  @ApiProperty()
  metric: string;

  @ApiProperty()
  higherIsBetter: boolean;

  @ApiProperty({ type: 'integer' })
  n: number;

  @ApiProperty({ description: 'Percentage points.' })
  championScore: number;

  @ApiProperty({ description: 'Percentage points.' })
  challengerScore: number;

  @ApiProperty({ description: 'Points; positive is better, whatever the direction of the metric.' })
  gain: number;

  @ApiProperty({ description: 'Half the width of the 95 % interval of the gain, points.' })
  halfWidth: number;

  @ApiProperty({ type: 'integer', nullable: true })
  regressions: number | null;

  @ApiProperty({ type: Number, nullable: true })
  championLatencyMs: number | null;

  @ApiProperty({ type: Number, nullable: true })
  challengerLatencyMs: number | null;

  @ApiProperty({ type: String, nullable: true })
  championDigest: string | null;

  @ApiProperty({ type: String, nullable: true })
  challengerDigest: string | null;

  @ApiProperty({ description: 'Not worse than the champion by more than the noise of the policy.' })
  passed: boolean;

  @ApiProperty({ type: 'integer' })
  policyVersion: number;

  @ApiProperty({ format: 'date-time' })
  ranAt: Date;

  @ApiProperty({ type: EvaluatorView })
  recordedBy: EvaluatorView;

  @ApiProperty({ format: 'date-time' })
  recordedAt: Date;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  static from(row: EvaluationRow): EvaluationView {
    const comparison = { ...row, halfWidth: row.halfWidth ?? undefined };
    const derived = { gain: gainOf(comparison), halfWidth: halfWidthOf(comparison) };
    return Object.assign(new EvaluationView(), row, derived);
  }
}
