import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import type { RefusedFact } from './domain/fact-rules.js';
import type { Quantisation } from './domain/vocabulary.js';
import { loadFacts, markWinners, type StoredFact } from './facts.store.js';
import { summarise, type ReleaseSummary } from './release-summary.js';

interface Subject {
  readonly id: string;
  readonly key: string;
  readonly vendorSlug: string;
  readonly firstSeenAt: Date;
  readonly artifacts: readonly { readonly hubId: string; readonly quantisation: Quantisation }[];
}

export interface Settled {
  /** Releases whose row changed. */
  readonly changed: readonly string[];
  /** Values that cannot be right; they stay out of the release. */
  readonly refused: readonly RefusedFact[];
}

const SUBJECTS = statement<Subject>(
  'resolution.subjects',
  `SELECT r.id, r.key, v.slug AS "vendorSlug",
     coalesce((SELECT min(a.first_seen_at) FROM release_alias a WHERE a.release_id = r.id),
       nullif(r.first_seen_at, 'infinity'), $2) AS "firstSeenAt",
     (SELECT coalesce(jsonb_agg(jsonb_build_object('hubId', hub_id, 'quantisation', quantisation)), '[]')
      FROM artifact p WHERE p.release_id = r.id) AS artifacts
   FROM release r JOIN vendor v ON v.id = r.vendor_id WHERE r.id = ANY($1) ORDER BY r.id FOR UPDATE OF r`,
);

/** Column, type and field of what a release shows. */
const COLUMNS: readonly (readonly [column: string, type: string])[] = [
  ['display_name', 'text'],
  ['kind', 'text'],
  ['family', 'text'],
  ['generation', 'integer[]'],
  ['function', 'text'],
  ['tier', 'text'],
  ['post_training', 'text'],
  ['release_date', 'date'],
  ['release_date_precision', 'text'],
  ['first_seen_at', 'timestamptz'],
  ['status', 'text'],
  ['deprecation_date', 'date'],
  ['retirement_date', 'date'],
  ['total_params_b', 'double precision'],
  ['active_params_b', 'double precision'],
  ['context_tokens', 'integer'],
  ['input_modalities', 'text[]'],
  ['output_modalities', 'text[]'],
  ['capabilities', 'text[]'],
  ['languages', 'jsonb'],
  ['licence_id', 'text'],
  ['licence_class', 'text'],
  ['licence_text_hash', 'text'],
  ['weights_url', 'text'],
  ['base_key', 'text'],
  ['base_relation', 'text'],
  ['declared_successor_key', 'text'],
  ['architecture', 'jsonb'],
  ['price', 'jsonb'],
  ['adoption', 'jsonb'],
  ['serving_engines', 'text[]'],
  ['sources', 'jsonb'],
  ['host_votes', 'jsonb'],
  ['support_end', 'jsonb'],
  ['need_gb', 'double precision'],
];
const NAMES = COLUMNS.map(([column]) => column);
/** When a source was last seen saying the same is no news about the release. */
const isNews = (column: string): boolean => column !== 'sources';

const UPDATE = statement<{ id: string; isNews: boolean }>(
  'resolution.update',
  `WITH now AS (SELECT * FROM jsonb_to_recordset($1::jsonb) n (id uuid, ${COLUMNS.map((each) => each.join(' ')).join(', ')})),
     news AS (SELECT n.id, (${NAMES.filter(isNews)
       .map((name) => `r.${name}`)
       .join(', ')}) IS DISTINCT FROM
         (${NAMES.filter(isNews)
           .map((name) => `n.${name}`)
           .join(', ')}) AS yes
       FROM now n JOIN release r ON r.id = n.id)
   UPDATE release r SET (${NAMES.join(', ')}) = ROW(${NAMES.map((name) => `n.${name}`).join(', ')}),
     version = r.version + CASE WHEN news.yes AND NOT r.id = ANY($2) THEN 1 ELSE 0 END,
     updated_at = CASE WHEN news.yes THEN $3 ELSE r.updated_at END
   FROM now n JOIN news ON news.id = n.id
   WHERE r.id = n.id AND (news.yes OR r.sources IS DISTINCT FROM n.sources)
   RETURNING r.id, news.yes AS "isNews"`,
);

/** Lets releases show what their facts say; new ones keep version 1. `now` is when that happens. */
export async function resolveReleases(
  tx: Tx,
  releaseIds: readonly string[],
  created: readonly string[],
  now: Date,
): Promise<Settled> {
  if (releaseIds.length === 0) return { changed: [], refused: [] };
  const subjects = await tx.run(SUBJECTS, [releaseIds, now]);
  const facts = await loadFacts(tx, releaseIds);
  const summaries = subjects.map((subject) => ({
    subject,
    summary: summarise({ ...subject, facts: facts.get(subject.id) ?? [] }),
  }));
  const rows = summaries.map(({ subject, summary }) => rowOf(subject, summary));
  const written = await tx.run(UPDATE, [JSON.stringify(rows), created, now]);
  const stored = [...facts.values()].flat();
  await markWinners(
    tx,
    releaseIds,
    winningIds(
      stored,
      summaries.map(({ summary }) => summary),
    ),
  );
  return {
    changed: written.filter((row) => row.isNews).map(({ id }) => id),
    refused: summaries.flatMap(({ summary }) => summary.refused),
  };
}

/** Facts that came from the store are told from derived ones by identity. */
function winningIds(stored: readonly StoredFact[], summaries: readonly ReleaseSummary[]): readonly string[] {
  const winners = new Set<unknown>(summaries.flatMap((summary) => [...summary.winners]));
  return stored.filter((fact) => winners.has(fact)).map(({ id }) => id);
}

function rowOf(
  { id, firstSeenAt, key }: Subject,
  { fields, ...summary }: ReleaseSummary,
): Readonly<Record<string, unknown>> {
  return {
    id,
    display_name: fields.displayName ?? key,
    kind: fields.kind,
    family: fields.family,
    generation: fields.generation,
    function: fields.function,
    tier: fields.tier,
    post_training: fields.postTraining,
    release_date: fields.releaseDate?.date,
    release_date_precision: fields.releaseDate?.precision,
    first_seen_at: firstSeenAt,
    status: fields.status ?? 'AVAILABLE',
    deprecation_date: fields.deprecationDate,
    retirement_date: fields.retirementDate,
    total_params_b: fields.totalParamsB,
    active_params_b: fields.activeParamsB,
    context_tokens: fields.contextTokens,
    input_modalities: fields.inputModalities,
    output_modalities: fields.outputModalities,
    capabilities: fields.capabilities,
    languages: fields.languages,
    licence_id: fields.licenceId,
    licence_class: fields.licenceClass,
    licence_text_hash: fields.licenceTextHash,
    weights_url: fields.weightsUrl,
    base_key: fields.base?.key,
    base_relation: fields.base?.relation,
    declared_successor_key: fields.declaredSuccessor,
    architecture: fields.architecture,
    price: fields.pricePerMTokens,
    adoption: fields.adoption,
    serving_engines: fields.servingEngines,
    sources: summary.sources,
    host_votes: summary.hostVotes,
    support_end: summary.supportEnd,
    need_gb: summary.needGb,
  };
}
