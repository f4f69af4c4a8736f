import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmptyObject, IsObject, IsOptional, IsString, Length, Matches } from 'class-validator';
import { ListQuery } from '../../http/list-query.js';
import { PROPOSAL_STATES } from '../policy-proposal.entity.js';
import type { ProposalState } from '../policy-proposal.entity.js';

const NOT_BLANK = /\S/;

export class ProposalListQuery extends ListQuery {
  @ApiPropertyOptional({ enum: PROPOSAL_STATES })
  @IsOptional()
  @IsIn(PROPOSAL_STATES)
  state?: ProposalState;
}

export class ProposePolicyDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Merge patch of the document in force: only what changes.',
    example: { minimumReleaseAgeDays: 30 },
  })
  @IsObject()
  @IsNotEmptyObject()
  changes: Record<string, unknown>;

  @ApiProperty({ maxLength: 1000 })
  @IsString()
  @Length(1, 1000)
  @Matches(NOT_BLANK, { message: 'reason must not be blank' })
  reason: string;
}

export class ApproveProposalDto {
  @ApiPropertyOptional({ maxLength: 1000 })
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  comment?: string;
}

export class RejectProposalDto {
  @ApiProperty({ maxLength: 1000 })
  @IsString()
  @Length(1, 1000)
  @Matches(NOT_BLANK, { message: 'comment must not be blank' })
  comment: string;
}
