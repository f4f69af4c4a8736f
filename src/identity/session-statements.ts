import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { SignInMethod } from './domain/session-life.js';
import { PERSON_COLUMNS } from './person-statements.js';
import type { PersonRow } from './person-statements.js';

/** An open session; its token is shown to nobody again. */
export interface SessionRow {
  readonly id: string;
  readonly method: SignInMethod;
  /** As the client called itself at the sign-in. */
  readonly client: string | null;
  readonly createdAt: Date;
  /** To the minute. */
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

const LAST_SEEN = 'coalesce(s.seen_at, s.created_at)';

/** Neither ended nor expired at the one moment, and heard of since the other. */
const open = (now: string, quietSince: string): string =>
  `s.ended_at IS NULL AND s.expires_at > ${now} AND ${LAST_SEEN} > ${quietSince}`;

/** $1 whose, $2 now, $3 since when a session must have been heard of, $4 text in what the client calls itself. */
export const SESSIONS = new List<SessionRow, 'createdAt' | 'lastSeenAt'>({
  name: 'sessions',
  select: `SELECT s.id, s.method, s.client, s.created_at AS "createdAt", ${LAST_SEEN} AS "lastSeenAt",
      s.expires_at AS "expiresAt"
    FROM session s WHERE s.person_id = $1 AND ${open('$2', '$3')}
      AND ($4::text IS NULL OR strpos(lower(s.client), lower($4)) > 0)`,
  filterCount: 4,
  sorts: {
    createdAt: { expression: '"createdAt"', type: 'timestamptz' },
    lastSeenAt: { expression: '"lastSeenAt"', type: 'timestamptz' },
  },
});

/** Who holds a session that has neither ended nor been quiet since $3; `stale` once it is a minute since it was heard of. */
export const PERSON_BY_SESSION = statement<PersonRow & { readonly stale: boolean }>(
  'person.by-session',
  `SELECT ${PERSON_COLUMNS}, ${LAST_SEEN} < $2::timestamptz - interval '1 minute' AS stale
   FROM session s JOIN person p ON p.id = s.person_id WHERE s.id = $1 AND ${open('$2', '$3')} AND p.active`,
);

export const SESSION_SEEN = statement('session.seen', `UPDATE session SET seen_at = $2 WHERE id = $1`);

/** Those that were over before $1, $2 of them. */
export const DROP_SESSIONS = statement<{ id: string }>(
  'session.drop',
  `DELETE FROM session WHERE id IN (SELECT id FROM session WHERE expires_at < $1 LIMIT $2) RETURNING id`,
);

export const SESSION_INSERT = statement(
  'session.insert',
  `INSERT INTO session (id, person_id, method, client, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
);

export interface EndedSession {
  readonly id: string;
  readonly personId: string;
}

/** One session ($1), of that person only where one is named ($2), that is open at $3; no row where there is none. */
export const SESSION_END = statement<EndedSession>(
  'session.end',
  `UPDATE session s SET ended_at = $3 WHERE s.id = $1 AND ($2::uuid IS NULL OR s.person_id = $2) AND ${open('$3', '$4')}
   RETURNING s.id, s.person_id AS "personId"`,
);

/** All open sessions of a person ($2) but the one kept ($1). */
export const SESSIONS_END = statement<EndedSession>(
  'session.end-others',
  `UPDATE session s SET ended_at = $3 WHERE s.id <> $1 AND s.person_id = $2 AND ${open('$3', '$4')}
   RETURNING s.id, s.person_id AS "personId"`,
);
