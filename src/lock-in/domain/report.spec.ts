import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aLockInModel, aLockInTool, anAlternative, byTool, lockInFacts } from '../../../test/support/lock-in-facts.js';
import type { LockInFacts } from './facts.js';
import { lockInIndex, strain } from './lock-in-index.js';
import { dimensionOf, namedReport } from './named-report.js';
import { lockInReport } from './report.js';
import type { BasisReport } from './report.js';
import type { Basis, Dimension } from './vocabulary.js';
import { DEFAULT_POLICY } from '../../policy/domain/policy.js';
import { DIMENSIONS } from './vocabulary.js';

/** Portfolios that each property is tried on. */
const RUNS = { numRuns: 1_000 };
const VENDORS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

/** 30 equal tools over seven vendors. */
const worked = (counts: readonly number[] = [9, 6, 5, 4, 3, 2, 1]): LockInFacts =>
  lockInFacts({
    models: VENDORS.map((vendor) => aLockInModel(vendor)),
    tools: counts.flatMap((count, index) =>
      Array.from({ length: count }, (_, nth) => aLockInTool(`${VENDORS[index]}${nth}`, VENDORS[index] ?? 'a')),
    ),
  });

const basis = (facts: LockInFacts, name: Basis = 'MATERIALITY'): BasisReport => {
  const found = lockInReport(facts).bases.find((each) => each.basis === name);
  if (found === undefined) throw new Error('no such basis');
  return found;
};
const dimension = (report: BasisReport, name: Dimension) => {
  const found = report.dimensions.find((each) => each.dimension === name);
  if (found === undefined) throw new Error('no such dimension');
  return found;
};

const anyFacts: fc.Arbitrary<LockInFacts> = fc
  .record({
    tools: fc.array(
      fc.record({
        vendor: fc.constantFrom(...VENDORS),
        materiality: fc.constantFrom('LOW' as const, 'MEDIUM' as const, 'HIGH' as const),
        tokens: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
        tested: fc.boolean(),
        effort: fc.integer({ min: 0, max: 30 }),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    country: fc.constantFrom('US', 'CN', undefined),
    eligible: fc.constantFrom('ELIGIBLE' as const, 'NEEDS_INFORMATION' as const, 'INELIGIBLE' as const),
  })
  .map(({ tools, country, eligible }) =>
    lockInFacts({
      models: VENDORS.map((vendor, index) => aLockInModel(vendor, index % 2 === 0 ? { country } : {})),
      tools: tools.map(({ vendor, materiality, tokens, tested, effort }, index) =>
        aLockInTool(`t${index}`, vendor, {
          ...{ materiality, tokensPerMonth: tokens, switchingEffort: { prompts: effort } },
          ...(tested ? { fallback: { modelId: 'model-a', testedAt: '2026-06-01' } } : {}),
        }),
      ),
      alternatives: byTool(tools.map((_, index) => anAlternative(`t${index}`, 'g', { eligibility: eligible }))),
    }),
  );

describe('lock-in report', () => {
  it('gives the worked figures of 30 equal tools over seven vendors', () => {
    const { concentration, limits } = dimension(basis(worked()), 'VENDOR');
    expect(Math.round(concentration.hhi)).toBe(1911);
    expect(concentration.effectiveNumber).toBeCloseTo(5.23, 2);
    expect(concentration.topShare).toBeCloseTo(0.3, 10);
    expect(concentration.top3Share).toBeCloseTo(0.667, 3);
    expect(concentration.elephantFactor).toBe(2);
    expect(limits.map(({ figure, status }) => [figure, status])).toEqual([
      ['TOP_SHARE', 'INSIDE'],
      ['EFFECTIVE_NUMBER', 'INSIDE'],
    ]);
    const moved = dimension(basis(worked([8, 6, 5, 4, 3, 2, 2])), 'VENDOR').concentration;
    expect(Math.round(moved.hhi)).toBe(1756);
  });

  it('weighs by materiality, by count and by usage', () => {
    const facts = lockInFacts({
      models: [aLockInModel('a'), aLockInModel('b')],
      tools: [
        aLockInTool('1', 'a', { materiality: 'HIGH', tokensPerMonth: 100 }),
        aLockInTool('2', 'b', { tokensPerMonth: 300 }),
        aLockInTool('3', 'b'),
      ],
    });
    const top = (name: Basis) => dimension(basis(facts, name), 'VENDOR').concentration.shares[0];
    expect(top('MATERIALITY')).toMatchObject({ key: 'a', share: 4 / 6 });
    expect(top('TOOL_COUNT')).toMatchObject({ key: 'b', share: 2 / 3 });
    expect(top('USAGE')).toMatchObject({ key: 'b', share: 3 / 4 });
    expect(basis(facts, 'USAGE').toolsWithoutWeight).toEqual(['3']);
  });

  it('looks through to the root vendor and shows what is unknown as such', () => {
    const facts = lockInFacts({
      models: [
        aLockInModel('nvidia', { rootVendorGroup: 'meta', country: undefined, licenceClass: undefined }),
        aLockInModel('meta'),
      ],
      tools: [aLockInTool('1', 'nvidia'), aLockInTool('2', 'meta')],
    });
    const report = basis(facts);
    expect(dimension(report, 'VENDOR').concentration.keys).toBe(2);
    expect(dimension(report, 'ROOT_VENDOR').concentration.shares).toMatchObject([{ key: 'meta', share: 1 }]);
    expect(dimension(report, 'ROOT_VENDOR').status).toBe('BREACH');
    expect(dimension(report, 'COUNTRY').concentration.shares.map(({ key }) => key)).toContain('UNKNOWN');
    expect(dimension(report, 'LICENCE_CLASS').limits).toMatchObject([{ value: 0.5, status: 'WARN' }]);
  });

  it('calls a root vendor by its name where none of its own models is registered', () => {
    const model = aLockInModel('nvidia', { rootVendorGroup: 'meta', rootVendorName: 'Meta' });
    const facts = lockInFacts({ models: [model], tools: [aLockInTool('1', 'nvidia')] });
    const { bases, drills } = namedReport({ facts, result: lockInReport(facts) });
    expect(dimensionOf(bases, 'ROOT_VENDOR')?.shares).toMatchObject([{ key: 'meta', name: 'Meta' }]);
    expect(drills.map(({ name }) => name)).toContain('Meta');
  });

  it('counts a share as inside at its limit', () => {
    const share = (mine: number) =>
      dimension(basis(worked([mine, 10 - mine, 10, 10])), 'VENDOR').limits.find(({ figure }) => figure === 'TOP_SHARE');
    expect(share(5)).toMatchObject({ value: 1 / 3, status: 'WARN' });
    expect(dimension(basis(worked([12, 6, 6, 6])), 'VENDOR').limits[0]).toMatchObject({ value: 0.4, status: 'WARN' });
    expect(dimension(basis(worked([13, 6, 6, 5])), 'VENDOR').limits[0]).toMatchObject({ status: 'BREACH' });
  });

  it('knows how far models are behind, and which do nothing', () => {
    const candidate = { modelId: 'model-a', releaseId: 'r1', releaseName: 'R1', releaseDate: '2026-06-01' };
    const facts = lockInFacts({
      models: [aLockInModel('a'), aLockInModel('b'), aLockInModel('c'), aLockInModel('d', { lifecycle: 'RETIRED' })],
      tools: [
        aLockInTool('1', 'a', { fallback: { modelId: 'model-c' } }),
        aLockInTool('2', 'b'),
        aLockInTool('3', 'b', { modelId: undefined }),
      ],
      candidates: [candidate, { ...candidate, releaseId: 'r0', releaseDate: '2026-01-01' }],
    });
    const { behind, size, toolsWithoutFallback } = lockInReport(facts);
    expect(behind.map(({ modelId, days, newest }) => [modelId, days, newest?.releaseId])).toEqual([
      ['model-a', 365, 'r1'],
      ['model-b', 0, undefined],
    ]);
    expect(size).toMatchObject({ modelsInUse: 2, target: 10, modelsWithoutTools: [], toolsWithoutModel: ['3'] });
    expect(toolsWithoutFallback).toEqual(['2']);
  });

  it('has shares that sum to 1, an HHI between floor and 10,000 and an index within 0–100', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { dimensions, index, undeterminedShare } of lockInReport(facts).bases) {
          for (const { concentration } of dimensions) {
            if (concentration.keys === 0) continue;
            expect(concentration.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
            expect(concentration.hhi).toBeGreaterThanOrEqual(concentration.floor - 1e-6);
            expect(concentration.hhi).toBeLessThanOrEqual(10_000 + 1e-6);
          }
          expect(undeterminedShare).toBeGreaterThanOrEqual(0);
          expect(undeterminedShare).toBeLessThanOrEqual(1);
          if (index.index === null) continue;
          expect(index.index).toBeGreaterThanOrEqual(index.floor - 1e-9);
          expect(index.index).toBeLessThanOrEqual(100);
        }
      }),
      RUNS,
    );
  });

  it('never falls in concentration when two vendors merge', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const merged = {
          ...facts,
          models: facts.models.map((model) =>
            model.vendorGroup === 'b' ? { ...model, vendorGroup: 'a', rootVendorGroup: 'a' } : model,
          ),
        };
        for (const name of ['VENDOR', 'ROOT_VENDOR'] as const)
          expect(dimension(basis(merged), name).concentration.hhi).toBeGreaterThanOrEqual(
            dimension(basis(facts), name).concentration.hhi - 1e-6,
          );
      }),
      RUNS,
    );
  });

  it('does not depend on the order of models, tools and alternatives', () => {
    fc.assert(
      fc.property(anyFacts, ({ models, tools, alternatives, ...rest }) => {
        const backward = {
          ...rest,
          ...{
            models: [...models].reverse(),
            tools: [...tools].reverse(),
            alternatives: new Map([...alternatives].reverse()),
          },
        };
        expect(lockInReport(backward)).toEqual(lockInReport({ ...rest, models, tools, alternatives }));
      }),
    );
  });
});

describe('lock-in index', () => {
  it('strains linearly to one half at the limit and to 1 at everything', () => {
    expect(strain(0, 0.4)).toBe(0);
    expect(strain(0.2, 0.4)).toBeCloseTo(0.25, 10);
    expect(strain(0.4, 0.4)).toBeCloseTo(0.5, 10);
    expect(strain(0.7, 0.4)).toBeCloseTo(0.75, 10);
    expect(strain(1, 0.4)).toBeCloseTo(1, 10);
  });

  it('adds its parts by their weights and names the heaviest dimension and the floor', () => {
    const { dimensions } = basis(worked());
    const found = lockInIndex({ dimensions, substitutability: 0.5, exitReadiness: 0.4, policy: DEFAULT_POLICY });
    const concentration = 0.5 * 0.375 + 0.25 * 0.375 + 0.25 * 1;
    expect(found.index).toBeCloseTo(100 * (0.4 * concentration + 0.35 * 0.5 + 0.25 * 0.6), 9);
    expect(found.heaviestDimension).toBe('COUNTRY');
    expect(found.floor).toBeCloseTo(100 * 0.4 * ((0.75 * 0.5) / 7 / 0.4 + 0.25), 9);
    expect(found.parts.map(({ name }) => name)).toEqual(['concentration', 'substitutability', 'exitReadiness']);
  });

  it('is unknown where a part is', () => {
    const { dimensions } = basis(worked());
    const found = lockInIndex({ dimensions, substitutability: null, exitReadiness: 1, policy: DEFAULT_POLICY });
    expect(found.index).toBeNull();
    expect(basis(lockInFacts())).toMatchObject({ index: { index: null }, substitutability: null });
    expect(basis(lockInFacts()).dimensions.map(({ dimension: name }) => name)).toEqual([...DIMENSIONS]);
  });
});
