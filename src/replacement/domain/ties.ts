import { createHash } from 'node:crypto';
import { fieldOf } from './adoption.js';
import type { World } from './world.js';

/** What findings about one model read of the others; each part is compared as a text. */
export interface Ties {
  /** Shares of vendors, countries and licences: they tie all models. */
  readonly shares: string;
  /** Downloads within each field of like releases: they tie all models, too. */
  readonly adoption: string;
  /** By model: what its pool leaves to it. */
  readonly rooms: Readonly<Record<string, string>>;
}

/** The ties of all models in use. Same facts, same ties. */
export function tiesOf(world: World): Ties {
  const { vendors, countries, licences } = world.concentration;
  const shares = JSON.stringify([vendors, countries, licences].map((weights) => [...weights].sort()));
  const downloads = world.releases.flatMap((release) => {
    const field = fieldOf(release);
    return field === undefined ? [] : `${field} ${release.adoption?.downloads30d ?? ''}`;
  });
  const adoption = createHash('sha256').update(downloads.sort().join('\n')).digest('hex');
  const rooms = [...world.toolsByModel.keys()].map((id): [string, string] => {
    const model = world.modelById.get(id);
    return [id, JSON.stringify((model && world.roomOf(model)) ?? null)];
  });
  return { shares, adoption, rooms: Object.fromEntries(rooms) };
}
