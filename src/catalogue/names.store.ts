import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { groupBy } from '../kernel/group-by.js';
import { newId } from '../kernel/id.js';
import type { Identity } from './domain/identity.js';
import type { Observation } from './observation.js';
import type { KnownName, KnownRelease, Meaning } from './regrouping.js';
import type { Vendors } from './vendor-directory.js';

/** An observation whose name was read. */
export interface Identified {
  readonly observation: Observation;
  readonly subject: string;
  readonly identity: Identity;
}

interface StoredName extends Omit<KnownName, 'identity'> {
  readonly alias: string;
  readonly hubId: string | null;
  readonly vendorHint: string | null;
  readonly vendorNamed: boolean;
}

/** Of two spellings the first in byte order stays, so that the order of imports leaves no trace. */
const UPSERT = statement<{ subject: string; vendorSlug: string }>(
  'names.upsert',
  `INSERT INTO release_alias AS known (subject, id, alias, hub_id, vendor_hint, vendor_slug, mention_only, vendor_named,
     unresolved, first_seen_at)
   SELECT subject, id, alias, "hubId", "vendorHint", "vendorSlug", "mentionOnly", "vendorNamed", 'UNKNOWN', "observedAt"
   FROM jsonb_to_recordset($1::jsonb) found (subject text, id uuid, alias text, "hubId" text, "vendorHint" text,
     "vendorSlug" text, "mentionOnly" boolean, "vendorNamed" boolean, "observedAt" timestamptz)
   ORDER BY subject
   ON CONFLICT (subject) DO UPDATE SET
     alias = least(known.alias COLLATE "C", excluded.alias),
     hub_id = least(known.hub_id COLLATE "C", excluded.hub_id),
     vendor_hint = least(known.vendor_hint COLLATE "C", excluded.vendor_hint),
     mention_only = known.mention_only AND excluded.mention_only,
     vendor_named = known.vendor_named OR excluded.vendor_named,
     first_seen_at = least(known.first_seen_at, excluded.first_seen_at)
   WHERE (known.alias, known.hub_id, known.vendor_hint, known.mention_only, known.vendor_named, known.first_seen_at)
     IS DISTINCT FROM (least(known.alias COLLATE "C", excluded.alias), least(known.hub_id COLLATE "C", excluded.hub_id),
       least(known.vendor_hint COLLATE "C", excluded.vendor_hint), known.mention_only AND excluded.mention_only,
       known.vendor_named OR excluded.vendor_named, least(known.first_seen_at, excluded.first_seen_at))
   RETURNING subject, vendor_slug AS "vendorSlug"`,
);
const NAMES = statement<StoredName>(
  'names.of-vendors',
  `SELECT subject, alias, hub_id AS "hubId", vendor_hint AS "vendorHint", mention_only AS "mentionOnly",
     vendor_named AS "vendorNamed", release_id AS "releaseId", unresolved, candidates, decided_key AS "decidedKey"
   FROM release_alias WHERE vendor_slug = ANY($1)`,
);
const RELEASES = statement<KnownRelease>(
  'names.releases-of-vendors',
  `SELECT r.id, r.key, v.slug AS "vendorSlug" FROM release r JOIN vendor v ON v.id = r.vendor_id
   WHERE v.slug = ANY($1) OR r.id IN (SELECT release_id FROM release_alias WHERE vendor_slug = ANY($1))`,
);
const ALL_NAMES = statement<StoredName>(
  'names.all',
  `SELECT subject, alias, hub_id AS "hubId", vendor_hint AS "vendorHint" FROM release_alias WHERE decided_key IS NULL`,
);
const REASSIGN = statement(
  'names.reassign',
  `UPDATE release_alias a SET vendor_slug = now."vendorSlug"
   FROM jsonb_to_recordset($1::jsonb) now (subject text, "vendorSlug" text)
   WHERE a.subject = now.subject AND a.vendor_slug <> now."vendorSlug"`,
);
const MOVE = statement(
  'names.move',
  `UPDATE release_alias a SET release_id = now."releaseId", unresolved = now.unresolved, candidates = now.candidates
   FROM jsonb_to_recordset($1::jsonb) now (subject text, "releaseId" uuid, unresolved text, candidates text[])
   WHERE a.subject = now.subject`,
);
const MOVE_FACTS = statement(
  'names.move-facts',
  `UPDATE release_fact f SET release_id = a.release_id, wins = false FROM release_alias a
   WHERE a.subject = f.subject AND f.subject = ANY($1) AND f.release_id IS DISTINCT FROM a.release_id`,
);

/** Records that these names are in use; returns those of which something new is known. */
export async function rememberNames(
  tx: Tx,
  found: readonly Identified[],
): Promise<readonly { readonly subject: string; readonly vendorSlug: string }[]> {
  const rows = [...groupBy(found, ({ subject }) => subject)].map(([subject, items]) => ({
    id: newId(),
    subject,
    alias: least(items.map(({ observation }) => observation.name.trim())),
    hubId: least(items.flatMap(({ observation }) => observation.hubId ?? [])),
    vendorHint: least(items.flatMap(({ observation }) => observation.vendorHint ?? [])),
    vendorSlug: least(items.map(({ identity }) => identity.vendorSlug)),
    mentionOnly: items.every(({ observation }) => observation.mentionOnly === true),
    vendorNamed: items.some(isVendorNamed),
    observedAt: new Date(Math.min(...items.map(({ observation }) => observation.observedAt.getTime()))),
  }));
  return tx.run(UPSERT, [JSON.stringify(rows)]);
}

const least = (texts: readonly string[]): string | undefined =>
  texts.reduce<string | undefined>((first, text) => (first === undefined || text < first ? text : first), undefined);

const isVendorNamed = ({ observation, identity }: Identified): boolean =>
  observation.mentionOnly !== true && (observation.vendorNamed ?? identity.isVendorNamed);

/** Returns every name and release of the vendors. */
export async function loadNames(
  tx: Tx,
  vendorSlugs: readonly string[],
  vendors: Vendors,
): Promise<{ names: readonly KnownName[]; releases: readonly KnownRelease[] }> {
  const stored = await tx.run(NAMES, [vendorSlugs]);
  const releases = await tx.run(RELEASES, [vendorSlugs]);
  return { names: stored.flatMap((name) => withIdentity(name, vendors) ?? []), releases };
}

function withIdentity(stored: StoredName, vendors: Vendors): KnownName | undefined {
  const { alias, hubId, vendorHint, vendorNamed, ...known } = stored;
  const identity = vendors.identify({ name: alias, hubId: hubId ?? undefined, vendorHint: vendorHint ?? undefined });
  return identity && { ...known, identity: { ...identity, isVendorNamed: vendorNamed } };
}

/** Finds out again whose models all names are; what people decided stays. */
export async function rereadNames(tx: Tx, vendors: Vendors): Promise<void> {
  const stored = await tx.run(ALL_NAMES, []);
  const read = stored.flatMap(({ subject, alias, hubId, vendorHint }) => {
    const identity = vendors.identify({ name: alias, hubId: hubId ?? undefined, vendorHint: vendorHint ?? undefined });
    return identity === undefined ? [] : [{ subject, vendorSlug: identity.vendorSlug }];
  });
  await tx.run(REASSIGN, [JSON.stringify(read)]);
}

/** Lets names mean what they now mean; their facts follow. */
export async function moveNames(tx: Tx, moved: readonly Meaning[]): Promise<void> {
  if (moved.length === 0) return;
  await tx.run(MOVE, [JSON.stringify(moved)]);
  await tx.run(MOVE_FACTS, [moved.map(({ subject }) => subject)]);
}
