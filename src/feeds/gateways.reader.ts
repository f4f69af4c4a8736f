import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { List } from '../database/list.js';
import { statement } from '../database/statement.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { driftOf, type Drift, type Registered, type Served } from './domain/drift.js';
import type { GatewayKind } from './gateway.entity.js';

export interface GatewayRow {
  readonly id: string;
  readonly name: string;
  readonly kind: GatewayKind;
  readonly url: string;
  readonly polledAt: Date | null;
  readonly error: string | null;
  /** Names served at the last good poll. */
  readonly served: number;
  readonly version: number;
}

export interface GatewayDrift extends Drift {
  readonly gateway: GatewayRow;
}

export const GATEWAY_SORTS = ['name'] as const;

/** What was there at the last good poll: its sightings carry its very moment. */
const LAST_SEEN = `(SELECT max(last_seen_at) FROM gateway_sighting l WHERE l.gateway_id = g.id)`;
const SELECT = `
  SELECT g.id, g.name, g.kind, g.url, g.polled_at AS "polledAt", g.error, g.version,
    (SELECT count(*)::int FROM gateway_sighting s WHERE s.gateway_id = g.id AND s.last_seen_at = ${LAST_SEEN}) AS served
  FROM gateway g`;
const LIST = new List<GatewayRow, (typeof GATEWAY_SORTS)[number]>({
  name: 'gateways',
  select: `${SELECT} WHERE ($1::text IS NULL OR position(lower($1) IN lower(g.name)) > 0)`,
  filterCount: 1,
  sorts: { name: { expression: 'lower(name)', type: 'text' } },
});
const BY_ID = statement<GatewayRow>('gateways.by-id', `${SELECT} WHERE g.id = $1`);
const ALL = statement<GatewayRow>('gateways.all', `${SELECT} ORDER BY g.name`);
const SERVED = statement<Served>(
  'gateways.served',
  `SELECT s.served_name AS name, coalesce(r.id, a.release_id) AS "releaseId"
   FROM gateway g JOIN gateway_sighting s ON s.gateway_id = g.id AND s.last_seen_at = ${LAST_SEEN}
   LEFT JOIN release r ON r.key_norm = lower(s.served_name)
   LEFT JOIN LATERAL (SELECT release_id FROM release_alias
     WHERE alias_norm = lower(s.served_name) AND release_id IS NOT NULL LIMIT 1) a ON true
   WHERE g.id = $1 ORDER BY s.served_name COLLATE "C"`,
);
const REGISTERED = statement<Registered>(
  'gateways.registered',
  `SELECT id, name, release_id AS "releaseId", lifecycle, endpoint_url AS "endpointUrl" FROM model ORDER BY name`,
);

@Injectable()
export class GatewaysReader {
  constructor(private readonly database: Database) {}

  list(request: PageRequest, q?: string): Promise<Page<GatewayRow>> {
    return this.database.list(LIST, request, [q ?? null]);
  }

  all(): Promise<GatewayRow[]> {
    return this.database.read(ALL, []);
  }

  /** Returns the gateway; throws 'gateway-not-found'. */
  async get(id: string): Promise<GatewayRow> {
    const row = await this.database.readOne(BY_ID, [id]);
    if (row === undefined) throw new DomainError('not-found', 'gateway-not-found', 'There is no gateway with this id.');
    return row;
  }

  /** Returns what the gateway served last against what is registered; throws 'gateway-not-found'. */
  async drift(id: string): Promise<GatewayDrift> {
    const gateway = await this.get(id);
    const [served, registered] = await Promise.all([
      this.database.read(SERVED, [id]),
      this.database.read(REGISTERED, []),
    ]);
    return { gateway, ...driftOf(gateway.url, served, registered) };
  }
}
