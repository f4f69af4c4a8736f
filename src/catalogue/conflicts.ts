import { resolveFacts } from './domain/precedence.js';
import type { Fact, FactField } from './domain/release.js';
import type { FactRow } from './release-detail.reader.js';

/** What sources say of one field where they contradict each other, the winning value first. */
export interface FieldConflict {
  readonly field: FactField;
  readonly values: readonly { readonly value: unknown; readonly sources: readonly string[] }[];
}

/** Returns the fields on which the facts that hold contradict each other by more than the field allows. */
export function conflictsOf(
  release: { readonly key: string; readonly vendor: string },
  facts: readonly FactRow[],
): readonly FieldConflict[] {
  const holding = facts
    .filter(({ revertedAt }) => revertedAt === null)
    .map((fact): Fact => ({ ...fact, observedAt: fact.observedAt.toISOString() }));
  const { conflicts } = resolveFacts(holding, { key: release.key, vendorSlug: release.vendor });
  return conflicts.map(({ field, winner, others }) => {
    const bySaying = new Map<string, { value: unknown; sources: string[] }>();
    for (const fact of [winner, ...others]) {
      const said = JSON.stringify(fact.value);
      const known = bySaying.get(said) ?? { value: fact.value, sources: [] };
      known.sources.push(`${fact.source} ${fact.sourceRef}`.trim());
      bySaying.set(said, known);
    }
    return { field, values: [...bySaying.values()] };
  });
}
