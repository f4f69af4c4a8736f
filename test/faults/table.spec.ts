import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FAULT_ROWS } from '../support/fault-rows.js';
import { planTable } from '../support/fault-table.js';

const COUNTED = Object.entries(FAULT_ROWS).filter(([, { full }]) => Object.keys(full).length > 0);
const cells = (table: string): string[] =>
  table
    .split(/[|\n]+/)
    .map((each) => each.trim())
    .filter((each) => /[^-]/.test(each));

describe('the table of faults', () => {
  it('is what docs/operations/faults.md shows', () => {
    const [, shown = ''] =
      /<!-- plan -->([^]*)<!-- \/plan -->/.exec(readFileSync('docs/operations/faults.md', 'utf8')) ?? [];
    expect(cells(shown)).toEqual(cells(planTable()));
  });

  it('names tests that exist', () => {
    const files = Object.values(FAULT_ROWS).flatMap(({ tests }) => tests);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each(COUNTED)('has the counts of %s from where the tests take theirs', (name, { tests }) => {
    const sources = tests.map((file) => readFileSync(file, 'utf8'));
    expect(sources.some((source) => source.includes(`figuresOf('${name}')`))).toBe(true);
  });
});
