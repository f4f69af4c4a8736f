import { statement } from '../../database/statement.js';
import type { StandingFlag } from './replay-log.js';

export const STANDING_FLAGS = statement<StandingFlag>(
  'replay.standing-flags',
  `SELECT f.id, m.name AS model, u.key AS "inUse", c.key AS candidate, c.status AS "candidateStatus",
     c.kind AS "candidateKind", u.kind AS "inUseKind",
     EXISTS (SELECT FROM release b WHERE b.key_norm = lower(c.base_key) AND b.vendor_id <> c.vendor_id) AS "isThirdPartyTune",
     coalesce(c.function = 'VISION' AND u.function <> 'VISION', false) AS "isVisionForText",
     c.release_date AS published, u.release_date AS "inUsePublished", f.reasons, f.rank, f.state, f.active
   FROM replacement_flag f JOIN model m ON m.id = f.model_id JOIN release u ON u.id = m.release_id
   LEFT JOIN release c ON c.id = f.candidate_release_id`,
);

/** The first day after $1 and before $2 on which time alone may change a finding: cool-downs of $3 days end, assignments begin, support ends in $4 or $5 days. */
export const NEXT_DAY_OF_CHANGE = statement<{ day: string | null }>(
  'replay.next-day-of-change',
  `SELECT (min(moment) AT TIME ZONE 'UTC')::date AS day FROM (
     SELECT greatest(r.release_date::timestamp AT TIME ZONE 'UTC', r.first_seen_at) + make_interval(days => $3) AS moment
       FROM release r
     UNION ALL SELECT valid_from FROM assignment
     UNION ALL SELECT (r.support_end ->> 'date')::timestamp AT TIME ZONE 'UTC' - make_interval(days => lead)
       FROM release r JOIN model m ON m.release_id = r.id, unnest(ARRAY[$4::int, $5::int]) AS lead) moments
   WHERE moment > $1 AND moment < $2`,
);

/** Releases by the key or alias that a truth file calls them. */
export const RELEASES_BY_KEY = statement<{ key: string; id: string }>(
  'replay.releases-by-key',
  `SELECT key_norm AS key, id FROM release WHERE key_norm = ANY ($1)
   UNION SELECT lower(coalesce(hub_id, alias)), release_id FROM release_alias
   WHERE lower(coalesce(hub_id, alias)) = ANY ($1) AND release_id IS NOT NULL`,
);
