import { describe, expect, it } from '@jest/globals';
import { resolveFacts } from './precedence.js';
import type { Fact, FactField, ReleaseDate, ReleaseFields } from './release.js';

type Options = Partial<Pick<Fact, 'sourceRef' | 'observedAt' | 'status'>>;
const fact = <F extends FactField>(field: F, value: ReleaseFields[F], source: string, options: Options = {}): Fact => ({
  field,
  value,
  source,
  sourceRef: `${source}/1`,
  observedAt: '2026-07-02T00:00:00.000Z',
  status: 'CLAIMED',
  ...options,
});
const host = <F extends FactField>(field: F, value: ReleaseFields[F], name: string, row = 'x'): Fact =>
  fact(field, value, 'models.dev', { sourceRef: `providers/${name}/models/${row}` });
const canonical = <F extends FactField>(field: F, value: ReleaseFields[F], row = 'x'): Fact =>
  fact(field, value, 'models.dev', { sourceRef: `models/${row}` });
const day = (date: string): ReleaseDate => ({ date, precision: 'DAY' });
const month = (date: string): ReleaseDate => ({ date, precision: 'MONTH' });
const about = (key: string, vendorSlug: string): { key: string; vendorSlug: string } => ({ key, vendorSlug });

describe('release date', () => {
  const sources = [
    fact('releaseDate', day('2025-07-01'), 'vendor:mistral'),
    canonical('releaseDate', day('2025-07-02')),
    fact('releaseDate', day('2025-07-03'), 'gpustack'),
    fact('releaseDate', day('2025-07-04'), 'openrouter'),
    fact('releaseDate', day('2025-07-05'), 'huggingface'),
    host('releaseDate', day('2025-07-06'), 'groq'),
  ];

  it('follows the order of sources', () => {
    const won = sources.map((_, index) => resolveFacts(sources.slice(index)).fields.releaseDate?.date);
    expect(won).toEqual(['2025-07-01', '2025-07-02', '2025-07-03', '2025-07-04', '2025-07-05', '2025-07-06']);
  });

  it('takes the earliest canonical row, and one without a day only where nothing better speaks', () => {
    const rows = [canonical('releaseDate', day('2025-08-02'), 'a'), canonical('releaseDate', day('2025-08-01'), 'b')];
    expect(resolveFacts(rows).fields.releaseDate?.date).toBe('2025-08-01');
    const vague = canonical('releaseDate', month('2025-04-01'));
    expect(resolveFacts([vague, fact('releaseDate', day('2025-07-22'), 'gpustack')]).fields.releaseDate?.date).toBe(
      '2025-07-22',
    );
    expect(resolveFacts([vague]).fields.releaseDate).toEqual(month('2025-04-01'));
  });

  it('takes what most hosts say, a host counting once', () => {
    const facts = [
      host('releaseDate', day('2025-08-05'), 'groq'),
      host('releaseDate', day('2025-08-05'), 'together'),
      host('releaseDate', day('2026-01-10'), 'azure', 'a'),
      host('releaseDate', day('2026-01-10'), 'azure', 'b'),
      host('releaseDate', day('2026-01-10'), 'azure', 'c'),
    ];
    expect(resolveFacts(facts).fields.releaseDate?.date).toBe('2025-08-05');
  });

  it('refuses impossible dates, the future, and what the name contradicts', () => {
    const facts = [
      canonical('releaseDate', day('2024-11-01')),
      fact('releaseDate', day('1970-01-01'), 'gpustack'),
      fact('releaseDate', day('2025-25-11'), 'openrouter'),
      fact('releaseDate', day('2026-08-01'), 'huggingface'),
      host('releaseDate', day('2025-12-02'), 'mistral'),
    ];
    const resolved = resolveFacts(facts, about('mistralai/Mistral-Large-3-675B-Instruct-2512', 'mistral'));
    expect(resolved.fields.releaseDate?.date).toBe('2025-12-02');
    expect(resolved.refused.map(({ fact: { value } }) => value)).toEqual(
      expect.arrayContaining([day('2024-11-01'), day('1970-01-01'), day('2025-25-11'), day('2026-08-01')]),
    );
    expect(resolved.refused).toHaveLength(4);
  });

  it('holds a day in the name against any year', () => {
    const r1 = about('deepseek-ai/DeepSeek-R1-0528', 'deepseek');
    expect(resolveFacts([canonical('releaseDate', day('2025-05-28'))], r1).fields.releaseDate?.date).toBe('2025-05-28');
    expect(resolveFacts([canonical('releaseDate', day('2025-01-20'))], r1).fields.releaseDate).toBeUndefined();
  });

  it('falls back to the month in the name', () => {
    const { fields, winners } = resolveFacts([], about('Qwen/Qwen3-4B-Instruct-2507', 'alibaba'));
    expect(fields.releaseDate).toEqual(month('2025-07-01'));
    expect(winners.get('releaseDate')?.status).toBe('DERIVED');
  });
});

describe('parameters', () => {
  const R1 = about('deepseek-ai/DeepSeek-R1', 'deepseek');

  it('takes the vendor, then the name, then the larger catalogue, then stored values', () => {
    const catalogues = [fact('totalParamsB', 671, 'gpustack'), fact('totalParamsB', 685, 'xinference')];
    const stored = fact('totalParamsB', 684.5, 'huggingface', { sourceRef: 'deepseek-ai/DeepSeek-R1' });
    expect(resolveFacts([...catalogues, stored], R1).fields.totalParamsB).toBe(685);
    expect(resolveFacts([stored], R1).fields.totalParamsB).toBe(684.5);
    expect(resolveFacts(catalogues, about('Qwen/Qwen3-32B', 'alibaba')).fields.totalParamsB).toBe(32);
    expect(
      resolveFacts([fact('totalParamsB', 32.8, 'vendor:qwen')], about('Qwen/Qwen3-32B', 'alibaba')).fields.totalParamsB,
    ).toBe(32.8);
  });

  it('never counts packed values, active or effective parameters as the total', () => {
    const packed = fact('totalParamsB', 158, 'huggingface', { sourceRef: 'deepseek-ai/DeepSeek-V4-Flash-FP8' });
    expect(
      resolveFacts([packed], about('deepseek-ai/DeepSeek-V4-Flash', 'deepseek')).fields.totalParamsB,
    ).toBeUndefined();
    const scout = about('meta-llama/Llama-4-Scout-17B-16E-Instruct', 'meta');
    expect(resolveFacts([fact('totalParamsB', 17, 'xinference')], scout).fields).toMatchObject({ activeParamsB: 17 });
    expect(resolveFacts([fact('totalParamsB', 17, 'xinference')], scout).fields.totalParamsB).toBeUndefined();
    const e4b = resolveFacts(
      [fact('totalParamsB', 4, 'gpustack'), fact('totalParamsB', 8, 'llmfit')],
      about('google/gemma-4-E4B-it', 'google'),
    );
    expect(e4b.fields.totalParamsB).toBe(8);
  });

  it('shows a conflict over 1.3 times, not below', () => {
    const conflictsWith = (value: number): number =>
      resolveFacts([fact('totalParamsB', value, 'gpustack')], about('Qwen/Qwen3-100B', 'alibaba')).conflicts.length;
    expect([conflictsWith(125), conflictsWith(131), conflictsWith(76)]).toEqual([0, 1, 1]);
  });
});

describe('context', () => {
  it('takes the canonical row over what hosts agree on, that over the smallest', () => {
    const hosts = [
      host('contextTokens', 32_768, 'a'),
      host('contextTokens', 131_072, 'b'),
      host('contextTokens', 131_072, 'c'),
    ];
    expect(resolveFacts([...hosts, canonical('contextTokens', 204_800)]).fields.contextTokens).toBe(204_800);
    expect(resolveFacts(hosts).fields.contextTokens).toBe(131_072);
    expect(resolveFacts(hosts.slice(0, 2)).fields.contextTokens).toBe(32_768);
    expect(resolveFacts([...hosts, canonical('contextTokens', 204_800)]).conflicts[0]?.others).toHaveLength(3);
  });

  it('does not take two rows of one host for agreement', () => {
    const rows = [
      host('contextTokens', 9, 'a', '1'),
      host('contextTokens', 9, 'a', '2'),
      host('contextTokens', 7, 'b'),
    ];
    expect(resolveFacts(rows).fields.contextTokens).toBe(7);
  });
});

describe('capabilities', () => {
  const hosts = [
    host('capabilities', ['REASONING', 'TOOL_CALL'], 'a'),
    host('capabilities', ['TOOL_CALL'], 'b'),
    host('capabilities', ['TOOL_CALL', 'STRUCTURED_OUTPUT'], 'c'),
  ];

  it('believes the canonical row, else the majority of three hosts, else nobody', () => {
    expect(resolveFacts([...hosts, canonical('capabilities', [])]).fields.capabilities).toEqual([]);
    expect(resolveFacts(hosts).fields.capabilities).toEqual(['TOOL_CALL']);
    expect(resolveFacts(hosts.slice(1)).fields.capabilities).toBeUndefined();
  });
});

describe('languages', () => {
  const claimed = (...codes: readonly string[]) => codes.map((code) => ({ code, evidence: 'CLAIMED' as const }));

  it('are one each, whichever code a source, or a person, gives them', () => {
    const one = [canonical('languages', claimed('tl', 'fil', 'msa'))];
    expect(resolveFacts(one).fields.languages).toEqual(claimed('fil', 'ms'));
    const measured = { code: 'fil', evidence: 'MEASURED' as const, score: 71 };
    const two = [...one, fact('languages', [measured, ...claimed('en')], 'hub')];
    expect(resolveFacts(two).fields.languages).toEqual([...claimed('en'), measured, ...claimed('ms')]);
    const byHand = fact('languages', claimed('zho'), 'manual', { status: 'MANUAL' });
    expect(resolveFacts([...two, byHand]).fields.languages).toEqual(claimed('zh'));
  });
});

describe('licence', () => {
  it('believes the rule table over tags, and classes what won', () => {
    const { fields, winners, conflicts } = resolveFacts(
      [fact('licenceId', 'modified-mit', 'gpustack')],
      about('MiniMaxAI/MiniMax-M2.7', 'minimax'),
    );
    expect(fields).toMatchObject({ licenceId: 'minimax-non-commercial', licenceClass: 'RESEARCH_ONLY' });
    expect(winners.get('licenceId')?.status).toBe('CLAIMED');
    expect(conflicts.map(({ field }) => field)).toEqual(['licenceId']);
  });

  it('takes the vendor over a tag where there is no rule', () => {
    const facts = [
      fact('licenceId', 'mistral-research-license', 'gpustack'),
      fact('licenceId', 'apache-2.0', 'vendor:mistral'),
    ];
    expect(resolveFacts(facts).fields).toMatchObject({ licenceId: 'apache-2.0', licenceClass: 'OSI_PERMISSIVE' });
  });
});

describe('every field', () => {
  it('lets a person have the last word, the latest of several', () => {
    const manual = (value: number, observedAt: string): Fact =>
      fact('totalParamsB', value, 'people', { status: 'MANUAL', observedAt });
    const facts = [
      manual(31, '2026-01-01T00:00:00.000Z'),
      manual(33, '2026-02-01T00:00:00.000Z'),
      fact('totalParamsB', 32, 'vendor:qwen'),
    ];
    expect(resolveFacts(facts, about('Qwen/Qwen3-32B', 'alibaba')).fields.totalParamsB).toBe(33);
  });

  it('counts only the latest word of one place', () => {
    const old = fact('contextTokens', 1000, 'gpustack', { observedAt: '2025-01-01T00:00:00.000Z' });
    expect(resolveFacts([old, fact('contextTokens', 9000, 'gpustack')]).fields.contextTokens).toBe(9000);
  });

  it('ignores a third host’s retirement and leaves what nobody said unknown', () => {
    const { fields } = resolveFacts(
      [fact('retirementDate', '2026-09-01', 'litellm')],
      about('Qwen/Qwen3-32B', 'alibaba'),
    );
    expect(fields.retirementDate).toBeUndefined();
    expect(fields.contextTokens).toBeUndefined();
    expect(resolveFacts([fact('retirementDate', '2026-09-01', 'vendor:qwen')]).fields.retirementDate).toBe(
      '2026-09-01',
    );
  });

  it('derives lineage and preview from the name', () => {
    expect(
      resolveFacts([fact('kind', 'BASE', 'xinference')], about('deepseek-ai/DeepSeek-V3.2-Exp', 'deepseek')).fields,
    ).toMatchObject({
      family: 'deepseek',
      generation: [3, 2],
      kind: 'CHAT',
      status: 'PREVIEW',
      displayName: 'DeepSeek-V3.2-Exp',
    });
  });
});
