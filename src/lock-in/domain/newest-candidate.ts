import { assessPossible } from '../../replacement/domain/assess-pair.js';
import type { ReleaseFacts } from '../../replacement/domain/facts.js';
import { inUseOf } from '../../replacement/domain/in-use.js';
import type { InUse } from '../../replacement/domain/in-use.js';
import { newnessOf } from '../../replacement/domain/newness.js';
import { shortlister } from '../../replacement/domain/shortlist.js';
import type { Shortlisted } from '../../replacement/domain/shortlist.js';
import type { World } from '../../replacement/domain/world.js';
import type { EligibleCandidate } from './facts.js';

/** Per model in use, the newest release that could replace it in at least one tool, by the same rules as the flags. */
export function newestCandidates(world: World): readonly EligibleCandidate[] {
  const newestFirst = [...world.releases].sort(byDateDown);
  return [...world.toolsByModel.keys()].flatMap((modelId) => {
    const inUse = inUseOf(world, modelId);
    const found = inUse === undefined ? undefined : newestOf(world, inUse, newestFirst);
    if (found === undefined) return [];
    return [{ modelId, releaseId: found.id, releaseName: found.displayName, releaseDate: found.releaseDate?.date }];
  });
}

/** Undated ones come last. */
function byDateDown(a: ReleaseFacts, b: ReleaseFacts): number {
  const [left, right] = [a.releaseDate?.date ?? '', b.releaseDate?.date ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** From the newest on: the first that may replace it ends the search. */
function newestOf(world: World, inUse: InUse, newestFirst: readonly ReleaseFacts[]): ReleaseFacts | undefined {
  const { kind, id } = inUse.release;
  if (kind === undefined) return undefined;
  const listed = shortlister(world, inUse);
  return newestFirst.find((candidate) => {
    if (candidate.kind !== kind || candidate.id === id || newnessOf(candidate, inUse.release) !== 'NEWER') return false;
    const found = listed(candidate);
    return found !== undefined && mayReplace(world, inUse, found);
  });
}

/** Eligible for a tool, with a reason to move it. */
function mayReplace(world: World, { model, release, alike }: InUse, { candidate, tools }: Shortlisted): boolean {
  const listed = new Set(tools);
  return alike.some(({ tool }) => {
    if (!listed.has(tool)) return false;
    const pair = assessPossible(world, { tool, model, inUse: release, candidate });
    return pair?.eligibility === 'ELIGIBLE' && pair.reasons.length > 0;
  });
}
