import { describe, expect, it } from '@jest/globals';
import { decideMateriality, materialityOf } from './materiality.js';

const low = { impact: 'LOW', complexity: 'LOW', reliance: 'LOW' } as const;
const high = { ...low, reliance: 'HIGH' } as const;

describe('materiality', () => {
  it('is the highest of the three factors', () => {
    expect(materialityOf(low)).toBe('LOW');
    expect(materialityOf({ ...low, complexity: 'MEDIUM' })).toBe('MEDIUM');
    expect(materialityOf(high)).toBe('HIGH');
  });

  it('is raised by anyone, even while a request is open', () => {
    expect(decideMateriality({ from: low, to: high, actorRoles: ['TOOL_OWNER'], openRequest: true })).toBe('HIGH');
  });

  it('is lowered by a manager only, and never while a request is open', () => {
    const change = { from: high, to: low, actorRoles: ['MANAGER'], openRequest: false };
    expect(decideMateriality(change)).toBe('LOW');
    expect(() => decideMateriality({ ...change, actorRoles: ['TOOL_OWNER', 'ADMIN'] })).toThrow('Only a manager');
    expect(() => decideMateriality({ ...change, openRequest: true })).toThrow('while a swap request');
  });
});
