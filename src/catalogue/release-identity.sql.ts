/** The release of an id, also of one that it had before it was merged with its twin. */
export const releaseOfId = (id: string): string =>
  `SELECT id FROM release WHERE id = ${id}
   UNION ALL SELECT release_id FROM release_redirect WHERE old_id = ${id}`;

/** The release of a key or an alias, in any case. */
export const releaseOfKey = (key: string): string =>
  `SELECT id FROM release WHERE key_norm = lower(${key})
   UNION ALL SELECT release_id FROM release_alias WHERE alias_norm = lower(${key}) AND release_id IS NOT NULL LIMIT 1`;
