import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakableText, isReplaced, printable, printableText } from './printable.js';

/** The typeface as pdfmake reads it. */
interface Typeface {
  hasGlyphForCodePoint(codePoint: number): boolean;
}
const pdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake/package.json'));
const faces: readonly Typeface[] = ['Regular', 'Medium'].map((style) =>
  pdfmake('fontkit').openSync(pdfmake.resolve(`./fonts/Roboto/Roboto-${style}.ttf`)),
);

describe('printable text', () => {
  it.each([
    ['Credit memo summariser', 'Credit memo summariser'],
    ['Kredit-Übersicht für Zürich, 24.6\u00a0%', 'Kredit-Übersicht für Zürich, 24.6\u00a0%'],
    ['通义千问 3', '[U+901A U+4E49 U+5343 U+95EE] 3'],
    ['தமிழ்', '[U+0BA4 U+0BAE U+0BBF U+0BB4 U+0BCD]'],
    ['nǐ hǎo', 'ni hao'],
    ['a\u0000b\u202ec', 'a b c'],
    ['😀', '[U+1F600]'],
  ])('of %j is %j', (text, expected) => {
    expect(printableText(text)).toBe(expected);
  });

  it('is broken where a word is too long for a column', () => {
    const words = breakableText('x'.repeat(120)).split('\u200b');
    expect(Math.max(...words.map(({ length }) => length))).toBeLessThanOrEqual(18);
    expect(words.join('')).toBe('x'.repeat(120));
    expect(breakableText('Qwen/Qwen3-235B-A22B-Instruct-2507').split('\u200b').length).toBeGreaterThan(3);
    expect(breakableText('short words stay')).toBe('short words stay');
  });

  it('is made of characters that the typeface has, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const has = (character: string): boolean =>
          faces.every((face) => face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
        expect([...breakableText(printableText(text))].filter((character) => !has(character))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reaches every text of a report and nothing else', () => {
    expect(printable({ tools: [{ name: '千', days: 3, none: null }], is: true })).toEqual({
      tools: [{ name: '[U+5343]', days: 3, none: null }],
      is: true,
    });
    expect(isReplaced(printableText('千'))).toBe(true);
    expect(isReplaced('plain')).toBe(false);
  });
});
