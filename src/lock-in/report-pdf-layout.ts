import { breakableText } from './domain/printable.js';

/** A node of pdfmake's document definition. */
export type Content = string | { readonly [key: string]: unknown };

export const INK = '#1a2233';
export const FAINT = '#5b6577';
export const BLUE = '#1f5fd6';
export const TEAL = '#0d8a8a';
export const LINE = '#d9dee7';
const HEAD = '#eef1f6';

export const STYLES = {
  title: { fontSize: 34, bold: true, color: INK },
  lead: { fontSize: 13, color: FAINT },
  heading: { fontSize: 16, bold: true, color: INK, margin: [0, 0, 0, 8] },
  subheading: { fontSize: 11, bold: true, color: INK, margin: [0, 14, 0, 4] },
  note: { fontSize: 8.5, color: FAINT, margin: [0, 2, 0, 6] },
  head: { fontSize: 8.5, bold: true, color: FAINT },
  cell: { fontSize: 8.5 },
};

const ROWS = {
  hLineWidth: (index: number) => (index === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingTop: () => 3.5,
  paddingBottom: () => 3.5,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  fillColor: (index: number) => (index === 0 ? HEAD : null),
};

/** More rows than anybody reads on paper are left to the CSV. */
export const MOST_ROWS = 200;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export interface Column<Row> {
  readonly head: string;
  readonly width: number | string;
  readonly right?: boolean;
  readonly cell: (row: Row) => string;
}

/** A table whose head comes back on every page. */
export const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Content => ({
  layout: ROWS,
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: columns.map(({ width }) => width),
    body: [
      columns.map(({ head, right }) => ({ text: head, style: 'head', alignment: right ? 'right' : 'left' })),
      ...rows.map((row) =>
        columns.map(({ cell, right }) => ({
          text: breakableText(cell(row)),
          style: 'cell',
          alignment: right ? 'right' : 'left',
        })),
      ),
    ],
  },
});

/** What belongs together stays on one page. */
export const together = (...stack: readonly Content[]): Content => ({ unbreakable: true, stack });

export const subheading = (text: string): Content => ({ text, style: 'subheading' });

export const note = (text: string): Content => ({ text, style: 'note' });

/** Names in one line of text. */
export const listed = (names: readonly { readonly name: string }[]): string =>
  names.map(({ name }) => name).join(', ') || 'none';

export const heading = (
  text: string,
  onNewPage = false,
  orientation: 'portrait' | 'landscape' = 'portrait',
): Content => ({
  ...{ text, style: 'heading', tocItem: true, headlineLevel: 1 },
  ...(onNewPage ? { pageBreak: 'before', pageOrientation: orientation } : { margin: [0, 22, 0, 8] }),
});

/** A figure, or a dash where it could not be judged. */
export const oneOrDash = (value: number | null, digits: number): string =>
  value === null ? '–' : value.toFixed(digits);

/** 23 November 2026. */
export const dayWords = (time: string | Date): string =>
  new Date(time).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** 23 November 2026, 12:00 UTC. */
export const momentWords = (time: string): string => {
  return `${dayWords(time)}, ${new Date(time).toISOString().slice(11, 16)} UTC`;
};
