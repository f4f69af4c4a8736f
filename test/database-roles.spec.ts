import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Audit, SYSTEM } from '../src/audit/audit.writer.js';
import { openDataSource } from '../src/database/data-source.js';
import { Database } from '../src/database/database.js';
import { migrate } from '../src/database/migrate.js';
import { newId } from '../src/kernel/id.js';

/** A server that gives the product one plain role, which may create neither roles nor databases. */
const name = `plain_${randomBytes(6).toString('hex')}`;
const password = randomBytes(12).toString('hex');
const server = process.env['TEST_DATABASE_SERVER'] ?? '';

let admin: Client;
let database: Database | undefined;

const address = (): string => {
  const url = new URL(server);
  [url.username, url.password, url.pathname] = [name, password, `/${name}`];
  url.search = '';
  return url.href;
};

beforeAll(async () => {
  admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}'`);
  await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
});

afterAll(async () => {
  await database?.dataSource.destroy();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`DROP ROLE ${name}`);
  await admin.end();
});

describe('on a server that forbids CREATE ROLE', () => {
  it('the migrations run, the application works, and the triggers protect the trail', async () => {
    await migrate(address());
    database = new Database(await openDataSource({ url: address(), poolSize: 2 }));
    const { rows } = await database.pool.query<{ role: string }>('SELECT current_user AS role');
    expect(rows).toEqual([{ role: name }]);
    await database.transaction((tx) =>
      new Audit().record(tx, { kind: 'pool.changed', subject: { type: 'pool', id: newId() }, actor: SYSTEM }),
    );
    await expect(database.pool.query('DELETE FROM audit_event')).rejects.toThrow(/append-only/);
  });

  it('an administrator who grants the role brings the separation back', async () => {
    await admin.query(`GRANT modelfolio_app TO ${name}`);
    await database?.dataSource.destroy();
    database = new Database(await openDataSource({ url: address(), poolSize: 2 }));
    const { rows } = await database.pool.query<{ role: string }>('SELECT current_user AS role');
    expect(rows).toEqual([{ role: 'modelfolio_app' }]);
    await database.transaction((tx) =>
      new Audit().record(tx, { kind: 'pool.changed', subject: { type: 'pool', id: newId() }, actor: SYSTEM }),
    );
    await expect(database.pool.query('CREATE TABLE mine ()')).rejects.toMatchObject({ code: '42501' });
    await expect(database.pool.query('DELETE FROM audit_event')).rejects.toMatchObject({ code: '42501' });
  });
});
