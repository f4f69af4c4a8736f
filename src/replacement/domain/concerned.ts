import type { ReleaseFacts } from './facts.js';
import { inUseOf } from './in-use.js';
import { shortlist } from './shortlist.js';
import type { Ties } from './ties.js';
import type { World } from './world.js';

/** What has changed since the last assessment: records by their ids. */
export interface Change {
  /** Releases with other facts, results or packagings, or another conclusion on their licence. */
  readonly releaseIds?: readonly string[];
  readonly modelIds?: readonly string[];
  /** Tools with other needs, another model, or new evidence. */
  readonly toolIds?: readonly string[];
}

export interface ConcernedBy {
  readonly change: Change;
  /** Models with a stored flag that names one of the releases or tools. */
  readonly flagged: ReadonlySet<string>;
  /** Undefined where nothing was assessed before. */
  readonly lastTies: Ties | undefined;
  readonly ties: Ties;
}

/**
 * Ids of the models whose findings the change may alter: those that it names, those that run, rank or could rank one of the
 * releases, and, by what ties the models together, those whose pool leaves them another room, or all of them.
 */
export function modelsConcerned(world: World, { change, flagged, lastTies, ties }: ConcernedBy): ReadonlySet<string> {
  const inUse = [...world.toolsByModel.keys()];
  if (lastTies === undefined || lastTies.shares !== ties.shares || lastTies.adoption !== ties.adoption)
    return new Set([...inUse, ...flagged, ...(change.modelIds ?? [])]);
  const tools = new Set(change.toolIds);
  const among = (change.releaseIds ?? []).flatMap((id) => world.releaseById.get(id) ?? []);
  return new Set([
    ...flagged,
    ...(change.modelIds ?? []),
    ...inUse.filter((id) => lastTies.rooms[id] !== ties.rooms[id]),
    ...inUse.filter((id) => world.toolsByModel.get(id)?.some((tool) => tools.has(tool.id))),
    ...inUse.filter((id) => runsOrCouldRank(world, id, among)),
  ]);
}

function runsOrCouldRank(world: World, modelId: string, among: readonly ReleaseFacts[]): boolean {
  const inUse = among.length === 0 ? undefined : inUseOf(world, modelId);
  if (inUse === undefined) return false;
  return among.includes(inUse.release) || shortlist(world, inUse, among).length > 0;
}
