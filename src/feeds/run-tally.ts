import type { Recorded } from '../catalogue/catalogue.writer.js';
import type { RunCounts } from './feed-runs.store.js';

/** Counts what a run does, chunk by chunk; a release that several chunks speak of counts once. */
export class RunTally {
  private constructor(
    private readonly total: number,
    private readonly done: number,
    private readonly quarantined: number,
    private readonly added: number,
    private readonly seen: ReadonlySet<string>,
    private readonly touched: ReadonlySet<string>,
  ) {}

  /** `total` items to record, `refused` before that. */
  static of(total: number, refused: number): RunTally {
    return new RunTally(total, 0, refused, 0, new Set(), new Set());
  }

  plus(items: number, { added, releaseIds, seenIds, quarantined }: Recorded): RunTally {
    return new RunTally(
      this.total,
      this.done + items,
      this.quarantined + quarantined.length,
      this.added + added,
      new Set([...this.seen, ...seenIds]),
      new Set([...this.touched, ...releaseIds]),
    );
  }

  counts(): RunCounts {
    const { total, done, added, quarantined, seen, touched } = this;
    const unchanged = [...seen].filter((id) => !touched.has(id)).length;
    return { total, done, added, changed: Math.max(0, touched.size - added), unchanged, quarantined };
  }
}
