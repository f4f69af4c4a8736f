import type { ReadableReport } from './domain/readable-report.js';
import { DEFINITIONS, FORMULAS } from './domain/wording.js';
import { heading, momentWords, note, table, together } from './report-pdf-layout.js';
import type { Content } from './report-pdf-layout.js';

export const methodSection = (): readonly Content[] => [
  heading('Formulas', true),
  pairs(['Figure', 'Formula'], FORMULAS),
  together(heading('Definitions'), pairs(['Word', 'Meaning'], DEFINITIONS)),
];

const pairs = ([word, meaning]: readonly [string, string], rows: readonly (readonly [string, string])[]): Content =>
  table<readonly [string, string]>(
    [
      { head: word, width: 110, cell: ([each]) => each },
      { head: meaning, width: '*', cell: ([, said]) => said },
    ],
    rows,
  );

/** Where the figures come from; kept on one page. */
export const sourcesSection = ({ sources, asOf }: ReadableReport, isReplaced: boolean): readonly Content[] => [
  together(
    heading('Sources'),
    note(`Models, tools, assignments and tests: this registry, as it stood on ${momentWords(asOf)}.`),
    table<ReadableReport['sources'][number]>(
      [
        { head: 'Source of facts about the models', width: '*', cell: ({ name }) => name },
        { head: 'Facts', width: 60, right: true, cell: ({ facts }) => String(facts) },
        { head: 'Latest', width: 150, cell: ({ latest }) => momentWords(latest) },
      ],
      sources,
    ),
    ...(isReplaced ? [note(REPLACED)] : []),
  ),
];

const REPLACED =
  'Letters that the typeface of this document does not have stand as their Unicode numbers, such as [U+5343]; the CSV and JSON of this report have them as they are.';
