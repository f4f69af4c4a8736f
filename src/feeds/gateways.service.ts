import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.writer.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { violatedConstraint } from '../database/database-error.js';
import { statement } from '../database/statement.js';
import { Egress } from '../egress/egress.client.js';
import { EgressError } from '../egress/egress-error.js';
import { Job } from '../events/handlers.js';
import type { Actor } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { readServedNames } from './connectors/gateway-list.js';
import { GatewayEntity, type GatewayKind } from './gateway.entity.js';
import { GatewaysReader, type GatewayRow } from './gateways.reader.js';

export interface NewGateway {
  readonly name: string;
  readonly kind: GatewayKind;
  readonly url: string;
}

const PATHS: Readonly<Record<GatewayKind, string>> = { OPENAI: '/v1/models', OLLAMA: '/api/tags' };
const SEE = statement(
  'gateways.see',
  `INSERT INTO gateway_sighting (gateway_id, served_name, first_seen_at, last_seen_at)
   SELECT $1, name, $3, $3 FROM unnest($2::text[]) name
   ON CONFLICT (gateway_id, served_name) DO UPDATE SET last_seen_at = excluded.last_seen_at`,
);
const POLLED = statement('gateways.polled', 'UPDATE gateway SET polled_at = $2, error = $3 WHERE id = $1');

/** The enterprise's own gateways, asked every hour what they serve. */
@Injectable()
export class GatewaysService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly gateways: GatewaysReader,
    private readonly egress: Egress,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Registers a gateway; throws 'gateway-exists', 'address-refused' where it must not be called. */
  async register({ name, kind, url }: NewGateway, actor: Actor): Promise<GatewayRow> {
    this.refuseForbidden(url);
    const id = newId();
    const row = { id, name, kind, url: url.replace(/\/+$/, ''), createdAt: this.clock.now() };
    await this.database.transaction(async (tx) => {
      try {
        await tx.insert(GatewayEntity, row);
      } catch (error) {
        if (violatedConstraint(error) !== 'gateway_name_uq') throw error;
        throw new DomainError('conflict', 'gateway-exists', `A gateway named "${name}" exists.`);
      }
      const subject = { type: 'gateway', id };
      await this.audit.record(tx, { kind: 'gateway.registered', subject, actor, after: { name, kind, url: row.url } });
    });
    return this.gateways.get(id);
  }

  @Job('gateway.poll', { cron: '20 * * * *' })
  async pollAll(): Promise<void> {
    for (const gateway of await this.gateways.all()) await this.poll(gateway);
  }

  /** Asks one gateway now; throws 'gateway-not-found'. A gateway that does not answer says why in its record. */
  async pollNow(id: string): Promise<GatewayRow> {
    await this.poll(await this.gateways.get(id));
    return this.gateways.get(id);
  }

  private async poll(gateway: GatewayRow): Promise<void> {
    const outcome = await this.servedBy(gateway);
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      if (typeof outcome !== 'string') await tx.run(SEE, [gateway.id, outcome, at]);
      await tx.run(POLLED, [gateway.id, at, typeof outcome === 'string' ? outcome : null]);
    });
  }

  /** The names that it serves, or in one sentence why they are not known. */
  private async servedBy({ name, kind, url }: GatewayRow): Promise<readonly string[] | string> {
    try {
      const { status, body } = await this.egress.request({ url: `${url}${PATHS[kind]}`, headers: this.bearer(name) });
      return status === 200 ? readServedNames(body, kind) : `It answered ${status}.`;
    } catch (error) {
      if (error instanceof EgressError || error instanceof DomainError) return error.message;
      throw error;
    }
  }

  private bearer(gateway: string): Readonly<Record<string, string>> {
    const tokens = this.config.gatewayTokens?.split(',').map((entry) => entry.trim()) ?? [];
    const token = tokens.find((entry) => entry.startsWith(`${gateway}=`))?.slice(gateway.length + 1);
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  private refuseForbidden(url: string): void {
    try {
      this.egress.check(url);
    } catch (error) {
      if (!(error instanceof EgressError)) throw error;
      throw new DomainError('unprocessable', error.code, error.message, [
        { pointer: '/url', code: error.code, detail: error.message },
      ]);
    }
  }
}
