import { statement } from '../database/statement.js';
import type { Role } from '../kernel/actor.js';

/** A person as readers and views see them. */
export interface PersonRow {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly displayName: string;
  readonly teams: string[];
  readonly roles: Role[];
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const PERSON_COLUMNS = `p.id, p.issuer, p.subject, p.email, p.display_name AS "displayName", p.teams, p.roles,
  p.active, p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt"`;

export const PERSON_BY_SUBJECT = statement<PersonRow>(
  'person.by-subject',
  `SELECT ${PERSON_COLUMNS} FROM person p WHERE p.issuer = $1 AND p.subject = $2`,
);

export const PERSON_BY_ID = statement<PersonRow>(
  'person.by-id',
  `SELECT ${PERSON_COLUMNS} FROM person p WHERE p.id = $1`,
);

/** Two first sign-ins at once make one person; the second finds the row of the first. */
export const PERSON_INSERT = statement<PersonRow>(
  'person.insert',
  `INSERT INTO person AS p (id, issuer, subject, email, display_name, teams, roles, created_at, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
   ON CONFLICT (issuer, subject) DO NOTHING
   RETURNING ${PERSON_COLUMNS}`,
);

export const PERSON_FOLLOW = statement<PersonRow>(
  'person.follow',
  `UPDATE person p SET email = $2, display_name = $3, teams = $4, roles = $5, updated_at = $6, version = version + 1
   WHERE p.id = $1 RETURNING ${PERSON_COLUMNS}`,
);

export const PERSON_LOCK = statement<PersonRow>(
  'person.lock',
  `SELECT ${PERSON_COLUMNS} FROM person p WHERE p.id = $1 FOR UPDATE`,
);

export const PERSON_CHANGE = statement<PersonRow>(
  'person.change',
  `UPDATE person p SET email = $2, display_name = $3, teams = $4, roles = $5, active = $6, updated_at = $7,
     version = version + 1
   WHERE p.id = $1 RETURNING ${PERSON_COLUMNS}`,
);
