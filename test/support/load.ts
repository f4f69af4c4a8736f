import { request } from 'node:http';
import type { Agent } from 'node:http';

export interface Load {
  /** How often each status, or code of the network's error, came back. */
  readonly outcomes: ReadonlyMap<number | string, number>;
  /** Milliseconds from the moment at which each request was due to its answer. */
  readonly waits: number[];
  /** Sends no more and waits for what is under way. */
  end(): Promise<void>;
}

interface LoadOptions {
  readonly urls: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Requests a second, whatever comes back. */
  readonly rate: number;
}

const TICK_MS = 20;

/** Asks at a constant rate over kept connections until it is ended. */
export function keepAsking(agent: Agent, { urls, headers, rate }: LoadOptions): Load {
  const outcomes = new Map<number | string, number>();
  const waits: number[] = [];
  const running = new Set<Promise<void>>();
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) * rate) / 1000);
    for (; sent < due; sent += 1) {
      const dueAt = began + (sent * 1000) / rate;
      const call = ask(agent, urls[sent % urls.length] ?? '', headers).then((outcome) => {
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        waits.push(performance.now() - dueAt);
        running.delete(call);
      });
      running.add(call);
    }
  }, TICK_MS);
  return {
    outcomes,
    waits,
    async end() {
      clearInterval(timer);
      await Promise.all(running);
    },
  };
}

/** Asks once and returns the status, or the code of the network's error. */
const ask = (agent: Agent, url: string, headers: Readonly<Record<string, string>>): Promise<number | string> =>
  new Promise((resolve) => {
    const call = request(url, { agent, headers }, (answer) => {
      answer.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    call.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    call.end();
  });
