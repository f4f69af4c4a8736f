import { describe, expect, it } from '@jest/globals';
import { aRelease, NOW } from '../../../test/support/assessment-facts.js';
import { DEFAULT_THRESHOLDS } from '../../policy/domain/policy.js';
import { ageInDays, notBefore } from './age.js';
import { confidenceOf } from './confidence.js';
import type { ConfidenceSubject } from './confidence.js';
import type { ReleaseFacts } from './facts.js';
import { gate } from './gate.js';
import { supersedes } from './quiet.js';
import type { QuietSubject } from './quiet.js';
import { compareCandidates } from './rank.js';
import type { RankSubject } from './rank.js';
import { severityOf } from './severity.js';
import type { SeveritySubject } from './severity.js';
import type { Confidence, Eligibility, Reason, Severity } from './vocabulary.js';

const day = (date: string): Partial<ReleaseFacts> => ({ releaseDate: { date, precision: 'DAY' }, firstSeenAt: date });

describe('order of candidates', () => {
  const subject = (
    over: Partial<RankSubject> & { release?: Partial<ReleaseFacts>; id?: string } = {},
  ): RankSubject => ({
    ...{ inUse: aRelease('m'), reasons: ['NEWER_GENERATION'], eligibleForAll: true, score: 0.6 },
    candidate: aRelease(over.id ?? 'c', over.release),
    ...over,
  });

  it.each<[string, RankSubject, RankSubject]>([
    [
      'the foremost reason',
      subject({ reasons: ['COST_GAIN', 'SUCCESSOR_DECLARED'], eligibleForAll: false }),
      subject(),
    ],
    ['eligible for all tools', subject({ score: null }), subject({ eligibleForAll: false })],
    ['the higher score', subject({ score: 0.7, release: { totalParamsB: 400 } }), subject()],
    ['a score before none', subject({ score: 0.1 }), subject({ score: null })],
    ['the nearer size', subject({ release: { totalParamsB: 31 } }), subject({ release: { totalParamsB: 60 } })],
    ['the nearer active size', subject(), subject({ release: { activeParamsB: 3 } })],
    ['a known size', subject({ release: { totalParamsB: 3000 } }), subject({ release: { totalParamsB: undefined } })],
    ['the later date', subject({ release: day('2026-02-01') }), subject({ release: day('2026-01-01') })],
    ['the key', subject({ id: 'a' }), subject({ id: 'b' })],
  ])('prefers %s', (_, first, second) => {
    expect(compareCandidates(first, second)).toBeLessThan(0);
    expect(compareCandidates(second, first)).toBeGreaterThan(0);
  });
});

describe('severity', () => {
  const severity = (reasons: Reason[], over: Partial<SeveritySubject> = {}): Severity =>
    severityOf({
      ...{ reasons, isFirst: true, eligibleForAll: true, ageDays: 30, score: null, confidence: 'MEDIUM' },
      thresholds: DEFAULT_THRESHOLDS,
      ...over,
    });

  it.each<[Severity, Reason[], Partial<SeveritySubject>]>([
    ['FAIL', ['POLICY_VIOLATION'], {}],
    ['WARN', ['SUCCESSOR_DECLARED'], { isFirst: false, eligibleForAll: false, ageDays: 1 }],
    ['WARN', ['END_OF_SUPPORT'], { supportEndsInDays: 90 }],
    ['INFO', ['END_OF_SUPPORT'], { supportEndsInDays: 91 }],
    ['WARN', ['NEWER_GENERATION'], {}],
    ['INFO', ['NEWER_GENERATION'], { isFirst: false }],
    ['INFO', ['NEWER_GENERATION'], { eligibleForAll: false }],
    ['INFO', ['NEWER_GENERATION'], { ageDays: 29.9 }],
    ['WARN', ['QUALITY_GAIN'], { score: 0.65, confidence: 'HIGH' }],
    ['WARN', ['QUALITY_GAIN'], { score: 0.65, confidence: 'VERY_HIGH' }],
    ['INFO', ['QUALITY_GAIN'], { score: 0.64, confidence: 'HIGH' }],
    ['INFO', ['QUALITY_GAIN'], { score: 0.9, confidence: 'MEDIUM' }],
    ['INFO', ['LICENCE_CHANGE'], {}],
  ])('%s for %j with %j', (expected, reasons, over) => {
    expect(severity(reasons, over)).toBe(expected);
  });
});

describe('confidence', () => {
  const subject = (over: Partial<ConfidenceSubject> = {}): ConfidenceSubject => ({
    ...{ candidate: aRelease('c'), inUse: aRelease('m'), gates: [gate('CONTEXT', 'PASS', 'x', 'X.')] },
    score: { score: 0.7, coverage: 0.85, terms: [] },
    quality: {
      ...{ deltaQ: 5, sharedBenchmarks: 2, evaluationPassed: false, independent: true, proxy: false, inputs: [] },
    },
    ...{ ageDays: 30, thresholds: DEFAULT_THRESHOLDS },
    ...over,
  });
  const base = subject();

  it.each<[Confidence | null, Reason[], Partial<ConfidenceSubject>]>([
    [null, [], {}],
    ['HIGH', ['SUCCESSOR_DECLARED'], { ageDays: 1 }],
    ['MEDIUM', ['NEWER_GENERATION'], {}],
    ['LOW', ['NEWER_GENERATION'], { candidate: aRelease('c', { totalParamsB: undefined }) }],
    ['LOW', ['NEWER_GENERATION'], { inUse: aRelease('m', { releaseDate: undefined }) }],
    ['HIGH', ['QUALITY_GAIN'], {}],
    ['HIGH', ['NEWER_GENERATION', 'QUALITY_GAIN'], {}],
    ['MEDIUM', ['QUALITY_GAIN'], { ageDays: 29 }],
    ['MEDIUM', ['QUALITY_GAIN'], { score: { ...base.score, coverage: 0.84 } }],
    ['MEDIUM', ['QUALITY_GAIN'], { quality: { ...base.quality, independent: false } }],
    ['LOW', ['QUALITY_GAIN'], { score: { ...base.score, coverage: 0.59 } }],
    ['LOW', ['QUALITY_GAIN'], { gates: [gate('LICENCE', 'UNKNOWN', 'x', 'X.')] }],
    ['LOW', ['QUALITY_GAIN'], { quality: { ...base.quality, proxy: true } }],
    ['VERY_HIGH', ['QUALITY_GAIN'], { quality: { ...base.quality, evaluationPassed: true }, ageDays: 1 }],
  ])('%s for %j', (expected, reasons, over) => {
    expect(confidenceOf(reasons, subject(over))).toBe(expected);
  });
});

describe('superseding', () => {
  const subject = (
    release: Partial<ReleaseFacts>,
    eligibility: Eligibility | null,
    notBeforeDay: string | null = null,
  ): QuietSubject => ({
    candidate: aRelease('c', release),
    eligibility: new Map(eligibility === null ? [] : [['t', eligibility]]),
    notBefore: notBeforeDay,
  });
  const older = subject({ generation: [2], ...day('2026-01-01') }, 'ELIGIBLE');
  const next = { generation: [3], ...day('2026-04-01') };

  it.each<[string, QuietSubject, boolean]>([
    ['a later one of the same size', subject(next, 'ELIGIBLE'), true],
    ['one 2.3 times as large', subject({ ...next, totalParamsB: 69 }, 'ELIGIBLE'), true],
    ['not a larger one', subject({ ...next, totalParamsB: 69.1 }, 'ELIGIBLE'), false],
    ['not a much smaller one', subject({ ...next, totalParamsB: 13 }, 'ELIGIBLE'), false],
    ['not one of another function', subject({ ...next, function: 'CODER' }, 'ELIGIBLE'), false],
    ['not one of another family', subject({ ...next, family: 'other' }, 'ELIGIBLE'), false],
    ['not one that fits the tool less', subject(next, 'NEEDS_INFORMATION'), false],
    ['not one that is not raised for the tool', subject(next, null), false],
    ['not one in its cool-down', subject(next, 'ELIGIBLE', '2026-07-09'), false],
    ['not a sibling of the same weeks', subject({ generation: [2], ...day('2026-01-20') }, 'ELIGIBLE'), false],
    ['a sibling 30 days later', subject({ generation: [2], ...day('2026-01-31') }, 'ELIGIBLE'), true],
  ])('%s', (_, later, expected) => {
    expect(supersedes(later, older, 2.3)).toBe(expected);
  });
});

describe('age', () => {
  it('begins at the later of release and first sighting', () => {
    const release = aRelease('c', { releaseDate: { date: '2026-06-01', precision: 'DAY' }, firstSeenAt: '2026-06-22' });
    expect(ageInDays(release, NOW)).toBe(10);
    expect(notBefore(release, 14, NOW)).toBe('2026-07-06T00:00:00.000Z');
    expect(notBefore(release, 10, NOW)).toBeNull();
    expect(ageInDays({ ...release, firstSeenAt: '2026-05-01' }, NOW)).toBe(31);
  });
});
