import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

describe('a table as CSV', () => {
  it('shows false and 0, and leaves what is unknown empty', () => {
    const rows = [{ on: true, off: false, none: 0, unknown: null, day: new Date('2026-07-02T00:00:00Z') }];
    expect(csvOf(rows)).toBe('on,off,none,unknown,day\r\ntrue,false,0,,2026-07-02T00:00:00.000Z\r\n');
  });

  it('names the fields of objects by their way and lists by semicolons', () => {
    expect(csvOf([{ tool: { id: 1, parts: ['a', { b: false }] } }])).toBe(
      'tool.id,tool.parts\r\n1,"a; {""b"":false}"\r\n',
    );
  });

  it('disarms formulas', () => {
    expect(csvOf([{ name: '=1+1' }, { name: '@sum' }])).toBe("name\r\n'=1+1\r\n'@sum\r\n");
  });
});
