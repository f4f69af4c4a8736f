import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conclude, licenceClassOf, licenceDiff, ruledLicence, termsOf } from './licence.js';
import { LICENCE_RULES, LICENCES } from './licence-table.js';

const BANK = { monthlyActiveUsers: 5_000_000, monthlyRevenueUsd: 900_000_000, establishedInEu: false };
const standingOf = (key: string): readonly [string, string] | undefined => {
  const ruled = ruledLicence(key);
  if (ruled === undefined) return undefined;
  const { standing, code } = conclude(ruled.terms, BANK);
  return [standing, code];
};

describe('ruledLicence', () => {
  it.each([
    ['openai/gpt-oss-120b', 'apache-2.0', 'OSI_PERMISSIVE'],
    ['Qwen/Qwen3.6-27B', 'apache-2.0', 'OSI_PERMISSIVE'],
    ['Qwen/Qwen2.5-3B-Instruct', 'qwen-research', 'RESEARCH_ONLY'],
    ['Qwen/Qwen2.5-72B-Instruct', 'qwen', 'COMMUNITY_RESTRICTED'],
    ['deepseek-ai/DeepSeek-V3', 'deepseek-license', 'PERMISSIVE_WITH_CONDITIONS'],
    ['deepseek-ai/DeepSeek-V3.2-Exp', 'mit', 'OSI_PERMISSIVE'],
    ['zai-org/GLM-4.5V', 'mit', 'OSI_PERMISSIVE'],
    ['MiniMaxAI/MiniMax-M2.7', 'minimax-non-commercial', 'RESEARCH_ONLY'],
    ['MiniMaxAI/MiniMax-M3', 'minimax-community', 'UNKNOWN'],
    ['mistralai/Mistral-Medium-3.5-128B', 'mistral-modified-mit', 'COMMUNITY_RESTRICTED'],
    ['mistralai/Devstral-Small-2-24B-Instruct-2512', 'apache-2.0', 'OSI_PERMISSIVE'],
    ['google/gemma-3-27b-it', 'gemma', 'PERMISSIVE_WITH_CONDITIONS'],
    ['google/gemma-4-31B-it', 'apache-2.0', 'OSI_PERMISSIVE'],
  ])('%s is under %s', (key, licenceId, licenceClass) => {
    expect(ruledLicence(key)?.terms).toMatchObject({ licenceId, licenceClass });
  });

  it('claims nothing of repositories that it has no rule for', () => {
    expect(ruledLicence('deepseek-ai/DeepSeek-R1-Distill-Llama-70B')).toBeUndefined();
    expect(ruledLicence('someone/else')).toBeUndefined();
  });

  it('has terms for every licence that a rule names, but for those nobody has read', () => {
    const unread = LICENCE_RULES.filter(({ licenceId }) => termsOf(licenceId).licenceClass === 'UNKNOWN');
    expect(unread.map(({ licenceId }) => licenceId)).toEqual(['minimax-community']);
    expect(new Set(LICENCES.map(({ licenceId }) => licenceId)).size).toBe(LICENCES.length);
  });
});

describe('licenceClassOf', () => {
  it('knows the ids that catalogues use, however spelt', () => {
    expect(
      ['Apache 2.0', 'MIT', 'cc-by-nc-4.0', 'llama3.3', 'modified-mit', 'nvidia-open-model-license', 'other', ''].map(
        licenceClassOf,
      ),
    ).toEqual([
      'OSI_PERMISSIVE',
      'OSI_PERMISSIVE',
      'RESEARCH_ONLY',
      'COMMUNITY_RESTRICTED',
      'PERMISSIVE_WITH_CONDITIONS',
      'PERMISSIVE_WITH_CONDITIONS',
      'UNKNOWN',
      'UNKNOWN',
    ]);
  });
});

describe('conclude', () => {
  it.each([
    ['openai/gpt-oss-20b', 'USABLE', 'LICENCE_PERMISSIVE'],
    ['MiniMaxAI/MiniMax-M2.7', 'NOT_USABLE', 'LICENCE_NON_COMMERCIAL'],
    ['mistralai/Devstral-2-123B-Instruct-2512', 'NOT_USABLE', 'LICENCE_THRESHOLD_EXCEEDED'],
    ['moonshotai/Kimi-K2-Instruct', 'WITH_DUTIES', 'LICENCE_THRESHOLD_EXCEEDED'],
    ['MiniMaxAI/MiniMax-M2', 'WITH_DUTIES', 'LICENCE_THRESHOLD_EXCEEDED'],
    ['meta-llama/Llama-3.3-70B-Instruct', 'WITH_DUTIES', 'LICENCE_CONDITIONS'],
    ['MiniMaxAI/MiniMax-M3', 'UNDETERMINED', 'LICENCE_UNKNOWN'],
  ])('%s is %s for a large bank', (key, standing, code) => {
    expect(standingOf(key)).toEqual([standing, code]);
  });

  it('asks where the enterprise is established when the licence excludes the European Union', () => {
    const llama4 = termsOf('llama4');
    expect(conclude(llama4, { ...BANK, establishedInEu: true }).code).toBe('LICENCE_EXCLUDES_EU');
    expect(conclude(llama4, { ...BANK, establishedInEu: undefined }).standing).toBe('UNDETERMINED');
    expect(conclude(llama4, BANK).standing).toBe('WITH_DUTIES');
  });

  it('does not decide on a size that nobody recorded', () => {
    expect(conclude(termsOf('mistral-modified-mit'), {}).standing).toBe('UNDETERMINED');
    expect(conclude(termsOf('mistral-modified-mit'), { monthlyRevenueUsd: 1_000_000 }).standing).toBe('WITH_DUTIES');
  });

  it('never gets easier for a larger enterprise', () => {
    const order = ['USABLE', 'WITH_DUTIES', 'NOT_USABLE'];
    const size = fc.nat(2_000_000_000);
    fc.assert(
      fc.property(fc.constantFrom(...LICENCES), size, size, (terms, a, b) => {
        const of = (figure: number): number =>
          order.indexOf(
            conclude(terms, { monthlyActiveUsers: figure, monthlyRevenueUsd: figure, establishedInEu: false }).standing,
          );
        expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)));
      }),
    );
  });
});

describe('licenceDiff', () => {
  it('says what is gained and lost', () => {
    const diff = licenceDiff(termsOf('gemma'), termsOf('apache-2.0'));
    expect(diff.gained).toEqual(['Mark what was changed.']);
    expect(diff.lost).toHaveLength(2);
  });

  it('mirrors when the direction turns, and is empty between equals', () => {
    const any = fc.constantFrom(...LICENCES);
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(licenceDiff(a, b).gained).toEqual(licenceDiff(b, a).lost);
        expect(licenceDiff(a, a)).toEqual({ sameLicence: true, gained: [], lost: [] });
      }),
    );
  });
});
