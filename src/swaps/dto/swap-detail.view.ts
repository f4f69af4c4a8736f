import { ApiProperty } from '@nestjs/swagger';
import { STEPS } from '../domain/swap-state.js';
import type { SwapDetail } from '../swap-requests.reader.js';
import type { Verdict } from '../swap-judge.reader.js';
import { SwapAssessmentView } from './swap-assessment.view.js';
import {
  ApprovalView,
  CheckView,
  DifferenceView,
  EvidenceView,
  MissingView,
  NeededView,
  SwapCommentView,
  SwapStepView,
} from './swap-parts.view.js';
import { SwapModelView, SwapView } from './swap.view.js';

/** A request with everything that hangs on it. */
export class SwapDetailView extends SwapView {
  @ApiProperty({ description: 'SHA-256 of tool, from, to and evidence: what approvals bind to.' })
  digest: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  flagId: string | null;

  @ApiProperty({ type: SwapModelView, nullable: true })
  fallback: SwapModelView | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The policy under which it was submitted.' })
  policyVersion: number | null;

  @ApiProperty()
  justification: string;

  @ApiProperty({ type: String, nullable: true })
  rollbackPlan: string | null;

  @ApiProperty({ type: String, nullable: true })
  stopRules: string | null;

  @ApiProperty({ type: SwapAssessmentView, nullable: true, description: 'As of its own moment.' })
  assessment: SwapAssessmentView | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  windowFrom: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  windowTo: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  submittedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  approvedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  movedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: Date | null;

  @ApiProperty({ type: [DifferenceView], description: 'The model in use beside the target.' })
  diff: readonly DifferenceView[];

  @ApiProperty({ type: [CheckView] })
  checks: readonly CheckView[];

  @ApiProperty({ type: NeededView })
  needed: NeededView;

  @ApiProperty({ type: MissingView })
  missing: MissingView;

  @ApiProperty({ type: [ApprovalView], description: 'All ever given, void ones too.' })
  approvalsGiven: readonly ApprovalView[];

  @ApiProperty({ type: [EvidenceView] })
  evidence: readonly EvidenceView[];

  @ApiProperty({ type: [SwapCommentView] })
  comments: readonly SwapCommentView[];

  @ApiProperty({ type: [SwapStepView], description: 'Every step, oldest first.' })
  timeline: readonly SwapStepView[];

  @ApiProperty({ enum: Object.keys(STEPS), isArray: true, description: 'Steps that the caller may take now.' })
  mySteps: readonly string[];

  static fromDetail(this: void, detail: SwapDetail): SwapDetailView {
    const { swap, diff, checks, needed, missing, mySteps } = detail;
    const { approvalsGiven, evidence, comments, steps } = swap;
    const { digest, flagId, fallback, policyVersion, justification, rollbackPlan, stopRules, assessment } = swap;
    const { windowFrom, windowTo, submittedAt, approvedAt, movedAt, finishedAt } = swap;
    return Object.assign(new SwapDetailView(), SwapView.from(swap), {
      digest,
      flagId,
      fallback,
      policyVersion,
      justification,
      rollbackPlan,
      stopRules,
      windowFrom,
      windowTo,
      submittedAt,
      approvedAt,
      movedAt,
      finishedAt,
      assessment: assessment && SwapAssessmentView.from(assessment),
      diff,
      checks,
      needed,
      missing,
      approvalsGiven,
      evidence,
      comments,
      timeline: steps,
      mySteps,
    });
  }
}

/** What stands against a submission at this moment; nothing is stored. */
export class SwapVerdictView {
  @ApiProperty({ description: 'No check fails.' })
  submittable: boolean;

  @ApiProperty({ type: [CheckView] })
  checks: readonly CheckView[];

  @ApiProperty({ type: SwapAssessmentView, nullable: true })
  assessment: SwapAssessmentView | null;

  static from(this: void, { checks, assessment }: Verdict): SwapVerdictView {
    const submittable = checks.every(({ result }) => result !== 'FAIL');
    return { submittable, checks, assessment: assessment && SwapAssessmentView.from(assessment) };
  }
}
