import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Workers } from '../src/events/workers.js';
import { JobQueue } from '../src/events/job-queue.js';
import { Assessor } from '../src/replacement/assessor.js';
import { make } from './support/portfolio.js';
import { OLD, startStory } from './support/swap-story.js';
import type { Story } from './support/swap-story.js';

let story: Story;

beforeAll(async () => {
  story = await startStory();
});
afterAll(() => story.app.stop());

/** The kinds of events that left the product so far. */
async function left(): Promise<Set<string>> {
  await story.app.app.get(Workers).idle();
  const { rows } = await story.app.db.pool.query<{ kind: string }>(
    `SELECT DISTINCT data ->> 'kind' AS kind FROM pgboss.job WHERE name = 'outbox'`,
  );
  return new Set(rows.map(({ kind }) => kind));
}

async function run(job: string): Promise<void> {
  const { app, db } = story.app;
  await db.transaction((tx) => app.get(JobQueue).send(tx, job, {}));
  await app.get(Workers).idle();
}

/** `feed.stale` is in the tests of polling, the steps of swaps in those of their notices. */
describe('the product itself publishes', () => {
  it('release.recorded and flag.raised for what a feed brings', async () => {
    expect(await left()).toContain('release.recorded');
    expect(await left()).toContain('flag.raised');
  });

  it('policy.changed, and lock-in.limit-breached when a report is frozen', async () => {
    const { app } = story;
    const body = { changes: { minimumReleaseAgeDays: 15 }, reason: 'because' };
    const { id } = await make(app, 'manager', '/v1/policy/proposals', body);
    await make(app, 'manager-2', `/v1/policy/proposals/${id}/approvals`, {});
    await app.http.post('/v1/lock-in/snapshots').set(app.as('manager')).send({}).expect(201);
    expect([...(await left())]).toEqual(expect.arrayContaining(['policy.changed', 'lock-in.limit-breached']));
  });

  it('model.support-ending by the word of the vendor', async () => {
    await story.app.db.pool.query(
      `UPDATE release SET support_end = '{"date": "2026-07-30", "statedBy": "VENDOR"}' WHERE key = $1`,
      [OLD],
    );
    await run('model.support-ending');
    expect(await left()).toContain('model.support-ending');
  });

  it('digest.ready on Mondays, and flag.resolved when the tool no longer uses the model', async () => {
    const { app, tool } = story;
    await run('digest.weekly');
    expect(await left()).toContain('digest.ready');
    const retire = app.http.post(`/v1/tools/${tool.id}/retire`).set(app.as('tool-owner'));
    await retire.send({ reason: 'gone' }).expect(200);
    await app.app.get(Assessor, { strict: false }).assess();
    expect(await left()).toContain('flag.resolved');
  });
});
