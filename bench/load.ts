import type { Agent } from 'node:http';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: () => string;
  readonly expected: number;
}

export interface Tally {
  count: number;
  errors: number;
  /** Milliseconds in which somebody was asking. */
  elapsed: number;
  readonly latencies: number[];
}

export const emptyTally = (): Tally => ({ count: 0, errors: 0, elapsed: 0, latencies: [] });

/** Sends one request and returns its status; 0 when the connection failed. */
export const shoot = (agent: Agent, { method, url, headers, body }: Shot): Promise<number> =>
  new Promise((resolve) => {
    const text = body?.();
    const length = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
    const call = request(url, { agent, method, headers: { ...headers, ...length } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    call.on('error', () => resolve(0));
    call.end(text);
  });

/** Keeps `connections` callers busy for so long; adds to the tally. */
export async function closedLoop(
  agent: Agent,
  shot: Shot,
  connections: number,
  ms: number,
  tally: Tally,
): Promise<void> {
  const began = performance.now();
  const caller = async (): Promise<void> => {
    while (performance.now() - began < ms) {
      const sent = performance.now();
      const status = await shoot(agent, shot);
      tally.latencies.push(performance.now() - sent);
      tally.count += 1;
      if (status !== shot.expected) tally.errors += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  tally.elapsed += performance.now() - began;
}

/** Sends at a constant rate whatever comes back; latency counts from the moment at which a request was due. */
export async function openLoop(agent: Agent, shots: readonly Shot[], perSecond: number, ms: number): Promise<Tally> {
  const tally = emptyTally();
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let n = 0; n < (perSecond * ms) / 1000; n += 1) {
    const due = began + (n * 1000) / perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    const shot = shots[n % shots.length];
    if (shot === undefined) break;
    running.push(
      shoot(agent, shot).then((status) => {
        tally.latencies.push(performance.now() - due);
        tally.count += 1;
        if (status !== shot.expected) tally.errors += 1;
      }),
    );
  }
  await Promise.all(running);
  tally.elapsed = performance.now() - began;
  return tally;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
