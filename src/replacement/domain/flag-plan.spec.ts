import { describe, expect, it } from '@jest/globals';
import type { FlagFinding, FlagRow } from './explanation.js';
import { planFlags, sentenceOf } from './flag-plan.js';
import type { KnownFlag } from './flag-plan.js';
import type { AnalysisState } from './vocabulary.js';

const NOW = '2026-07-02T09:00:00.000Z';

const row = (toolId: string, score: number | null = 0.6): FlagRow => ({
  toolId,
  eligibility: 'ELIGIBLE',
  gates: [],
  score: { score, coverage: 0.8, terms: [] },
  quality: null,
  reasons: [{ reason: 'NEWER_GENERATION', sentence: 'Newer.', inputs: [] }],
  severity: 'INFO',
  confidence: 'MEDIUM',
});

const finding = (rows: readonly FlagRow[], change: Partial<FlagFinding> = {}): FlagFinding => ({
  modelId: 'model',
  releaseId: 'release',
  candidateReleaseId: 'candidate',
  modelReason: null,
  reasons: ['NEWER_GENERATION'],
  severity: 'INFO',
  confidence: 'MEDIUM',
  title: 'C could replace M',
  rank: 1,
  notBefore: null,
  supersededBy: null,
  rankedCandidates: [],
  policyVersion: 1,
  rows,
  ...change,
});

const known = (rows: KnownFlag['rows'], state: AnalysisState = 'OPEN', active = true): KnownFlag => ({
  id: 'flag',
  modelId: 'model',
  candidateReleaseId: 'candidate',
  modelReason: null,
  state,
  active,
  rows,
});

const stored = (
  toolId: string,
  analysisState: AnalysisState = 'OPEN',
  change: Partial<KnownFlag['rows'][number]> = {},
) => ({
  toolId,
  analysisState,
  active: true,
  until: null,
  dismissed: null,
  ...change,
});

const plan = (flags: readonly KnownFlag[], findings: readonly FlagFinding[], tools: readonly string[] = ['a', 'b']) =>
  planFlags({ known: flags, findings, toolsOf: () => new Set(tools), reRaiseScore: 0.1, now: NOW });

const first = <T>(items: readonly T[]): T => {
  const [item] = items;
  if (item === undefined) throw new Error('nothing was planned');
  return item;
};

describe('planFlags', () => {
  it('raises what is found for the first time, once', () => {
    const raised = first(plan([], [finding([row('a'), row('b')])]));
    expect(raised).toMatchObject({ becomes: 'RAISED', state: { analysisState: 'OPEN', active: true } });
    const again = first(plan([known([stored('a'), stored('b')])], [finding([row('a'), row('b')])]));
    expect(again).toMatchObject({ becomes: null, state: { analysisState: 'OPEN', active: true } });
    expect(again.rows.map(sentenceOf)).toEqual([undefined, undefined]);
  });

  it('keeps a candidate that is too young pending and opens it by itself', () => {
    const young = first(plan([], [finding([row('a')], { notBefore: '2026-07-10T00:00:00.000Z' })]));
    expect(young).toMatchObject({ becomes: null, state: { analysisState: 'PENDING', active: true } });
    const grown = first(plan([known([stored('a', 'PENDING')], 'PENDING')], [finding([row('a')])]));
    expect(grown.becomes).toBe('RAISED');
    expect(sentenceOf(first(grown.rows))).toBe('The release is old enough now.');
  });

  it('never deletes: what is no longer found stays, inactive, with the human decision on it', () => {
    const gone = first(plan([known([stored('a', 'IN_TRIAGE')], 'IN_TRIAGE')], []));
    expect(gone).toMatchObject({ becomes: 'RESOLVED', state: { analysisState: 'IN_TRIAGE', active: false } });
    expect(gone.finding).toBeUndefined();
  });

  it('resolves the row of a tool that no longer uses the model, and that row alone', () => {
    const flag = first(plan([known([stored('a'), stored('b')])], [finding([row('a')])], ['a']));
    expect(flag.rows.map(({ toolId, state }) => [toolId, state.analysisState, state.active])).toEqual([
      ['a', 'OPEN', true],
      ['b', 'RESOLVED', false],
    ]);
    expect(flag.becomes).toBeNull();
  });

  it('keeps a decision per tool: one dismissal does not close the other row', () => {
    const dismissed = { score: 0.6, reasons: ['NEWER_GENERATION'] as const, policyVersion: 1 };
    const flag = first(
      plan([known([stored('a', 'DISMISSED', { dismissed }), stored('b')])], [finding([row('a'), row('b')])]),
    );
    expect(flag.state).toEqual({ analysisState: 'OPEN', active: true });
  });

  it('brings a dismissed row back only by score, reason or policy, and says which', () => {
    const dismissed = { score: 0.6, reasons: ['NEWER_GENERATION'] as const, policyVersion: 1 };
    const flag = [known([stored('a', 'DISMISSED', { dismissed })], 'DISMISSED')];
    const sentence = (found: FlagFinding): string | undefined => sentenceOf(first(first(plan(flag, [found])).rows));
    expect(sentence(finding([row('a', 0.69)]))).toBeUndefined();
    expect(sentence(finding([row('a', 0.7)]))).toMatch(/score/);
    expect(sentence(finding([row('a')], { policyVersion: 2 }))).toMatch(/policy/);
    const reasons = [...row('a').reasons, { reason: 'QUALITY_GAIN' as const, sentence: 'Better.', inputs: [] }];
    expect(sentence(finding([{ ...row('a'), reasons }]))).toMatch(/reason/);
  });

  it('wakes a snooze at its end and leaves it asleep before', () => {
    const asleep = [known([stored('a', 'SNOOZED', { until: '2026-07-02T09:00:01.000Z' })], 'SNOOZED')];
    expect(first(plan(asleep, [finding([row('a')])])).state.analysisState).toBe('SNOOZED');
    const over = [known([stored('a', 'SNOOZED', { until: NOW })], 'SNOOZED')];
    const woken = first(plan(over, [finding([row('a')])]));
    expect(woken.state.analysisState).toBe('OPEN');
    expect(sentenceOf(first(woken.rows))).toBe('The snooze has ended.');
  });

  it('tells those whose attention is asked for, and nobody who has put it aside', () => {
    const dismissed = { score: 0.6, reasons: ['NEWER_GENERATION'] as const, policyVersion: 1 };
    const aside = [stored('a', 'DISMISSED', { dismissed }), stored('b', 'SNOOZED', { until: NOW })];
    const woken = first(plan([known(aside, 'SNOOZED')], [finding([row('a'), row('b')])]));
    expect(woken).toMatchObject({ becomes: 'RAISED', toolIds: ['b'] });
    const better = finding([row('a', 0.7), row('b')]);
    const back = first(plan([known([stored('a', 'DISMISSED', { dismissed }), stored('b')])], [better]));
    expect(back).toMatchObject({ becomes: 'RAISED', toolIds: ['a'] });
    const later = finding([row('a'), row('b')]);
    expect(first(plan([known([stored('a', 'DISMISSED', { dismissed }), stored('b')])], [later])).becomes).toBeNull();
  });

  it('tells of its end those for whom it held', () => {
    const gone = [stored('a'), stored('b', 'RESOLVED', { active: false })];
    expect(first(plan([known(gone)], []))).toMatchObject({ becomes: 'RESOLVED', toolIds: ['a'] });
  });

  it('is the same for every order of flags and findings', () => {
    const flags = [known([stored('a')]), { ...known([stored('a')]), id: 'other', candidateReleaseId: 'other' }];
    const findings = [finding([row('a')]), finding([row('b')], { candidateReleaseId: 'third' })];
    expect(plan([...flags].reverse(), [...findings].reverse())).toEqual(plan(flags, findings));
  });
});
