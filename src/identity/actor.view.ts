import { ApiProperty } from '@nestjs/swagger';
import type { Actor, Role } from '../kernel/actor.js';
import { ROLES } from '../kernel/actor.js';
import { can, PERMISSIONS } from '../kernel/permission.js';
import type { Permission } from '../kernel/permission.js';

const ALL_PERMISSIONS = Object.keys(PERMISSIONS).filter((name): name is Permission => name in PERMISSIONS);

/** Who is signed in and what they may do. */
export class ActorView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles: readonly Role[];

  @ApiProperty({ type: [String] })
  teams: readonly string[];

  @ApiProperty({ type: [String], description: 'Codes of what the roles allow.' })
  permissions: readonly string[];

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'The API token that was used, if any.' })
  tokenId: string | null;

  static from(actor: Actor): ActorView {
    return Object.assign(new ActorView(), {
      id: actor.personId,
      displayName: actor.displayName,
      roles: actor.roles,
      teams: actor.teams,
      permissions: ALL_PERMISSIONS.filter((permission) => can(actor, permission)),
      tokenId: actor.tokenId ?? null,
    });
  }
}
