import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { DEFAULT_POLICY } from '../src/policy/domain/policy.js';
import { rowCounter } from '../web/src/api/row-counter.js';
import { hiddenOf, hideOf } from '../web/src/components/columns.js';
import { SETTING_LABELS } from '../web/src/policy/labels.js';

const COLUMNS = [
  { id: 'name', header: 'Name' },
  { id: 'date', header: 'Published' },
  { id: 'terms', header: 'Terms', rare: true },
];

describe('the columns in the address', () => {
  it('leave out what few people need, unless somebody chose', () => {
    expect(hiddenOf(COLUMNS, undefined)).toEqual(['terms']);
    expect(hiddenOf(COLUMNS, 'date')).toEqual(['date']);
  });

  it('are read as they were written, whichever are hidden', () => {
    fc.assert(
      fc.property(fc.subarray(COLUMNS), (hidden) => {
        const shown = COLUMNS.filter(({ id }) => !hiddenOf(COLUMNS, hideOf(COLUMNS, hidden)).includes(id));
        expect(shown).toEqual(COLUMNS.filter((column) => !hidden.includes(column)));
      }),
    );
  });

  it('say nothing where nobody chose', () => {
    expect(hideOf(COLUMNS, COLUMNS.slice(2))).toBeUndefined();
  });
});

it('counts the records of a CSV whatever stands in its cells and wherever it is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), fc.integer({ min: 1, max: 9 }), (rows, size) => {
      const bytes = new TextEncoder().encode(stringify([['a', 'b'], ...rows], { record_delimiter: 'windows' }));
      const count = rowCounter();
      let counted = 0;
      for (let at = 0; at < bytes.length; at += size) counted = count(bytes.subarray(at, at + size));
      expect(counted).toBe(rows.length);
    }),
  );
});

const namesIn = (value: unknown, prefix = ''): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, each]) => namesIn(each, prefix ? `${prefix}.${name}` : name))
    : [prefix];

it('has a name for every setting of the policy, and for no other', () => {
  const { profiles: _, ...settings } = DEFAULT_POLICY;
  expect(Object.keys(SETTING_LABELS).sort()).toEqual(namesIn(settings).sort());
});

it('offers no kind of event that nothing ever records', async () => {
  const page = await readFile('web/src/audit/audit.page.tsx', 'utf8');
  const kinds = page.match(/'[a-z-]+\.[a-z-]+'/g) ?? [];
  expect(kinds.length).toBeGreaterThan(20);
  const files = (await readdir('src', { recursive: true })).filter((file) => /(?<!\.spec)\.ts$/.test(file));
  const source = (await Promise.all(files.map((file) => readFile(join('src', file), 'utf8')))).join('\n');
  const isRecorded = (kind: string): boolean =>
    source.includes(kind) || (kind.startsWith("'swap.") && source.includes(`action: '${kind.slice("'swap.".length)}`));
  expect(kinds.filter((kind) => !isRecorded(kind))).toEqual([]);
});
