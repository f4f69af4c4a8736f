import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Tx } from '../src/database/tx.js';
import { newId } from '../src/kernel/id.js';
import { AssessmentFactsReader } from '../src/replacement/assessment-facts.reader.js';
import type { ReleaseFacts } from '../src/replacement/domain/facts.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { aModel, aTool, make, makeApprovedModel, RELEASE_KEYS, seedReleases } from './support/portfolio.js';
import type { Made } from './support/portfolio.js';
import { sqlOf } from './support/sql.js';

let app: TestApp;
let reader: AssessmentFactsReader;
beforeAll(async () => {
  app = await startTestApp({ env: { WORKERS: 'false' }, seed: (db) => seedReleases(db, RELEASE_KEYS) });
  await make(app, 'platform', '/v1/models', aModel());
  reader = app.app.get(AssessmentFactsReader);
});
afterAll(() => app.stop());

const [IN_USE, OTHER] = RELEASE_KEYS;
const setContext = (key: string, tokens: number): Promise<unknown[]> =>
  sqlOf(app)(`UPDATE release SET context_tokens = $2 WHERE key = $1`, [key, tokens]);
const release = (releases: readonly ReleaseFacts[], wanted: string): ReleaseFacts | undefined =>
  releases.find(({ key }) => key === wanted);
const latest = (tx: Tx, releaseIds: readonly string[] = []): ReturnType<AssessmentFactsReader['latest']> =>
  reader.latest(tx, { at: app.clock.now(), releaseIds });
const now = (releaseIds: readonly string[] = []): ReturnType<typeof latest> =>
  app.db.transaction((tx) => latest(tx, releaseIds));
const undone = (work: (tx: Tx) => Promise<void>): Promise<unknown> =>
  app.db
    .transaction(async (tx) => {
      await work(tx);
      throw new Error('undone');
    })
    .catch((error: unknown) => error);

describe('facts that are kept between assessments', () => {
  beforeEach(async () => {
    for (const key of RELEASE_KEYS) await setContext(key, 1_000);
    await now();
  });

  it('are those that a fresh read finds', async () => {
    const fresh = await reader.load({ at: app.clock.now() });
    const kept = await now();
    const byKey = (a: ReleaseFacts, b: ReleaseFacts): number => a.key.localeCompare(b.key);
    expect([...kept.releases].sort(byKey)).toEqual([...fresh.releases].sort(byKey));
    expect(kept.portfolio).toEqual(fresh.portfolio);
  });

  it('follow what anybody has committed', async () => {
    await setContext(OTHER, 2_000);
    expect(release((await now()).releases, OTHER)?.contextTokens).toBe(2_000);
  });

  it('are followed by the transaction that writes them, and forgotten with it', async () => {
    let within: number | undefined;
    await undone(async (tx) => {
      await tx.manager.query(`UPDATE release SET context_tokens = 3000 WHERE key = $1`, [OTHER]);
      within = release((await latest(tx)).releases, OTHER)?.contextTokens;
    });
    expect(within).toBe(3_000);
    expect(release((await now()).releases, OTHER)?.contextTokens).toBe(1_000);
  });

  it('are followed inside a savepoint, too', async () => {
    let within: number | undefined;
    await undone(async (tx) => {
      await tx.manager.query(`UPDATE model SET owner_team = owner_team`);
      await tx.manager.transaction(async (manager) => {
        await manager.query(`UPDATE release SET context_tokens = 4000 WHERE key = $1`, [IN_USE]);
        within = release((await latest(tx)).releases, IN_USE)?.contextTokens;
      });
    });
    expect(within).toBe(4_000);
    expect(release((await now()).releases, IN_USE)?.contextTokens).toBe(1_000);
  });

  it('hold a release that is retired, or of another kind, only where it is named', async () => {
    const [row] = await sqlOf(app)(`SELECT id FROM release WHERE key = $1`, [OTHER]);
    await sqlOf(app)(`UPDATE release SET kind = 'EMBEDDING' WHERE key = $1`, [OTHER]);
    expect(release((await now()).releases, OTHER)).toBeUndefined();
    expect(release((await now([String(row?.id)])).releases, OTHER)?.kind).toBe('EMBEDDING');
    await sqlOf(app)(`UPDATE release SET kind = 'CHAT', status = 'RETIRED' WHERE key = $1`, [OTHER]);
    expect(release((await now()).releases, OTHER)).toBeUndefined();
    expect(release((await now([String(row?.id)])).releases, OTHER)?.status).toBe('RETIRED');
    await sqlOf(app)(`UPDATE release SET status = 'AVAILABLE' WHERE key = $1`, [OTHER]);
  });

  it('are right for all who ask at once while somebody writes', async () => {
    const seen = await Promise.all(
      Array.from({ length: 24 }, async (_, n) => {
        const tokens = 10_000 + n;
        await setContext(OTHER, tokens);
        return { tokens, found: release((await now()).releases, OTHER)?.contextTokens ?? 0 };
      }),
    );
    // Whoever wrote sees their own value or one that was written by somebody else after it; never the one before all.
    for (const { found } of seen) expect(found).toBeGreaterThanOrEqual(10_000);
    const [stored] = await sqlOf(app)<{ tokens: number }>(
      `SELECT context_tokens AS tokens FROM release WHERE key = $1`,
      [OTHER],
    );
    expect(release((await now()).releases, OTHER)?.contextTokens).toBe(stored?.tokens);
  });

  it('are not read again while nothing was written', async () => {
    const asked = jest.spyOn(Tx.prototype, 'run');
    const names = async (): Promise<readonly (string | undefined)[]> => {
      asked.mockClear();
      await now();
      return asked.mock.calls.map(([{ name }]) => name.split(':')[0]);
    };
    // What was written counts as new until all transactions of the server that are older have ended.
    let last = await names();
    for (let n = 0; n < 500 && last.includes('assessment.releases'); n += 1) last = await names();
    asked.mockRestore();
    expect(last).not.toContain('assessment.releases');
    expect(last).toContain('release-facts.news');
    expect(last).not.toContain('release-facts.stored');
  });

  const idOf = async (key: string): Promise<string> =>
    String((await sqlOf(app)(`SELECT id FROM release WHERE key = $1`, [key]))[0]?.id);
  const kept = async (key: string): Promise<ReleaseFacts | undefined> => release((await now()).releases, key);

  it('lose an artifact that has gone to another release', async () => {
    const subject = 'acme/small-30b-fp8';
    await sqlOf(app)(
      `INSERT INTO release_alias (subject, id, alias, vendor_slug, mention_only, vendor_named, unresolved, first_seen_at)
       VALUES ($1, $2, $1, 'acme', false, false, 'UNKNOWN', now())`,
      [subject, newId()],
    );
    await sqlOf(app)(
      `INSERT INTO artifact (id, subject, release_id, hub_id, quantisation, bits, source, first_seen_at)
       VALUES ($1, $2, $3, $2, 'FP8', 8, 'test', now())`,
      [newId(), subject, await idOf(IN_USE)],
    );
    expect((await kept(IN_USE))?.artifacts).toHaveLength(1);
    await sqlOf(app)(`UPDATE artifact SET release_id = $1`, [await idOf(OTHER)]);
    expect((await kept(OTHER))?.artifacts).toHaveLength(1);
    expect((await kept(IN_USE))?.artifacts).toHaveLength(0);
    await sqlOf(app)(`UPDATE artifact SET release_id = NULL`);
    expect((await kept(OTHER))?.artifacts).toHaveLength(0);
  });

  it('follow a base that is recorded after what builds on it', async () => {
    await sqlOf(app)(`UPDATE release SET base_key = 'late/Base-30B', base_relation = 'FINETUNE' WHERE key = $1`, [
      OTHER,
    ]);
    expect((await kept(OTHER))?.rootVendorGroup).toBe('acme');
    await seedReleases(app.db, ['late/Base-30B']);
    expect((await kept(OTHER))?.rootVendorGroup).toBe('late');
    await sqlOf(app)(`UPDATE release SET base_key = NULL, base_relation = NULL WHERE key = $1`, [OTHER]);
    expect((await kept(OTHER))?.rootVendorGroup).toBe('acme');
  });

  it('hold a conclusion on a licence from its own moment on', async () => {
    const later = new Date(app.clock.now().getTime() + 50);
    await sqlOf(app)(
      `INSERT INTO licence_conclusion (id, release_key, decision, concluded_by, concluded_at)
       SELECT $1, $2, 'ALLOW', id, $3 FROM person LIMIT 1`,
      [newId(), OTHER, later],
    );
    expect((await kept(OTHER))?.conclusion).toBeUndefined();
    app.clock.set(new Date(later.getTime() + 1));
    expect((await kept(OTHER))?.conclusion).toMatchObject({ decision: 'ALLOW' });
  });

  it('are read again when rows are gone', async () => {
    await seedReleases(app.db, ['acme/Gone-30B']);
    expect(release((await now()).releases, 'acme/Gone-30B')).toBeDefined();
    await sqlOf(app)(`DELETE FROM release WHERE key = 'acme/Gone-30B'`);
    expect(release((await now()).releases, 'acme/Gone-30B')).toBeUndefined();
  });

  describe('of tools', () => {
    const toolsNow = async (): Promise<unknown> => (await now()).portfolio.tools;
    const toolsFresh = async (): Promise<unknown> => (await reader.load({ at: app.clock.now() })).portfolio.tools;
    const later = (): void => app.clock.set(new Date(app.clock.now().getTime() + 60_000));

    it('are those that a fresh read finds, whatever happens to one of them', async () => {
      const { id: modelId } = await makeApprovedModel(app, { releaseKey: OTHER });
      const tools = [];
      for (let n = 0; n < 3; n += 1) tools.push(await make(app, 'tool-owner', '/v1/tools', aTool()));
      const [first, second] = tools;
      await now();
      const assign = (purpose: string, id = modelId): Promise<Made> =>
        make(app, 'tool-owner', `/v1/tools/${first?.id}/assignments`, { modelId: id, purpose });
      const sql = sqlOf(app);
      const steps: readonly (() => Promise<unknown>)[] = [
        () => make(app, 'tool-owner', '/v1/tools', aTool()),
        () => assign('PRIMARY'),
        () => sql('UPDATE tool SET min_context_tokens = 4096 WHERE id = $1', [second?.id]),
        async () => assign('FALLBACK', (await makeApprovedModel(app, { releaseKey: IN_USE })).id),
        () => sql('UPDATE tool SET retired_at = $2 WHERE id = $1', [second?.id, app.clock.now()]),
      ];
      for (const step of steps) {
        later();
        await step();
        expect(await toolsNow()).toEqual(await toolsFresh());
        later();
        expect(await toolsNow()).toEqual(await toolsFresh());
      }
    });

    it('are read one by one, and all of them again by night', async () => {
      const { id } = await make(app, 'tool-owner', '/v1/tools', aTool());
      await now();
      await sqlOf(app)('UPDATE tool SET min_context_tokens = 2048 WHERE id = $1', [id]);
      const asked = jest.spyOn(Tx.prototype, 'run');
      await now();
      const named = asked.mock.calls.filter(([{ name }]) => name.startsWith('assessment.tools:'));
      expect(named.map(([, [, ids]]) => ids)).toEqual([expect.arrayContaining([id])]);
      asked.mockClear();
      await app.db.transaction((tx) => reader.latest(tx, { at: app.clock.now(), anew: true }));
      const anew = asked.mock.calls.filter(([{ name }]) => name.startsWith('assessment.tools:'));
      expect(anew.map(([, [, ids]]) => ids)).toEqual([null]);
      asked.mockRestore();
    });
  });
});
