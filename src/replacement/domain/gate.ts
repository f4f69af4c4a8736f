import type { FactField } from '../../catalogue/domain/release.js';
import type { LicenceVerdict, PolicyDocument } from '../../policy/domain/policy.js';
import type { Hosting, ToolNeeds } from '../../portfolio/domain/vocabulary.js';
import type { GateResult, Input, InputValue } from './explanation.js';
import type { ReleaseFacts } from './facts.js';
import type { GateAnswer, GateName } from './vocabulary.js';

/** What a licence allows this enterprise, and how that was read. */
export interface LicenceJudgement {
  readonly verdict: LicenceVerdict;
  readonly code: string;
  readonly sentence: string;
  readonly inputs: readonly Input[];
  /** REVIEW only: what would decide it. */
  readonly decidedBy?: string;
}

/** Memory that a release needs for a tool in GB; null is unknown. */
export interface Footprint {
  readonly needGB: number | null;
  readonly quantisation: string | null;
  /** Reckoned without the cache, because the architecture is unknown or caches otherwise. */
  readonly estimated: boolean;
  /** No source says in which precision it was published: 16 bits are assumed. */
  readonly assumedPrecision: boolean;
  readonly inputs: readonly Input[];
}

/** The pool of the model in use; its own share counts as free. */
export interface PoolRoom {
  readonly poolName: string;
  readonly totalGB: number;
  /** Taken by other models of the pool, as far as known. */
  readonly takenGB: number;
  /** Names of other models whose need is unknown. */
  readonly unknownModels: readonly string[];
}

/** One release on the place of the model in use, for one tool. */
export interface GateSubject {
  readonly release: ReleaseFacts;
  readonly tool: ToolNeeds;
  readonly hosting: Hosting;
  readonly policy: PolicyDocument;
  readonly licence: LicenceJudgement;
  readonly footprint: Footprint;
  /** Absent where the model has no pool. */
  readonly room?: PoolRoom;
}

/** Builds one gate's answer; `decidedBy` belongs to UNKNOWN alone. */
export const gate = (
  name: GateName,
  answer: GateAnswer,
  code: string,
  sentence: string,
  inputs: readonly Input[] = [],
  decidedBy?: string,
): GateResult => ({
  gate: name,
  answer,
  code,
  sentence,
  inputs,
  ...(answer === 'UNKNOWN' && decidedBy !== undefined ? { decidedBy } : {}),
});

/** A field of the release as an input, with the source that gave it. */
export function fieldInput(
  release: ReleaseFacts,
  field: FactField,
  value: InputValue | undefined,
  unit?: string,
): Input {
  const source = release.sources[field];
  return {
    name: field,
    value: value ?? null,
    ...(unit === undefined ? {} : { unit }),
    ...(source === undefined ? {} : { source }),
  };
}

export const listed = (values: readonly string[]): string => values.join(', ');
