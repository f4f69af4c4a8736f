import { ApiProperty } from '@nestjs/swagger';
import { LICENCE_CLASSES } from '../../catalogue/domain/vocabulary.js';
import type { LicenceClass } from '../../catalogue/domain/vocabulary.js';
import { citationsOf } from '../domain/citations.js';
import type { Candidate } from '../candidates.service.js';
import { CONFIDENCES, ELIGIBILITIES, QUIET_REASONS } from '../domain/vocabulary.js';
import type { Confidence, Eligibility, QuietReason } from '../domain/vocabulary.js';
import { GateView, LeverView, QualityView, ReasonView, ScoreView } from './explanation.view.js';

export class CandidateReleaseView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'google/gemma-4-31B-it' })
  key: string;

  @ApiProperty({ example: 'Gemma 4 31B' })
  displayName: string;

  @ApiProperty({ example: 'google' })
  vendor: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  releaseDate: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Billions.' })
  totalParamsB: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Billions.' })
  activeParamsB: number | null;

  @ApiProperty({ type: String, nullable: true })
  licenceId: string | null;

  @ApiProperty({ enum: LICENCE_CLASSES, nullable: true })
  licenceClass: LicenceClass | null;
}

export class QuietView {
  @ApiProperty({ enum: QUIET_REASONS })
  reason: QuietReason;

  @ApiProperty()
  sentence: string;
}

/** One release assessed for one tool against the model it uses. */
export class CandidateView {
  @ApiProperty({ type: CandidateReleaseView })
  release: CandidateReleaseView;

  @ApiProperty({ description: '1 is first in order; 0 for a what-if.' })
  rank: number;

  @ApiProperty({ format: 'uuid' })
  toolId: string;

  @ApiProperty({ format: 'uuid' })
  modelId: string;

  @ApiProperty({ enum: ELIGIBILITIES })
  eligibility: Eligibility;

  @ApiProperty({ type: [GateView] })
  gates: Candidate['gates'];

  @ApiProperty({ type: ScoreView })
  score: Candidate['score'];

  @ApiProperty({ type: QualityView })
  quality: Candidate['quality'];

  @ApiProperty({ type: [ReasonView] })
  reasons: Candidate['reasons'];

  @ApiProperty({ enum: CONFIDENCES, nullable: true })
  confidence: Confidence | null;

  @ApiProperty({ type: QuietView, nullable: true, description: 'Why it is not flagged; null when it is.' })
  quiet: QuietView | null;

  @ApiProperty({ type: [LeverView], description: 'Unknown facts and limits that decide.' })
  whatWouldChange: Candidate['whatWouldChange'];

  @ApiProperty({ type: [String], description: 'Words that sources ask to stand beside their figures.' })
  attributions: string[];

  static from({ release, rank, ...assessment }: Candidate): CandidateView {
    const { toolId, modelId, eligibility, gates, score, quality, reasons, confidence, quiet, whatWouldChange } =
      assessment;
    return Object.assign(new CandidateView(), {
      release: {
        id: release.id,
        key: release.key,
        displayName: release.displayName,
        vendor: release.vendor.slug,
        releaseDate: release.releaseDate?.date ?? null,
        totalParamsB: release.totalParamsB ?? null,
        activeParamsB: release.activeParamsB ?? null,
        licenceId: release.licenceId ?? null,
        licenceClass: release.licenceClass ?? null,
      },
      rank,
      toolId,
      modelId,
      eligibility,
      gates,
      score,
      quality,
      reasons,
      confidence,
      quiet,
      whatWouldChange,
      attributions: citationsOf([assessment]),
    });
  }
}
