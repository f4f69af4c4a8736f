import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { Role } from '../kernel/actor.js';
import { PERSON_COLUMNS } from './person-statements.js';
import type { PersonRow } from './person-statements.js';

/** An API token without its secret. */
export interface ApiTokenRow {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly name: string;
  readonly hint: string;
  readonly roles: Role[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly version: number;
}

const COLUMNS = `t.id, t.person_id AS "personId", o.display_name AS "personName", t.name, t.hint, t.roles,
  t.created_by AS "createdBy", t.created_at AS "createdAt", t.expires_at AS "expiresAt",
  t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt", t.version`;

/** $1 is the owner to show tokens of, NULL for everybody's; $2 searches names; $3 = only those that still work at $4. */
export const API_TOKENS = new List<ApiTokenRow, 'createdAt' | 'expiresAt' | 'name'>({
  name: 'api-tokens',
  select: `SELECT ${COLUMNS} FROM api_token t JOIN person o ON o.id = t.person_id
    WHERE ($1::uuid IS NULL OR t.person_id = $1)
      AND ($2::text IS NULL OR strpos(lower(t.name), lower($2)) > 0)
      AND ($3::boolean IS NULL OR $3 = (t.revoked_at IS NULL AND t.expires_at > $4::timestamptz))`,
  filterCount: 4,
  sorts: {
    createdAt: { expression: '"createdAt"', type: 'timestamptz' },
    expiresAt: { expression: '"expiresAt"', type: 'timestamptz' },
    name: { expression: 'name', type: 'text' },
  },
});

export const API_TOKEN_BY_ID = statement<ApiTokenRow>(
  'api-token.by-id',
  `SELECT ${COLUMNS} FROM api_token t JOIN person o ON o.id = t.person_id
   WHERE t.id = $1 AND ($2::uuid IS NULL OR t.person_id = $2)`,
);

export const API_TOKEN_INSERT = statement(
  'api-token.insert',
  `INSERT INTO api_token (id, person_id, name, secret_sha256, hint, roles, created_by, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export const API_TOKEN_REVOKE = statement<{ id: string }>(
  'api-token.revoke',
  `UPDATE api_token SET revoked_at = $3, version = version + 1
   WHERE id = $1 AND version = $2 AND revoked_at IS NULL RETURNING id`,
);

export type TokenHolder = PersonRow & {
  readonly tokenId: string;
  readonly tokenRoles: Role[];
  readonly stale: boolean;
};

export const TOKEN_HOLDER = statement<TokenHolder>(
  'api-token.holder',
  `SELECT ${PERSON_COLUMNS}, t.id AS "tokenId", t.roles AS "tokenRoles",
     coalesce(t.last_used_at < $2::timestamptz - interval '1 minute', true) AS stale
   FROM api_token t JOIN person p ON p.id = t.person_id
   WHERE t.secret_sha256 = $1 AND t.revoked_at IS NULL AND t.expires_at > $2 AND p.active`,
);

/** At most once a minute, so that a busy token does not turn every read into a write. */
export const TOKEN_USED = statement('api-token.used', `UPDATE api_token SET last_used_at = $2 WHERE id = $1`);
