import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Catalogue1790000000002 implements MigrationInterface {
  name = 'Catalogue1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE bundled_catalogue, artifact, benchmark_result, licence_conclusion, release_fact, release_alias, release_redirect, release, vendor`,
    );
  }
}

const UP = [
  `CREATE TABLE vendor (
    id uuid CONSTRAINT vendor_pk PRIMARY KEY,
    slug text NOT NULL CONSTRAINT vendor_slug_uq UNIQUE,
    name text NOT NULL,
    country text NOT NULL CONSTRAINT vendor_country_ck CHECK (country ~ '^[A-Z]{2}$'),
    parent_vendor_id uuid CONSTRAINT vendor_parent_fk REFERENCES vendor (id),
    hub_organisations text[] NOT NULL DEFAULT '{}',
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT vendor_parent_ck CHECK (parent_vendor_id <> id)
  )`,
  // A NULL column is a fact that no source gave: unknown, never a default.
  `CREATE TABLE release (
    id uuid CONSTRAINT release_pk PRIMARY KEY,
    key text NOT NULL,
    key_norm text NOT NULL GENERATED ALWAYS AS (lower(key)) STORED CONSTRAINT release_key_uq UNIQUE,
    display_name text NOT NULL,
    vendor_id uuid NOT NULL CONSTRAINT release_vendor_fk REFERENCES vendor (id),
    kind text CONSTRAINT release_kind_ck CHECK (kind IN ('CHAT','BASE','EMBEDDING','RERANK','GUARD','OCR','SPEECH','IMAGE','TRANSLATION','DRAFT')),
    family text,
    generation integer[],
    function text CONSTRAINT release_function_ck CHECK (function IN ('GENERAL','CODER','VISION','MATH','OMNI')),
    tier text,
    post_training text CONSTRAINT release_post_training_ck CHECK (post_training IN ('BASE','INSTRUCT','THINKING','HYBRID')),
    release_date date,
    release_date_precision text CONSTRAINT release_date_precision_ck CHECK (release_date_precision IN ('DAY','MONTH','YEAR')),
    first_seen_at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'AVAILABLE' CONSTRAINT release_status_ck CHECK (status IN ('PREVIEW','AVAILABLE','DEPRECATED','RETIRED')),
    deprecation_date date,
    retirement_date date,
    total_params_b double precision CONSTRAINT release_total_params_ck CHECK (total_params_b > 0),
    active_params_b double precision CONSTRAINT release_active_params_ck CHECK (active_params_b > 0),
    context_tokens integer CONSTRAINT release_context_ck CHECK (context_tokens > 0),
    input_modalities text[],
    output_modalities text[],
    capabilities text[],
    languages jsonb,
    licence_id text,
    licence_class text CONSTRAINT release_licence_class_ck CHECK (licence_class IN ('OSI_PERMISSIVE','PERMISSIVE_WITH_CONDITIONS','COMMUNITY_RESTRICTED','RESEARCH_ONLY','PROPRIETARY','UNKNOWN')),
    licence_text_hash text,
    weights_url text,
    base_key text,
    base_relation text CONSTRAINT release_base_relation_ck CHECK (base_relation IN ('FINETUNE','DISTILLED','QUANTIZED','MERGE')),
    declared_successor_key text,
    architecture jsonb,
    price jsonb,
    adoption jsonb,
    serving_engines text[],
    sources jsonb NOT NULL DEFAULT '{}',
    host_votes jsonb,
    support_end jsonb,
    need_gb double precision CONSTRAINT release_need_ck CHECK (need_gb > 0),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT release_date_whole_ck CHECK ((release_date IS NULL) = (release_date_precision IS NULL)),
    CONSTRAINT release_base_whole_ck CHECK ((base_key IS NULL) = (base_relation IS NULL))
  )`,
  `CREATE INDEX release_vendor_ix ON release (vendor_id)`,
  `CREATE INDEX release_kind_date_ix ON release (kind, release_date)`,
  `CREATE INDEX release_family_ix ON release (family)`,
  `CREATE INDEX release_first_seen_ix ON release (first_seen_at)`,
  // The loser of a merge keeps answering under its old id.
  `CREATE TABLE release_redirect (
    old_id uuid CONSTRAINT release_redirect_pk PRIMARY KEY,
    release_id uuid NOT NULL CONSTRAINT release_redirect_release_fk REFERENCES release (id)
  )`,
  // One name under which sources speak. Which release it means is found over all names together, so it may move or
  // still be open; facts, results and packagings belong to the name and follow it.
  `CREATE TABLE release_alias (
    subject text CONSTRAINT release_alias_pk PRIMARY KEY,
    id uuid NOT NULL CONSTRAINT release_alias_id_uq UNIQUE,
    alias text NOT NULL,
    alias_norm text NOT NULL GENERATED ALWAYS AS (lower(alias)) STORED,
    hub_id text,
    vendor_hint text,
    vendor_slug text NOT NULL,
    mention_only boolean NOT NULL,
    vendor_named boolean NOT NULL,
    release_id uuid CONSTRAINT release_alias_release_fk REFERENCES release (id),
    unresolved text CONSTRAINT release_alias_unresolved_ck CHECK (unresolved IN ('ROLLING','API_ONLY','AMBIGUOUS','UNKNOWN')),
    candidates text[] NOT NULL DEFAULT '{}',
    first_seen_at timestamptz NOT NULL,
    decided_key text,
    decided_by uuid CONSTRAINT release_alias_person_fk REFERENCES person (id),
    decided_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT release_alias_resolution_ck CHECK ((release_id IS NULL) = (unresolved IS NOT NULL)),
    CONSTRAINT release_alias_decision_ck CHECK (num_nonnulls(decided_key, decided_by, decided_at) IN (0, 3))
  )`,
  `CREATE INDEX release_alias_release_ix ON release_alias (release_id)`,
  `CREATE INDEX release_alias_norm_ix ON release_alias (alias_norm)`,
  `CREATE INDEX release_alias_vendor_ix ON release_alias (vendor_slug)`,
  `CREATE TABLE release_fact (
    id uuid CONSTRAINT release_fact_pk PRIMARY KEY,
    subject text NOT NULL CONSTRAINT release_fact_subject_fk REFERENCES release_alias (subject),
    release_id uuid CONSTRAINT release_fact_release_fk REFERENCES release (id),
    field text NOT NULL,
    value jsonb NOT NULL,
    source text NOT NULL,
    source_ref text NOT NULL,
    observed_at timestamptz NOT NULL,
    status text NOT NULL CONSTRAINT release_fact_status_ck CHECK (status IN ('VERIFIED','CLAIMED','DERIVED','MANUAL')),
    wins boolean NOT NULL DEFAULT false,
    reason text,
    recorded_by uuid CONSTRAINT release_fact_person_fk REFERENCES person (id),
    reverted_at timestamptz,
    CONSTRAINT release_fact_manual_ck CHECK (status <> 'MANUAL' OR reason IS NOT NULL)
  )`,
  // A person's corrections are a history; of a source only the latest word counts.
  `CREATE UNIQUE INDEX release_fact_uq ON release_fact (subject, field, source, source_ref) WHERE status <> 'MANUAL'`,
  `CREATE INDEX release_fact_release_ix ON release_fact (release_id)`,
  `CREATE TABLE licence_conclusion (
    id uuid CONSTRAINT licence_conclusion_pk PRIMARY KEY,
    licence_text_hash text,
    release_key text,
    decision text NOT NULL CONSTRAINT licence_conclusion_decision_ck CHECK (decision IN ('ALLOW','DENY')),
    conditions text,
    concluded_by uuid NOT NULL CONSTRAINT licence_conclusion_person_fk REFERENCES person (id),
    concluded_at timestamptz NOT NULL,
    CONSTRAINT licence_conclusion_subject_ck CHECK (num_nonnulls(licence_text_hash, release_key) = 1)
  )`,
  `CREATE INDEX licence_conclusion_text_ix ON licence_conclusion (licence_text_hash)`,
  `CREATE INDEX licence_conclusion_release_ix ON licence_conclusion (lower(release_key))`,
  // release_id is NULL while the name is open, and where another name of the release already gave this very result.
  `CREATE TABLE benchmark_result (
    id uuid CONSTRAINT benchmark_result_pk PRIMARY KEY,
    subject text NOT NULL CONSTRAINT benchmark_result_subject_fk REFERENCES release_alias (subject),
    release_id uuid CONSTRAINT benchmark_result_release_fk REFERENCES release (id),
    benchmark text NOT NULL,
    benchmark_version text NOT NULL DEFAULT '',
    metric text NOT NULL DEFAULT '',
    harness text NOT NULL DEFAULT '',
    mode text NOT NULL DEFAULT '',
    score double precision NOT NULL,
    higher_is_better boolean NOT NULL,
    source text NOT NULL,
    source_ref text NOT NULL,
    measured_on date,
    observed_at timestamptz NOT NULL,
    CONSTRAINT benchmark_result_uq UNIQUE (subject, benchmark, benchmark_version, metric, harness, mode, source)
  )`,
  `CREATE UNIQUE INDEX benchmark_result_release_uq ON benchmark_result (release_id, benchmark, benchmark_version, metric, harness, mode, source)`,
  `CREATE TABLE artifact (
    id uuid CONSTRAINT artifact_pk PRIMARY KEY,
    subject text NOT NULL CONSTRAINT artifact_subject_fk REFERENCES release_alias (subject),
    release_id uuid CONSTRAINT artifact_release_fk REFERENCES release (id),
    hub_id text NOT NULL,
    quantisation text NOT NULL,
    bits double precision NOT NULL CONSTRAINT artifact_bits_ck CHECK (bits > 0),
    size_bytes bigint CONSTRAINT artifact_size_ck CHECK (size_bytes > 0),
    source text NOT NULL,
    first_seen_at timestamptz NOT NULL,
    CONSTRAINT artifact_uq UNIQUE (subject, hub_id, quantisation)
  )`,
  `CREATE UNIQUE INDEX artifact_release_uq ON artifact (release_id, hub_id, quantisation)`,
  // Which bundled catalogues this database has taken in.
  `CREATE TABLE bundled_catalogue (
    sha256 text CONSTRAINT bundled_catalogue_pk PRIMARY KEY CONSTRAINT bundled_catalogue_sha_ck CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    as_of timestamptz NOT NULL,
    releases integer NOT NULL,
    loaded_at timestamptz NOT NULL
  )`,
];
