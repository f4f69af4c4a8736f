import { ApiProperty } from '@nestjs/swagger';
import {
  APPROVAL_PURPOSES,
  APPROVER_ROLES,
  CHECK_RESULTS,
  CHECKS,
  EVIDENCE_KINDS,
  SWAP_STATES,
} from '../domain/vocabulary.js';
import type {
  ApprovalPurpose,
  ApproverRole,
  CheckName,
  CheckResult,
  EvidenceKind,
  SwapState,
} from '../domain/vocabulary.js';
import type { EvidenceRow } from '../swap-detail.sql.js';
import { SwapPersonView } from './swap.view.js';

export class DifferenceView {
  @ApiProperty({ example: 'licenceId' })
  field: string;

  @ApiProperty({ nullable: true, oneOf: [{ type: 'string' }, { type: 'number' }] })
  from: string | number | null;

  @ApiProperty({ nullable: true, oneOf: [{ type: 'string' }, { type: 'number' }] })
  to: string | number | null;

  @ApiProperty()
  differs: boolean;
}

export class CheckView {
  @ApiProperty({ enum: CHECKS })
  name: CheckName;

  @ApiProperty({ enum: CHECK_RESULTS, description: 'FAIL blocks submission.' })
  result: CheckResult;

  @ApiProperty()
  sentence: string;
}

export class NeededView {
  @ApiProperty({ type: 'integer', description: 'Approvals by managers.' })
  approvals: number;

  @ApiProperty({ description: 'And one by an independent validator.' })
  validator: boolean;
}

export class MissingView {
  @ApiProperty({ type: 'integer' })
  managers: number;

  @ApiProperty({ type: 'integer' })
  validators: number;
}

export class ApprovalView {
  @ApiProperty({ type: SwapPersonView })
  approver: SwapPersonView;

  @ApiProperty({ enum: APPROVER_ROLES })
  asRole: ApproverRole;

  @ApiProperty({ enum: APPROVAL_PURPOSES, description: 'REVIEW follows an emergency.' })
  purpose: ApprovalPurpose;

  @ApiProperty({ type: 'integer' })
  revision: number;

  @ApiProperty({ description: 'SHA-256 of what was approved: tool, from, to, evidence.' })
  digest: string;

  @ApiProperty({ type: String, nullable: true })
  comment: string | null;

  @ApiProperty()
  throughToken: boolean;

  @ApiProperty({ description: 'False when the person left or lost the role: then it no longer counts.' })
  holdsRole: boolean;

  @ApiProperty({ format: 'date-time' })
  approvedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  voidedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  voidReason: string | null;
}

export class EvidenceView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: EVIDENCE_KINDS })
  kind: EvidenceKind;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: String, nullable: true })
  url: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  evaluationRunId: string | null;

  @ApiProperty({ type: String, nullable: true })
  fileName: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'By inspection of the bytes.' })
  mediaType: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  sizeBytes: number | null;

  @ApiProperty()
  sha256: string;

  @ApiProperty({ type: SwapPersonView })
  attachedBy: SwapPersonView;

  @ApiProperty({ format: 'date-time' })
  attachedAt: string;

  static from(this: void, row: EvidenceRow): EvidenceView {
    return { ...row };
  }
}

export class EvidenceListView {
  @ApiProperty({ type: [EvidenceView] })
  items: EvidenceView[];
}

export class SwapCommentView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: SwapPersonView })
  author: SwapPersonView;

  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class SwapStepView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: SwapPersonView, nullable: true, description: 'null: the machine.' })
  actor: SwapPersonView | null;

  @ApiProperty({ example: 'submitted' })
  action: string;

  @ApiProperty({ enum: SWAP_STATES, nullable: true })
  fromState: SwapState | null;

  @ApiProperty({ enum: SWAP_STATES })
  toState: SwapState;

  @ApiProperty({ type: 'integer' })
  revision: number;

  @ApiProperty({ type: String, nullable: true })
  comment: string | null;
}
