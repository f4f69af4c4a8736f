import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './support/app.js';
import { startDemoApp } from './support/demo.js';

interface Gap {
  readonly rank: number;
  readonly fact: string;
  readonly settles: number;
  readonly tools: readonly { id: string }[];
}

describe('data quality', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startDemoApp({ env: { WORKERS: 'false' } });
  });
  afterAll(() => test.stop());

  const get = (query: string) => test.http.get(`/v1/data-quality${query}`).set(test.as('auditor'));

  it('says which unknown facts keep which candidates from being judged, the most useful first', async () => {
    const { body } = await get('?limit=100').expect(200);
    const gaps: readonly Gap[] = body.items;
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.every(({ tools, settles, fact }) => tools.length >= settles && fact !== '')).toBe(true);
    const settles = gaps.map((gap) => gap.settles);
    expect(settles).toEqual([...settles].sort((a, b) => b - a));
  });

  it('pages without loss and filters by the fact', async () => {
    const first = await get('?limit=3').expect(200);
    const second = await get(`?limit=3&cursor=${encodeURIComponent(first.body.next)}`).expect(200);
    expect([...first.body.items, ...second.body.items].map(({ rank }: Gap) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    const [{ fact }] = first.body.items;
    const filtered = await get(`?fact=${encodeURIComponent(fact)}`).expect(200);
    expect(filtered.body.items.every((gap: Gap) => gap.fact === fact)).toBe(true);
    await get('?nonsense=1').expect(400);
  });
});
