import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PROPERTY_RUNS } from '../../../test/support/property-runs.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NEXT_BY_MACHINE, NEXT_BY_PERSON, NEXT_BY_REQUEST, decideByPerson } from './flag-state.js';
import type { AnalysisDecision } from './flag-state.js';
import { flagStateOf, reconcile } from './reconcile.js';
import type { RowFinding, StoredRow } from './reconcile.js';
import { ANALYSIS_STATES } from './vocabulary.js';
import type { AnalysisState } from './vocabulary.js';

const NOW = '2026-07-02T00:00:00Z';
const inDays = (days: number): string => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();

const DECISIONS: Readonly<Partial<Record<AnalysisState, Partial<AnalysisDecision>>>> = {
  SNOOZED: { until: inDays(30), comment: 'waiting for hardware' },
  DISMISSED: { justification: 'LOW_SUPPORT', comment: 'nobody uses it' },
};
const decide = (from: AnalysisState, state: AnalysisState, over: Partial<AnalysisDecision> = {}): AnalysisDecision =>
  decideByPerson(from, { state, ...DECISIONS[state], ...over }, NOW);

describe('decisions of people', () => {
  it.each(ANALYSIS_STATES.flatMap((from) => ANALYSIS_STATES.map((to) => [from, to] as const)))(
    '%s → %s',
    (from, to) => {
      if (NEXT_BY_PERSON[from].includes(to)) expect(decide(from, to).state).toBe(to);
      else expect(() => decide(from, to)).toThrow(DomainError);
    },
  );

  it('accept only by a swap request', () => {
    expect(() => decide('OPEN', 'ACCEPTED')).toThrow('opening a swap request');
    expect(NEXT_BY_REQUEST.OPEN).toEqual(['ACCEPTED']);
    expect(NEXT_BY_REQUEST.DISMISSED).toEqual([]);
  });

  it('leave PENDING, SUPERSEDED and RESOLVED to the machine', () => {
    for (const from of ['PENDING', 'SUPERSEDED', 'RESOLVED'] as const) expect(NEXT_BY_PERSON[from]).toEqual([]);
    for (const from of ANALYSIS_STATES)
      for (const to of ['PENDING', 'SUPERSEDED', 'RESOLVED'] as const) expect(NEXT_BY_PERSON[from]).not.toContain(to);
  });

  it.each<[string, Partial<AnalysisDecision>, boolean]>([
    ['without an end', { until: undefined }, false],
    ['that ends now', { until: NOW }, false],
    ['of 180 days', { until: inDays(180) }, true],
    ['of more than 180 days', { until: inDays(180.1) }, false],
    ['with an end that is no date', { until: 'soon' }, false],
    ['without a reason', { comment: ' ' }, false],
  ])('snooze %s', (_, over, allowed) => {
    const act = (): AnalysisDecision => decide('OPEN', 'SNOOZED', over);
    if (allowed) expect(act().state).toBe('SNOOZED');
    else expect(act).toThrow(DomainError);
  });

  it('dismiss with a justification and a comment only', () => {
    expect(() => decide('OPEN', 'DISMISSED', { justification: undefined })).toThrow('justification');
    expect(() => decide('OPEN', 'DISMISSED', { comment: '' })).toThrow('comment');
  });
});

const FINDING: RowFinding = {
  ...{ notBefore: null, supersededBy: null, score: 0.6, reasons: ['NEWER_GENERATION'], policyVersion: 1 },
};
const run = (stored?: StoredRow, finding?: Partial<RowFinding> | null, toolUsesModel = true) =>
  reconcile({
    ...(stored ? { stored } : {}),
    ...(finding === null ? {} : { finding: { ...FINDING, ...finding } }),
    ...{ toolUsesModel, reRaiseScore: 0.1, now: NOW },
  });
const row = (analysisState: AnalysisState, over: Partial<StoredRow> = {}): StoredRow => ({
  ...{ analysisState, active: true },
  ...over,
});

describe('what the machine makes of a row', () => {
  it('opens a new finding, holds a young one back, and stores a superseded one as such', () => {
    expect(run()).toEqual({ analysisState: 'OPEN', active: true });
    expect(run(undefined, { notBefore: inDays(3) })).toEqual({ analysisState: 'PENDING', active: true });
    expect(run(undefined, { supersededBy: 'x' })).toEqual({ analysisState: 'SUPERSEDED', active: false });
    expect(run(undefined, null)).toBeNull();
  });

  it('opens PENDING by itself once the release is old enough', () => {
    expect(run(row('PENDING'))).toEqual({ analysisState: 'OPEN', active: true });
    expect(run(row('PENDING'), { notBefore: inDays(1) })).toEqual({ analysisState: 'PENDING', active: true });
  });

  it('wakes a snoozed row at its end, not before', () => {
    expect(run(row('SNOOZED', { until: inDays(1) }))?.analysisState).toBe('SNOOZED');
    expect(run(row('SNOOZED', { until: NOW }))?.analysisState).toBe('OPEN');
  });

  it('keeps a state that people chose while the finding comes and goes', () => {
    for (const state of ['OPEN', 'IN_TRIAGE', 'ACCEPTED'] as const) {
      expect(run(row(state))).toEqual({ analysisState: state, active: true });
      expect(run(row(state), null)).toEqual({ analysisState: state, active: false });
    }
  });

  it('supersedes what is open, not what people have closed', () => {
    for (const state of ['PENDING', 'OPEN', 'IN_TRIAGE', 'SNOOZED'] as const)
      expect(run(row(state), { supersededBy: 'x' })).toEqual({ analysisState: 'SUPERSEDED', active: false });
    for (const state of ['DISMISSED', 'ACCEPTED'] as const)
      expect(run(row(state), { supersededBy: 'x' })).toEqual({ analysisState: state, active: false });
    expect(run(row('SUPERSEDED'))).toEqual({ analysisState: 'OPEN', active: true });
  });

  it('resolves whatever a tool that no longer uses the model had, and opens it when it does again', () => {
    for (const state of ANALYSIS_STATES)
      expect(run(row(state), {}, false)).toEqual({ analysisState: 'RESOLVED', active: false });
    expect(run(row('RESOLVED'))).toEqual({ analysisState: 'OPEN', active: true });
    expect(run(undefined, {}, false)).toBeNull();
  });

  it('keeps a decision over a fail-over and a later release that went again', () => {
    const dismissed = { score: 0.6, reasons: FINDING.reasons, policyVersion: 1 };
    for (const state of ['RESOLVED', 'SUPERSEDED'] as const) {
      expect(run(row(state, { dismissed }))).toEqual({ analysisState: 'DISMISSED', active: true });
      expect(run(row(state, { dismissed }), { score: 0.7 })?.reRaisedBy).toBe('SCORE');
      expect(run(row(state, { until: inDays(1) }))).toEqual({ analysisState: 'SNOOZED', active: true });
      expect(run(row(state, { until: NOW }))).toEqual({ analysisState: 'OPEN', active: true });
    }
  });

  it.each<[string, Partial<RowFinding>, string | undefined]>([
    ['nothing new', {}, undefined],
    ['+0.09', { score: 0.69 }, undefined],
    ['+0.10', { score: 0.7 }, 'SCORE'],
    ['a lost score', { score: null }, undefined],
    ['a new reason', { reasons: ['NEWER_GENERATION', 'COST_GAIN'] }, 'NEW_REASON'],
    ['a lost reason', { reasons: [] }, undefined],
    ['another policy', { policyVersion: 2 }, 'POLICY_CHANGE'],
  ])('brings a dismissed row back on %s as %s', (_, finding, reRaisedBy) => {
    const dismissed = { score: 0.6, reasons: FINDING.reasons, policyVersion: 1 };
    const found = run(row('DISMISSED', { dismissed }), finding);
    expect(found?.analysisState).toBe(reRaisedBy === undefined ? 'DISMISSED' : 'OPEN');
    expect(found?.reRaisedBy).toBe(reRaisedBy);
  });

  it('moves only along its own table, and twice comes to the same', () => {
    const stored = fc.record({
      analysisState: fc.constantFrom(...ANALYSIS_STATES),
      active: fc.boolean(),
      until: fc.constantFrom(null, NOW, inDays(2)),
      dismissed: fc.constantFrom(null, { score: 0.6, reasons: FINDING.reasons, policyVersion: 1 }),
    });
    const finding = fc.option(
      fc.record({
        notBefore: fc.constantFrom(null, inDays(2)),
        supersededBy: fc.constantFrom(null, 'x'),
        score: fc.constantFrom(null, 0.6, 0.7),
      }),
    );
    fc.assert(
      fc.property(stored, finding, fc.boolean(), (before, found, uses) => {
        const after = run(before, found, uses);
        if (after === null) throw new Error('a stored row is never dropped');
        if (after.analysisState !== before.analysisState)
          expect(NEXT_BY_MACHINE[before.analysisState]).toContain(after.analysisState);
        const { analysisState, active } = after;
        expect(run({ ...before, analysisState, active }, found, uses)).toEqual({ analysisState, active });
      }),
      { numRuns: PROPERTY_RUNS },
    );
  });
});

describe('flagStateOf', () => {
  it('is the most open of the rows that hold', () => {
    const rows = (...states: AnalysisState[]) => states.map((analysisState) => ({ analysisState, active: true }));
    expect(flagStateOf(rows('DISMISSED', 'IN_TRIAGE'))).toEqual({ analysisState: 'IN_TRIAGE', active: true });
    expect(flagStateOf(rows('DISMISSED', 'ACCEPTED'))).toEqual({ analysisState: 'ACCEPTED', active: true });
    expect(
      flagStateOf([
        { analysisState: 'OPEN', active: false },
        { analysisState: 'DISMISSED', active: true },
      ]),
    ).toEqual({ analysisState: 'DISMISSED', active: true });
    expect(flagStateOf([{ analysisState: 'SUPERSEDED', active: false }])).toEqual({
      ...{ analysisState: 'SUPERSEDED', active: false },
    });
  });
});
