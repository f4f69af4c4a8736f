import { percentInColumn } from './domain/charts.js';
import { trendPicture } from './report-pdf-charts.js';
import { dayWords, heading, note, oneOrDash, subheading, table, together } from './report-pdf-layout.js';
import type { Content } from './report-pdf-layout.js';
import type { TrendPoint } from './snapshots.reader.js';

/** How the figures went from one frozen report to the next. */
export function trendSection(trend: readonly TrendPoint[]): readonly Content[] {
  const title = heading('Is it getting better?');
  const [first] = trend;
  const last = trend.at(-1);
  if (first === undefined || last === undefined || trend.length < 2)
    return [together(title, note('Fewer than two reports were frozen until this day, so there is no trend yet.'))];
  const points = trend.map(({ asOf, lockInIndex }) => ({ asOf: new Date(asOf).toISOString(), value: lockInIndex }));
  return [
    together(
      title,
      { text: trendSentence(first, last), fontSize: 11, lineHeight: 1.25, margin: [0, 0, 0, 10] },
      subheading('Lock-in index'),
      { ...trendPicture({ points }) },
      note('From the frozen reports until the day of this one. The digest is of this report alone.'),
    ),
    table(COLUMNS, [...trend].reverse()),
  ];
}

function trendSentence(first: TrendPoint, last: TrendPoint): string {
  const [from, to] = [first.lockInIndex, last.lockInIndex];
  const span = `Between ${dayWords(first.asOf)} and ${dayWords(last.asOf)}`;
  const policy =
    first.policyVersion === last.policyVersion
      ? ''
      : ' The policy changed in between, so limits and with them the index are not measured alike.';
  if (from === null || to === null) return `${span} the index could not always be judged.${policy}`;
  const change = to - from;
  if (Math.abs(change) < 0.05) return `${span} the lock-in index stayed at ${to.toFixed(1)}.${policy}`;
  const verb = change < 0 ? 'fell' : 'rose';
  return `${span} the lock-in index ${verb} by ${Math.abs(change).toFixed(1)}, from ${from.toFixed(1)} to ${to.toFixed(1)}.${policy}`;
}

const COLUMNS = [
  { head: 'As of', width: 92, cell: ({ asOf }: TrendPoint) => dayWords(asOf) },
  { head: 'Index', width: 34, right: true, cell: (point: TrendPoint) => oneOrDash(point.lockInIndex, 1) },
  {
    head: 'Substitutability',
    width: 70,
    right: true,
    cell: (point: TrendPoint) => oneOrDash(point.substitutability, 2),
  },
  { head: 'Exit readiness', width: 62, right: true, cell: (point: TrendPoint) => oneOrDash(point.exitReadiness, 2) },
  {
    head: 'Largest vendor',
    width: '*',
    cell: ({ topVendor, topVendorShare }: TrendPoint) => shareOf(topVendor, topVendorShare),
  },
  {
    head: 'Largest country',
    width: '*',
    cell: ({ topCountry, topCountryShare }: TrendPoint) => shareOf(topCountry, topCountryShare),
  },
  { head: 'Policy', width: 32, right: true, cell: ({ policyVersion }: TrendPoint) => String(policyVersion) },
] as const;

const shareOf = (name: string | null, share: number): string =>
  name === null ? '–' : `${name} ${percentInColumn(share)}`;
