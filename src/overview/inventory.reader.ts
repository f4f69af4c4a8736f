import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock } from '../kernel/clock.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { LockInFactsReader } from '../lock-in/lock-in-facts.reader.js';
import type { LockInFacts } from '../lock-in/domain/facts.js';
import { lockInReport } from '../lock-in/domain/report.js';
import type { ToolReport } from '../lock-in/domain/report.js';
import type { DataClass, Materiality } from '../portfolio/domain/vocabulary.js';
import { INVENTORY } from './inventory.sql.js';
import type { InventoryRow } from './inventory.sql.js';

/** How a tool would leave its model; null where no model serves it. */
export interface ExitPlan {
  readonly substitutability: ToolReport['substitutability']['class'];
  readonly why: string;
  readonly alternatives: readonly string[];
  readonly potential: readonly string[];
  readonly effortDays: number | null;
  readonly readiness: number;
}

export interface InventoryEntry extends InventoryRow {
  readonly exit: ExitPlan | null;
}

export interface InventoryFilters {
  readonly materiality?: Materiality;
  readonly dataClass?: DataClass;
  readonly q?: string;
  /** What served then; by default now. */
  readonly asOf?: Date;
}

/** Larger than any portfolio. */
const EVERYTHING = { limit: 100_000, sort: 'name', descending: false, after: null };

@Injectable()
export class InventoryReader {
  constructor(
    private readonly db: Database,
    private readonly lockIn: LockInFactsReader,
    private readonly clock: Clock,
  ) {}

  /** The uses of AI, each with how it would leave its model. */
  async list(request: PageRequest, filters: InventoryFilters): Promise<Page<InventoryEntry>> {
    const { materiality = null, dataClass = null, q = null, asOf } = filters;
    const now = this.clock.now();
    const page = await this.db.list(INVENTORY, request, [materiality, dataClass, q, asOf ?? now]);
    const { facts } = await (asOf === undefined ? this.lockIn.latest(now) : this.lockIn.load(asOf));
    const plans = exitPlans(facts);
    return { ...page, items: page.items.map((row) => ({ ...row, exit: plans.get(row.id) ?? null })) };
  }

  /** The whole inventory, ordered by name. */
  async all(filters: InventoryFilters): Promise<readonly InventoryEntry[]> {
    return (await this.list(EVERYTHING, filters)).items;
  }
}

function exitPlans(facts: LockInFacts): ReadonlyMap<string, ExitPlan> {
  const names = new Map(facts.models.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]): readonly string[] => ids.map((id) => names.get(id) ?? id);
  const plans = lockInReport(facts).tools.map(({ toolId, substitutability, exitReadiness }): [string, ExitPlan] => [
    toolId,
    {
      substitutability: substitutability.class,
      why: substitutability.sentence,
      alternatives: named(substitutability.alternatives),
      potential: named(substitutability.potential),
      effortDays: substitutability.effortDays,
      readiness: exitReadiness.points,
    },
  ]);
  return new Map(plans);
}
