import { isDeepStrictEqual } from 'node:util';
import { percent } from './domain/charts.js';
import type { NamedBasis, NamedDimension, NamedTool } from './domain/named-report.js';
import type { ReadableReport } from './domain/readable-report.js';
import { PART_WORDS } from './domain/summary.js';
import { BASIS_WORDS, DIMENSION_WORDS, EXIT_WORDS } from './domain/wording.js';
import { STATUS_WORDS, SUBSTITUTABILITY_WORDS } from './domain/wording.js';
import { sharePicture } from './report-pdf-charts.js';
import { BLUE, capital, FAINT, heading, momentWords, MOST_ROWS, oneOrDash, table, TEAL } from './report-pdf-layout.js';
import type { Content } from './report-pdf-layout.js';

export function titlePage(report: ReadableReport, takenAt: string): readonly Content[] {
  const { scope, policyVersion, bases } = report;
  const index = bases[0]?.index.index ?? null;
  const scopeWords = `${scope.tools} tools, ${scope.models} models in use, ${scope.vendors} vendors`;
  return [
    { text: 'Modelfolio', color: BLUE, bold: true, fontSize: 13, margin: [0, 110, 0, 60] },
    { text: 'Lock-in report', style: 'title' },
    { text: `As of ${momentWords(report.asOf)}`, style: 'lead', margin: [0, 6, 0, 40] },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 499, y2: 0, lineWidth: 1, lineColor: BLUE }], margin: [0, 0, 0, 24] },
    fact('Scope', scopeWords),
    fact('Weighing', 'by materiality, by number of tools and by usage; materiality where nothing else is said'),
    fact('Policy', `version ${policyVersion}`),
    fact('Made', momentWords(takenAt)),
    { text: oneOrDash(index, 1), fontSize: 60, bold: true, margin: [0, 70, 0, 0] },
    { text: 'Lock-in index: 0 is free to move, 100 is captive', style: 'lead' },
  ];
}

const fact = (name: string, value: string): Content => ({
  columns: [{ text: name, width: 90, color: FAINT }, { text: value }],
  margin: [0, 0, 0, 6],
});

export function summarySection({ summary, bases }: ReadableReport): readonly Content[] {
  const [basis] = bases;
  return [
    heading('Summary', true),
    { ul: summary.map((text) => ({ text, margin: [0, 0, 0, 5] })), fontSize: 11, lineHeight: 1.25 },
    ...(basis === undefined ? [] : indexParts(basis)),
    { text: 'The index on each basis', style: 'subheading' },
    table<NamedBasis>(
      [
        { head: 'Basis', width: '*', cell: ({ basis: name }) => BASIS_WORDS[name] },
        { head: 'Index', width: 60, right: true, cell: ({ index }) => oneOrDash(index.index, 1) },
        { head: 'Floor', width: 60, right: true, cell: ({ index }) => index.floor.toFixed(1) },
        { head: 'Substitutability', width: 80, right: true, cell: (row) => oneOrDash(row.substitutability, 2) },
        { head: 'Not judged', width: 60, right: true, cell: (row) => percent(row.undeterminedShare) },
        { head: 'Exit readiness', width: 75, right: true, cell: (row) => oneOrDash(row.exitReadiness, 2) },
      ],
      bases,
    ),
  ];
}

function indexParts({ index }: NamedBasis): readonly Content[] {
  const heaviest = index.heaviestDimension === null ? '' : DIMENSION_WORDS[index.heaviestDimension].toLowerCase();
  return [
    { text: 'What the index is made of', style: 'subheading' },
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
    { text: `Of the concentration, the ${heaviest} weighs most.`, style: 'note' },
  ];
}

export function concentrationSection({ bases }: ReadableReport): readonly Content[] {
  const dimensions = bases[0]?.dimensions ?? [];
  const [vendor] = dimensions;
  const isSeenThrough = ({ dimension, shares }: NamedDimension): boolean =>
    dimension === 'ROOT_VENDOR' && isDeepStrictEqual(shares, vendor?.shares);
  const drawn = dimensions.filter((each) => each.keys > 0 && !isSeenThrough(each));
  const byCount = bases.find(({ basis }) => basis === 'TOOL_COUNT');
  return [
    heading('What we depend on', true),
    {
      text: `Shares of the portfolio weighted by materiality. Dashed line: the policy warns. Solid line: its limit.${
        drawn.length < dimensions.length ? ' Looking through to base models changes no share of a vendor.' : ''
      }`,
      style: 'note',
    },
    ...drawn.map((each) => chartOf(each, byCount)),
    heading('Figures of concentration', true),
    ...bases.flatMap((basis) => [
      { text: BASIS_WORDS[basis.basis], style: 'subheading' },
      table(CONCENTRATION_COLUMNS, basis.dimensions),
    ]),
    {
      text: 'With few suppliers the floor of the HHI is high: judge it beside its floor, and by the policy’s limits.',
      style: 'note',
    },
  ];
}

function chartOf(dimension: NamedDimension, basis: NamedBasis | undefined): Content {
  const { shares, limits, keys, hhi, floor } = dimension;
  const limit = limits.find(({ figure }) => figure === 'TOP_SHARE');
  const counts = new Map(
    basis?.dimensions
      .find((each) => each.dimension === dimension.dimension)
      ?.shares.map(({ key, weight }) => [key, weight]),
  );
  const noted = shares.map(({ key, name, share }) => {
    const tools = counts.get(key);
    return { name, share, ...(tools === undefined ? {} : { note: tools === 1 ? '1 tool' : `${tools} tools` }) };
  });
  const chart = { shares: noted, warn: limit?.warn ?? null, breach: limit?.breach ?? null };
  return {
    unbreakable: true,
    stack: [
      { text: DIMENSION_WORDS[dimension.dimension], style: 'subheading' },
      {
        text: `HHI ${hhi.toFixed(0)} with a floor of ${floor.toFixed(0)} for ${keys}; as good as ${dimension.effectiveNumber.toFixed(1)} equal ones`,
        style: 'note',
      },
      { ...sharePicture(chart, dimension.dimension.endsWith('VENDOR') ? BLUE : TEAL) },
    ],
  };
}

const CONCENTRATION_COLUMNS = [
  { head: 'By', width: '*', cell: ({ dimension }: NamedDimension) => DIMENSION_WORDS[dimension] },
  { head: 'Suppliers', width: 42, right: true, cell: ({ keys }: NamedDimension) => String(keys) },
  { head: 'HHI', width: 32, right: true, cell: ({ hhi }: NamedDimension) => hhi.toFixed(0) },
  { head: 'Floor', width: 32, right: true, cell: ({ floor }: NamedDimension) => floor.toFixed(0) },
  { head: 'Effective', width: 42, right: true, cell: (row: NamedDimension) => row.effectiveNumber.toFixed(2) },
  { head: 'Largest', width: 38, right: true, cell: ({ topShare }: NamedDimension) => percent(topShare) },
  { head: 'Top three', width: 42, right: true, cell: ({ top3Share }: NamedDimension) => percent(top3Share) },
  { head: 'Elephant', width: 40, right: true, cell: (row: NamedDimension) => String(row.elephantFactor) },
  { head: 'Limits', width: 44, cell: ({ status }: NamedDimension) => STATUS_WORDS[status] },
] as const;

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
    { text: 'The hardest first, then by weight.', style: 'note' },
    table(TOOL_COLUMNS, hardest.slice(0, MOST_ROWS)),
    {
      text: 'Days: person-days to switch, as estimated; – is not estimated. Ready: points of exit readiness, 0–100.',
      style: 'note',
    },
    ...(left > 0 ? [{ text: `${left} more tools are in the table “tools” (CSV).`, style: 'note' }] : []),
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
