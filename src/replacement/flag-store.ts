import { Injectable } from '@nestjs/common';
import { Audit, SYSTEM } from '../audit/audit.writer.js';
import type { Tx } from '../database/tx.js';
import { Events } from '../events/events.writer.js';
import type { Statement } from '../database/statement.js';
import { groupBy } from '../kernel/group-by.js';
import { newId } from '../kernel/id.js';
import type { FlagFinding } from './domain/explanation.js';
import { planFlags, sentenceOf } from './domain/flag-plan.js';
import type { PlannedFlag } from './domain/flag-plan.js';
import { rowsToStore } from './flag-explanations.js';
import type { Identified, StandingFlag } from './flag-explanations.js';
import {
  CHANGE_FLAG_TOOLS,
  DROP_EXPLANATIONS,
  HOLD_FLAGS,
  INSERT_EVENTS,
  INSERT_EXPLANATIONS,
  INSERT_FLAG_TOOLS,
  MOVE_FLAG_TOOLS,
  MOVE_FLAGS,
  STORED_FLAGS,
  UPSERT_FLAGS,
} from './flag-store.sql.js';
import type { StoredFlag } from './flag-store.sql.js';

export interface FoundFlags {
  readonly findings: readonly FlagFinding[];
  /** Ids of the tools that a model serves now. */
  readonly toolsOf: (modelId: string) => ReadonlySet<string>;
  readonly reRaiseScore: number;
  /** RFC 3339 UTC. */
  readonly now: string;
}

export interface StoreCounts {
  readonly raised: number;
  readonly resolved: number;
  readonly changed: number;
}

/** Writes what an assessment found: set-based, and nothing at all where nothing changed. */
@Injectable()
export class FlagStore {
  constructor(
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  /** The flags of the models as they are now; people cannot decide on them until the transaction ends. */
  async known(tx: Tx, modelIds: readonly string[]): Promise<StandingFlag[]> {
    const [, stored] = await Promise.all([tx.run(HOLD_FLAGS, [modelIds]), tx.run(STORED_FLAGS, [modelIds])]);
    return stored.map(toKnown);
  }

  /** Brings the stored flags of the models in line with the findings and says what was raised and resolved. */
  async store(tx: Tx, known: readonly StandingFlag[], found: FoundFlags): Promise<StoreCounts> {
    const byId = new Map(known.map((flag) => [flag.id, flag]));
    const plans = planFlags({ ...found, known }).map(({ known: before, ...plan }): Identified => {
      const stored = before && byId.get(before.id);
      return { ...plan, id: stored?.id ?? newId(), ...(stored === undefined ? {} : { known: stored }) };
    });
    const changed = await this.write(tx, plans, found.now);
    await Promise.all(plans.map((plan) => this.announce(tx, plan)));
    return { changed, raised: count(plans, 'RAISED'), resolved: count(plans, 'RESOLVED') };
  }

  /** Sends all statements in one piece; the session runs them in this order. */
  private async write(tx: Tx, plans: readonly Identified[], now: string): Promise<number> {
    const found = plans.flatMap((plan) => (plan.finding === undefined ? [] : [flagColumns(plan, plan.finding)]));
    const lost = plans.filter(({ finding }) => finding === undefined);
    const toStore = plans.map((plan) => ({ ...rowsToStore(plan), id: plan.id }));
    const run = async <Row>(sql: Statement<Row>, rows: readonly object[], ...more: string[]): Promise<Row[]> =>
      rows.length === 0 ? [] : tx.run(sql, [JSON.stringify(rows), ...more]);
    const outworn = toStore.filter(({ changed }) => changed.length > 0).map(({ id }) => id);
    const [upserted, moved] = await Promise.all([
      run(UPSERT_FLAGS, found, now),
      run(MOVE_FLAGS, lost.map(stateColumns), now),
      run(
        INSERT_EXPLANATIONS,
        toStore.flatMap(({ explanations }) => explanations),
      ),
      run(
        INSERT_FLAG_TOOLS,
        toStore.flatMap(({ added }) => added),
      ),
      run(
        CHANGE_FLAG_TOOLS,
        toStore.flatMap(({ changed }) => changed),
      ),
      run(MOVE_FLAG_TOOLS, plans.flatMap(lostRows)),
      outworn.length === 0 ? [] : tx.run(DROP_EXPLANATIONS, [outworn]),
      run(INSERT_EVENTS, plans.flatMap(eventsOf), now),
    ]);
    return upserted.length + moved.length;
  }

  private async announce(tx: Tx, { id, known, finding, toolIds, state, becomes }: Identified): Promise<void> {
    if (becomes === null) return;
    const kind = becomes === 'RAISED' ? 'flag.raised' : 'flag.resolved';
    const modelId = finding?.modelId ?? known?.modelId ?? '';
    await this.audit.record(tx, {
      kind,
      subject: { type: 'flag', id },
      actor: SYSTEM,
      before: known && { state: known.state, active: known.active },
      after: { state: state.analysisState, active: state.active },
      detail: { modelId, title: finding?.title ?? null, policyVersion: finding?.policyVersion ?? null },
    });
    await this.events.publish(tx, { kind, flagId: id, modelId, toolIds });
  }
}

const count = (plans: readonly PlannedFlag[], turn: PlannedFlag['becomes']): number =>
  plans.filter(({ becomes }) => becomes === turn).length;

const toKnown = (flag: StoredFlag): StandingFlag => ({
  ...flag,
  rows: flag.rows.flatMap(({ toolIds, decidedScore, decidedReasons, decidedPolicyVersion, ...row }) => {
    const dismissed =
      decidedReasons === null || decidedPolicyVersion === null
        ? null
        : { score: decidedScore, reasons: decidedReasons, policyVersion: decidedPolicyVersion };
    return toolIds.map((toolId) => ({ ...row, toolId, dismissed }));
  }),
});

const flagColumns = ({ id, state }: Identified, { rows, releaseId, ...finding }: FlagFinding): object => ({
  ...finding,
  id,
  state: state.analysisState,
  active: state.active,
});

const stateColumns = ({ id, state }: Identified): object => ({ id, state: state.analysisState, active: state.active });

/** Rows that were not found again, those alike at once. */
function lostRows({ id: flagId, rows }: Identified): object[] {
  const lost = rows.filter(({ found }) => found === undefined);
  const alike = groupBy(lost, ({ state }) => `${state.analysisState} ${state.active}`);
  return [...alike.values()].map((same) => ({
    flagId,
    toolIds: same.map(({ toolId }) => toolId),
    active: same[0]?.state.active,
    analysisState: same[0]?.state.analysisState,
  }));
}

/** What happened to the rows of a flag; those to which the same did, at once. */
function eventsOf({ id: flagId, rows }: Identified): object[] {
  const told = rows.flatMap((row) => {
    const sentence = sentenceOf(row);
    return sentence === undefined
      ? []
      : [{ toolId: row.toolId, from: row.from, to: row.state.analysisState, sentence }];
  });
  return [...groupBy(told, ({ from, to, sentence }) => `${from ?? ''} ${to} ${sentence}`).values()].map((same) => ({
    flagId,
    ids: same.map(() => newId()),
    toolIds: same.map(({ toolId }) => toolId),
    fromState: same[0]?.from,
    toState: same[0]?.to,
    sentence: same[0]?.sentence,
  }));
}
