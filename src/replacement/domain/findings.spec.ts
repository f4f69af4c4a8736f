import { describe, expect, it } from '@jest/globals';
import { aModel, aRelease, aTool, facts, NOW } from '../../../test/support/assessment-facts.js';
import { DEFAULT_POLICY } from '../../policy/domain/policy.js';
import { assessModel } from './assess-model.js';
import type { AssessmentFacts, ModelFacts, ReleaseFacts, ToolFacts } from './facts.js';
import { fitOf } from './fit.js';
import { reliefOf, vendorHhiChange } from './relief.js';
import { titleOf } from './title.js';
import { worldOf } from './world.js';
import type { World } from './world.js';

const day = (date: string): Partial<ReleaseFacts> => ({ releaseDate: { date, precision: 'DAY' }, firstSeenAt: date });
const vendor = (slug: string, country = 'US'): Partial<ReleaseFacts> => ({
  vendor: { slug, name: slug, group: slug, country },
  family: slug,
});

const worldWith = (
  releases: readonly ReleaseFacts[],
  over: {
    models?: readonly ModelFacts[];
    tools?: readonly ToolFacts[];
    policy?: Partial<AssessmentFacts['policy']>;
  } = {},
): World =>
  worldOf(
    facts({
      releases,
      policy: { ...DEFAULT_POLICY, ...over.policy },
      portfolio: {
        models: over.models ?? [aModel('old', { id: 'm' })],
        tools: over.tools ?? [aTool('t', 'm'), aTool('u', 'm', { dataClass: 'RESTRICTED' })],
        pools: [{ id: 'pool', name: 'Pool', gpuCount: 4, memoryGbPerGpu: 80 }],
      },
    }),
  );

describe('findings about the model itself', () => {
  it('breaks the policy for the tools that it fails, without a candidate, and takes a place of the limit', () => {
    const next = (size: number): ReleaseFacts =>
      aRelease(`next-${size}`, { generation: [2], totalParamsB: size, ...day('2026-01-01') });
    const world = worldWith([aRelease('old'), next(30), next(10), next(100), next(4)], {
      models: [aModel('old', { id: 'm', hosting: 'PRIVATE_CLOUD' })],
    });
    const { flags, overLimit } = assessModel(world, 'm');
    expect(flags[0]).toMatchObject({
      ...{ modelReason: 'POLICY_VIOLATION', candidateReleaseId: null, severity: 'FAIL', confidence: 'HIGH', rank: 0 },
      title:
        'Model old breaks the policy (1 tool): Restricted data may not be processed in the private cloud, only in-house; 4 candidates',
      rows: [{ toolId: 'u', reasons: [{ reason: 'POLICY_VIOLATION' }] }],
    });
    expect(flags[0]?.rankedCandidates).toEqual(['next-30', 'next-10', 'next-100', 'next-4']);
    expect(flags.filter(({ candidateReleaseId }) => candidateReleaseId !== null)).toHaveLength(2);
    expect(overLimit).toEqual(['next-100', 'next-4']);
  });

  it('ends its support or changes its licence for all its tools, with an empty list where nothing can replace it', () => {
    const supportEnd = { date: '2026-08-01', statedBy: 'VENDOR', source: { source: 'vendor' } } as const;
    const world = worldWith([aRelease('old', { supportEnd, licenceTextHash: 'b' })], {
      models: [aModel('old', { id: 'm', acceptedLicence: { licenceTextHash: 'a', at: NOW } })],
    });
    const { flags } = assessModel(world, 'm');
    expect(flags.map(({ modelReason, severity, rows }) => [modelReason, severity, rows.length])).toEqual([
      ['END_OF_SUPPORT', 'WARN', 2],
      ['LICENCE_CHANGE', 'INFO', 2],
    ]);
    expect(flags[0]?.rankedCandidates).toEqual([]);
    expect(flags[0]?.title).toContain('no candidate yet');
  });
});

describe('fit', () => {
  const tool = aTool('t', 'm', { usage: { concurrentTokens: 0 } });
  const model = aModel('old', { id: 'm' });
  const need = (world: World, release: ReleaseFacts, of: ModelFacts = model) => fitOf(world.roomOf, of, tool, release);

  it('takes the best published artifact that fits what other models leave', () => {
    const other = aModel('other', { id: 'o' });
    const releases = [aRelease('old'), aRelease('other', { totalParamsB: 50 })];
    const world = worldWith(releases, { models: [model, other], tools: [tool] });
    // 50 B at 16 bits take 1.3 · 100 = 130 of 320 GB.
    expect(world.roomOf(model)).toMatchObject({ totalGB: 320, takenGB: 130, unknownModels: [] });
    const candidate = aRelease('c', {
      totalParamsB: 100,
      artifacts: [
        { hubId: 'acme/c', quantisation: 'BF16' },
        { hubId: 'acme/c-fp8', quantisation: 'FP8' },
        { hubId: 'x/c-gguf', quantisation: 'Q4_K_M' },
      ],
    });
    expect(need(world, candidate)).toMatchObject({ quantisation: 'FP8', needGB: 130, estimated: true });
    expect(need(world, { ...candidate, artifacts: [] })).toMatchObject({
      quantisation: 'BF16',
      assumedPrecision: true,
    });
  });

  it('keeps the packaging of the model in use, and what is unknown unknown', () => {
    const world = worldWith([aRelease('old')], { tools: [tool] });
    expect(need(world, aRelease('old'), { ...model, quantisation: 'AWQ' })).toMatchObject({
      ...{ quantisation: 'AWQ', assumedPrecision: false },
    });
    expect(need(world, aRelease('c', { totalParamsB: undefined }))).toMatchObject({ needGB: null });
    const unknown = worldWith([aRelease('old'), aRelease('x', { totalParamsB: undefined })], {
      models: [model, aModel('x', { id: 'x', name: 'X' })],
      tools: [tool],
    });
    expect(unknown.roomOf(model)?.unknownModels).toEqual(['X']);
  });
});

describe('relief', () => {
  const releases = [aRelease('old', vendor('a')), aRelease('b', vendor('b')), aRelease('c', vendor('c', 'FR'))];
  const world = worldWith(releases, {
    models: ['old', 'b', 'c'].map((id) => aModel(id, { id })),
    tools: [...Array(9).keys()].map((index) => aTool(`t${index}`, index < 4 ? 'old' : index < 7 ? 'b' : 'c')),
  });
  const [a, b, c] = releases;
  if (a === undefined || b === undefined || c === undefined) throw new Error('fixture');

  it('names the limits that a swap brings back inside', () => {
    // Shares 4/9, 3/9, 2/9: the largest is over 0.40; one tool less brings it to 3/9.
    expect(world.limitBreached).toBe(true);
    expect(reliefOf(world.concentration, { from: a, to: c, weight: 1 }, world.policy)).toEqual([
      'largest vendor share',
      'effective number of vendors',
    ]);
    expect(reliefOf(world.concentration, { from: a, to: b, weight: 1 }, world.policy)).toEqual([]);
    expect(reliefOf(world.concentration, { from: b, to: c, weight: 1 }, world.policy)).toEqual([]);
  });

  it('mirrors the change of concentration in the portfolio after the swap', () => {
    const there = vendorHhiChange(world.concentration, { from: a, to: c, weight: 1 });
    const after = {
      ...world.concentration,
      vendors: new Map([
        ['a', 3],
        ['b', 3],
        ['c', 3],
      ]),
    };
    expect(vendorHhiChange(after, { from: c, to: a, weight: 1 })).toBeCloseTo(-there, 9);
    expect(there).toBeLessThan(0);
  });
});

describe('title', () => {
  const model = 'Gemma 3 27B';
  const inUse = aRelease('m', { displayName: 'gemma-3-27b-it', licenceId: 'gemma' });
  const candidate = aRelease('c', { displayName: 'Gemma 4 31B', licenceId: 'apache-2.0' });

  it('says what could replace what, where, why and at what cost', () => {
    const needGB = { candidate: 82, inUse: 20, estimated: false };
    expect(titleOf({ candidate, inUse, model, tools: 6, reasons: ['NEWER_GENERATION'], needGB })).toBe(
      'Gemma 4 31B could replace Gemma 3 27B in 6 tools: same family, newer, licence now Apache-2.0, needs 62 GB more',
    );
  });

  it('tells no memory where a precision is only assumed', () => {
    const next = aRelease('next', { generation: [2], totalParamsB: 60, ...day('2026-01-01') });
    const title = (release: ReleaseFacts): string | undefined =>
      assessModel(worldWith([aRelease('old'), release]), 'm').flags[0]?.title;
    expect(title(next)).toContain('needs about 78 GB more');
    expect(title({ ...next, artifacts: [] })).not.toContain('GB');
  });

  it('tells the size where memory is unknown and it is another', () => {
    const sized = (from: number, to: number): string =>
      titleOf({
        candidate: { ...candidate, licenceId: 'gemma', totalParamsB: to },
        inUse: { ...inUse, totalParamsB: from },
        ...{ model, tools: 2, reasons: ['NEWER_GENERATION'] },
      }).replace(/^.*: /, '');
    expect(sized(24, 119)).toBe('same family, newer, 5 times its size');
    expect(sized(24, 8)).toBe('same family, newer, 33 % of its size');
    expect(sized(24, 27)).toBe('same family, newer');
  });

  it('leaves out what does not change and says what is unknown', () => {
    const same = { ...candidate, licenceId: 'Gemma' };
    const needGB = { candidate: 20.5, inUse: 20, estimated: false };
    expect(titleOf({ candidate: same, inUse, model, tools: 1, reasons: ['QUALITY_GAIN'], needGB, deltaQ: 4.26 })).toBe(
      'Gemma 4 31B could replace Gemma 3 27B in 1 tool: quality +4.3 points',
    );
    const unread = { ...candidate, licenceId: undefined };
    expect(titleOf({ candidate: unread, inUse, model, tools: 2, reasons: ['FOOTPRINT_GAIN'] })).toContain(
      'licence unknown',
    );
  });
});
