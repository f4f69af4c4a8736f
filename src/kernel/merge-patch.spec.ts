import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergePatch } from './merge-patch.js';

describe('mergePatch', () => {
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('of %j with %j is %j', (current, patch, merged) => {
    expect(mergePatch(current, patch)).toEqual(merged);
  });

  const plain = fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.dictionary(fc.string(), fc.boolean())));

  it('changes nothing when empty, and the same when applied twice', () => {
    fc.assert(
      fc.property(plain, plain, (current, patch) => {
        expect(mergePatch(current, {})).toEqual(current);
        const once = mergePatch(current, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });
});
