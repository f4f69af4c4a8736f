import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Actor } from '../kernel/actor.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Page, PageRequest } from '../kernel/page.js';
import { PolicyReader } from '../policy/policy.reader.js';
import { whatWouldChange } from './domain/what-would-change.js';
import type { Lever } from './domain/explanation.js';
import type { AnalysisState, Confidence, Reason, Severity } from './domain/vocabulary.js';
import { FLAG_BY_ID, FLAG_EVENTS, FLAG_TOOLS, FLAGS } from './flags.sql.js';
import type { FlagEventRow, FlagListRow, FlagRow, FlagToolRow } from './flags.sql.js';

export interface FlagFilters {
  readonly model?: string;
  readonly tool?: string;
  readonly owner?: string;
  readonly reason?: Reason;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly analysisState?: readonly AnalysisState[];
  readonly active?: boolean;
  /** Only flags on tools of the reader. */
  readonly mine?: boolean;
  readonly q?: string;
}

export interface FlagDetail {
  readonly flag: FlagRow;
  readonly tools: readonly (FlagToolRow & { readonly whatWouldChange: readonly Lever[] })[];
  readonly events: readonly FlagEventRow[];
}

export const flagNotFound = (): DomainError =>
  new DomainError('not-found', 'flag-not-found', 'There is no flag with this id.');

@Injectable()
export class FlagsReader {
  constructor(
    private readonly db: Database,
    private readonly policy: PolicyReader,
  ) {}

  list(request: PageRequest, filters: FlagFilters, actor: Actor): Promise<Page<FlagListRow>> {
    return this.db.list(FLAGS, request, [
      filters.model ?? null,
      filters.tool ?? null,
      filters.owner ?? null,
      filters.reason ?? null,
      filters.severity ?? null,
      filters.confidence ?? null,
      filters.analysisState ?? null,
      filters.active ?? null,
      filters.mine === true ? actor.personId : null,
      filters.mine === true ? actor.teams : null,
      filters.q ?? null,
    ]);
  }

  /** The flag with its rows per tool and its history. Throws `flag-not-found`. */
  async get(id: string, actor: Actor): Promise<FlagDetail> {
    const [flag, tools, events] = await Promise.all([
      this.db.readOne(FLAG_BY_ID, [id]),
      this.db.read(FLAG_TOOLS, [id, actor.personId, actor.teams]),
      this.db.read(FLAG_EVENTS, [id]),
    ]);
    if (flag === undefined) throw flagNotFound();
    const { thresholds } = (await this.policy.current()).document;
    const notBefore = flag.notBefore?.toISOString() ?? null;
    const rows = tools.map((row) => ({ ...row, whatWouldChange: whatWouldChange({ ...row, notBefore }, thresholds) }));
    return { flag, tools: rows, events };
  }
}
