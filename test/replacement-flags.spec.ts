import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Assessor } from '../src/replacement/assessor.js';
import type { TestApp } from './support/app.js';
import { firstOf, flagsOf, play } from './support/published.js';
import type { FlagSummary } from './support/published.js';

describe('flags on releases as they were published', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await play(['2025-12-15', '2026-05-01', '2026-06-30']);
  });
  afterAll(() => app.stop());

  it('puts the choice that a practitioner would make first', async () => {
    const flags = await flagsOf(app);
    expect(firstOf(flags, 'google/gemma-3-27b-it')).toBe('google/gemma-4-31B-it');
    expect(firstOf(flags, 'deepseek-ai/DeepSeek-R1-0528')).toBe('deepseek-ai/DeepSeek-V3.2');
    expect(firstOf(flags, 'moonshotai/Kimi-K2-Instruct')).toBe('moonshotai/Kimi-K2.5');
    expect(firstOf(flags, 'Qwen/Qwen3-Coder-480B-A35B-Instruct')).toBe('Qwen/Qwen3-Coder-Next');
    expect(flags.filter(({ reasons }) => reasons.includes('NEWER_GENERATION'))).not.toHaveLength(0);
  });

  it('says nothing of a model without a successor, and offers no dwarf for a giant', async () => {
    const flags = await flagsOf(app);
    expect(flags.filter(({ model }) => model.name === 'openai/gpt-oss-120b')).toEqual([]);
    expect(flags.map(({ candidate }) => candidate?.key)).not.toContain('google/gemma-4-E2B-it');
    expect(flags.map(({ candidate }) => candidate?.key)).not.toContain('Qwen/Qwen3-Coder-Next-FP8');
  });

  it('never offers a release whose licence forbids commercial use, and shows the difference', async () => {
    const flags = await flagsOf(app);
    expect(flags.map(({ candidate }) => candidate?.key)).not.toContain('MiniMaxAI/MiniMax-M2.7');
    const { body: tools } = await app.http.get('/v1/tools?q=MiniMax').set(app.as('tool-owner'));
    const toolId: string = tools.items[0].id;
    const whatIf = { toolId, releaseKey: 'MiniMaxAI/MiniMax-M2.7' };
    const { body, status } = await app.http.post('/v1/assessments').set(app.as('tool-owner')).send(whatIf);
    expect([status, body.eligibility]).toEqual([200, 'INELIGIBLE']);
    const licence = body.gates.find(({ gate }: { gate: string }) => gate === 'LICENCE');
    expect(licence).toMatchObject({
      answer: 'FAIL',
      sentence: 'minimax-non-commercial forbids commercial use without the vendor’s permission.',
    });
    const value = (name: string) => licence.inputs.find((input: { name: string }) => input.name === name)?.value;
    expect([value('licenceId in use'), value('licenceId')]).toEqual(['apache-2.0', 'minimax-non-commercial']);
    expect([value('licenceClass in use'), value('licenceClass')]).toEqual(['OSI_PERMISSIVE', 'RESEARCH_ONLY']);
    expect(value('duties that come')).toContainEqual(expect.stringContaining('commercial'));
  });

  it('explains each gate and term with values and their sources', async () => {
    const [flag] = (await app.http.get('/v1/flags?q=gemma').set(app.as('auditor'))).body.items;
    const { body, headers } = await app.http.get(`/v1/flags/${flag.id}`).set(app.as('auditor'));
    expect(headers['etag']).toMatch(/^"\d+/);
    const [row] = body.toolRows;
    expect(row.gates.map(({ gate }: { gate: string }) => gate)).toEqual([
      'CAPABILITY',
      'CONTEXT',
      'LICENCE',
      'HOSTING',
      'FOOTPRINT',
      'LANGUAGE',
      'ORIGIN',
      'MATURITY',
      'SUPPORT',
    ]);
    const [reason] = row.reasons;
    expect(reason.inputs.some(({ source }: { source?: { source: string } }) => source?.source === 'gpustack')).toBe(
      true,
    );
    expect(row.score.terms).toHaveLength(7);
    expect(body.history.map(({ sentence }: { sentence: string }) => sentence)).toContain('Raised.');
  });

  it('lists every candidate of a tool with the reason why it is not flagged', async () => {
    const { body: tools } = await app.http.get('/v1/tools?q=gemma').set(app.as('tool-owner'));
    const { body, status } = await app.http
      .get(`/v1/tools/${tools.items[0].id}/candidates?limit=100`)
      .set(app.as('tool-owner'));
    expect(status).toBe(200);
    const keys = body.items.map(({ release }: { release: { key: string } }) => release.key);
    expect(keys[0]).toBe('google/gemma-4-31B-it');
    expect(keys).not.toContain('Qwen/Qwen3-Embedding-8B');
    const quiet = body.items.filter((item: { quiet: object | null }) => item.quiet !== null);
    expect(quiet.length).toBeGreaterThan(0);
    for (const { quiet: why } of quiet) expect(why.sentence.length).toBeGreaterThan(10);
  });

  it('changes nothing when it assesses the same facts again', async () => {
    const counts = await app.app.get(Assessor, { strict: false }).assess();
    expect(counts).toMatchObject({ raised: 0, resolved: 0, changed: 0 });
  });

  it('ends in the same flags for any order of the snapshots', async () => {
    const other = await play(['2026-06-30', '2026-05-01', '2025-12-15']);
    const summary = (flags: readonly FlagSummary[]): unknown[] =>
      flags.map(({ model, candidate, rank, state, reasons }) => [model.name, candidate?.key, rank, state, reasons]);
    try {
      expect(summary(await flagsOf(other))).toEqual(summary(await flagsOf(app)));
    } finally {
      await other.stop();
    }
  });
});
