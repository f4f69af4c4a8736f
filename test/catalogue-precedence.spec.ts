import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { catalogueStateHash } from '../src/catalogue/catalogue.state-hash.js';
import { found, hosted, hub, startRecording, vectara, type Item, type Recording } from './support/recording.js';

describe('what the catalogue makes of many sources', () => {
  let recording: Recording;
  beforeAll(async () => {
    recording = await startRecording();
  });
  afterAll(() => recording.app.stop());

  it('shows the winner by precedence, marks its fact, and keeps what the others say', async () => {
    const outcome = await recording.within(async (tx) => {
      const key = 'meta-llama/Llama-3.3-70B-Instruct';
      const hosts = ['groq', 'together', 'deepinfra'];
      for (const host of hosts) {
        const row = hosted(host, 'llama-3.3-70b-instruct', {
          contextTokens: 128000,
          capabilities: ['REASONING', 'TOOL_CALL'],
          pricePerMTokens: { input: hosts.indexOf(host) + 1, output: 4, hosts: 1 },
        });
        await recording.record(tx, { source: 'models.dev', asOf: '2026-01-01', release: row });
      }
      const canonical = found(
        'meta/llama-3.3-70b-instruct',
        { contextTokens: 131072, capabilities: ['TOOL_CALL'] },
        { hubId: key },
      );
      await recording.record(tx, { source: 'models.dev', asOf: '2026-01-01', release: canonical });
      const winners = await tx.manager.query(`SELECT value FROM release_fact WHERE wins AND field = 'contextTokens'`);
      return { row: await recording.shown(tx, key), winners };
    });
    expect(outcome.row).toMatchObject({
      context_tokens: 131072,
      capabilities: ['TOOL_CALL'],
      family: 'llama',
      kind: 'CHAT',
      licence_class: 'COMMUNITY_RESTRICTED',
      total_params_b: 70,
      price: { input: 2, output: 4, hosts: 3 },
      host_votes: { REASONING: { yes: 3, no: 0 }, TOOL_CALL: { yes: 3, no: 0 } },
    });
    expect(outcome.row['sources']).toMatchObject({
      contextTokens: { source: 'models.dev' },
      family: { source: 'name' },
    });
    expect(outcome.winners).toEqual([{ value: 131072 }]);
  });

  const ITEMS: readonly Item[] = [
    {
      source: 'models.dev',
      asOf: '2025-08-15',
      release: hosted('groq', 'kimi-k2-instruct', { contextTokens: 131072 }),
    },
    {
      source: 'models.dev',
      asOf: '2025-11-15',
      release: hosted('groq', 'kimi-k2-instruct', { contextTokens: 262144 }),
    },
    {
      source: 'models.dev',
      asOf: '2026-01-01',
      release: hosted('novita', 'moonshotai/kimi-k2-instruct', { contextTokens: 131072 }),
    },
    {
      source: 'huggingface',
      asOf: '2025-12-01',
      release: hub('moonshotai/Kimi-K2-Instruct', { adoption: { downloads30d: 10, snapshot: 'a' } }),
    },
    { source: 'huggingface', asOf: '2025-12-02', release: hub('moonshotai/Kimi-K2-Instruct-0905') },
    {
      source: 'models.dev',
      asOf: '2026-01-01',
      release: found('mistral/mistral-large-2512', { contextTokens: 262144 }, { vendorHint: 'mistral' }),
    },
    {
      source: 'models.dev',
      asOf: '2026-02-01',
      release: found(
        'mistral/mistral-large-2512',
        { contextTokens: 128000 },
        { vendorHint: 'mistral', hubId: 'mistralai/Mistral-Large-3-675B-Instruct-2512' },
      ),
    },
    {
      source: 'gpustack',
      asOf: '2026-01-05',
      release: hub('mistralai/Mistral-Large-3-675B-Instruct-2512', { totalParamsB: 675 }),
    },
    { source: 'vectara', asOf: '2026-03-10', release: vectara('moonshotai/Kimi-K2-Instruct-0905', 82.1) },
    { source: 'vectara', asOf: '2026-03-10', release: vectara('kimi-k2', 80) },
    {
      source: 'huggingface',
      asOf: '2026-03-10',
      release: hub('unsloth/Kimi-K2-Instruct-GGUF', { totalParamsB: 1026 }),
    },
  ];

  it('ends in the same state whatever the order of the imports', async () => {
    const stateOf = (items: readonly Item[]): Promise<string> =>
      recording.within(async (tx) => {
        for (const item of items) await recording.record(tx, item);
        return catalogueStateHash(tx);
      });
    const expected = await stateOf(ITEMS);
    const shuffled = fc.shuffledSubarray([...ITEMS], { minLength: ITEMS.length });
    await fc.assert(
      fc.asyncProperty(shuffled, fc.subarray([...ITEMS]), async (items, again) => {
        expect(await stateOf([...items, ...again])).toBe(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('lets two imports at once end as one after the other would', async () => {
    const items = ITEMS.map(({ release }) => release);
    const both = ['2026-01-01', '2026-02-01'].map((asOf) =>
      recording.app.db.transaction((tx) =>
        recording.writer.record(tx, { releases: items, rejected: [] }, { source: 'models.dev', asOf: new Date(asOf) }),
      ),
    );
    const counts = await Promise.all(both);
    const once = await catalogueStateHash(recording.app.db);
    const again = await recording.app.db.transaction((tx) =>
      recording.writer.record(
        tx,
        { releases: items, rejected: [] },
        { source: 'models.dev', asOf: new Date('2026-01-01') },
      ),
    );
    expect(counts.filter(({ added }) => added > 0)).toHaveLength(1);
    expect(again.releaseIds).toEqual([]);
    expect(await catalogueStateHash(recording.app.db)).toBe(once);
  });
});
