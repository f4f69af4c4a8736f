import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from './domain/policy.js';
import { parsePolicy } from './parse-policy.js';
import { mergeDocument } from './merge-document.js';

const merged = (changes: object) => parsePolicy(mergeDocument(DEFAULT_POLICY, changes));

describe('mergeDocument', () => {
  it('keeps null where it means "none" and takes the default where it removes', () => {
    const policy = merged({
      minimumReleaseAgeDays: null,
      adoptionFloor: null,
      enterprise: { establishedInEu: null, monthlyRevenueUsd: 5 },
      concentrationLimits: { countryTopShare: { breach: null } },
    });
    expect(policy).toEqual({
      ...DEFAULT_POLICY,
      enterprise: { ...DEFAULT_POLICY.enterprise, monthlyRevenueUsd: 5 },
      concentrationLimits: { ...DEFAULT_POLICY.concentrationLimits, countryTopShare: { warn: 0.6, breach: null } },
    });
  });

  it('replaces lists and removes a profile', () => {
    const policy = merged({ deniedVendors: ['acme'], profiles: { AGENT: null } });
    expect(policy.deniedVendors).toEqual(['acme']);
    expect(Object.keys(policy.profiles)).not.toContain('AGENT');
    expect(Object.keys(policy.profiles)).toContain('CODING');
  });
});
