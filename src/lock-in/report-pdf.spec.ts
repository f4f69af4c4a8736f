import { describe, expect, it } from '@jest/globals';
import { aLockInModel, aLockInTool, anAlternative, byTool, lockInFacts } from '../../test/support/lock-in-facts.js';
import { readableReport } from './domain/readable-report.js';
import type { ReadableReport } from './domain/readable-report.js';
import { lockInReport } from './domain/report.js';
import { DEFINITIONS, FORMULAS } from './domain/wording.js';
import { documentOf, renderReportPdf } from './report-pdf.js';
import type { TrendPoint } from './snapshots.reader.js';

const facts = lockInFacts({
  models: [aLockInModel('acme', { country: 'CN' }), aLockInModel('beta', { licenceClass: 'COMMUNITY_RESTRICTED' })],
  tools: [
    aLockInTool('1', 'acme', { name: 'Letter \u5343 writer', materiality: 'HIGH' }),
    aLockInTool('2', 'beta', { switchingEffort: {} }),
  ],
  alternatives: byTool([anAlternative('1', 'beta'), anAlternative('2', 'acme', { eligibility: 'INELIGIBLE' })]),
  sources: [{ name: 'models.dev', facts: 12, latest: '2026-06-30T00:00:00Z' }],
});
const report: ReadableReport = readableReport({ facts, result: lockInReport(facts) });
const point = (asOf: string, lockInIndex: number): TrendPoint => ({
  ...{ asOf: new Date(asOf), policyVersion: 1, lockInIndex, substitutability: 0.5, exitReadiness: 0.5 },
  ...{ topVendor: 'acme', topVendorShare: 0.8, topCountry: 'China', topCountryShare: 0.8 },
});
const order = {
  ...{ report, sha256: 'ab'.repeat(32), takenAt: '2026-07-02T08:30:00Z' },
  trend: [point('2026-05-01', 50), point('2026-06-01', 47)],
};

/** Every text and every picture of a node of the document. */
function printed(node: unknown): { texts: string[]; pictures: string[] } {
  const found = { texts: [] as string[], pictures: [] as string[] };
  const walk = (each: unknown): void => {
    if (typeof each === 'string') found.texts.push(each.replaceAll('\u200b', ''));
    else if (Array.isArray(each)) each.forEach(walk);
    else if (typeof each === 'object' && each !== null) {
      const { text, stack, columns, ul, table, svg } = Object(each);
      if (typeof svg === 'string') found.pictures.push(svg);
      [text, stack, columns, ul, table?.body].forEach(walk);
    }
  };
  walk(node);
  return found;
}

describe('the printed report', () => {
  const document = documentOf(order);
  const { texts, pictures } = printed(document.content);

  it('begins with the day, the scope, and the contents', () => {
    expect(texts).toEqual(
      expect.arrayContaining(['Lock-in report', 'As of 2 July 2026, 00:00 UTC', '2 tools, 2 models in use, 2 vendors']),
    );
    expect(JSON.stringify(document.content)).toContain('"toc"');
  });

  it('says the summary, every formula, every definition, and where the facts come from', () => {
    for (const said of [...report.summary, ...FORMULAS.flat(), ...DEFINITIONS.flat(), 'models.dev'])
      expect(texts).toContain(said.replaceAll('\u5343', '[U+5343]'));
    expect(texts.join(' ')).toContain('Unicode numbers');
  });

  it('shows the limits of the policy, what each shock stops, and every tool', () => {
    expect(texts).toEqual(expect.arrayContaining(['Against the limits of the policy', '80.0\u00a0%', 'Breached']));
    expect(texts).toEqual(expect.arrayContaining(['Without a vendor group', 'Without a country', '1 / 0 / 0', '0 +']));
    expect(texts).toEqual(expect.arrayContaining(['Letter [U+5343] writer', 'Tool 2', 'Not substitutable']));
  });

  it('draws concentration, the trend and substitutability', () => {
    // Vendor, country, licence, family and hosting; looking through to base models changes nothing here.
    expect(pictures).toHaveLength(5 + 1 + 1);
    for (const svg of pictures) expect(svg).toMatch(/^<svg/);
    expect(texts.join(' ')).toContain('the lock-in index fell by 3.0, from 50.0 to 47.0.');
  });

  it('has the number of the page and the digest at the foot of every page', () => {
    expect(printed(document.footer(3, 9)).texts).toEqual([
      'Lock-in report as of 2 July 2026, 00:00 UTC',
      '3 / 9',
      `SHA-256 ${'ab'.repeat(32)}`,
    ]);
  });

  it('is set into the same pages each time, also where there is nothing to report', async () => {
    const [one, two] = [await renderReportPdf(order), await renderReportPdf(order)];
    expect(one.equals(two)).toBe(true);
    const none = lockInFacts();
    const empty = { ...order, trend: [], report: readableReport({ facts: none, result: lockInReport(none) }) };
    expect((await renderReportPdf(empty)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
