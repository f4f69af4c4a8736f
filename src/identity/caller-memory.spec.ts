import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '../kernel/actor.js';
import { FixedClock } from '../kernel/clock.js';
import { CallerMemory } from './caller-memory.js';

const START = Date.parse('2026-07-02T09:00:00Z');
const actor: Actor = { personId: 'p', displayName: 'P', roles: ['ADMIN'], teams: [] };

let clock: FixedClock;
let memory: CallerMemory;
let asked: number;

const find = async (): Promise<Actor> => {
  asked += 1;
  return actor;
};
const after = (ms: number): void => clock.set(new Date(START + ms));

beforeEach(() => {
  clock = new FixedClock(new Date(START));
  memory = new CallerMemory(clock);
  asked = 0;
});

describe('the memory of callers', () => {
  it('looks a caller up once in two seconds, each credentials for themselves', async () => {
    for (let time = 0; time < 2_000; time += 500) {
      after(time);
      expect(await memory.recall('a', find)).toBe(actor);
    }
    expect(asked).toBe(1);
    await memory.recall('b', find);
    expect(asked).toBe(2);
    after(2_000);
    await memory.recall('a', find);
    expect(asked).toBe(3);
  });

  it('does not trust what it found when the clock goes back', async () => {
    await memory.recall('a', find);
    after(-1);
    await memory.recall('a', find);
    expect(asked).toBe(2);
  });

  it('never remembers that nobody was found, nor a failure', async () => {
    expect(await memory.recall('a', async () => undefined)).toBeUndefined();
    await expect(memory.recall('a', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
    expect(await memory.recall('a', find)).toBe(actor);
  });

  it('forgets everybody at once', async () => {
    await memory.recall('a', find);
    memory.forget();
    await memory.recall('a', find);
    expect(asked).toBe(2);
  });

  it('does not keep what was read before a change ended', async () => {
    await memory.recall('a', async () => {
      memory.forget();
      return actor;
    });
    await memory.recall('a', find);
    expect(asked).toBe(1);
  });

  it('keeps to its size', async () => {
    for (let n = 0; n <= 5_000; n += 1) await memory.recall(`caller ${n}`, find);
    await memory.recall('caller 5000', find);
    expect(asked).toBe(5_001);
    await memory.recall('caller 0', find);
    expect(asked).toBe(5_002);
  });
});
