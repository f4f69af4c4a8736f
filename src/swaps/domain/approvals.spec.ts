import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_POLICY } from '../../policy/domain/policy.js';
import {
  countingApprovals,
  decideApproval,
  isApproved,
  missingApprovals,
  neededApprovals,
  requireApproved,
} from './approvals.js';
import type { ApprovalQuestion, GivenApproval } from './approvals.js';

const CURRENT = { revision: 2, digest: 'd' };

const given = (personId: string, over: Partial<GivenApproval> = {}): GivenApproval => ({
  personId,
  asRole: 'MANAGER',
  purpose: 'APPROVAL',
  voided: false,
  holdsRole: true,
  ...CURRENT,
  ...over,
});

const question = (over: Partial<ApprovalQuestion> = {}): ApprovalQuestion => ({
  rule: { approvals: 2, validator: true },
  given: [],
  current: CURRENT,
  revision: 2,
  approver: { personId: 'm1', roles: ['MANAGER'], isOwner: false },
  contributors: ['owner'],
  implementerId: null,
  purpose: 'APPROVAL',
  ...over,
});

const codeOf = (over: Partial<ApprovalQuestion>): unknown => {
  try {
    return decideApproval(question(over));
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('approvals of a swap', () => {
  it('are as many as the policy asks for the materiality; a standard change takes none, an emergency one', () => {
    const { approvals } = DEFAULT_POLICY;
    expect(neededApprovals('NORMAL', 'HIGH', approvals)).toEqual({ approvals: 2, validator: true });
    expect(neededApprovals('NORMAL', 'LOW', approvals)).toEqual({ approvals: 1, validator: false });
    expect(neededApprovals('STANDARD', 'LOW', approvals)).toEqual({ approvals: 0, validator: false });
    expect(neededApprovals('STANDARD', 'MEDIUM', approvals)).toEqual({ approvals: 2, validator: false });
    expect(neededApprovals('EMERGENCY', 'HIGH', approvals)).toEqual({ approvals: 1, validator: false });
  });

  it('are refused to the wrong people', () => {
    expect(codeOf({ approver: { personId: 'owner', roles: ['MANAGER'], isOwner: true } })).toBe('own-request');
    expect(codeOf({ implementerId: 'm1' })).toBe('implementer-approves');
    expect(codeOf({ revision: 1 })).toBe('stale-revision');
    expect(codeOf({ given: [given('m1')] })).toBe('already-approved');
    expect(codeOf({ approver: { personId: 'x', roles: ['TOOL_OWNER'], isOwner: false } })).toBe('approval-role');
    expect(codeOf({ given: [given('a'), given('b'), given('v', { asRole: 'VALIDATOR' })] })).toBe('approvals-complete');
    const own = { personId: 'v', roles: ['VALIDATOR'], isOwner: true };
    expect(codeOf({ given: [given('a'), given('b')], approver: own })).toBe('validator-not-independent');
  });

  it('say in which role they count, and whether one is the last', () => {
    expect(codeOf({})).toEqual({ asRole: 'MANAGER', completes: false });
    const both = { personId: 'mv', roles: ['VALIDATOR', 'MANAGER'], isOwner: false };
    expect(codeOf({ given: [given('a')], approver: both })).toEqual({ asRole: 'MANAGER', completes: false });
    expect(codeOf({ given: [given('a'), given('b')], approver: both })).toEqual({
      asRole: 'VALIDATOR',
      completes: true,
    });
  });

  it('count for exactly this content, by people who still hold the role', () => {
    const others = [
      given('a', { revision: 1 }),
      given('b', { digest: 'e' }),
      given('c', { voided: true }),
      given('d', { holdsRole: false }),
      given('e', { purpose: 'REVIEW' }),
    ];
    expect(countingApprovals([...others, given('f')], CURRENT, 'APPROVAL')).toEqual([given('f')]);
    expect(() => requireApproved({ approvals: 1, validator: false }, others, CURRENT)).toThrow(
      expect.objectContaining({ code: 'approvals-void' }),
    );
  });

  it('never suffice with fewer distinct people than the rule asks for', () => {
    const approval = fc.record({
      personId: fc.constantFrom('a', 'b', 'c', 'd'),
      asRole: fc.constantFrom('MANAGER' as const, 'VALIDATOR' as const),
      purpose: fc.constant('APPROVAL' as const),
      voided: fc.boolean(),
      holdsRole: fc.boolean(),
      revision: fc.constantFrom(1, 2),
      digest: fc.constantFrom('d', 'e'),
    });
    const rule = { approvals: 2, validator: true };
    fc.assert(
      fc.property(
        fc.uniqueArray(approval, { selector: ({ personId, revision }) => `${personId}${revision}` }),
        (all) => {
          const counting = countingApprovals(all, CURRENT, 'APPROVAL');
          if (isApproved(missingApprovals(rule, counting)))
            expect(new Set(counting.map(({ personId }) => personId)).size).toBeGreaterThanOrEqual(3);
        },
      ),
    );
  });
});
