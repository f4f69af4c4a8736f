import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { releaseOfId, releaseOfKey } from './release-identity.sql.js';
import type { Capability, Kind, LicenceClass, Task } from './domain/vocabulary.js';
import { RELEASE_COLUMNS, type ReleaseRow } from './release-row.js';

export interface ReleaseFilters {
  readonly vendor?: string;
  readonly family?: string;
  readonly task?: Task;
  readonly licenceClass?: LicenceClass;
  readonly country?: string;
  readonly capability?: Capability;
  /** ISO 639 code. */
  readonly language?: string;
  /** YYYY-MM-DD, itself not included. */
  readonly publishedAfter?: string;
  readonly minContextTokens?: number;
  readonly maxNeedGb?: number;
  readonly inPortfolio?: boolean;
  readonly q?: string;
  readonly kind?: Kind;
}

export const RELEASE_SORTS = ['date', 'name', 'params'] as const;

/** Which kind of model does a task at all; whether it does it well is what assessments find out. */
const SERVES_TASK = `CASE $3::text
    WHEN 'EMBEDDING' THEN r.kind = 'EMBEDDING'
    WHEN 'TRANSLATION' THEN r.kind IN ('CHAT', 'TRANSLATION')
    WHEN 'DOCUMENT_VISION' THEN r.kind = 'OCR' OR (r.kind = 'CHAT' AND r.input_modalities && '{IMAGE,PDF}')
    WHEN 'AGENT' THEN r.kind = 'CHAT' AND r.capabilities @> '{TOOL_CALL}'
    ELSE r.kind = 'CHAT' END`;

const FILTERS = `
  ($1::text IS NULL OR v.slug = $1)
  AND ($2::text IS NULL OR r.family = $2)
  AND ($3::text IS NULL OR ${SERVES_TASK})
  AND ($4::text IS NULL OR r.licence_class = $4)
  AND ($5::text IS NULL OR v.country = $5)
  AND ($6::text IS NULL OR r.capabilities @> ARRAY[$6])
  AND ($7::text IS NULL OR r.languages @> jsonb_build_array(jsonb_build_object('code', $7)))
  AND ($8::date IS NULL OR r.release_date > $8)
  AND ($9::integer IS NULL OR r.context_tokens >= $9)
  AND ($10::double precision IS NULL OR r.need_gb <= $10)
  AND ($11::boolean IS NULL OR $11 = EXISTS (SELECT FROM model m WHERE m.release_id = r.id AND m.lifecycle <> 'RETIRED'))
  AND ($12::text IS NULL OR position(lower($12) IN lower(r.display_name || ' ' || r.key)) > 0
    OR EXISTS (SELECT FROM release_alias a WHERE a.release_id = r.id AND position(lower($12) IN a.alias_norm) > 0))
  AND ($13::text IS NULL OR r.kind = $13)`;

const FROM = 'FROM release r JOIN vendor v ON v.id = r.vendor_id';

const LIST = new List<ReleaseRow, (typeof RELEASE_SORTS)[number]>({
  name: 'releases',
  select: `SELECT ${RELEASE_COLUMNS} ${FROM}`,
  where: FILTERS,
  filterCount: 13,
  sorts: {
    // Undated releases come before all dated ones.
    date: { expression: `coalesce("releaseDate", '0001-01-01'::date)`, type: 'date' },
    name: { expression: 'lower("displayName")', type: 'text' },
    params: { expression: 'coalesce("totalParamsB", 0)', type: 'double precision' },
  },
});

const BY_ID = statement<ReleaseRow>('releases.by-id', `SELECT ${RELEASE_COLUMNS} ${FROM} WHERE r.id = $1`);
const BY_IDS = statement<ReleaseRow & { asked: string }>(
  'releases.by-ids',
  `SELECT ${RELEASE_COLUMNS}, asked.id AS asked
   FROM unnest($1::uuid[]) asked (id) LEFT JOIN release_redirect d ON d.old_id = asked.id
   JOIN release r ON r.id = coalesce(d.release_id, asked.id) JOIN vendor v ON v.id = r.vendor_id`,
);
const RESOLVE_ID = statement<{ id: string }>('releases.resolve-id', releaseOfId('$1'));
const RESOLVE_KEY = statement<{ id: string }>('releases.resolve-key', releaseOfKey('$1'));

@Injectable()
export class ReleasesReader {
  constructor(private readonly database: Database) {}

  list(request: PageRequest, filters: ReleaseFilters): Promise<Page<ReleaseRow>> {
    return this.database.list(LIST, request, [
      filters.vendor ?? null,
      filters.family ?? null,
      filters.task ?? null,
      filters.licenceClass ?? null,
      filters.country ?? null,
      filters.capability ?? null,
      filters.language ?? null,
      filters.publishedAfter ?? null,
      filters.minContextTokens ?? null,
      filters.maxNeedGb ?? null,
      filters.inPortfolio ?? null,
      filters.q ?? null,
      filters.kind ?? null,
    ]);
  }

  /** Returns the id behind an id that may have been merged away; throws 'release-not-found'. */
  async resolveId(id: string, tx?: Tx): Promise<string> {
    const row = tx ? await tx.one(RESOLVE_ID, [id]) : await this.database.readOne(RESOLVE_ID, [id]);
    if (row === undefined) throw new DomainError('not-found', 'release-not-found', `There is no release ${id}.`);
    return row.id;
  }

  /** Returns the id behind a key or an alias, compared case-insensitively; throws 'release-not-found'. */
  async resolveKey(key: string, tx?: Tx): Promise<string> {
    const row = tx ? await tx.one(RESOLVE_KEY, [key]) : await this.database.readOne(RESOLVE_KEY, [key]);
    if (row === undefined) throw new DomainError('not-found', 'release-not-found', `No release is known as "${key}".`);
    return row.id;
  }

  /** Returns the release, redirects followed; throws 'release-not-found'. */
  async get(id: string, tx?: Tx): Promise<ReleaseRow> {
    const resolved = await this.resolveId(id, tx);
    const row = tx ? await tx.one(BY_ID, [resolved]) : await this.database.readOne(BY_ID, [resolved]);
    if (row === undefined) throw new DomainError('not-found', 'release-not-found', `There is no release ${id}.`);
    return row;
  }

  /** Returns the releases in the order asked for, redirects followed; throws 'release-not-found' naming those missing. */
  async getMany(ids: readonly string[]): Promise<readonly ReleaseRow[]> {
    const rows = await this.database.read(BY_IDS, [ids]);
    const byAsked = new Map(rows.map((row) => [row.asked, row]));
    return ids.map((id) => {
      const row = byAsked.get(id.toLowerCase());
      if (row === undefined) throw new DomainError('not-found', 'release-not-found', `There is no release ${id}.`);
      return row;
    });
  }
}
