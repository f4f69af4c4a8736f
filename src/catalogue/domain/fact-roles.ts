import type { Fact, FactField } from './release.js';

/**
 * Who speaks in a fact. VENDOR: the developer's own data. CANONICAL: one row per model in models.dev. GPUSTACK, XINFERENCE,
 * OPENROUTER, HUB: those catalogues. HOST: one host's row. OTHER: any further source. NAME: the name itself and the tables
 * that read it. MANUAL: a person.
 */
export type FactRole =
  'MANUAL' | 'VENDOR' | 'CANONICAL' | 'GPUSTACK' | 'XINFERENCE' | 'OPENROUTER' | 'HUB' | 'OTHER' | 'HOST' | 'NAME';

/** Source of the facts that are read off the name. */
export const NAME_SOURCE = 'name';

/** The role of a fact: sources are told by their name, a host's row of models.dev by its position `providers/<host>/…`. */
export function roleOf({ source, sourceRef, status }: Pick<Fact, 'source' | 'sourceRef' | 'status'>): FactRole {
  if (status === 'MANUAL') return 'MANUAL';
  const name = source.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (name === NAME_SOURCE) return 'NAME';
  if (name.startsWith('vendor')) return 'VENDOR';
  if (name.startsWith('modelsdev')) return /^providers\//.test(sourceRef) ? 'HOST' : 'CANONICAL';
  if (name.startsWith('gpustack')) return 'GPUSTACK';
  if (name.startsWith('xinference')) return 'XINFERENCE';
  if (name.startsWith('openrouter')) return 'OPENROUTER';
  if (name.startsWith('huggingface') || name === 'hub') return 'HUB';
  if (/^(litellm|gateway|artificialanalysis)/.test(name)) return 'HOST';
  return 'OTHER';
}

/** Which host speaks, so that several rows of one host are one voice: `providers/groq/models/x` → groq. */
export function hostOf({ source, sourceRef }: Pick<Fact, 'source' | 'sourceRef'>): string {
  const host = /^providers\/([^/]+)\//.exec(sourceRef)?.[1];
  return (host ?? source).toLowerCase();
}

/** Whether a fact comes from somebody who serves the model, rather than describes it. */
export function isHosted(fact: Pick<Fact, 'source' | 'sourceRef' | 'status'>): boolean {
  const role = roleOf(fact);
  return role === 'HOST' || role === 'OPENROUTER';
}

/** Narrows a fact to its field, so that its value has the field's type. */
export function isOf<F extends FactField>(fact: Fact, field: F): fact is Fact<F> {
  return fact.field === field;
}

/** Facts in an order that depends on what they say alone: newest first, then by source, place and value. */
export function inOrder<F extends FactField>(facts: readonly Fact<F>[]): readonly Fact<F>[] {
  const textOf = (fact: Fact<F>): string =>
    [fact.source, fact.sourceRef, JSON.stringify(fact.value), fact.status].join('\n');
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...facts].sort(
    (a, b) => Date.parse(b.observedAt) - Date.parse(a.observedAt) || compare(textOf(a), textOf(b)),
  );
}

/** The latest word of every place that speaks; a person's corrections stay apart from what sources say. */
export function latestWords<F extends FactField>(facts: readonly Fact<F>[]): readonly Fact<F>[] {
  const seen = new Set<string>();
  return inOrder(facts).filter((fact) => {
    const place = [fact.source, fact.sourceRef, fact.status === 'MANUAL' ? 'MANUAL' : ''].join('\n');
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

/** The first fact of the first role that has one. */
export function firstByRole<F extends FactField>(
  facts: readonly Fact<F>[],
  roles: readonly FactRole[],
): Fact<F> | undefined {
  for (const role of roles) {
    const found = facts.find((fact) => roleOf(fact) === role);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}
