import type { LicenceClass, Task } from '../../catalogue/domain/vocabulary.js';
import type { PolicyDocument } from '../../policy/domain/policy.js';
import type {
  CouplingInterface,
  Hosting,
  Lifecycle,
  Materiality,
  SwitchingEffort,
} from '../../portfolio/domain/vocabulary.js';
import type { Eligibility } from '../../replacement/domain/vocabulary.js';

/** A registered model with what concentration is measured by; absent is unknown. */
export interface LockInModel {
  readonly id: string;
  readonly name: string;
  readonly releaseId: string;
  readonly releaseName: string;
  readonly releaseDate?: string;
  readonly lifecycle: Lifecycle;
  /** Slug and name of the topmost parent of the vendor. */
  readonly vendorGroup: string;
  readonly vendorName: string;
  /** Vendor group at the root of its base releases; its own where it has no base. */
  readonly rootVendorGroup: string;
  /** Undefined where the catalogue has no release of that vendor itself. */
  readonly rootVendorName?: string;
  readonly country?: string;
  readonly licenceClass?: LicenceClass;
  readonly family?: string;
  readonly hosting: Hosting;
  /** The weights are mirrored and their digest is recorded. */
  readonly weightsMirrored: boolean;
}

export interface LockInFallback {
  readonly modelId: string;
  /** RFC 3339 day or time. */
  readonly testedAt?: string;
}

export interface LockInTool {
  readonly id: string;
  readonly name: string;
  readonly task: Task;
  readonly materiality: Materiality;
  /** Model of the PRIMARY assignment on the day of the report; absent where there is none. */
  readonly modelId?: string;
  readonly fallback?: LockInFallback;
  readonly tokensPerMonth?: number;
  readonly interface: CouplingInterface;
  readonly promptsVersioned: boolean;
  readonly goldenSetLastRunAt?: string;
  readonly rollbackRehearsedAt?: string;
  /** Person-days; empty is not estimated, a missing part of an estimate is no work. */
  readonly switchingEffort: SwitchingEffort;
}

/** A registered model on the place of a tool's own, as gates and quality see it. */
export interface Alternative {
  readonly modelId: string;
  readonly eligibility: Eligibility;
  readonly deltaQ: number | null;
  readonly coverage: number;
  /** Day of a passed own evaluation against the model in use. */
  readonly evaluationPassedAt?: string;
}

/** By tool; tools that ask the same of a model share one list. */
export type AlternativesByTool = ReadonlyMap<string, readonly Alternative[]>;

/** The newest release that could replace a model in at least one tool. */
export interface EligibleCandidate {
  readonly modelId: string;
  readonly releaseId: string;
  readonly releaseName: string;
  readonly releaseDate?: string;
}

/** Where facts about the models in use come from. */
export interface CatalogueSource {
  readonly name: string;
  readonly facts: number;
  /** RFC 3339 time of its latest fact. */
  readonly latest: string;
}

/** Everything a lock-in report reads, as of one day. */
export interface LockInFacts {
  readonly asOf: string;
  readonly policy: PolicyDocument;
  readonly policyVersion: number;
  readonly models: readonly LockInModel[];
  readonly tools: readonly LockInTool[];
  readonly alternatives: AlternativesByTool;
  /** At most one per model. */
  readonly candidates: readonly EligibleCandidate[];
  readonly sources: readonly CatalogueSource[];
}
