import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Workers } from '../src/events/workers.js';
import { WEBHOOK_KINDS } from '../src/notifications/domain/webhook-kinds.js';
import { SwapJobs } from '../src/swaps/swap.jobs.js';
import type { TestApp } from './support/app.js';
import { make } from './support/portfolio.js';
import { aBench, aSwap, Driver, passTime, startSwapApp } from './support/swaps.js';
import type { Account } from './support/swaps.js';

let app: TestApp;

beforeAll(async () => {
  app = await startSwapApp();
});
afterAll(() => app.stop());

interface Notice {
  readonly kind: string;
  readonly title: string;
  readonly link: string;
}

/** What the account was told about the request, oldest first. */
async function told(account: Account, { id }: Driver): Promise<string[]> {
  await app.app.get(Workers).idle();
  const { body } = await app.http.get('/v1/notifications?limit=100').set(app.as(account)).expect(200);
  const items: Notice[] = body.items;
  return items
    .filter(({ link }) => link === `/swap-requests/${id}`)
    .map(({ kind }) => kind)
    .reverse();
}

describe('those whom a swap concerns', () => {
  it('are told from submission to completion', async () => {
    const swap = await aSwap(app, await aBench(app, 'MEDIUM'));
    await swap.assessed();
    await swap.take('manager', 'request-changes', { comment: 'Say why.' });
    await swap.moved('manager', 'manager-2');
    await swap.take('tool-owner', 'complete');
    expect((await told('tool-owner', swap)).sort()).toEqual([
      'swap.approved',
      'swap.changes-requested',
      'swap.completed',
      'swap.moved',
      'swap.scheduled',
    ]);
    expect((await told('manager', swap)).sort()).toEqual(['swap.submitted', 'swap.submitted']);
    const forPlatform = ['swap.approved', 'swap.completed', 'swap.moved', 'swap.scheduled'];
    expect((await told('platform', swap)).sort()).toEqual(forPlatform);
    expect(await told('admin', swap)).toEqual([]);
  });

  it('are told how it ended otherwise', async () => {
    const bench = await aBench(app);
    const [moved, rejected, cancelled, expired] = [
      await (await aSwap(app, bench)).approved('manager'),
      await (await aSwap(app, bench)).assessed(),
      await (await aSwap(app, bench)).submitted(),
      await (await aSwap(app, await aBench(app))).approved('manager'),
    ];
    await rejected.take('validator', 'rejections', { comment: 'Not proved.' });
    await cancelled.take('manager', 'cancel', { comment: 'No need.' });
    const back = await (await aSwap(app, bench, { toModelId: bench.spare.id, fallbackModelId: null })).moved('manager');
    expect((await told('tool-owner', moved)).sort()).toEqual(['swap.approved', 'swap.base-moved']);
    expect((await told('manager-2', moved)).sort()).toEqual(['swap.base-moved', 'swap.submitted']);
    await back.take('manager', 'roll-back', { comment: 'Too slow.' });
    expect(await told('tool-owner', rejected)).toEqual(['swap.rejected']);
    expect(await told('tool-owner', cancelled)).toEqual(['swap.cancelled']);
    expect(await told('platform', back)).toContain('swap.rolled-back');
    await passTime(app, '2026-08-05T09:00:00Z');
    await app.app.get(SwapJobs, { strict: false }).expire();
    expect((await told('tool-owner', expired)).sort()).toEqual(['swap.approved', 'swap.expired']);
  });

  it('are asked to review a fail-over, in words that say so', async () => {
    const { tool, spare } = await aBench(app);
    const fallback = { modelId: spare.id, purpose: 'FALLBACK' };
    const { id } = await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments`, fallback);
    await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments/${id}/fallback-tests`, {});
    await make(app, 'tool-owner', `/v1/tools/${tool.id}/fail-over`, { reason: 'The cluster is down.' });
    await app.app.get(Workers).idle();
    const { body } = await app.http.get('/v1/notifications').set(app.as('manager')).expect(200);
    expect(body.items[0]).toMatchObject({
      kind: 'swap.submitted',
      title: expect.stringContaining('failed over to its fallback, which another person reviews'),
      detail: { changeType: 'EMERGENCY', failOver: true, to: 'other/Rival-30B' },
    });
  });
});

describe('an emergency', () => {
  it('is to be reviewed once it is made, and reminds those who owe the review, once', async () => {
    await passTime(app, '2026-08-05T10:00:00Z');
    const swap = await (await aSwap(app, await aBench(app), { changeType: 'EMERGENCY' })).moved('manager');
    const jobs = app.app.get(SwapJobs, { strict: false });
    await jobs.remind();
    expect((await told('manager-2', swap)).sort()).toEqual(['swap.moved', 'swap.submitted']);
    await passTime(app, '2026-08-12T10:00:01Z');
    await jobs.remind();
    await jobs.remind();
    for (const account of ['manager-2', 'tool-owner', 'platform'] as const)
      expect((await told(account, swap)).filter((kind) => kind === 'swap.review-overdue')).toHaveLength(1);
    expect(await told('validator', swap)).not.toContain('swap.review-overdue');
    expect((await swap.read()).timeline.at(-1)).toMatchObject({ action: 'review-overdue', actor: null });
  });

  it('that somebody else asks for is told to the owner of the tool', async () => {
    const { tool, spare } = await aBench(app);
    const body = { toolId: tool.id, toModelId: spare.id, justification: 'x', rollbackPlan: 'Back.' };
    const { id } = await make(app, 'platform', '/v1/swap-requests', body);
    const swap = new Driver(app, id);
    await swap.link('platform');
    await swap.take('platform', 'submit');
    expect(await told('tool-owner', swap)).toEqual(['swap.submitted']);
  });
});

it('every kind of event is in the documentation of webhooks', () => {
  const text = readFileSync('docs/operations/webhooks.md', 'utf8');
  const named = [...text.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell = '']) => {
    let room = '';
    return [...cell.matchAll(/`(\.?[a-z.-]+)`/g)].map(([, name = '']) => {
      if (!name.startsWith('.')) room = name.split('.')[0] ?? '';
      return name.startsWith('.') ? room + name : name;
    });
  });
  expect(named.sort()).toEqual([...WEBHOOK_KINDS, 'webhook.test'].sort());
});
