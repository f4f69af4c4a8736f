import { isDeepStrictEqual } from 'node:util';
import { percentInColumn } from './domain/charts.js';
import type { NamedBasis, NamedDimension } from './domain/named-report.js';
import type { ReadableReport } from './domain/readable-report.js';
import { BASIS_WORDS, counted, DIMENSION_WORDS, STATUS_WORDS } from './domain/wording.js';
import { sharePicture } from './report-pdf-charts.js';
import { BLUE, capital, heading, note, subheading, table, TEAL, together } from './report-pdf-layout.js';
import type { Content } from './report-pdf-layout.js';

export function concentrationSection({ bases }: ReadableReport): readonly Content[] {
  const dimensions = bases[0]?.dimensions ?? [];
  const [vendor] = dimensions;
  const isSeenThrough = ({ dimension, shares }: NamedDimension): boolean =>
    dimension === 'ROOT_VENDOR' && isDeepStrictEqual(shares, vendor?.shares);
  const drawn = dimensions.filter((each) => each.keys > 0 && !isSeenThrough(each));
  const byCount = bases.find(({ basis }) => basis === 'TOOL_COUNT');
  return [
    heading('What we depend on', true),
    note(
      `Shares of the portfolio weighted by materiality. Dashed line: the policy warns. Solid line: its limit.${
        drawn.length < dimensions.length ? ' Looking through to base models changes no share of a vendor.' : ''
      }`,
    ),
    ...drawn.map((each) => chartOf(each, byCount)),
    ...bases.map((basis, index) =>
      together(
        ...(index === 0 ? [heading('Figures of concentration')] : []),
        subheading(BASIS_WORDS[basis.basis]),
        table(CONCENTRATION_COLUMNS, basis.dimensions),
      ),
    ),
    note('With few suppliers the floor of the HHI is high: judge it beside its floor, and by the policy’s limits.'),
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
    return { name, share, ...(tools === undefined ? {} : { note: counted(tools, 'tool') }) };
  });
  const chart = { shares: noted, warn: limit?.warn ?? null, breach: limit?.breach ?? null };
  return together(
    subheading(DIMENSION_WORDS[dimension.dimension]),
    note(
      `HHI ${hhi.toFixed(0)} with a floor of ${floor.toFixed(0)} for ${keys}; as good as ${dimension.effectiveNumber.toFixed(1)} equal ones`,
    ),
    { ...sharePicture(chart, dimension.dimension.endsWith('VENDOR') ? BLUE : TEAL) },
  );
}

const CONCENTRATION_COLUMNS = [
  { head: 'By', width: '*', cell: ({ dimension }: NamedDimension) => DIMENSION_WORDS[dimension] },
  { head: 'Suppliers', width: 42, right: true, cell: ({ keys }: NamedDimension) => String(keys) },
  { head: 'HHI', width: 32, right: true, cell: ({ hhi }: NamedDimension) => hhi.toFixed(0) },
  { head: 'Floor', width: 32, right: true, cell: ({ floor }: NamedDimension) => floor.toFixed(0) },
  { head: 'Effective', width: 42, right: true, cell: (row: NamedDimension) => row.effectiveNumber.toFixed(2) },
  { head: 'Largest', width: 38, right: true, cell: ({ topShare }: NamedDimension) => percentInColumn(topShare) },
  { head: 'Top three', width: 42, right: true, cell: ({ top3Share }: NamedDimension) => percentInColumn(top3Share) },
  { head: 'Elephant', width: 40, right: true, cell: (row: NamedDimension) => String(row.elephantFactor) },
  { head: 'Limits', width: 44, cell: ({ status }: NamedDimension) => capital(STATUS_WORDS[status]) },
] as const;
