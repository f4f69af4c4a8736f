import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '../kernel/actor.js';
import type { Role } from '../kernel/actor.js';
import type { ApiTokenRow } from './api-token-statements.js';

export class ApiTokenView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  personName: string;

  @ApiProperty({ description: 'How the secret begins.' })
  hint: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles: readonly Role[];

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ format: 'date-time' })
  expiresAt: Date;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  lastUsedAt: Date | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  revokedAt: Date | null;

  @ApiProperty({ type: 'integer' })
  version: number;

  static from(row: ApiTokenRow): ApiTokenView {
    const { id, name, personId, personName, hint, roles, createdAt, expiresAt, lastUsedAt, revokedAt, version } = row;
    const fields = {
      id,
      name,
      personId,
      personName,
      hint,
      roles,
      createdAt,
      expiresAt,
      lastUsedAt,
      revokedAt,
      version,
    };
    return Object.assign(new ApiTokenView(), fields);
  }
}

/** A token just created; the secret is shown this once. */
export class NewApiTokenView extends ApiTokenView {
  @ApiProperty({ description: 'Send it as `Authorization: Bearer …`. It cannot be shown again.' })
  secret: string;

  static withSecret(row: ApiTokenRow, secret: string): NewApiTokenView {
    return Object.assign(new NewApiTokenView(), ApiTokenView.from(row), { secret });
  }
}
