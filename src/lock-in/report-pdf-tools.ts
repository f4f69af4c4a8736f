import type { NamedTool } from './domain/named-report.js';
import type { ReadableReport } from './domain/readable-report.js';
import { SUBSTITUTABILITIES } from './domain/vocabulary.js';
import { counted, EXIT_WORDS, SUBSTITUTABILITY_WORDS } from './domain/wording.js';
import { sharePicture } from './report-pdf-charts.js';
import { capital, heading, listed, MOST_ROWS, note, subheading, table, TEAL, together } from './report-pdf-layout.js';
import type { Content } from './report-pdf-layout.js';

export function toolsSection({ tools }: ReadableReport): readonly Content[] {
  const hardest = [...tools].sort(
    (a, b) =>
      rank(b) - rank(a) ||
      b.weight - a.weight ||
      a.exitReadiness - b.exitReadiness ||
      (a.tool.name < b.tool.name ? -1 : 1),
  );
  const left = hardest.length - MOST_ROWS;
  return [
    heading('Could each tool leave?', true, 'landscape'),
    note(
      'The hardest first, then by weight. Days: person-days to switch, as estimated; – is not estimated. Ready: points of exit readiness, 0–100.',
    ),
    table(TOOL_COLUMNS, hardest.slice(0, MOST_ROWS)),
    ...(left > 0 ? [note(`${left} more tools are in the table “tools” (CSV).`)] : []),
  ];
}

const HARDNESS = ['EASILY_SUBSTITUTABLE', 'MEDIUM_COMPLEXITY', 'UNDETERMINED', 'HIGHLY_COMPLEX', 'NOT_SUBSTITUTABLE'];
const rank = ({ substitutability }: NamedTool): number => HARDNESS.indexOf(substitutability);

const TOOL_COLUMNS = [
  { head: 'Tool', width: 104, cell: ({ tool }: NamedTool) => tool.name },
  { head: 'Model in use', width: 80, cell: ({ model }: NamedTool) => model.name },
  { head: 'Materiality', width: 46, cell: ({ materiality }: NamedTool) => capital(materiality.toLowerCase()) },
  { head: 'Substitutability', width: 80, cell: (row: NamedTool) => SUBSTITUTABILITY_WORDS[row.substitutability] },
  { head: 'Why', width: '*', cell: ({ sentence }: NamedTool) => sentence },
  {
    head: 'Days',
    width: 28,
    right: true,
    cell: ({ effortDays }: NamedTool) => (effortDays === null ? '–' : String(effortDays)),
  },
  { head: 'Ready', width: 32, right: true, cell: (row: NamedTool) => String(row.exitReadiness) },
  {
    head: 'Missing to be ready',
    width: 140,
    cell: ({ exitItems }: NamedTool) =>
      exitItems
        .filter(({ met }) => !met)
        .map(({ item }) => EXIT_WORDS[item])
        .join(', ') || '–',
  },
] as const;

export function healthSection({ behind, size, tools, toolsWithoutFallback }: ReadableReport): readonly Content[] {
  const classes = SUBSTITUTABILITIES.map((each) => {
    const count = tools.filter(({ substitutability }) => substitutability === each).length;
    return {
      name: SUBSTITUTABILITY_WORDS[each],
      share: count / Math.max(1, tools.length),
      note: counted(count, 'tool'),
    };
  });
  const toolsOf = new Map(size.toolsPerModel.map(({ model, tools: used }) => [model.id, used]));
  return [
    together(
      heading('How the portfolio stands'),
      subheading('Tools by substitutability'),
      note('Shares of all tools in service, each counting once.'),
      {
        ...sharePicture({ shares: classes, warn: null, breach: null }, TEAL),
      },
    ),
    subheading('Models in use'),
    table<ReadableReport['behind'][number]>(
      [
        { head: 'Model', width: '*', cell: ({ model }) => model.name },
        { head: 'Tools', width: 50, right: true, cell: ({ model }) => String(toolsOf.get(model.id) ?? 0) },
        { head: 'Days behind', width: 70, right: true, cell: ({ days }) => (days === null ? 'unknown' : String(days)) },
        { head: 'Newest release that could replace it', width: 190, cell: ({ newest }) => newest?.name ?? '–' },
      ],
      behind.slice(0, MOST_ROWS),
    ),
    note(`${size.modelsInUse} models in use, the target is ${size.target}.`),
    note(`Registered without a tool: ${listed(size.modelsWithoutTools)}.`),
    note(`Tools without a model: ${listed(size.toolsWithoutModel)}.`),
    note(
      `Tools without a fallback (${toolsWithoutFallback.length}): ${listed(toolsWithoutFallback.slice(0, MOST_ROWS))}.`,
    ),
  ];
}
