import type { Egress } from '../egress/egress.client.js';
import { StartupError } from '../config/startup-error.js';
import { ask } from './chat-endpoint.js';
import type { Endpoint } from './chat-endpoint.js';
import { median, pairedResult } from './domain/paired.js';
import type { ItemScore, PairedResult } from './domain/paired.js';
import type { GoldenItem } from './golden-set.js';
import { judge } from './judge.js';
import { scoreAnswer } from './scorers.js';

export interface GoldenRun {
  readonly items: readonly GoldenItem[];
  readonly champion: Endpoint;
  readonly challenger: Endpoint;
  readonly judge?: Endpoint;
  /** Items that are asked at one time. */
  readonly concurrency: number;
  readonly progress: (done: number, of: number) => void;
}

export interface GoldenRunResult extends PairedResult {
  /** Median milliseconds per item. */
  readonly championLatencyMs: number;
  readonly challengerLatencyMs: number;
}

interface Asked extends ItemScore {
  readonly championMs: number;
  readonly challengerMs: number;
}

/** Asks both endpoints every item and scores what they answer; questions and answers stay in memory only. Throws StartupError. */
export async function runGoldenSet(egress: Egress, run: GoldenRun): Promise<GoldenRunResult> {
  if (run.judge === undefined && run.items.some(({ scorer }) => scorer === 'judge'))
    throw new StartupError('The golden set has items for a judge: name its endpoint.');
  let done = 0;
  const asked = await inParallel(run.items, run.concurrency, async (item) => {
    const result = await askBoth(egress, run, item);
    done += 1;
    run.progress(done, run.items.length);
    return result;
  });
  return {
    ...pairedResult(asked),
    championLatencyMs: Math.round(median(asked.map(({ championMs }) => championMs))),
    challengerLatencyMs: Math.round(median(asked.map(({ challengerMs }) => challengerMs))),
  };
}

async function askBoth(egress: Egress, run: GoldenRun, item: GoldenItem): Promise<Asked> {
  const [champion, challenger] = await Promise.all([
    ask(egress, run.champion, item.input),
    ask(egress, run.challenger, item.input),
  ]);
  const took = { championMs: champion.milliseconds, challengerMs: challenger.milliseconds };
  const { scorer } = item;
  if (scorer !== 'judge')
    return {
      ...took,
      champion: scoreAnswer(item, scorer, champion.text),
      challenger: scoreAnswer(item, scorer, challenger.text),
    };
  const third = run.judge;
  if (third === undefined) throw new StartupError('The golden set has items for a judge: name its endpoint.');
  const points = await judge(
    item,
    champion.text,
    challenger.text,
    async (question) => (await ask(egress, third, question)).text,
  );
  return { ...took, champion: 1 - points, challenger: points };
}

/** Keeps the order of the items; the first failure ends the run. */
async function inParallel<T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
