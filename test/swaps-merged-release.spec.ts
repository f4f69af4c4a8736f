import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sqlOf } from './support/sql.js';
import type { Sql } from './support/sql.js';
import { found, hub, startRecording } from './support/recording.js';
import type { Recording } from './support/recording.js';
import { aPool, aTool, make, makeApprovedModel, seedReleases } from './support/portfolio.js';
import { Driver, raise, windowAround } from './support/swaps.js';

/** What a host calls `glm-9-foo` turns out to be the repository GLM-9-Bar, which was seen later. */
const named = found('zhipuai/glm-9-foo', {}, { vendorHint: 'zhipuai' });
const HUB = 'zai-org/GLM-9-Bar';
const FACTS = {
  kind: 'CHAT',
  totalParamsB: 20,
  contextTokens: 131_072,
  licenceId: 'apache-2.0',
  licenceClass: 'OSI_PERMISSIVE',
} as const;

describe('a release that turns out to be another’s twin', () => {
  let recording: Recording;
  let sql: Sql;
  let swap: Driver;
  let younger: string;

  const record = (asOf: string, source: string, release: typeof named) =>
    recording.app.db.transaction((tx) => recording.record(tx, { source, asOf, release }));
  const releaseOf = async (key: string) => (await sql(`SELECT id FROM release WHERE key = $1`, [key]))[0]?.id ?? '';

  beforeAll(async () => {
    recording = await startRecording();
    const { app } = recording;
    sql = sqlOf(app);
    await seedReleases(app.db, ['acme/Small-30B']);
    await record('2026-01-01', 'models.dev', named);
    await record('2026-01-02', 'huggingface', hub(HUB, FACTS));
    younger = await releaseOf(HUB);
    const pool = await make(app, 'platform', '/v1/gpu-pools', aPool());
    const place = { gpuPoolId: pool.id, quantisation: 'FP8' };
    const [current, target] = [
      await makeApprovedModel(app, { releaseKey: 'acme/Small-30B', ...place }),
      await makeApprovedModel(app, { releaseKey: HUB, ...place }),
    ];
    const tool = await make(app, 'tool-owner', '/v1/tools', aTool());
    await make(app, 'tool-owner', `/v1/tools/${tool.id}/assignments`, { modelId: current.id, purpose: 'PRIMARY' });
    await raise(app, tool, 'MEDIUM');
    const body = { toolId: tool.id, toModelId: target.id, justification: 'Smaller.', rollbackPlan: 'Back.' };
    swap = new Driver(app, (await make(app, 'tool-owner', '/v1/swap-requests', body)).id);
    await swap.link('tool-owner');
    await swap.approved('manager', 'manager-2');
    await flagBoth(current.id, await releaseOf('zai/glm-9-foo'));
    await record('2026-01-03', 'models.dev', { ...named, hubId: HUB });
  });
  afterAll(() => recording.app.stop());

  /** Both twins were flagged, and the request was opened from the flag that is folded into the other. */
  async function flagBoth(modelId: string, older: string): Promise<void> {
    for (const candidate of [older, younger])
      await sql(
        `INSERT INTO replacement_flag (id, model_id, candidate_release_id, reasons, title, severity, confidence, rank, state,
           active, policy_version, raised_at, assessed_at)
         VALUES (gen_random_uuid(), $1, $2, '{NEWER_GENERATION}', 'x', 'INFO', 'LOW', 1, 'OPEN', true, 1, now(), now())`,
        [modelId, candidate],
      );
    await sql(
      `UPDATE swap_request SET flag_id = (SELECT id FROM replacement_flag WHERE candidate_release_id = $2) WHERE id = $1`,
      [swap.id, younger],
    );
  }

  it('is followed by requests that lead to it, whose approvals go on to hold', async () => {
    const older = await releaseOf(HUB);
    expect(older).not.toBe(younger);
    expect(await swap.read()).toMatchObject({ state: 'APPROVED', to: { release: { id: older, key: HUB } } });
    await swap.take('platform', 'schedule', windowAround(recording.app));
    await swap.take('platform', 'rollout', { stage: 'FULL' });
    expect(await swap.take('tool-owner', 'complete')).toMatchObject({ state: 'COMPLETED' });
  });
});
