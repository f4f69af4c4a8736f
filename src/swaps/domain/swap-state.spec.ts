import { describe, expect, it } from '@jest/globals';
import { decideStep, isFinal, MACHINE, mayTake, partiesOf, rolloutAction, STEPS } from './swap-state.js';
import type { Party, SwapAction } from './swap-state.js';
import { FINAL_STATES, SWAP_STATES } from './vocabulary.js';

const ACTIONS = Object.keys(STEPS) as SwapAction[];
const of = (...parties: Party[]): ReadonlySet<Party> => new Set(parties);

describe('steps of a swap request', () => {
  it('lead nowhere from a final state, and somewhere from every other', () => {
    for (const state of SWAP_STATES) {
      const open = ACTIONS.filter((action) => (STEPS[action].from as readonly string[]).includes(state));
      expect(open.length > 0).toBe(!isFinal(state));
    }
    expect(FINAL_STATES.every(isFinal)).toBe(true);
  });

  it('reach every state from a draft', () => {
    const reached = new Set<string>(['DRAFT']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of Object.values(STEPS)) if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...SWAP_STATES].sort());
  });

  it.each([
    ['submit', 'DRAFT', of('REQUESTER'), 'SUBMITTED'],
    ['assess', 'SUBMITTED', of('VALIDATOR'), 'UNDER_ASSESSMENT'],
    ['request-changes', 'UNDER_ASSESSMENT', of('MANAGER'), 'CHANGES_REQUESTED'],
    ['move', 'SCHEDULED', of('IMPLEMENTER'), 'IN_REVIEW'],
    ['roll-back', 'IN_ROLLOUT', of('OWNER'), 'ROLLED_BACK'],
    ['cancel', 'SCHEDULED', of('MANAGER'), 'CANCELLED'],
    ['expire', 'APPROVED', MACHINE, 'EXPIRED'],
  ] as const)('%s leads from %s on', (action, from, parties, to) => {
    expect(decideStep(action, from, parties)).toBe(to);
    expect(mayTake(action, from, parties)).toBe(true);
  });

  it('are refused to everybody else and from everywhere else', () => {
    expect(() => decideStep('submit', 'DRAFT', of('MANAGER'))).toThrow(expect.objectContaining({ code: 'swap-party' }));
    expect(() => decideStep('complete', 'IN_REVIEW', of('REQUESTER', 'MANAGER'))).toThrow(
      expect.objectContaining({ code: 'swap-party', kind: 'forbidden' }),
    );
    expect(() => decideStep('cancel', 'IN_ROLLOUT', of('REQUESTER'))).toThrow(
      expect.objectContaining({ code: 'swap-transition', kind: 'conflict' }),
    );
    expect(() => decideStep('expire', 'APPROVED', of('MANAGER', 'OWNER'))).toThrow();
  });

  it('go through stages in one direction, some of which may be left out', () => {
    expect(rolloutAction(null, 'SHADOW')).toBe('roll-out');
    expect(rolloutAction('SHADOW', 'FULL')).toBe('move');
    expect(rolloutAction(null, 'FULL')).toBe('move');
    expect(() => rolloutAction('CANARY', 'SHADOW')).toThrow(expect.objectContaining({ code: 'stage-passed' }));
    expect(() => rolloutAction('CANARY', 'CANARY')).toThrow();
  });

  it('know what somebody is to a request', () => {
    const facts = { actorId: 'a', roles: ['MANAGER', 'TOOL_OWNER'], requestedBy: 'b', implementerId: null };
    expect([...partiesOf({ ...facts, isToolTheirs: false })]).toEqual(['MANAGER']);
    expect([...partiesOf({ ...facts, isToolTheirs: true })]).toEqual(['REQUESTER', 'OWNER', 'MANAGER']);
    const engineer = { ...facts, roles: ['PLATFORM_ENGINEER'], requestedBy: 'a', implementerId: 'a' };
    expect([...partiesOf({ ...engineer, isToolTheirs: false })]).toEqual([
      'REQUESTER',
      'IMPLEMENTER',
      'PLATFORM_ENGINEER',
    ]);
  });
});
