import { describe, expect, it } from '@jest/globals';
import { NEXT, decideLifecycle } from './model-lifecycle.js';
import { LIFECYCLES } from './vocabulary.js';

const step = { registrantId: 'a', actorId: 'b', actorRoles: ['MANAGER'], toolsServed: 0 };

describe('decideLifecycle', () => {
  it.each(LIFECYCLES.flatMap((from) => LIFECYCLES.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    const decide = (): string => decideLifecycle({ ...step, from, to });
    if (NEXT[from].includes(to)) expect(decide()).toBe(to);
    else expect(decide).toThrow('cannot become');
  });

  it('leads from proposal to retirement', () => {
    expect(NEXT.PROPOSED).toContain('APPROVED');
    expect(NEXT.APPROVED).toContain('IN_USE');
    expect(NEXT.IN_USE).toEqual(['DEPRECATED']);
    expect(NEXT.DEPRECATED).toContain('RETIRED');
    expect(NEXT.RETIRED).toEqual([]);
  });

  it('takes a validator or manager who did not register the model', () => {
    const approval = { ...step, from: 'PROPOSED', to: 'APPROVED' } as const;
    expect(decideLifecycle({ ...approval, actorRoles: ['VALIDATOR'] })).toBe('APPROVED');
    expect(() => decideLifecycle({ ...approval, actorRoles: ['PLATFORM_ENGINEER'] })).toThrow('validator or a manager');
    expect(() => decideLifecycle({ ...approval, actorId: 'a' })).toThrow('cannot approve it');
  });

  it('does not retire a model that still serves a tool', () => {
    expect(() => decideLifecycle({ ...step, from: 'DEPRECATED', to: 'RETIRED', toolsServed: 2 })).toThrow('2 tool(s)');
  });
});
