import { Injectable } from '@nestjs/common';
import { Audit, SYSTEM } from '../audit/audit.writer.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import { LOCAL_ISSUER } from '../identity/domain/local-accounts.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import { AssignmentEntity } from './assignment.entity.js';
import { readDemoPortfolio } from './demo-portfolio.js';
import type { DemoPerson, DemoPortfolio } from './demo-portfolio.js';
import { demoReleaseKeys, demoRows } from './demo-rows.js';
import type { DemoRelease, DemoRows } from './demo-rows.js';
import { GpuPoolEntity } from './gpu-pool.entity.js';
import { ModelEntity } from './model.entity.js';
import { ToolEntity } from './tool.entity.js';

export interface DemoCounts {
  readonly models: number;
  readonly tools: number;
  readonly assignments: number;
  readonly pools: number;
}

/** Of several replicas that start at once, one loads. */
const LOCK = statement('demo.lock', `SELECT pg_advisory_xact_lock(hashtextextended('demo-portfolio', 0))`);
const IS_EMPTY = statement<{ empty: boolean }>(
  'demo.is-empty',
  `SELECT NOT EXISTS (SELECT FROM model) AND NOT EXISTS (SELECT FROM tool) AND NOT EXISTS (SELECT FROM gpu_pool) AS empty`,
);
const MAY_RESET = statement<{ allowed: boolean }>(
  'demo.may-reset',
  `SELECT has_table_privilege(session_user, 'tool', 'TRUNCATE') AS allowed`,
);
/** Whoever signed in before keeps their id. */
const PERSON = statement<{ id: string }>(
  'demo.person',
  `INSERT INTO person (id, issuer, subject, email, display_name, teams, roles) VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (issuer, subject) DO UPDATE SET email = excluded.email, display_name = excluded.display_name,
     teams = excluded.teams, roles = excluded.roles, active = true, version = person.version + 1, updated_at = now()
   RETURNING id`,
);
const RELEASES = statement<DemoRelease>(
  'demo.releases',
  `SELECT id, key_norm AS "keyNorm", licence_id AS "licenceId", licence_class AS "licenceClass",
     licence_text_hash AS "licenceTextHash"
   FROM release WHERE key_norm = ANY ($1::text[])`,
);

/** The portfolio of a fictional bank, for a first look at the product. */
@Injectable()
export class DemoSeed {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Loads the demo portfolio, or one in its form, where there is none of any kind yet; returns what was loaded, undefined otherwise. */
  loadIfEmpty(path?: string): Promise<DemoCounts | undefined> {
    return this.db.transaction(async (tx) => {
      await tx.run(LOCK, []);
      const state = await tx.one(IS_EMPTY, []);
      if (state?.empty !== true) return undefined;
      await seedAsOwner(tx);
      return this.load(tx, path);
    });
  }

  /**
   * Removes the whole portfolio with everything that hangs on it and loads the demo portfolio; the catalogue, people,
   * policy and audit trail stay. Throws `not-table-owner` where the login role may not truncate the tables.
   */
  reset(): Promise<DemoCounts> {
    return this.db.transaction(async (tx) => {
      await tx.run(LOCK, []);
      if ((await tx.one(MAY_RESET, []))?.allowed !== true) throw notTableOwner();
      await seedAsOwner(tx);
      await tx.manager.query('TRUNCATE assignment, tool, model, gpu_pool CASCADE');
      return this.load(tx);
    });
  }

  private async load(tx: Tx, path?: string): Promise<DemoCounts> {
    const { portfolio, sha256 } = await readDemoPortfolio(path);
    const people = await this.enterPeople(tx, portfolio.people);
    const releases = await findReleases(tx, portfolio);
    const rows = demoRows(portfolio, { people, releases }, this.clock.now());
    await insertRows(tx, rows);
    await this.recordRows(tx, rows);
    const { models, tools, assignments, pools } = rows;
    const counts = {
      models: models.length,
      tools: tools.length,
      assignments: assignments.length,
      pools: pools.length,
    };
    const subject = { type: 'portfolio', id: 'demo' };
    await this.audit.record(tx, { kind: 'portfolio.loaded', subject, actor: SYSTEM, detail: { ...counts, sha256 } });
    await this.events.publish(tx, { kind: 'portfolio.loaded', models: counts.models, tools: counts.tools });
    return counts;
  }

  private async enterPeople(tx: Tx, people: readonly DemoPerson[]): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const { account, email, displayName, teams, roles } of people) {
      const values = [newId(), LOCAL_ISSUER, account, email, displayName, teams, roles];
      const person = await tx.one(PERSON, values);
      if (person !== undefined) ids.set(account, person.id);
    }
    return ids;
  }

  private async recordRows(tx: Tx, { models, tools, assignments }: DemoRows): Promise<void> {
    for (const model of models) {
      const subject = { type: 'model', id: model.id };
      await this.audit.record(tx, { kind: 'model.registered', subject, actor: SYSTEM, after: model });
    }
    for (const tool of tools) {
      const subject = { type: 'tool', id: tool.id };
      await this.audit.record(tx, { kind: 'tool.registered', subject, actor: SYSTEM, after: tool });
    }
    for (const assignment of assignments) {
      const subject = { type: 'tool', id: assignment.toolId ?? assignment.id };
      await this.audit.record(tx, { kind: 'assignment.started', subject, actor: SYSTEM, after: assignment });
    }
  }
}

const catalogueIncomplete = (keys: readonly string[]): DomainError =>
  new DomainError(
    'conflict',
    'catalogue-incomplete',
    `The catalogue lacks releases of the demo portfolio: ${keys.join(', ')}.`,
  );

const notTableOwner = (): DomainError =>
  new DomainError(
    'forbidden',
    'not-table-owner',
    'A reset takes the database role that owns the tables: name it in DATABASE_URL.',
  );

/**
 * Neither truncation nor primaries without a swap request are for the application's own role: the login role does both,
 * where it owns the tables, and says so for this transaction alone.
 */
async function seedAsOwner(tx: Tx): Promise<void> {
  await tx.manager.query('SET LOCAL ROLE NONE');
  await tx.manager.query(`SET LOCAL modelfolio.seeding = 'on'`);
}

async function findReleases(tx: Tx, portfolio: DemoPortfolio): Promise<Map<string, DemoRelease>> {
  const keys = demoReleaseKeys(portfolio);
  const releases = new Map((await tx.run(RELEASES, [keys])).map((release) => [release.keyNorm, release]));
  const missing = keys.filter((key) => !releases.has(key));
  if (missing.length > 0) throw catalogueIncomplete(missing);
  return releases;
}

async function insertRows(tx: Tx, { pools, models, tools, assignments }: DemoRows): Promise<void> {
  await Promise.all(pools.map((row) => tx.insert(GpuPoolEntity, row)));
  await Promise.all(models.map((row) => tx.insert(ModelEntity, row)));
  await Promise.all(tools.map((row) => tx.insert(ToolEntity, row)));
  await Promise.all(assignments.map((row) => tx.insert(AssignmentEntity, row)));
}
