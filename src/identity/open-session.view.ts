import { ApiProperty } from '@nestjs/swagger';
import type { Actor } from '../kernel/actor.js';
import { SIGN_IN_METHODS } from './domain/session-life.js';
import type { SignInMethod } from './domain/session-life.js';
import type { SessionRow } from './session-statements.js';

/** One of the caller's open sessions. */
export class OpenSessionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: SIGN_IN_METHODS, description: 'OIDC: by the identity provider.' })
  method: SignInMethod;

  @ApiProperty({ type: String, nullable: true, description: 'User-Agent of the client at the sign-in.' })
  client: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ format: 'date-time', description: 'To the minute.' })
  lastSeenAt: Date;

  @ApiProperty({ format: 'date-time', description: 'It ends earlier when nobody uses it.' })
  expiresAt: Date;

  @ApiProperty({ description: 'The one that asks.' })
  current: boolean;

  static of(this: void, row: SessionRow, { sessionId }: Actor): OpenSessionView {
    return Object.assign(new OpenSessionView(), row, { current: row.id === sessionId });
  }
}

export class EndedSessionsView {
  @ApiProperty({ type: 'integer', description: 'How many were ended.' })
  ended: number;
}
