import { words } from '../components/words.ts';

export type Json = unknown;
export interface Setting {
  /** Dotted name within the document. */
  readonly path: string;
  readonly value: Json;
}

const isRecord = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every single value of the document by its dotted name; lists count as one value. */
export function settingsOf(document: Json, prefix = ''): Setting[] {
  if (!isRecord(document)) return [{ path: prefix, value: document }];
  return Object.entries(document).flatMap(([name, value]) => settingsOf(value, prefix ? `${prefix}.${name}` : name));
}

/** `approvals.HIGH.managers` → `Approvals › High › managers`. */
export const settingLabel = (path: string): string =>
  path
    .split('.')
    .map((name) => readable(words(/^[A-Z_]+$/.test(name) ? name : name.replaceAll(/([A-Z])/g, '_$1'))))
    .join(' › ');

/** The document's short names as a person would say them. */
const readable = (name: string): string =>
  name
    .replace(/ days$/, ', days')
    .replace(/delta q/i, (text) => (text.startsWith('D') ? 'Quality difference' : 'quality difference'))
    .replace(/ usd$/, ', US$')
    .replace(/ eu$/, ' the EU')
    .replace(/^Re raise/, 'Raise again')
    .replace(/^Max /, 'Most ');

export const written = (value: Json): string => {
  if (value === null || value === undefined) return 'none';
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

/** What somebody typed for a setting: JSON where it is JSON, a list where the setting is one, else text. */
export function parsed(text: string, before: Json): Json {
  if (Array.isArray(before) && !text.trim().startsWith('['))
    return text
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
