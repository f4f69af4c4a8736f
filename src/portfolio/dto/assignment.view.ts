import { ApiProperty } from '@nestjs/swagger';
import type { AssignmentRow } from '../assignments.reader.js';
import { PURPOSES } from '../domain/vocabulary.js';
import type { Purpose } from '../domain/vocabulary.js';
import { NamedReferenceView, PersonReferenceView } from './reference.view.js';

/** What ran over a part of an assignment. */
export class ServedArtifactView {
  @ApiProperty({ format: 'date-time' })
  validFrom: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  validTo: string | null;

  @ApiProperty({ description: 'Key of the release, as it was known then.' })
  releaseKey: string;

  @ApiProperty({ type: String, nullable: true })
  quantisation: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Digest of the weights; null: nobody had stated it.' })
  weightsDigest: string | null;
}

export class ServedReleaseView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  key: string;

  @ApiProperty()
  displayName: string;
}

export class SwapApprovalReferenceView {
  @ApiProperty({ type: PersonReferenceView })
  approver: PersonReferenceView;

  @ApiProperty({ enum: ['MANAGER', 'VALIDATOR'] })
  asRole: string;

  @ApiProperty({ enum: ['APPROVAL', 'REVIEW'], description: 'A REVIEW follows an emergency.' })
  purpose: string;

  @ApiProperty({ format: 'date-time' })
  approvedAt: string;
}

/** By which request a model came to serve the tool, and who agreed. */
export class SwapReferenceView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  changeType: string;

  @ApiProperty()
  state: string;

  @ApiProperty()
  justification: string;

  @ApiProperty({ type: PersonReferenceView })
  requestedBy: PersonReferenceView;

  @ApiProperty({ type: PersonReferenceView, nullable: true })
  implementer: PersonReferenceView | null;

  @ApiProperty({ type: [SwapApprovalReferenceView] })
  approvals: readonly SwapApprovalReferenceView[];

  @ApiProperty({ description: 'SHA-256 of tool, models and evidence, as it was approved.' })
  digest: string;
}

export class AssignmentView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ format: 'uuid' })
  toolId: string;

  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;

  @ApiProperty({ format: 'date-time' })
  validFrom: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  validTo: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  fallbackTestedAt: Date | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The swap request that began it' })
  swapRequestId: string | null;

  @ApiProperty({ type: SwapReferenceView, nullable: true })
  swapRequest: SwapReferenceView | null;

  @ApiProperty({ type: PersonReferenceView })
  assignedBy: PersonReferenceView;

  @ApiProperty({ type: NamedReferenceView })
  model: NamedReferenceView;

  @ApiProperty({ type: [ServedArtifactView], description: 'Exactly what ran, newest first; as of a moment, that one.' })
  artifacts: readonly ServedArtifactView[];

  @ApiProperty({ type: ServedReleaseView })
  release: ServedReleaseView;

  static from(this: void, row: AssignmentRow): AssignmentView {
    return { ...row };
  }
}

export class AssignmentsView {
  @ApiProperty({ type: [AssignmentView], description: 'Newest first' })
  items: AssignmentView[];

  static from(this: void, rows: readonly AssignmentRow[]): AssignmentsView {
    return { items: rows.map(AssignmentView.from) };
  }
}
