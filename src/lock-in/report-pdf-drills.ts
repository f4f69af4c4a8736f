import type { NamedDrill } from './domain/named-report.js';
import type { ReadableReport } from './domain/readable-report.js';
import { SHOCK_KINDS } from './domain/vocabulary.js';
import type { ShockKind } from './domain/vocabulary.js';
import { DIMENSION_WORDS, EFFORT_WORDS } from './domain/wording.js';
import { heading, MOST_ROWS, note, subheading, table, together } from './report-pdf-layout.js';
import type { Column, Content } from './report-pdf-layout.js';

/** So many rows fit on a page with their heading. */
const FEW_ROWS = 20;

/** What stops, and how much work it is to leave. */
export function drillsSection({ drills }: ReadableReport): readonly Content[] {
  const [first, ...others] = SHOCK_KINDS.flatMap((by) => {
    const rows = drills.filter((drill) => drill.by === by);
    return rows.length === 0 ? [] : [{ by, rows }];
  });
  if (first === undefined) return [];
  return [
    kept(first.rows, heading('If it happened tomorrow'), note(WHAT), ...drillTable(first.by, first.rows)),
    ...others.map(({ by, rows }) => kept(rows, ...drillTable(by, rows))),
    note('Person-days are those that were estimated; + says that some tools have no estimate.'),
  ];
}

const WHAT =
  'One supplier at a time is taken away, with all that is built upon its models. A fallback counts where it survives and was tested within 180 days.';

/** On one page where it fits on one. */
const kept = (rows: readonly NamedDrill[], ...stack: readonly Content[]): Content =>
  rows.length > FEW_ROWS ? { stack } : together(...stack);

const drillTable = (by: ShockKind, rows: readonly NamedDrill[]): readonly Content[] => [
  subheading(`Without a ${DIMENSION_WORDS[by].toLowerCase()}`),
  table([{ head: DIMENSION_WORDS[by], width: 92, cell: ({ name }) => name }, ...COLUMNS], rows.slice(0, MOST_ROWS)),
];

const COLUMNS: readonly Column<NamedDrill>[] = [
  { head: 'Tools that stop', width: 34, right: true, cell: ({ tools }) => String(tools) },
  {
    head: 'High, medium, low',
    width: 58,
    right: true,
    cell: ({ hitByMateriality: { HIGH, MEDIUM, LOW } }) => `${HIGH} / ${MEDIUM} / ${LOW}`,
  },
  {
    head: 'No tested fallback',
    width: 46,
    right: true,
    cell: ({ withoutTestedFallback }) => String(withoutTestedFallback),
  },
  {
    head: 'Person-days',
    width: 36,
    right: true,
    cell: ({ effortDays, toolsWithoutEstimate }) => `${effortDays}${toolsWithoutEstimate > 0 ? ' +' : ''}`,
  },
  {
    head: 'Longest single item, in person-days',
    width: '*',
    cell: ({ longestItem: longest }) =>
      longest === null ? '–' : `${longest.tool.name}: ${EFFORT_WORDS[longest.item]}, ${longest.days}`,
  },
];
