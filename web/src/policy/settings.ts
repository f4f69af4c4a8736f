import { fieldWords, percent, words } from '../components/words.ts';
import { SETTING_LABELS, SETTING_ORDER } from './labels.ts';

export type Json = unknown;
export interface Setting {
  /** Dotted name within the document. */
  readonly path: string;
  readonly value: Json;
}

const isRecord = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every single value of the document by its dotted name, in the order of the labels; lists count as one value. */
export function settingsOf(document: Json, prefix = ''): Setting[] {
  if (!isRecord(document)) return [{ path: prefix, value: document }];
  return Object.entries(document)
    .flatMap(([name, value]) => settingsOf(value, prefix ? `${prefix}.${name}` : name))
    .sort((a, b) => place(a) - place(b));
}

/** What has no place comes last. */
const place = ({ path }: Setting): number => {
  const at = SETTING_ORDER.indexOf(path);
  return at < 0 ? SETTING_ORDER.length : at;
};

/** `approvals.HIGH.validator` → `High materiality, a validator too`. */
export const settingLabel = (path: string): string =>
  SETTING_LABELS[path] ?? path.split('.').map(fieldWords).join(' › ');

const GROUPS: Readonly<Record<string, string>> = {
  licenceRules: 'Licences',
  enterprise: 'Enterprise',
  concentrationLimits: 'Limits',
  scoreWeights: 'Score weights',
  thresholds: 'Thresholds',
};

/** The label with its group, where nothing around it says that. */
export const fullLabel = (path: string): string => {
  const group = GROUPS[path.split('.')[0] ?? ''];
  return group ? `${group} › ${settingLabel(path)}` : settingLabel(path);
};

/** What differs between two documents. */
export function differencesOf(before: Json, after: Json): readonly (Setting & { readonly before: Json })[] {
  const old = new Map(settingsOf(before).map(({ path, value }) => [path, value]));
  return settingsOf(after)
    .filter(({ path, value }) => JSON.stringify(old.get(path)) !== JSON.stringify(value))
    .map((setting) => ({ ...setting, before: old.get(setting.path) }));
}

/** A value as a person reads it; shares of the portfolio are percentages. */
export const written = (value: Json, path = ''): string => {
  if (value === null || value === undefined) return path.startsWith('enterprise.') ? 'not stated' : 'none';
  if (typeof value === 'number' && /share\.|gainRelative/i.test(path)) return percent(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return value.length === 0
      ? 'none'
      : value.map((each) => (isRecord(each) ? JSON.stringify(each) : String(each))).join(', ');
  return isRecord(value)
    ? JSON.stringify(value)
    : typeof value === 'string' && /^[A-Z_]+$/.test(value)
      ? words(value)
      : String(value);
};

/** The merge patch that sets the values at their dotted names. */
export function patchOf(settings: readonly Setting[]): Record<string, Json> {
  const patch: Record<string, Json> = {};
  for (const { path, value } of settings) {
    const names = path.split('.');
    let place = patch;
    for (const name of names.slice(0, -1)) {
      const next = place[name];
      place = isRecord(next) ? next : ((place[name] = {}) as Record<string, Json>);
    }
    place[names.at(-1) ?? ''] = value;
  }
  return patch;
}

/** A list as people type it. */
export const listed = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
