import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { migrate } from '../../src/database/migrate.js';
import { ask, signInAt } from '../support/api-client.js';
import { measured } from '../support/faults.js';
import { hasRelease, RELEASED, unpackRelease } from '../support/previous-release.js';
import type { Checkout } from '../support/previous-release.js';
import { startServerProcess } from '../support/processes.js';
import type { ServerProcess } from '../support/processes.js';
import { Tour } from '../support/tour.js';

const ENV = { PORT: '0', DEMO: 'true', FEEDS_POLLED: 'none', EGRESS_ALLOWED_HOSTS: 'hooks.example', WORKERS: 'true' };
const isAtHand = hasRelease();

(isAtHand ? describe : describe.skip)(
  isAtHand
    ? 'the released server'
    : `the released server: skipped, the history does not reach ${RELEASED.commit.slice(0, 8)}`,
  () => {
    const name = `previous_${randomBytes(6).toString('hex')}`;
    const address = new URL(process.env['TEST_DATABASE_SERVER'] ?? 'postgres://unset');
    let checkout: Checkout;
    let old: ServerProcess;
    let current: ServerProcess | undefined;
    let client: Client;

    beforeAll(async () => {
      const administrator = new Client({ connectionString: address.href });
      await administrator.connect();
      await administrator.query(`CREATE DATABASE ${name} TEMPLATE template0`);
      await administrator.end();
      address.pathname = `/${name}`;
      checkout = unpackRelease();
      old = await startServerProcess(address.href, ENV, 'service', checkout.root);
      client = new Client({ connectionString: address.href });
      await client.connect();
    }, 300_000);
    afterAll(async () => {
      await current?.kill();
      await old.kill();
      checkout.remove();
      await client.end();
      address.pathname = '/postgres';
      const administrator = new Client({ connectionString: address.href });
      await administrator.connect();
      await administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await administrator.end();
    });

    const textOf = async (sql: string): Promise<string> =>
      String((await client.query({ text: sql, rowMode: 'array' })).rows);
    const twoReleases = async (): Promise<string[]> =>
      (await textOf(`SELECT key FROM release WHERE kind = 'CHAT' ORDER BY key LIMIT 2`)).split(',');
    /** Every record that the old server has kept, by what nothing may change. */
    const kept = async (): Promise<Record<string, string>> => ({
      trail: await textOf(
        `SELECT md5(string_agg(encode(hash, 'hex'), '' ORDER BY position)) FROM audit_event WHERE position <= 40`,
      ),
      tools: await textOf(
        `SELECT count(*), md5(string_agg(id || name || owner_team, '' ORDER BY id)) FROM tool WHERE name NOT LIKE '% of %'`,
      ),
      models: await textOf(
        `SELECT count(*), md5(string_agg(id || name || lifecycle, '' ORDER BY id)) FROM model WHERE name NOT LIKE '% of %'`,
      ),
      swaps: await textOf(
        `SELECT count(*), md5(string_agg(id::text || digest, '' ORDER BY id)) FROM swap_request WHERE justification <> 'Better.'`,
      ),
      // One source is read anew: what it had said under no provider goes.
      facts: await textOf(
        `SELECT count(*), md5(string_agg(id::text, '' ORDER BY id)) FROM release_fact WHERE source <> 'litellm'`,
      ),
    });

    it('works on while the schema moves under it, beside the new server, and nothing that it kept is lost', async () => {
      const tour = await Tour.of(old.url, `${checkout.root}/openapi.json`);
      await tour.work('the old schema', await twoReleases());
      await tour.readAll();
      expect(tour.faults).toEqual([]);
      const before = await kept();

      let moving = true;
      const meanwhile = (async () => {
        for (let turn = 0; moving; turn += 1) await tour.work(`turn ${turn}`, await twoReleases());
      })();
      const applied = await migrate(address.href);
      moving = false;
      await meanwhile;
      await tour.readAll();
      expect(tour.faults).toEqual([]);
      expect(await kept()).toEqual(before);

      current = await startServerProcess(address.href, ENV, 'service');
      const next = await Tour.of(current.url, 'openapi.json');
      await next.work('the new server', await twoReleases());
      await next.readAll();
      await tour.work('the old server, beside the new one', await twoReleases());
      await tour.readAll();
      expect([...next.faults, ...tour.faults]).toEqual([]);
      await settled();
      // The new server's bundled catalogue may know more.
      const { facts: _, ...records } = before;
      expect(await kept()).toMatchObject(records);
      const verdict = await ask(`${current.url}/v1/audit-events/verify`, await signInAt(current.url, 'auditor'));
      expect(JSON.parse(verdict.text)).toMatchObject({ intact: true, firstBad: null });
      measured('upgrade', { migrations: applied.length, requestsToTheOldServer: tour.requests, errors: 0 });
    }, 600_000);

    /** No job of either server has failed for good. */
    async function settled(): Promise<void> {
      const open = `SELECT count(*) FROM pgboss.job WHERE state < 'completed' AND start_after < now() AND name NOT LIKE '\\_\\_%'`;
      for (let waited = 0; waited < 600 && (await textOf(open)) !== '0'; waited += 1) await sleep(200);
      expect(await textOf(`SELECT count(*) FROM pgboss.job WHERE name = 'dead-letters'`)).toBe('0');
    }
  },
);
