import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '../kernel/actor.js';
import type { Role } from '../kernel/actor.js';
import type { PersonRow } from './person-statements.js';

export class PersonView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ type: 'string', nullable: true })
  email: string | null;

  @ApiProperty({ description: 'Who vouches for the sign-in: `local` or the identity provider.' })
  issuer: string;

  @ApiProperty()
  subject: string;

  @ApiProperty({ type: [String] })
  teams: readonly string[];

  @ApiProperty({ enum: ROLES, isArray: true })
  roles: readonly Role[];

  @ApiProperty()
  active: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ format: 'date-time' })
  updatedAt: Date;

  @ApiProperty({ type: 'integer' })
  version: number;

  static from(row: PersonRow): PersonView {
    const { id, displayName, email, issuer, subject, teams, roles, active, createdAt, updatedAt, version } = row;
    const fields = { id, displayName, email, issuer, subject, teams, roles, active, createdAt, updatedAt, version };
    return Object.assign(new PersonView(), fields);
  }
}

/** How many records of each kind have a new owner. */
export class ReassignedView {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, example: { tools: 6, models: 2 } })
  moved: Record<string, number>;

  static from(moved: Record<string, number>): ReassignedView {
    return Object.assign(new ReassignedView(), { moved });
  }
}
