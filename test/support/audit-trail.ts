import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { AuditReader } from '../../src/audit/audit.reader.js';
import { AuditTrail } from '../../src/audit/audit-trail.reader.js';
import { Audit } from '../../src/audit/audit.writer.js';
import type { AuditRecord } from '../../src/audit/audit.writer.js';
import type { Link } from '../../src/audit/domain/chain.js';
import { parseEnv, withValues } from '../../src/config/env.js';
import type { Database } from '../../src/database/database.js';
import type { Actor } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/id.js';
import { createTestDatabase } from './database.js';

export const ann: Actor = { personId: newId(), displayName: 'Ann', roles: [], teams: [], tokenId: newId() };

/** A trail of its own, and a superuser who may bend it. */
export interface TrailBench {
  readonly database: Database;
  readonly reader: AuditReader;
  readonly trail: AuditTrail;
  readonly superuser: Client;
  write(this: void, record?: Partial<AuditRecord>): Promise<void>;
  links(this: void): Promise<Link[]>;
  stop(this: void): Promise<void>;
}

export async function startTrail(): Promise<TrailBench> {
  const test = await createTestDatabase();
  const database = await test.open();
  const reader = new AuditReader(database);
  const trail = new AuditTrail(withValues(parseEnv({}), { secretKey: randomBytes(32).toString('hex') }), reader);
  const superuser = new Client({ connectionString: test.url });
  await superuser.connect();
  const audit = new Audit();
  return {
    ...{ database, reader, trail, superuser },
    write: (record = {}) =>
      database.transaction((tx) =>
        audit.record(tx, { kind: 'model.updated', subject: { type: 'model', id: newId() }, actor: ann, ...record }),
      ),
    async links() {
      const found: Link[] = [];
      for await (const link of reader.chain()) found.push(link);
      return found;
    },
    async stop() {
      await superuser.end();
      await test.drop();
    },
  };
}
