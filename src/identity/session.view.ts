import { ApiProperty } from '@nestjs/swagger';
import { ActorView } from './actor.view.js';
import type { OpenedSession } from './sessions.service.js';

/** A session just opened; the token is shown this once. */
export class SessionView {
  @ApiProperty({ description: 'Send it as `Authorization: Bearer …`.' })
  token: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ type: ActorView })
  actor: ActorView;

  static from({ token, expiresAt, actor }: OpenedSession): SessionView {
    return Object.assign(new SessionView(), {
      token,
      expiresAt: expiresAt.toISOString(),
      actor: ActorView.from(actor),
    });
  }
}
