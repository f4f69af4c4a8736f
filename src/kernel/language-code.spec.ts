import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { languageCode } from './language-code.js';

describe('languageCode', () => {
  it.each([
    ['tl', 'fil'],
    ['fil', 'fil'],
    ['msa', 'ms'],
    ['zsm', 'ms'],
    ['zho', 'zh'],
    ['iw', 'he'],
    ['ta', 'ta'],
    ['English', 'English'],
    ['', ''],
  ])('%s is %s', (code, expected) => {
    expect(languageCode(code)).toBe(expected);
  });

  it('answers its own answer with itself, whatever it is given', () => {
    fc.assert(fc.property(fc.string(), (code) => languageCode(languageCode(code)) === languageCode(code)));
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,3}$/), (code) => languageCode(languageCode(code)) === languageCode(code)),
    );
  });
});
