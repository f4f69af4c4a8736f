import { describe, expect, it } from '@jest/globals';
import type { FoundRelease, ReleaseDate } from '../../catalogue/domain/release.js';
import { releaseDays } from './release-days.js';
import type { Shown, SourcedItem } from './release-days.js';

const item = (hubId: string, value?: ReleaseDate, source = 'models.dev'): SourcedItem => ({
  source,
  item: {
    ...{ hubId, name: hubId, position: `models/${hubId}`, artifacts: [], benchmarks: [] },
    facts: value === undefined ? [] : [{ field: 'releaseDate', value, status: 'CLAIMED' }],
  } satisfies FoundRelease,
});
const on = (date: string, precision: ReleaseDate['precision'] = 'DAY'): ReleaseDate => ({ date, precision });
const days = (over: Partial<Shown>): Record<string, string[]> =>
  Object.fromEntries(
    [
      ...releaseDays({
        shown: [],
        told: [],
        undated: [],
        inUse: new Set(),
        day: '2026-05-01',
        from: '2025-11-16',
        ...over,
      }),
    ].map(([day, items]) => [day, items.map((each) => each.item.name)]),
  );

describe('the day on which a release is first seen', () => {
  it('is its own, or the one after the payload that did not show it yet', () => {
    const told = [item('google/gemma-4-31B-it', on('2026-04-02')), item('zai-org/GLM-4.6', on('2025-09-30'))];
    expect(days({ told })).toEqual({ '2026-04-02': ['google/gemma-4-31B-it'], '2025-11-16': ['zai-org/GLM-4.6'] });
    expect(days({ told, from: undefined })).toMatchObject({ '2025-09-30': ['zai-org/GLM-4.6'] });
  });

  it('is the last one of a month or a year, so that nobody knows it too early', () => {
    const told = [
      item('google/gemma-4-31B-it', on('2026-04-01', 'MONTH')),
      item('zai-org/GLM-4.6', on('2025-01-01', 'YEAR')),
    ];
    expect(days({ told })).toEqual({ '2026-04-30': ['google/gemma-4-31B-it'], '2025-12-31': ['zai-org/GLM-4.6'] });
  });

  it('is the payload’s own without a date, or with one after the payload', () => {
    expect(days({ told: [item('google/gemma-4-31B-it'), item('zai-org/GLM-4.6', on('2026-06-01'))] })).toEqual({});
  });

  it('is its own again where somebody runs it', () => {
    const told = [item('zai-org/GLM-4.6', on('2025-09-30'))];
    expect(days({ told, inUse: new Set(['zai-org/glm-4.6']) })).toEqual({ '2025-09-30': ['zai-org/GLM-4.6'] });
  });

  it('brings what undated sources say of it along, and nothing of releases that are shown already or not yet', () => {
    const undated = ['google/gemma-4-31B-it', 'zai-org/GLM-4.6', 'Qwen/Qwen3-32B'].map((key) =>
      item(key, undefined, 'gpustack'),
    );
    const told = [item('google/gemma-4-31B-it', on('2026-04-02')), item('Qwen/Qwen3-32B', on('2026-04-02'))];
    const shown = [{ hubId: 'Qwen/Qwen3-32B', name: 'Qwen/Qwen3-32B' }];
    expect(days({ told, undated, shown })).toEqual({
      '2026-04-02': ['google/gemma-4-31B-it', 'google/gemma-4-31B-it'],
    });
  });
});
