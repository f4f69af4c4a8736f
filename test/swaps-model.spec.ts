import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../src/kernel/domain-error.js';
import type { TestApp } from './support/app.js';
import { figuresOf, measured } from './support/faults.js';
import { PureSwap } from './support/pure-swap.js';
import { MODEL_ACCOUNTS, MODEL_ACTIONS, SwapModel } from './support/swap-model.js';
import type { ModelAccount, ModelAction } from './support/swap-model.js';
import { aBench, aSwap, startSwapApp, windowAround } from './support/swaps.js';
import type { Bench, Driver } from './support/swaps.js';

const { stepsInMemory: IN_MEMORY, stepsOverHttp: OVER_HTTP } = figuresOf('four-eyes');

const MAY_APPROVE: readonly ModelAccount[] = ['manager', 'manager-2', 'validator'];
/** Of several refusals that hold at once, which comes first is nobody's promise. */
const REFUSALS = { conflict: 'refused', forbidden: 'forbidden' } as const;

class Step implements fc.Command<SwapModel, PureSwap> {
  constructor(
    private readonly action: ModelAction,
    private readonly account: ModelAccount,
    private readonly count: () => void,
  ) {}

  check(): boolean {
    return true;
  }

  run(model: SwapModel, real: PureSwap): void {
    this.count();
    const expected = model.take(this.action, this.account);
    const found = this.outcome(real);
    if ((expected === 'done') !== (found === 'done')) throw new Error(`${this.toString()}: ${found}, not ${expected}`);
    expect([real.state, real.revision]).toEqual([model.state, model.revision]);
  }

  private outcome(real: PureSwap): string {
    try {
      // The door asks for the permission before any rule does.
      if (this.action.endsWith('approvals') && !MAY_APPROVE.includes(this.account)) return 'forbidden';
      real.take(this.action, this.account);
      return 'done';
    } catch (error) {
      if (error instanceof DomainError && (error.kind === 'conflict' || error.kind === 'forbidden'))
        return REFUSALS[error.kind];
      throw error;
    }
  }

  toString(): string {
    return `${this.action} by ${this.account}`;
  }
}

/** Mostly what moves a request on, by the people who may; the rest is noise that must change nothing. */
const LIKELY: readonly (readonly [ModelAction, ModelAccount])[] = [
  ['submit', 'tool-owner'],
  ['submit', 'tool-owner'],
  ['assess', 'validator'],
  ['assess', 'manager'],
  ['approvals', 'manager'],
  ['approvals', 'manager-2'],
  ['approvals', 'manager'],
  ['approvals', 'manager-2'],
  ['edit', 'tool-owner'],
  ['request-changes', 'validator'],
  ['schedule', 'platform'],
  ['SHADOW', 'platform'],
  ['FULL', 'platform'],
  ['complete', 'tool-owner'],
];
const anyStep = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...LIKELY) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...MODEL_ACTIONS), fc.constantFrom(...MODEL_ACCOUNTS)) },
);

describe('the state machine and a small model of it', () => {
  it(`agree over ${IN_MEMORY} steps in memory`, () => {
    let steps = 0;
    const reached = new Set<string>();
    const commands = fc.array(anyStep, { minLength: 50, maxLength: 50 });
    fc.assert(
      fc.property(commands, (taken) => {
        const [model, real] = [new SwapModel(), new PureSwap()];
        const run = taken.map(([action, account]) => new Step(action, account, () => (steps += 1)));
        fc.modelRun(() => ({ model, real }), run);
        reached.add(model.state);
      }),
      { numRuns: Math.ceil(IN_MEMORY / 50) },
    );
    expect(steps).toBeGreaterThanOrEqual(IN_MEMORY);
    expect(reached.size).toBeGreaterThan(6);
    measured('four-eyes', { stepsInMemory: steps });
  });
});

interface Live {
  readonly bench: Bench;
  readonly swap: Driver;
  readonly model: SwapModel;
}

describe('the API and the same model', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startSwapApp();
  });
  afterAll(() => app.stop());

  const ROLLOUTS: readonly string[] = ['SHADOW', 'CANARY', 'FULL'];
  const bodyOf = (action: ModelAction, { revision }: SwapModel): object => {
    if (action === 'approvals') return { revision };
    if (action === 'stale-approvals') return { revision: Math.max(1, revision - 1) };
    if (action === 'schedule') return windowAround(app);
    if (ROLLOUTS.includes(action)) return { stage: action };
    return { comment: 'by the model' };
  };
  const pathOf = (action: ModelAction): string =>
    ROLLOUTS.includes(action) ? 'rollout' : action === 'stale-approvals' ? 'approvals' : action;

  /** Both ways lead between two models, so that a finished request is followed by one back. */
  async function begin(bench: Bench): Promise<Live> {
    const swap = await aSwap(app, bench, { fallbackModelId: null });
    return { bench, swap, model: new SwapModel((await swap.read()).revision) };
  }

  async function act(swap: Driver, model: SwapModel, [action, account]: readonly [ModelAction, ModelAccount]) {
    const body = bodyOf(action, model);
    const answer =
      action === 'edit'
        ? await swap.edit(account, { justification: `Said again by ${account}.` })
        : await swap.post(account, pathOf(action), body);
    const expected = model.take(action, account);
    const found = answer.status < 300 ? 'done' : answer.status === 409 ? 'refused' : 'forbidden';
    if (answer.status >= 300 && answer.status !== 409 && answer.status !== 403) throw new Error(answer.text);
    if (found !== expected && (found === 'done' || expected === 'done'))
      throw new Error(`${action} by ${account} in ${model.state}: ${found}, not ${expected}: ${answer.text}`);
    if (found === 'done') expect([answer.body.state, answer.body.revision]).toEqual([model.state, model.revision]);
  }

  /** One step over the API; the model goes along, and after the end of a request the next one begins. */
  class ApiStep implements fc.AsyncCommand<{ now: Live }, TestApp> {
    constructor(
      private readonly taken: readonly [ModelAction, ModelAccount],
      private readonly count: () => void,
    ) {}

    check(): boolean {
      return true;
    }

    async run(live: { now: Live }): Promise<void> {
      const { bench, swap, model } = live.now;
      await act(swap, model, this.taken);
      this.count();
      if (!model.isFinal) return;
      const isMoved = model.state === 'COMPLETED';
      live.now = await begin(isMoved ? { ...bench, current: bench.target, target: bench.current } : bench);
    }

    toString(): string {
      return this.taken.join(' by ');
    }
  }

  it(`agree over ${OVER_HTTP} steps, and the tool runs on what the model says`, async () => {
    let steps = 0;
    const options = { numRuns: Math.ceil(OVER_HTTP / 100), seed: 20_260_702 };
    const runs = fc.sample(fc.array(anyStep, { minLength: 100, maxLength: 100 }), options);
    await Promise.all(
      runs.map(async (taken) => {
        const live = { now: await begin(await aBench(app, 'MEDIUM')) };
        const run = taken.map((step) => new ApiStep(step, () => (steps += 1)));
        await fc.asyncModelRun(() => ({ model: live, real: app }), run);
        const { bench, model } = live.now;
        const { body } = await app.http.get(`/v1/tools/${bench.tool.id}`).set(app.as('auditor'));
        expect(body.primary.modelId).toBe(model.moved ? bench.target.id : bench.current.id);
        expect(body.openRequests).toBe(1);
      }),
    );
    expect(steps).toBeGreaterThanOrEqual(OVER_HTTP);
    measured('four-eyes', { stepsOverHttp: steps, divergences: 0 });
  }, 300_000);
});
