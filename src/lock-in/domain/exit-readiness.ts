import { daysBetween } from '../../replacement/domain/age.js';
import type { LockInModel, LockInTool } from './facts.js';
import { EXIT_ITEMS, RECENT_TEST_DAYS } from './vocabulary.js';
import type { ExitItem } from './vocabulary.js';

/** Points of each item; together 100. */
export const EXIT_POINTS: Readonly<Record<ExitItem, number>> = {
  FALLBACK_NAMED: 20,
  FALLBACK_TESTED: 20,
  GOLDEN_SET_RUN: 20,
  GATEWAY_INTERFACE: 15,
  PROMPTS_VERSIONED: 10,
  WEIGHTS_MIRRORED: 10,
  ROLLBACK_REHEARSED: 5,
};

export interface ExitReadiness {
  /** 0–100. */
  readonly points: number;
  readonly items: readonly { readonly item: ExitItem; readonly points: number; readonly met: boolean }[];
}

/** How ready the tool is to leave its model. */
export function exitReadinessOf(tool: LockInTool, model: LockInModel, asOf: string): ExitReadiness {
  const met: Readonly<Record<ExitItem, boolean>> = {
    FALLBACK_NAMED: tool.fallback !== undefined,
    FALLBACK_TESTED: hasTestedFallback(tool, asOf),
    GOLDEN_SET_RUN: happenedBy(tool.goldenSetLastRunAt, asOf),
    GATEWAY_INTERFACE: tool.interface === 'OPENAI_COMPATIBLE',
    PROMPTS_VERSIONED: tool.promptsVersioned,
    WEIGHTS_MIRRORED: model.weightsMirrored,
    ROLLBACK_REHEARSED: happenedBy(tool.rollbackRehearsedAt, asOf),
  };
  const items = EXIT_ITEMS.map((item) => ({ item, points: EXIT_POINTS[item], met: met[item] }));
  return { items, points: items.reduce((sum, { points, met: isMet }) => sum + (isMet ? points : 0), 0) };
}

/** The fallback was tested within the last 180 days. */
export const hasTestedFallback = ({ fallback }: LockInTool, asOf: string): boolean =>
  isRecent(fallback?.testedAt ?? null, asOf);

/** A test within the 180 days before the report; one that came later proves nothing about its day. */
export const isRecent = (testedAt: string | null, asOf: string): boolean =>
  testedAt !== null && happenedBy(testedAt, asOf) && daysBetween(testedAt, asOf) <= RECENT_TEST_DAYS;

/** Only the latest day of each kind is recorded, so of an earlier report it says nothing. */
export const happenedBy = (at: string | undefined, asOf: string): boolean =>
  at !== undefined && daysBetween(at, asOf) >= 0;
