import { Injectable } from '@nestjs/common';
import { VENDOR_GROUPS } from '../catalogue/vendor-group.sql.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { SnapshotsReader } from '../lock-in/snapshots.reader.js';
import type { TrendPoint } from '../lock-in/snapshots.reader.js';
import { PolicyReader } from '../policy/policy.reader.js';
import type { Limit } from '../policy/domain/policy.js';
import { concentrationOf } from '../portfolio/domain/concentration.js';
import { MATERIALITY_WEIGHT } from '../portfolio/domain/materiality.js';
import { OWNER_CONFIRMS_EVERY_DAYS } from '../portfolio/domain/vocabulary.js';
import type { Materiality } from '../portfolio/domain/vocabulary.js';
import { SwapRequestsReader } from '../swaps/swap-requests.reader.js';

export const ATTENTIONS = [
  'LICENCE_CHANGE',
  'END_OF_SUPPORT',
  'POLICY_VIOLATION',
  'FEED_STALE',
  'OWNER_UNCONFIRMED',
] as const;
export type AttentionKind = (typeof ATTENTIONS)[number];

export interface Attention {
  readonly kind: AttentionKind;
  readonly subjectType: 'flag' | 'tool' | 'feed';
  /** Of a feed its name. */
  readonly subjectId: string;
  readonly sentence: string;
}

interface Counts {
  readonly modelsInUse: number;
  readonly tools: number;
  readonly openFlags: { readonly INFO: number; readonly WARN: number; readonly FAIL: number };
  readonly myOpenFlags: number;
  readonly releases: number;
  readonly catalogueAsOf: string | null;
}

interface HoldingRow {
  readonly vendorGroup: string;
  readonly vendorName: string;
  readonly materiality: Materiality;
}

export interface Dashboard extends Counts {
  readonly requestsAwaitingMe: number;
  readonly approvalsAwaitingMe: number;
  readonly portfolioSizeTarget: number;
  readonly largestVendor: { readonly slug: string; readonly name: string; readonly share: number } | null;
  readonly vendorShareLimit: Limit;
  readonly attention: readonly Attention[];
  readonly policyVersion: number;
  readonly lockInTrend: readonly TrendPoint[];
}

/** $1 now, $2 the reader, $3 their teams. */
const COUNTS = statement<Counts>(
  'overview.dashboard.counts',
  `SELECT
     (SELECT count(DISTINCT a.model_id)::int FROM assignment a
      WHERE a.purpose = 'PRIMARY' AND a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to > $1)) AS "modelsInUse",
     (SELECT count(*)::int FROM tool WHERE retired_at IS NULL) AS tools,
     (SELECT jsonb_build_object(
        'INFO', count(*) FILTER (WHERE severity = 'INFO'),
        'WARN', count(*) FILTER (WHERE severity = 'WARN'),
        'FAIL', count(*) FILTER (WHERE severity = 'FAIL'))
      FROM replacement_flag WHERE active AND state IN ('OPEN', 'IN_TRIAGE')) AS "openFlags",
     (SELECT count(DISTINCT f.id)::int FROM replacement_flag f JOIN flag_finding r ON r.flag_id = f.id JOIN tool t ON t.id = r.tool_id
      WHERE f.active AND r.active AND r.analysis_state IN ('OPEN', 'IN_TRIAGE')
        AND (t.owner_id = $2 OR t.owner_team = ANY ($3::text[]))) AS "myOpenFlags",
     (SELECT count(*)::int FROM release) AS releases,
     (SELECT max(observed_at)::text FROM release_fact) AS "catalogueAsOf"`,
);

const HOLDINGS = statement<HoldingRow>(
  'overview.dashboard.holdings',
  `WITH ${VENDOR_GROUPS}
   SELECT g.slug AS "vendorGroup", g.name AS "vendorName", t.materiality
   FROM assignment a JOIN tool t ON t.id = a.tool_id JOIN model m ON m.id = a.model_id
   JOIN release r ON r.id = m.release_id JOIN vendor_group g ON g.id = r.vendor_id
   WHERE a.purpose = 'PRIMARY' AND a.valid_from <= $1 AND (a.valid_to IS NULL OR a.valid_to > $1) AND t.retired_at IS NULL`,
);

/** A year of monthly reports. */
const TREND_POINTS = 12;

const ATTENTION = statement<Attention>(
  'overview.dashboard.attention',
  `(SELECT f.model_reason AS kind, 'flag' AS "subjectType", f.id::text AS "subjectId", f.title AS sentence
    FROM replacement_flag f WHERE f.active AND f.model_reason IS NOT NULL AND f.state IN ('OPEN', 'IN_TRIAGE')
    ORDER BY array_position(ARRAY['FAIL', 'WARN', 'INFO'], f.severity), f.title LIMIT 20)
   UNION ALL
   (SELECT 'FEED_STALE', 'feed', s.feed, format('The feed %s has been out of date since %s.', s.feed, to_char(s.stale_since AT TIME ZONE 'UTC', 'YYYY-MM-DD'))
    FROM feed_staleness s ORDER BY s.stale_since, s.feed)
   UNION ALL
   (SELECT 'OWNER_UNCONFIRMED', 'tool', t.id::text, CASE WHEN t.owner_confirmed_at IS NULL
      THEN format('The owner of %s has never confirmed it.', t.name)
      ELSE format('The owner of %s last confirmed it %s days ago.', t.name, extract(day FROM $1 - t.owner_confirmed_at)::int) END
    FROM tool t WHERE t.retired_at IS NULL AND (t.owner_confirmed_at IS NULL OR t.owner_confirmed_at < $1 - make_interval(days => $2))
    ORDER BY t.owner_confirmed_at NULLS FIRST, t.name LIMIT 20)`,
);

@Injectable()
export class DashboardReader {
  constructor(
    private readonly db: Database,
    private readonly policy: PolicyReader,
    private readonly snapshots: SnapshotsReader,
    private readonly swaps: SwapRequestsReader,
    private readonly clock: Clock,
  ) {}

  /** The numbers of the first screen, in one round of statements. */
  async read(actor: Actor): Promise<Dashboard> {
    const now = this.clock.now();
    const [counts, holdings, attention, policy, lockInTrend, awaiting] = await this.db.together(() =>
      Promise.all([
        this.db.readOne(COUNTS, [now, actor.personId, actor.teams]),
        this.db.read(HOLDINGS, [now]),
        this.db.read(ATTENTION, [now, OWNER_CONFIRMS_EVERY_DAYS]),
        this.policy.current(),
        this.snapshots.trend(TREND_POINTS),
        this.swaps.awaitingCounts(actor),
      ]),
    );
    if (counts === undefined) throw new Error('The counts have no row.');
    return {
      ...counts,
      requestsAwaitingMe: awaiting.requests,
      approvalsAwaitingMe: awaiting.decisions,
      portfolioSizeTarget: policy.document.portfolioSizeTarget,
      largestVendor: largestOf(holdings),
      vendorShareLimit: policy.document.concentrationLimits.vendorTopShare,
      attention,
      policyVersion: policy.version,
      lockInTrend,
    };
  }
}

function largestOf(holdings: readonly HoldingRow[]): Dashboard['largestVendor'] {
  const weighted = holdings.map(({ vendorGroup, materiality }) => ({
    key: vendorGroup,
    weight: MATERIALITY_WEIGHT[materiality],
  }));
  const [top] = concentrationOf(weighted).shares;
  const row = holdings.find(({ vendorGroup }) => vendorGroup === top?.key);
  return top === undefined || row === undefined ? null : { slug: top.key, name: row.vendorName, share: top.share };
}
