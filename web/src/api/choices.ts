import { api, unwrap } from './client.ts';
import type { Choice } from '../components/combo.tsx';
import type { Filter } from '../components/filter-bar.tsx';

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

/** Vendors by name; a list asks for them by their slug. */
const vendorChoices = async (text: string): Promise<readonly Choice[]> => {
  const { items } = await unwrap(api.GET('/v1/vendors', { params: { query: query(text) } }));
  return items.map(({ slug, name }) => ({ id: slug, label: name }));
};

/** Every model, those that no tool uses any more among them. */
const anyModelChoices = async (text: string): Promise<readonly Choice[]> => {
  const { items } = await unwrap(api.GET('/v1/models', { params: { query: query(text) } }));
  return items.map(({ id, name, release }) => ({ id, label: name, hint: release.key }));
};

const byId = (id: string) => ({ params: { path: { id } } });

/** Filters by one of many: found by typing, and called by its name where the address has only its id. */
export const MODEL_FILTER: Filter = {
  name: 'model',
  label: 'Model',
  options: [],
  load: anyModelChoices,
  nameOf: async (id) => (await unwrap(api.GET('/v1/models/{id}', byId(id)))).name,
};
export const TOOL_FILTER: Filter = {
  name: 'tool',
  label: 'Tool',
  options: [],
  load: toolChoices,
  nameOf: async (id) => (await unwrap(api.GET('/v1/tools/{id}', byId(id)))).name,
};
export const POOL_FILTER: Filter = {
  name: 'pool',
  label: 'Pool',
  options: [],
  load: poolChoices,
  nameOf: async (id) => (await unwrap(api.GET('/v1/gpu-pools/{id}', byId(id)))).name,
};
export const VENDOR_FILTER: Filter = {
  name: 'vendor',
  label: 'Vendor',
  options: [],
  load: vendorChoices,
  nameOf: async (slug) => (await unwrap(api.GET('/v1/vendors/{slug}', { params: { path: { slug } } }))).name,
};
/** A person stands in the trail by id; there is no asking for one alone. */
export const PERSON_FILTER: Filter = {
  name: 'actor',
  label: 'Who',
  options: [],
  load: async (text) => {
    const { items } = await unwrap(api.GET('/v1/people', { params: { query: query(text) } }));
    return items.map(({ id, displayName, teams }) => ({ id, label: displayName, hint: teams.join(', ') }));
  },
  nameOf: async (id) => {
    const { items } = await unwrap(api.GET('/v1/people', { params: { query: { limit: 100 } } }));
    return items.find((person) => person.id === id)?.displayName ?? 'one chosen';
  },
};
