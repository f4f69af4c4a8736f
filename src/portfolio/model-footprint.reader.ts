import { Injectable } from '@nestjs/common';
import {
  concurrentTokensOf,
  DEFAULT_CONCURRENT_TOKENS,
  footprint,
  nativeQuantisation,
} from '../catalogue/domain/footprint.js';
import type { Architecture } from '../catalogue/domain/release.js';
import type { Quantisation } from '../catalogue/domain/vocabulary.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';

/** Memory in gigabytes; null is unknown, or there is no pool. */
export interface ModelFootprint {
  readonly needGb: number | null;
  readonly estimated: boolean;
  readonly poolCapacityGb: number | null;
  /** Null while the need of any other model of the pool is unknown. */
  readonly takenByOthersGb: number | null;
  readonly fits: boolean | null;
}

interface PlacedRow {
  readonly id: string;
  readonly key: string;
  readonly quantisation: Quantisation | null;
  readonly totalParamsB: number | null;
  readonly architecture: Architecture | null;
  readonly artifacts: readonly { readonly hubId: string; readonly quantisation: Quantisation }[];
  readonly tools: readonly { readonly concurrentTokens: number | null; readonly minContextTokens: number | null }[];
  readonly capacityGb: number | null;
}

/** The model and whatever else is placed in its pool. */
const PLACED = statement<PlacedRow>(
  'models.placed',
  `SELECT m.id, r.key, m.quantisation, r.total_params_b AS "totalParamsB", r.architecture,
     p.gpu_count * p.memory_gb_per_gpu AS "capacityGb",
     (SELECT coalesce(json_agg(json_build_object('hubId', a.hub_id, 'quantisation', a.quantisation)), '[]')
        FROM artifact a WHERE a.release_id = r.id) AS artifacts,
     (SELECT coalesce(json_agg(json_build_object('concurrentTokens', (t.usage ->> 'concurrentTokens')::bigint,
          'minContextTokens', t.min_context_tokens)), '[]')
        FROM assignment x JOIN tool t ON t.id = x.tool_id
        WHERE x.model_id = m.id AND x.purpose = 'PRIMARY' AND x.valid_to IS NULL) AS tools
   FROM model m
   JOIN release r ON r.id = m.release_id
   LEFT JOIN gpu_pool p ON p.id = m.gpu_pool_id
   WHERE m.id = $1 OR (m.lifecycle NOT IN ('RETIRED','PROPOSED')
     AND m.gpu_pool_id = (SELECT gpu_pool_id FROM model WHERE id = $1))`,
);

@Injectable()
export class ModelFootprintReader {
  constructor(private readonly db: Database) {}

  /** What the model needs for all its tools at once, against what its pool leaves it. */
  async of(modelId: string): Promise<ModelFootprint> {
    const placed = await this.db.read(PLACED, [modelId]);
    const own = placed.find(({ id }) => id === modelId);
    const need = own === undefined ? undefined : needOf(own);
    const poolCapacityGb = own?.capacityGb ?? null;
    const others = placed.filter(({ id }) => id !== modelId).map((other) => needOf(other)?.needGB);
    const takenByOthersGb = poolCapacityGb === null ? null : sumOfKnown(others);
    const isKnown = need !== undefined && poolCapacityGb !== null && takenByOthersGb !== null;
    return {
      needGb: need === undefined ? null : rounded(need.needGB),
      estimated: need?.isEstimated ?? false,
      poolCapacityGb,
      takenByOthersGb: takenByOthersGb === null ? null : rounded(takenByOthersGb),
      fits: isKnown ? need.needGB <= poolCapacityGb - takenByOthersGb : null,
    };
  }
}

const needOf = (row: PlacedRow): ReturnType<typeof footprint> =>
  footprint(
    { totalParamsB: row.totalParamsB ?? undefined, architecture: row.architecture ?? undefined },
    row.quantisation ?? nativeQuantisation(row.key, row.artifacts),
    servedTokens(row.tools),
  );

/** Tokens in the cache for all tools at once: the sum of what they declare, else the longest of their contexts. */
function servedTokens(tools: PlacedRow['tools']): number {
  const declared = tools.flatMap(({ concurrentTokens }) => concurrentTokens ?? []);
  if (declared.length > 0) return declared.reduce((sum, each) => sum + each, 0);
  const contexts = tools.map(({ minContextTokens }) =>
    concurrentTokensOf({ minContextTokens: minContextTokens ?? undefined }),
  );
  return Math.max(DEFAULT_CONCURRENT_TOKENS, ...contexts);
}

function sumOfKnown(needs: readonly (number | undefined)[]): number | null {
  let sum = 0;
  for (const need of needs) {
    if (need === undefined) return null;
    sum += need;
  }
  return sum;
}

const rounded = (gigabytes: number): number => Math.round(gigabytes * 10) / 10;
