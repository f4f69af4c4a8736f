import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfMake from 'pdfmake';
import { isReplaced, printable } from './domain/printable.js';
import type { ReadableReport } from './domain/readable-report.js';
import { FAINT, INK, momentWords, STYLES } from './report-pdf-layout.js';
import type { Content } from './report-pdf-layout.js';
import { concentrationSection } from './report-pdf-concentration.js';
import { drillsSection } from './report-pdf-drills.js';
import { methodSection, sourcesSection } from './report-pdf-method.js';
import { summarySection, titlePage } from './report-pdf-sections.js';
import { healthSection, toolsSection } from './report-pdf-tools.js';
import { trendSection } from './report-pdf-trend.js';
import type { TrendPoint } from './snapshots.reader.js';

const FONTS = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const font = (style: string): string => join(FONTS, `Roboto-${style}.ttf`);

pdfMake.setFonts({
  Roboto: {
    ...{ normal: font('Regular'), bold: font('Medium') },
    ...{ italics: font('Italic'), bolditalics: font('MediumItalic') },
  },
});
// A document is made of what is handed over, and of the fonts.
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy((path) => path.startsWith(FONTS));

export interface PdfOrder {
  readonly report: ReadableReport;
  /** SHA-256 of the report's canonical JSON. */
  readonly sha256: string;
  /** RFC 3339 time when the report was computed or frozen. */
  readonly takenAt: string;
  /** Frozen reports until the report's day, the oldest first. */
  readonly trend: readonly TrendPoint[];
}

/** The report as a PDF to hand to a board: the same order gives the same pages. */
export const renderReportPdf = (order: PdfOrder): Promise<Buffer> => pdfMake.createPdf(documentOf(order)).getBuffer();

/** What is printed, before it is set into pages. */
export function documentOf({ report: given, sha256, takenAt, trend }: PdfOrder): PrintedDocument {
  const report = printable(given);
  const title = `Lock-in report as of ${momentWords(report.asOf)}`;
  return {
    ...{ pageSize: 'A4', pageMargins: [48, 48, 48, 64], styles: STYLES },
    defaultStyle: { font: 'Roboto', fontSize: 10, color: INK },
    info: { title, author: 'Modelfolio', subject: `SHA-256 ${sha256}`, creationDate: new Date(takenAt) },
    footer: (page, pages) => footer(title, sha256, `${page} / ${pages}`),
    content: [
      ...titlePage(report, takenAt),
      ...summarySection(report),
      ...concentrationSection(report),
      ...drillsSection(report),
      ...trendSection(printable(trend)),
      ...healthSection(report),
      ...toolsSection(report),
      ...methodSection(),
      ...sourcesSection(report, isReplaced(JSON.stringify(report))),
    ],
  };
}

interface PrintedDocument {
  readonly [setting: string]: unknown;
  readonly content: readonly Content[];
  readonly footer: (page: number, pages: number) => Content;
}

const footer = (title: string, sha256: string, page: string): Content => ({
  margin: [48, 18, 48, 0],
  fontSize: 7.5,
  color: FAINT,
  stack: [
    { columns: [{ text: title }, { text: page, alignment: 'right', width: 60 }] },
    { text: `SHA-256 ${sha256}`, margin: [0, 2, 0, 0] },
  ],
});
