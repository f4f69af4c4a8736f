import { ApiProperty } from '@nestjs/swagger';
import type { PolicyDocument } from '../domain/policy.js';
import { PROPOSAL_STATES } from '../policy-proposal.entity.js';
import type { ProposalState } from '../policy-proposal.entity.js';
import type { PersonName, PolicyRow, ProposalRow } from '../policy.reader.js';

export class PersonNameView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  displayName: string;

  static from(this: void, { id, displayName }: PersonName): PersonNameView {
    return { id, displayName };
  }
}

const DOCUMENT = { type: 'object', additionalProperties: true } as const;

export class PolicyView {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty(DOCUMENT)
  document: PolicyDocument;

  @ApiProperty({ type: PersonNameView, nullable: true, description: 'Null for the defaults of the product.' })
  proposedBy: PersonNameView | null;

  @ApiProperty({ type: PersonNameView, nullable: true })
  approvedBy: PersonNameView | null;

  @ApiProperty({ format: 'date-time' })
  effectiveAt: Date;

  static from(this: void, row: PolicyRow): PolicyView {
    return { ...row };
  }
}

export class PolicyHistoryView {
  @ApiProperty({ type: [PolicyView], description: 'Newest first' })
  items: PolicyView[];
}

export class ProposalView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: 'integer', description: 'Version of the policy that it was written against.' })
  baseVersion: number;

  @ApiProperty({ type: 'object', additionalProperties: true })
  changes: Record<string, unknown>;

  @ApiProperty({ ...DOCUMENT, description: 'The whole document as it would be.' })
  document: PolicyDocument;

  @ApiProperty()
  reason: string;

  @ApiProperty({ enum: PROPOSAL_STATES })
  state: ProposalState;

  @ApiProperty({ type: PersonNameView })
  proposedBy: PersonNameView;

  @ApiProperty({ format: 'date-time' })
  proposedAt: Date;

  @ApiProperty({ type: PersonNameView, nullable: true })
  decidedBy: PersonNameView | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  comment: string | null;

  static from(this: void, row: ProposalRow): ProposalView {
    const { id, version, baseVersion, changes, document, reason, state } = row;
    const { proposedBy, proposedAt, decidedBy, decidedAt, comment } = row;
    return {
      ...{ id, version, baseVersion, changes: { ...changes }, document, reason, state },
      proposedBy,
      proposedAt,
      decidedBy,
      decidedAt,
      comment,
    };
  }
}
