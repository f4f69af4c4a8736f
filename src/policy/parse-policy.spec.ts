import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../kernel/domain-error.js';
import { parsePolicy } from './parse-policy.js';
import { DEFAULT_POLICY } from './domain/policy.js';

const wrongFields = (input: unknown): string[] => {
  try {
    parsePolicy(input);
  } catch (error) {
    if (error instanceof DomainError) return error.errors.map(({ pointer }) => pointer);
    throw error;
  }
  return [];
};

describe('parsePolicy', () => {
  it('takes the defaults as they are and fills what is left out', () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(DEFAULT_POLICY)))).toEqual(DEFAULT_POLICY);
    expect(parsePolicy({ minimumReleaseAgeDays: 30 })).toEqual({ ...DEFAULT_POLICY, minimumReleaseAgeDays: 30 });
  });

  it.each<[unknown, string]>([
    [{ minimumReleaseAgeDays: -1 }, '/minimumReleaseAgeDays'],
    [{ minimumReleaseAgeDays: '14' }, '/minimumReleaseAgeDays'],
    [{ minimumAge: 14 }, '/minimumAge'],
    [{ deniedCountries: ['China'] }, '/deniedCountries/0'],
    [{ licenceRules: { ...DEFAULT_POLICY.licenceRules, UNKNOWN: 'MAYBE' } }, '/licenceRules/UNKNOWN'],
    [{ scoreWeights: { quality: 1 } }, '/scoreWeights/cost'],
    [{ enterprise: { ...DEFAULT_POLICY.enterprise, establishedInEu: 'yes' } }, '/enterprise/establishedInEu'],
    [{ thresholds: { ...DEFAULT_POLICY.thresholds, gainScore: null } }, '/thresholds/gainScore'],
    [{ profiles: { COOKING: { proxy: false, benchmarks: [] } } }, '/profiles/COOKING'],
    [
      { profiles: { CODING: { proxy: false, benchmarks: [{ benchmark: 'x', weight: 1, scale: 0, noise: 0 }] } } },
      '/profiles/CODING/benchmarks/0/scale',
    ],
    [
      { concentrationLimits: { ...DEFAULT_POLICY.concentrationLimits, vendorTopShare: { warn: 0.5, breach: 0.4 } } },
      '/concentrationLimits/vendorTopShare/warn',
    ],
    [
      { concentrationLimits: { ...DEFAULT_POLICY.concentrationLimits, vendorEffectiveNumber: { warn: 2, breach: 3 } } },
      '/concentrationLimits/vendorEffectiveNumber/warn',
    ],
    [
      { approvals: { ...DEFAULT_POLICY.approvals, HIGH: { approvals: 0, validator: true } } },
      '/approvals/HIGH/approvals',
    ],
    [null, ''],
  ])('names the wrong field of %j', (input, pointer) => {
    expect(wrongFields(input)).toContain(pointer);
  });

  it('refuses weights that weigh nothing', () => {
    const scoreWeights = Object.fromEntries(Object.keys(DEFAULT_POLICY.scoreWeights).map((term) => [term, 0]));
    expect(wrongFields({ scoreWeights })).toEqual(['/scoreWeights']);
  });
});
