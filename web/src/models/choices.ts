import { api, unwrap } from '../api/client.ts';
import type { Choice } from '../components/combo.tsx';

const MOST = 20;
const query = (text: string) => ({ q: text || undefined, limit: MOST });

/** Registered models by name. */
export const modelChoices = async (text: string): Promise<readonly Choice[]> => {
  const { items } = await unwrap(api.GET('/v1/models', { params: { query: query(text) } }));
  return items
    .filter(({ lifecycle }) => lifecycle === 'APPROVED' || lifecycle === 'IN_USE')
    .map(({ id, name, release }) => ({ id, label: name, hint: release.key }));
};

/** Releases of the catalogue by name. */
export const releaseChoices = async (text: string): Promise<readonly Choice[]> => {
  const { items } = await unwrap(api.GET('/v1/releases', { params: { query: query(text) } }));
  return items.map(({ id, displayName, key }) => ({ id, label: displayName, hint: key }));
};

/** Tools by name. */
export const toolChoices = async (text: string): Promise<readonly Choice[]> => {
  const { items } = await unwrap(api.GET('/v1/tools', { params: { query: query(text) } }));
  return items.map(({ id, name, ownerTeam }) => ({ id, label: name, hint: ownerTeam }));
};

/** GPU pools by name. */
export const poolChoices = async (text: string): Promise<readonly Choice[]> => {
  const { items } = await unwrap(api.GET('/v1/gpu-pools', { params: { query: query(text) } }));
  return items.map(({ id, name, gpuType, gpuCount }) => ({ id, label: name, hint: `${gpuCount} × ${gpuType}` }));
};

/** People by name. */
export const peopleChoices = async (text: string): Promise<readonly Choice[]> => {
  const { items } = await unwrap(api.GET('/v1/people', { params: { query: { ...query(text), active: true } } }));
  return items.map(({ id, displayName, teams }) => ({ id, label: displayName, hint: teams.join(', ') }));
};
