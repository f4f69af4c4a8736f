import { ApiProperty } from '@nestjs/swagger';
import { MATERIALITIES } from '../../portfolio/domain/vocabulary.js';
import type { Materiality } from '../../portfolio/domain/vocabulary.js';
import { CHANGE_TYPES, STAGES, SWAP_STATES } from '../domain/vocabulary.js';
import type { ChangeType, Stage, SwapState } from '../domain/vocabulary.js';
import type { SwapListRow } from '../swap-requests.sql.js';

export class SwapPersonView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  displayName: string;
}

export class SwapToolView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: MATERIALITIES })
  materiality: Materiality;
}

export class SwapModelView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  lifecycle: string;
}

export class SwapReleaseView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  key: string;

  @ApiProperty()
  displayName: string;
}

export class SwapBaseView {
  @ApiProperty({ type: SwapModelView })
  model: SwapModelView;

  @ApiProperty({ type: SwapReleaseView })
  release: SwapReleaseView;
}

export class SwapTargetView {
  @ApiProperty({ type: SwapModelView, nullable: true, description: 'null while the release is not a model yet.' })
  model: SwapModelView | null;

  @ApiProperty({ type: SwapReleaseView })
  release: SwapReleaseView;
}

/** A request as lists show it. */
export class SwapView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: 'integer', description: 'Of its content; approvals bind to it.' })
  revision: number;

  @ApiProperty({ enum: SWAP_STATES })
  state: SwapState;

  @ApiProperty({ enum: CHANGE_TYPES })
  changeType: ChangeType;

  @ApiProperty({ description: 'Records a switch to a tested fallback that was made already.' })
  failOver: boolean;

  @ApiProperty({ type: SwapToolView })
  tool: SwapToolView;

  @ApiProperty({ type: SwapBaseView, nullable: true, description: 'null for the first primary of a tool.' })
  from: SwapBaseView | null;

  @ApiProperty({ type: SwapTargetView })
  to: SwapTargetView;

  @ApiProperty({ type: SwapPersonView })
  requestedBy: SwapPersonView;

  @ApiProperty({ type: SwapPersonView, nullable: true })
  implementer: SwapPersonView | null;

  @ApiProperty({ enum: STAGES, nullable: true })
  stage: Stage | null;

  @ApiProperty({ type: 'integer', description: 'Approvals of the present revision.' })
  approvals: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  reviewDueAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt: Date | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ format: 'date-time' })
  updatedAt: Date;

  static from(this: void, row: SwapListRow): SwapView {
    const { id, version, revision, state, changeType, failOver, tool, from, to, requestedBy, implementer } = row;
    const { stage, approvals, reviewDueAt, expiresAt, createdAt, updatedAt } = row;
    return Object.assign(new SwapView(), {
      id,
      version,
      revision,
      state,
      changeType,
      failOver,
      tool,
      from,
      to,
      requestedBy,
      implementer,
      stage,
      approvals,
      reviewDueAt,
      expiresAt,
      createdAt,
      updatedAt,
    });
  }
}
