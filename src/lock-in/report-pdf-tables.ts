import type { LimitCheck } from './domain/concentration-report.js';
import type { NamedDimension } from './domain/named-report.js';
import type { ReadableReport } from './domain/readable-report.js';
import { percent } from './domain/charts.js';
import { SUBSTITUTABILITIES } from './domain/vocabulary.js';
import { DEFINITIONS, DIMENSION_WORDS, FIGURE_WORDS, FORMULAS } from './domain/wording.js';
import { STATUS_WORDS, SUBSTITUTABILITY_WORDS } from './domain/wording.js';
import { capital, heading, MOST_ROWS, momentWords, table } from './report-pdf-layout.js';
import type { Content } from './report-pdf-layout.js';

export function healthSection({ behind, size, tools, toolsWithoutFallback }: ReadableReport): readonly Content[] {
  const count = (each: (typeof SUBSTITUTABILITIES)[number]): number =>
    tools.filter(({ substitutability }) => substitutability === each).length;
  const names = (list: readonly { readonly name: string }[]): string =>
    list.map(({ name }) => name).join(', ') || 'none';
  const toolsOf = new Map(size.toolsPerModel.map(({ model, tools: used }) => [model.id, used]));
  return [
    heading('How the portfolio stands', true),
    { text: 'Tools by substitutability', style: 'subheading' },
    table(
      [
        {
          head: 'Class',
          width: '*',
          cell: (each: (typeof SUBSTITUTABILITIES)[number]) => SUBSTITUTABILITY_WORDS[each],
        },
        { head: 'Tools', width: 60, right: true, cell: (each) => String(count(each)) },
      ],
      SUBSTITUTABILITIES,
    ),
    { text: 'Models in use', style: 'subheading' },
    table<ReadableReport['behind'][number]>(
      [
        { head: 'Model', width: '*', cell: ({ model }) => model.name },
        { head: 'Tools', width: 50, right: true, cell: ({ model }) => String(toolsOf.get(model.id) ?? 0) },
        { head: 'Days behind', width: 70, right: true, cell: ({ days }) => (days === null ? 'unknown' : String(days)) },
        { head: 'Newest release that could replace it', width: 190, cell: ({ newest }) => newest?.name ?? '–' },
      ],
      behind.slice(0, MOST_ROWS),
    ),
    { text: `${size.modelsInUse} models in use, the target is ${size.target}.`, style: 'note' },
    { text: `Registered without a tool: ${names(size.modelsWithoutTools)}.`, style: 'note' },
    { text: `Tools without a model: ${names(size.toolsWithoutModel)}.`, style: 'note' },
    {
      text: `Tools without a fallback (${toolsWithoutFallback.length}): ${names(toolsWithoutFallback.slice(0, MOST_ROWS))}.`,
      style: 'note',
    },
  ];
}

type CheckedLimit = LimitCheck & Pick<NamedDimension, 'dimension'>;

export function methodSection({ bases, policyVersion }: ReadableReport): readonly Content[] {
  const limits = (bases[0]?.dimensions ?? []).flatMap(({ dimension, limits: checks }) =>
    checks.map((check): CheckedLimit => ({ ...check, dimension })),
  );
  return [
    heading('Limits of the policy', true),
    table(LIMIT_COLUMNS, limits),
    { text: `Policy version ${policyVersion}; on the materiality basis.`, style: 'note' },
    heading('Formulas'),
    pairs(FORMULAS),
    heading('Definitions'),
    pairs(DEFINITIONS),
  ];
}

const limitText = ({ figure }: LimitCheck, value: number | null): string => {
  if (value === null) return '–';
  return figure === 'EFFECTIVE_NUMBER' ? value.toFixed(1) : percent(value);
};

const LIMIT_COLUMNS = [
  { head: 'Dimension', width: 100, cell: ({ dimension }: CheckedLimit) => DIMENSION_WORDS[dimension] },
  { head: 'Figure', width: '*', cell: ({ figure }: CheckedLimit) => capital(FIGURE_WORDS[figure]) },
  { head: 'Today', width: 55, right: true, cell: (row: CheckedLimit) => limitText(row, row.value) },
  { head: 'Warn', width: 55, right: true, cell: (row: CheckedLimit) => limitText(row, row.warn) },
  { head: 'Limit', width: 55, right: true, cell: (row: CheckedLimit) => limitText(row, row.breach) },
  { head: 'Status', width: 60, cell: ({ status }: CheckedLimit) => STATUS_WORDS[status] },
] as const;

const pairs = (rows: readonly (readonly [string, string])[]): Content =>
  table<readonly [string, string]>(
    [
      { head: 'Word', width: 110, cell: ([word]) => word },
      { head: 'Meaning', width: '*', cell: ([, meaning]) => meaning },
    ],
    rows,
  );

/** Where the figures come from; kept on one page. */
export const sourcesSection = ({ sources, asOf }: ReadableReport, isReplaced: boolean): readonly Content[] => [
  {
    unbreakable: true,
    stack: [
      heading('Sources'),
      {
        text: `Models, tools, assignments and tests: this registry, as it stood on ${momentWords(asOf)}.`,
        style: 'note',
      },
      table<ReadableReport['sources'][number]>(
        [
          { head: 'Source of facts about the models', width: '*', cell: ({ name }) => name },
          { head: 'Facts', width: 60, right: true, cell: ({ facts }) => String(facts) },
          { head: 'Latest', width: 150, cell: ({ latest }) => momentWords(latest) },
        ],
        sources,
      ),
      ...(isReplaced ? [{ text: REPLACED, style: 'note' }] : []),
    ],
  },
];

const REPLACED =
  'Letters that the typeface of this document does not have stand as their Unicode numbers, such as [U+5343]; the CSV and JSON of this report have them as they are.';
