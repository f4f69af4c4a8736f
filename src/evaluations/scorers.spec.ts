import { describe, expect, it } from '@jest/globals';
import { readGoldenSet } from './golden-set.js';
import { scoreAnswer } from './scorers.js';

const score = (
  scorer: Parameters<typeof scoreAnswer>[1],
  expected: unknown,
  answer: string,
  tolerance?: number,
): number =>
  scoreAnswer({ input: 'x', scorer, expected, ...(tolerance === undefined ? {} : { tolerance }) }, scorer, answer);

describe('scoreAnswer', () => {
  it('compares texts without regard to case and spacing', () => {
    expect(score('exact', 'Approved', ' approved\n')).toBe(1);
    expect(score('exact', 'Approved', 'approved now')).toBe(0);
    expect(score('contains', 'wire  transfer', 'It was a Wire Transfer.')).toBe(1);
  });

  it('matches patterns, and stops one that runs away', () => {
    expect(score('regex', '^SG\\d{4}$', 'SG1234')).toBe(1);
    const started = performance.now();
    expect(score('regex', '^(a+)+$', `${'a'.repeat(5_000)}b`)).toBe(0);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('checks JSON by schema, in a code fence or bare', () => {
    const schema = { type: 'object', required: ['amount'], properties: { amount: { type: 'number' } } };
    expect(score('json-schema', schema, '```json\n{"amount": 12.5}\n```')).toBe(1);
    expect(score('json-schema', schema, '{"amount": "12.5"}')).toBe(0);
    expect(score('json-schema', schema, 'twelve')).toBe(0);
  });

  it('reads the last number, within the tolerance', () => {
    expect(score('number', 1234.5, '10 + 1,224.5 = 1,234.5')).toBe(1);
    expect(score('number', 100, 'about 101', 1)).toBe(1);
    expect(score('number', 100, 'about 102', 1)).toBe(0);
    expect(score('number', 100, 'none')).toBe(0);
  });
});

describe('readGoldenSet', () => {
  it('names the line that is wrong, and never its text', () => {
    const secret = 'account 4711';
    const lines = [`{"input":"a","scorer":"exact","expected":"b"}`, `{"input":"${secret}","scorer":"judge"}`];
    expect(() => readGoldenSet(Buffer.from(lines.join('\n')))).toThrow(
      'Line 2 of the golden set: the judge needs a rubric.',
    );
    expect(() => readGoldenSet(Buffer.from(`${secret}`))).toThrow('Line 1 of the golden set: is not JSON.');
    expect(() => readGoldenSet(Buffer.from(''))).toThrow('1 to 100000 items');
  });
});

describe('a golden set with an expectation that nobody can read', () => {
  it.each([
    [{ scorer: 'regex', expected: 'Project Alpha (' }, 'regex expects a pattern'],
    [{ scorer: 'regex', expected: 'a'.repeat(501) }, 'regex expects a pattern'],
    [{ scorer: 'json-schema', expected: { type: 'Project Alpha' } }, 'json-schema expects a schema'],
  ])('is refused by its line before anybody is asked, without its text: %j', (item, words) => {
    const read = () => readGoldenSet(Buffer.from(JSON.stringify({ input: 'Who buys Project Alpha?', ...item })));
    expect(read).toThrow(words);
    expect(read).not.toThrow('Alpha');
  });
});
