import type { LimitCheck } from './domain/concentration-report.js';
import { percentInColumn } from './domain/charts.js';
import type { NamedBasis, NamedDimension } from './domain/named-report.js';
import type { ReadableReport } from './domain/readable-report.js';
import { PART_WORDS } from './domain/summary.js';
import { BASIS_WORDS, DIMENSION_WORDS, FIGURE_WORDS, STATUS_WORDS } from './domain/wording.js';
import { BLUE, capital, FAINT, heading, momentWords, note, oneOrDash, subheading, table } from './report-pdf-layout.js';
import type { Content } from './report-pdf-layout.js';

export function titlePage(report: ReadableReport, takenAt: string): readonly Content[] {
  const { scope, policyVersion, bases } = report;
  const index = bases[0]?.index.index ?? null;
  const scopeWords = `${scope.tools} tools, ${scope.models} models in use, ${scope.vendors} vendors`;
  return [
    { text: 'Modelfolio', color: BLUE, bold: true, fontSize: 13, margin: [0, 70, 0, 60] },
    { text: 'Lock-in report', style: 'title' },
    { text: `As of ${momentWords(report.asOf)}`, style: 'lead', margin: [0, 6, 0, 40] },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 499, y2: 0, lineWidth: 1, lineColor: BLUE }], margin: [0, 0, 0, 24] },
    fact('Scope', scopeWords),
    fact('Weighing', 'by materiality, by number of tools and by usage; materiality where nothing else is said'),
    fact('Policy', `version ${policyVersion}`),
    fact('Made', momentWords(takenAt)),
    { text: oneOrDash(index, 1), fontSize: 60, bold: true, margin: [0, 44, 0, 0] },
    { text: 'Lock-in index: 0 is free to move, 100 is captive', style: 'lead', margin: [0, 0, 0, 44] },
    { toc: { title: { text: 'Contents', style: 'subheading' }, numberStyle: { color: FAINT } } },
  ];
}

const fact = (name: string, value: string): Content => ({
  columns: [{ text: name, width: 90, color: FAINT }, { text: value }],
  margin: [0, 0, 0, 6],
});

export function summarySection(report: ReadableReport): readonly Content[] {
  const { summary, bases } = report;
  const [basis] = bases;
  return [
    heading('Summary', true),
    { ul: summary.map((text) => ({ text, margin: [0, 0, 0, 5] })), fontSize: 11, lineHeight: 1.25 },
    ...(basis === undefined ? [] : indexParts(basis)),
    subheading('The index on each basis'),
    table<NamedBasis>(
      [
        { head: 'Basis', width: '*', cell: ({ basis: name }) => BASIS_WORDS[name] },
        { head: 'Index', width: 60, right: true, cell: ({ index }) => oneOrDash(index.index, 1) },
        { head: 'Floor', width: 60, right: true, cell: ({ index }) => index.floor.toFixed(1) },
        { head: 'Substitutability', width: 80, right: true, cell: (row) => oneOrDash(row.substitutability, 2) },
        { head: 'Not judged', width: 60, right: true, cell: (row) => percentInColumn(row.undeterminedShare) },
        { head: 'Exit readiness', width: 75, right: true, cell: (row) => oneOrDash(row.exitReadiness, 2) },
      ],
      bases,
    ),
    ...limitsPart(report),
  ];
}

function indexParts({ index }: NamedBasis): readonly Content[] {
  const heaviest = index.heaviestDimension === null ? '' : DIMENSION_WORDS[index.heaviestDimension].toLowerCase();
  return [
    subheading('What the index is made of'),
    table<NamedBasis['index']['parts'][number]>(
      [
        { head: 'Part', width: '*', cell: ({ name }) => capital(PART_WORDS[name]) },
        { head: 'Value, 0–1', width: 70, right: true, cell: ({ value }) => oneOrDash(value, 2) },
        { head: 'Weight', width: 60, right: true, cell: ({ weight }) => weight.toFixed(2) },
        {
          head: 'Points',
          width: 60,
          right: true,
          cell: ({ value, weight }) => oneOrDash(value && 100 * value * weight, 1),
        },
      ],
      index.parts,
    ),
    ...(heaviest === '' ? [] : [note(`Of the concentration, the ${heaviest} weighs most.`)]),
  ];
}

type CheckedLimit = LimitCheck & Pick<NamedDimension, 'dimension'>;

function limitsPart({ bases, policyVersion }: ReadableReport): readonly Content[] {
  const limits = (bases[0]?.dimensions ?? []).flatMap(({ dimension, limits: checks }) =>
    checks.map((check): CheckedLimit => ({ ...check, dimension })),
  );
  return [
    subheading('Against the limits of the policy'),
    table(LIMIT_COLUMNS, limits),
    note(`Policy version ${policyVersion}; shares are weighted by materiality. A share at a limit is inside it.`),
  ];
}

const limitText = ({ figure }: LimitCheck, value: number | null): string => {
  if (value === null) return '–';
  return figure === 'EFFECTIVE_NUMBER' ? value.toFixed(1) : percentInColumn(value);
};

const LIMIT_COLUMNS = [
  { head: 'Dimension', width: 80, cell: ({ dimension }: CheckedLimit) => DIMENSION_WORDS[dimension] },
  { head: 'Figure', width: '*', cell: ({ figure }: CheckedLimit) => capital(FIGURE_WORDS[figure]) },
  { head: 'Now', width: 50, right: true, cell: (row: CheckedLimit) => limitText(row, row.value) },
  { head: 'Warning', width: 50, right: true, cell: (row: CheckedLimit) => limitText(row, row.warn) },
  { head: 'Limit', width: 50, right: true, cell: (row: CheckedLimit) => limitText(row, row.breach) },
  { head: 'Status', width: 56, cell: ({ status }: CheckedLimit) => capital(STATUS_WORDS[status]) },
] as const;
