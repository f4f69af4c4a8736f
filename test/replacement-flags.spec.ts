import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../src/audit/audit.writer.js';
import { FeedRunner } from '../src/feeds/feed-runner.js';
import { Assessor } from '../src/replacement/assessor.js';
import { startTestApp } from './support/app.js';
import type { TestApp } from './support/app.js';
import { aPool, aTool, make, makeApprovedModel, pointersOf } from './support/portfolio.js';

interface Entry {
  readonly repo: string;
  readonly size: number;
  readonly active: number;
  readonly date: string;
  readonly licence: string;
}

const entry = (repo: string, size: number, active: number, date: string, licence = 'mit'): Entry => ({
  repo,
  size,
  active,
  date,
  licence,
});

/** Four dated snapshots, as the gpustack catalogue would have published them. */
const SNAPSHOTS: Readonly<Record<string, readonly Entry[]>> = {
  '2025-08-15': [
    entry('google/gemma-3-27b-it', 27.4, 27.4, '2025-03-12', 'gemma'),
    entry('deepseek-ai/DeepSeek-R1-0528', 671, 37, '2025-05-28'),
    entry('moonshotai/Kimi-K2-Instruct', 1000, 32, '2025-07-11', 'modified-mit'),
    entry('Qwen/Qwen3-Coder-480B-A35B-Instruct', 480, 35, '2025-07-22', 'apache-2.0'),
    entry('openai/gpt-oss-120b', 117, 5.1, '2025-08-05', 'apache-2.0'),
    entry('MiniMaxAI/MiniMax-M1-80k', 456, 45.9, '2025-06-16', 'apache-2.0'),
    entry('Qwen/Qwen3-Embedding-8B', 8, 8, '2025-06-05', 'apache-2.0'),
  ],
  '2025-12-15': [
    entry('deepseek-ai/DeepSeek-V3.2', 671, 37, '2025-12-01'),
    entry('MiniMaxAI/MiniMax-M2', 230, 10, '2025-10-27', 'modified-mit'),
  ],
  '2026-05-01': [
    entry('google/gemma-4-31B-it', 31, 31, '2026-04-02', 'apache-2.0'),
    entry('google/gemma-4-E2B-it', 2.3, 2.3, '2026-04-02', 'apache-2.0'),
    entry('moonshotai/Kimi-K2.5', 1000, 32, '2026-01-26', 'modified-mit'),
    entry('MiniMaxAI/MiniMax-M2.7', 229, 10, '2026-04-12', 'modified-mit'),
    entry('Qwen/Qwen3-Coder-Next', 80, 3, '2026-02-03', 'apache-2.0'),
  ],
  '2026-06-30': [entry('Qwen/Qwen3-Coder-Next-FP8', 80, 3, '2026-02-03', 'apache-2.0')],
};

const IN_USE = [
  'google/gemma-3-27b-it',
  'deepseek-ai/DeepSeek-R1-0528',
  'moonshotai/Kimi-K2-Instruct',
  'Qwen/Qwen3-Coder-480B-A35B-Instruct',
  'openai/gpt-oss-120b',
  'MiniMaxAI/MiniMax-M1-80k',
] as const;

const yamlOf = (entries: readonly Entry[]): Buffer =>
  Buffer.from(
    `model_sets:\n${entries
      .map(
        ({ repo, size, active, date, licence }) =>
          `- {name: ${repo.split('/')[1]}, size: ${size}, activated_size: ${active}, categories: [llm], ` +
          `capabilities: [context/128K], licenses: [${licence}], release_date: "${date}", ` +
          `specs: [{mode: standard, quantization: BF16, huggingface_repo_id: ${repo}, backend: vLLM}]}`,
      )
      .join('\n')}\n`,
  );

interface FlagSummary {
  readonly model: { readonly name: string };
  readonly candidate: { readonly key: string } | null;
  readonly rank: number;
  readonly state: string;
  readonly reasons: readonly string[];
}

async function play(days: readonly string[]): Promise<TestApp> {
  const app = await startTestApp({ now: '2026-07-02T09:00:00Z' });
  const read = (day: string): Promise<string> =>
    app.app
      .get(FeedRunner, { strict: false })
      .import(
        { feed: 'gpustack', bytes: yamlOf(SNAPSHOTS[day] ?? []) },
        { asOf: new Date(`${day}T00:00:00Z`), trigger: 'UPLOAD', actor: SYSTEM },
      );
  await read('2025-08-15');
  const pool = await make(app, 'platform', '/v1/gpu-pools', aPool({ gpuCount: 64, memoryGbPerGpu: 141 }));
  for (const releaseKey of IN_USE) {
    const model = await makeApprovedModel(app, {
      name: releaseKey,
      releaseKey,
      gpuPoolId: pool.id,
      quantisation: 'FP8',
    });
    const tool = await make(app, 'tool-owner', '/v1/tools', aTool({ name: `Tool on ${releaseKey}` }));
    const body = { modelId: model.id, purpose: 'PRIMARY' };
    const answer = await app.http.post(`/v1/tools/${tool.id}/assignments`).set(app.as('tool-owner')).send(body);
    expect(answer.status).toBe(201);
  }
  for (const day of days) await read(day);
  await app.app.get(Assessor, { strict: false }).assess();
  return app;
}

async function flagsOf(app: TestApp): Promise<readonly FlagSummary[]> {
  const { body } = await app.http.get('/v1/flags?limit=100&active=true&sort=title').set(app.as('auditor'));
  return body.items;
}

const firstOf = (flags: readonly FlagSummary[], model: string): string | undefined =>
  flags.find((flag) => flag.model.name === model && flag.rank === 1)?.candidate?.key;

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
    expect(licence).toMatchObject({ answer: 'FAIL' });
    expect(JSON.stringify(licence.inputs)).toMatch(/MiniMax|apache-2\.0/i);
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

describe('decisions on flags', () => {
  let app: TestApp;
  let flagId: string;

  beforeAll(async () => {
    app = await play(['2026-05-01']);
    const [flag] = (await app.http.get('/v1/flags?q=gemma&active=true').set(app.as('tool-owner'))).body.items;
    flagId = flag.id;
  });
  afterAll(() => app.stop());

  const decide = (body: object, account: Parameters<TestApp['as']>[0] = 'tool-owner') =>
    app.http.post(`/v1/flags/${flagId}/analysis`).set(app.as(account)).send(body);

  it('refuses decisions that lack what they need, and names the field', async () => {
    expect(pointersOf((await decide({ state: 'GONE' })).body)).toEqual(['/state']);
    expect(pointersOf((await decide({ state: 'SNOOZED', comment: 'later' })).body)).toEqual(['/until']);
    expect(pointersOf((await decide({ state: 'DISMISSED', comment: 'no' })).body)).toEqual(['/justification']);
    expect((await decide({ state: 'OPEN', surprise: 1 })).status).toBe(400);
    expect((await app.http.get(`/v1/flags/${flagId}`).set(app.as('auditor'))).body.state).toBe('OPEN');
  });

  it('takes a decision of the owner only', async () => {
    expect((await decide({ state: 'IN_TRIAGE' }, 'platform')).status).toBe(403);
    expect((await decide({ state: 'IN_TRIAGE' }, 'auditor')).body.code).toBe('permission-missing');
    const foreign = { state: 'IN_TRIAGE', toolIds: ['01890000-0000-7000-8000-000000000000'] };
    expect((await decide(foreign)).body.code).toBe('not-your-tool');
  });

  it('keeps a snooze through assessments and wakes it at its end', async () => {
    const snooze = { state: 'SNOOZED', until: '2026-07-02T10:00:00Z', comment: 'after the release freeze' };
    expect((await decide(snooze)).body).toMatchObject({ state: 'SNOOZED' });
    const assess = () => app.app.get(Assessor, { strict: false }).assess();
    await assess();
    const state = async () => (await app.http.get(`/v1/flags/${flagId}`).set(app.as('auditor'))).body;
    expect((await state()).state).toBe('SNOOZED');
    app.clock.set(new Date('2026-07-02T10:00:00Z'));
    await assess();
    const woken = await state();
    expect(woken.state).toBe('OPEN');
    expect(woken.history.at(-1).sentence).toBe('The snooze has ended.');
  });

  it('keeps a dismissal quiet, with its justification on the row', async () => {
    const dismissal = { state: 'DISMISSED', justification: 'LANGUAGE_GAP', comment: 'No Tamil yet.' };
    expect((await decide(dismissal)).status).toBe(200);
    await app.app.get(Assessor, { strict: false }).assess();
    const { body } = await app.http.get(`/v1/flags/${flagId}`).set(app.as('auditor'));
    expect(body).toMatchObject({ state: 'DISMISSED', active: true });
    expect(body.toolRows[0]).toMatchObject({
      justification: 'LANGUAGE_GAP',
      comment: 'No Tamil yet.',
      decidedBy: 'Toni Owner',
    });
  });
});
