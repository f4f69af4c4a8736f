import { ApiProperty } from '@nestjs/swagger';
import { MATERIALITIES } from '../../portfolio/domain/vocabulary.js';
import type { FlagDetail } from '../flags.reader.js';
import type { FlagEventRow, FlagListRow, FlagToolRow } from '../flags.sql.js';
import {
  ANALYSIS_STATES,
  CONFIDENCES,
  ELIGIBILITIES,
  JUSTIFICATIONS,
  MODEL_REASONS,
  REASONS,
  SEVERITIES,
} from '../domain/vocabulary.js';
import type {
  AnalysisState,
  Confidence,
  Eligibility,
  Justification,
  ModelReason,
  Reason,
  Severity,
} from '../domain/vocabulary.js';
import { citationsOf } from '../domain/citations.js';
import type { Lever } from '../domain/explanation.js';
import { GateView, LeverView, QualityView, ReasonView, ScoreView } from './explanation.view.js';

export class ModelReferenceView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

export class ReleaseReferenceView {
  @ApiProperty({ format: 'uuid' })
  releaseId: string;

  @ApiProperty({ example: 'google/gemma-4-31B-it' })
  key: string;

  @ApiProperty({ example: 'Gemma 4 31B' })
  displayName: string;
}

export class FlagView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'The finding in a sentence.' })
  title: string;

  @ApiProperty({ type: ModelReferenceView })
  model: ModelReferenceView;

  @ApiProperty({ type: ReleaseReferenceView, nullable: true, description: 'null where the model itself must go.' })
  candidate: ReleaseReferenceView | null;

  @ApiProperty({ enum: MODEL_REASONS, nullable: true })
  modelReason: ModelReason | null;

  @ApiProperty({ enum: REASONS, isArray: true })
  reasons: readonly Reason[];

  @ApiProperty({ enum: SEVERITIES })
  severity: Severity;

  @ApiProperty({ enum: CONFIDENCES })
  confidence: Confidence;

  @ApiProperty({ description: '1 is first in order among the model’s candidates; 0 without a candidate.' })
  rank: number;

  @ApiProperty({ enum: ANALYSIS_STATES, description: 'The most open of its rows.' })
  state: AnalysisState;

  @ApiProperty({ description: 'Whether the finding still holds.' })
  active: boolean;

  @ApiProperty({ description: 'Tools for which it holds.' })
  tools: number;

  @ApiProperty({ description: 'Tools for which the candidate passes every gate.' })
  eligibleTools: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'PENDING until then.' })
  notBefore: Date | null;

  @ApiProperty({ format: 'date-time' })
  raisedAt: Date;

  @ApiProperty({ format: 'date-time' })
  assessedAt: Date;

  @ApiProperty({ description: 'The policy under which it was found.' })
  policyVersion: number;

  @ApiProperty({ description: 'The ETag.' })
  version: number;

  static from(row: FlagListRow): FlagView {
    return Object.assign(new FlagView(), {
      id: row.id,
      title: row.title,
      model: row.model,
      candidate: row.candidate,
      modelReason: row.modelReason,
      reasons: row.reasons,
      severity: row.severity,
      confidence: row.confidence,
      rank: row.rank,
      state: row.state,
      active: row.active,
      tools: row.tools,
      eligibleTools: row.eligibleTools,
      notBefore: row.notBefore,
      raisedAt: row.raisedAt,
      assessedAt: row.assessedAt,
      policyVersion: row.policyVersion,
      version: row.version,
    });
  }
}

export class FlagToolView {
  @ApiProperty({ format: 'uuid' })
  toolId: string;

  @ApiProperty()
  toolName: string;

  @ApiProperty()
  ownerName: string;

  @ApiProperty()
  ownerTeam: string;

  @ApiProperty({ enum: MATERIALITIES })
  materiality: string;

  @ApiProperty({ description: 'The reader or a team of theirs owns the tool.' })
  mine: boolean;

  @ApiProperty({ description: 'Whether the finding still holds for this tool.' })
  active: boolean;

  @ApiProperty({ enum: ANALYSIS_STATES })
  analysisState: AnalysisState;

  @ApiProperty({ enum: ELIGIBILITIES, nullable: true })
  eligibility: Eligibility | null;

  @ApiProperty({ enum: SEVERITIES })
  severity: Severity;

  @ApiProperty({ enum: CONFIDENCES })
  confidence: Confidence;

  @ApiProperty({ type: [ReasonView] })
  reasons: FlagToolRow['reasons'];

  @ApiProperty({ type: [GateView] })
  gates: FlagToolRow['gates'];

  @ApiProperty({ type: ScoreView, nullable: true })
  score: FlagToolRow['score'];

  @ApiProperty({ type: QualityView, nullable: true })
  quality: FlagToolRow['quality'];

  @ApiProperty({ type: [LeverView], description: 'Unknown facts and limits that decide, by the policy in force.' })
  whatWouldChange: readonly Lever[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  snoozedUntil: Date | null;

  @ApiProperty({ enum: JUSTIFICATIONS, nullable: true })
  justification: Justification | null;

  @ApiProperty({ type: String, nullable: true })
  comment: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Name of the person who decided.' })
  decidedBy: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;
}

export class FlagEventView {
  @ApiProperty({ format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  toolId: string | null;

  @ApiProperty({ type: String, nullable: true })
  toolName: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'null: the product itself.' })
  actor: string | null;

  @ApiProperty({ enum: ANALYSIS_STATES, nullable: true })
  fromState: AnalysisState | null;

  @ApiProperty({ enum: ANALYSIS_STATES, nullable: true })
  toState: AnalysisState | null;

  @ApiProperty()
  sentence: string;
}

export class FlagDetailView extends FlagView {
  @ApiProperty({ format: 'uuid', description: 'The release of the model in use.' })
  inUseReleaseId: string;

  @ApiProperty({ type: ReleaseReferenceView, nullable: true })
  supersededBy: ReleaseReferenceView | null;

  @ApiProperty({ type: [ReleaseReferenceView], description: 'Without a candidate of its own: where to go, in order.' })
  rankedCandidates: readonly ReleaseReferenceView[];

  @ApiProperty({ type: [FlagToolView] })
  toolRows: readonly FlagToolView[];

  @ApiProperty({ type: [String], description: 'Words that sources ask to stand beside their figures.' })
  attributions: readonly string[];

  @ApiProperty({ type: [FlagEventView] })
  history: readonly FlagEventRow[];

  static fromDetail({ flag, tools, events }: FlagDetail): FlagDetailView {
    return Object.assign(new FlagDetailView(), FlagView.from(flag), {
      inUseReleaseId: flag.inUseReleaseId,
      supersededBy: flag.supersededBy,
      rankedCandidates: flag.rankedCandidates,
      toolRows: tools,
      attributions: citationsOf(tools),
      history: events,
    });
  }
}
