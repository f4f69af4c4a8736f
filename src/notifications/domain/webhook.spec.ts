import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { GIVE_UP_AFTER_MS, nextAttempt, retryAfterSeconds } from './retry-schedule.js';
import { passes } from './webhook-filter.js';
import { bodyOf, newSecret, signedHeaders } from './webhook-message.js';

const DAY = 24 * 3_600_000;

describe('a signature', () => {
  it('is accepted by the verifier of Standard Webhooks, whatever the body', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.dictionary(fc.string(), fc.json()), (id, data) => {
        const secret = newSecret();
        const body = bodyOf({ type: 'flag.raised', timestamp: new Date().toISOString(), data });
        const headers = signedHeaders(id, body, [secret], new Date());
        expect(new Webhook(secret).verify(body, { ...headers })).toEqual(JSON.parse(body));
        expect(() => new Webhook(newSecret()).verify(body, { ...headers })).toThrow();
        expect(() => new Webhook(secret).verify(`${body} `, { ...headers })).toThrow();
      }),
      { numRuns: 50 },
    );
  });

  it('is there twice during a rotation', () => {
    const [old, fresh] = [newSecret(), newSecret()];
    const headers = signedHeaders('1', '{}', [fresh, old], new Date());
    for (const secret of [old, fresh]) expect(new Webhook(secret).verify('{}', { ...headers })).toEqual({});
  });
});

describe('a body', () => {
  it('stays under 20 kB and says what was left out', () => {
    const releaseIds = Array.from({ length: 2_000 }, () => '019a0000-0000-7000-8000-000000000000');
    const body = bodyOf({ type: 'release.recorded', timestamp: '2026-07-02T00:00:00Z', data: { releaseIds } });
    expect(Buffer.byteLength(body)).toBeLessThan(20_000);
    expect(JSON.parse(body).data).toMatchObject({
      releaseIds: { length: 20 },
      releaseIdsTotal: 2_000,
      truncated: true,
    });
  });
});

describe('the schedule', () => {
  it('tries for three days, each time later, and never after the end', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (random) => {
        const start = new Date('2026-07-02T00:00:00Z');
        const giveUpAt = new Date(start.getTime() + GIVE_UP_AFTER_MS);
        let now = start;
        let attempts = 1;
        for (; attempts < 100; attempts += 1) {
          const next = nextAttempt({ attempts, now, giveUpAt, random });
          if (next === null) break;
          expect(next.getTime()).toBeGreaterThan(now.getTime());
          now = next;
        }
        expect(attempts).toBe(10);
        expect(now.getTime() - start.getTime()).toBeGreaterThan(2.95 * DAY);
        expect(now.getTime()).toBeLessThanOrEqual(giveUpAt.getTime());
      }),
    );
  });

  it('waits as long as the receiver asks, within the three days', () => {
    const now = new Date('2026-07-02T00:00:00Z');
    const giveUpAt = new Date(now.getTime() + GIVE_UP_AFTER_MS);
    const soon = nextAttempt({ attempts: 1, now, giveUpAt, random: 0.5, retryAfter: 120 });
    expect(soon?.getTime()).toBe(now.getTime() + 120_000);
    const late = nextAttempt({ attempts: 1, now, giveUpAt, random: 0, retryAfter: 1e9 });
    expect(late).toEqual(giveUpAt);
    expect(nextAttempt({ attempts: 2, now: giveUpAt, giveUpAt, random: 0, retryAfter: 1e9 })).toBeNull();
    expect(retryAfterSeconds('Thu, 02 Jul 2026 00:01:00 GMT', now)).toBe(60);
    expect(retryAfterSeconds('soon', now)).toBeUndefined();
  });
});

describe('a filter', () => {
  it('takes one of the values, or one member of a list', () => {
    expect(passes({}, { severity: 'INFO' })).toBe(true);
    expect(passes({ severity: ['WARN', 'FAIL'] }, { severity: 'WARN' })).toBe(true);
    expect(passes({ severity: ['WARN'] }, { severity: 'INFO' })).toBe(false);
    expect(passes({ toolIds: ['a'] }, { toolIds: ['b', 'a'] })).toBe(true);
    expect(passes({ toolIds: ['a'] }, { toolIds: ['b'] })).toBe(false);
  });

  it('that cannot be judged still notifies', () => {
    expect(passes({ severity: ['WARN'] }, { releaseIds: [] })).toBe(true);
    expect(passes({ __proto__: ['x'], toString: ['y'] }, {})).toBe(true);
    for (const broken of [
      null,
      'severity',
      7,
      { severity: 'FAIL' },
      { severity: null },
      { severity: { in: ['FAIL'] } },
    ])
      expect(passes(broken, { severity: 'WARN' })).toBe(true);
  });
});
