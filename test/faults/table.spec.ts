import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FAULT_ROWS } from '../support/fault-rows.js';
import { planTable, resultTable } from '../support/fault-table.js';

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

  it('keeps what an earlier run has found in the rows that a run leaves out', () => {
    const { egress, 'dead-feed': deadFeed } = FAULT_ROWS;
    const runOf = (row: string, file: string, on: string) => ({
      ...{ log: JSON.stringify({ row, figures: { tried: 7 } }), outcomes: { [file]: 'HELD' as const }, on },
    });
    const first = resultTable(runOf('egress', egress.tests[0], 'Monday'));
    const broken = { log: '', outcomes: Object.fromEntries(deadFeed.tests.map((file) => [file, 'BROKEN' as const])) };
    const second = resultTable({ ...broken, on: 'Tuesday' }, first);
    expect(second.split('\n').slice(2)).toEqual([
      `| ${deadFeed.promise} | all of it | BROKEN | Tuesday |`,
      `| ${egress.promise} | 7 tried | held | Monday |`,
    ]);
    // Of a row with several files all must have run.
    expect(resultTable(runOf('dead-feed', deadFeed.tests[0], 'Wednesday'), second)).toBe(second);
  });
});
