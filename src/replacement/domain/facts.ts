import type { FactField, ReleaseFields } from '../../catalogue/domain/release.js';
import type { Capability, FactStatus, Modality, Quantisation } from '../../catalogue/domain/vocabulary.js';
import type { PolicyDocument } from '../../policy/domain/policy.js';
import type { ModelInUse, ToolNeeds } from '../../portfolio/domain/vocabulary.js';

/** Who gave the winning value of a field, and when a payload showed it. */
export interface FactSource {
  readonly source: string;
  readonly sourceRef?: string;
  /** RFC 3339 day or time. */
  readonly observedAt?: string;
  readonly status?: FactStatus;
}

export interface VendorFacts {
  readonly slug: string;
  readonly name: string;
  /** Slug of the topmost parent; the vendor's own where it has none. */
  readonly group: string;
  /** ISO 3166-1 alpha-2; absent is unknown. */
  readonly country?: string;
}

/** What legal decided for the licence text or for this release. */
export interface ConclusionFacts {
  readonly decision: 'ALLOW' | 'DENY';
  readonly conditions?: string;
  readonly by?: string;
  readonly at: string;
}

/** Answers of single hosts where neither the vendor nor a canonical source says: majority of at least three decides. */
export interface HostVotes {
  readonly yes: number;
  readonly no: number;
}

/** When the vendor stops supporting a release, and who says so. A third host's date is not a retirement. */
export interface SupportEnd {
  readonly date: string;
  readonly statedBy: 'VENDOR' | 'OWN_ENDPOINT' | 'THIRD_HOST';
  readonly source: FactSource;
}

export interface ArtifactFacts {
  /** Repository of the packaging; the release's own key marks its native precision. */
  readonly hubId: string;
  readonly quantisation: Quantisation;
  readonly sizeBytes?: number;
}

/** A release as the assessor loads it: the winning facts, absent where unknown, with the source of each. */
export interface ReleaseFacts extends Partial<Omit<ReleaseFields, 'displayName' | 'retirementDate'>> {
  readonly id: string;
  /** Canonical key as shown, e.g. `google/gemma-3-27b-it`. */
  readonly key: string;
  readonly displayName: string;
  readonly vendor: VendorFacts;
  /** The earliest day on which a payload showed it. */
  readonly firstSeenAt: string;
  readonly artifacts: readonly ArtifactFacts[];
  /** Vendor group of the root of its base releases; its own vendor's group where it has no base. */
  readonly rootVendorGroup?: string;
  readonly conclusion?: ConclusionFacts;
  readonly supportEnd?: SupportEnd;
  readonly hostVotes?: Readonly<Partial<Record<Capability | Modality, HostVotes>>>;
  readonly sources: Readonly<Partial<Record<FactField, FactSource>>>;
}

export interface AcceptedLicence {
  readonly licenceId?: string;
  readonly licenceClass?: ReleaseFields['licenceClass'];
  readonly licenceTextHash?: string;
  /** When it was accepted: registration, or the latest conclusion. */
  readonly at: string;
}

export interface ModelFacts extends ModelInUse {
  /** The licence under which the model was registered; a later difference is LICENCE_CHANGE. */
  readonly acceptedLicence?: AcceptedLicence;
}

export interface ToolFacts extends ToolNeeds {
  /** The model of today's PRIMARY assignment; absent for a tool without one. */
  readonly modelId?: string;
  readonly fallbackModelId?: string;
}

export interface PoolFacts {
  readonly id: string;
  readonly name: string;
  readonly gpuType?: string;
  readonly gpuCount: number;
  readonly memoryGbPerGpu: number;
}

/** One public result; compared only with one of equal benchmark, version, metric, harness and mode. */
export interface BenchmarkFacts {
  readonly releaseId: string;
  readonly benchmark: string;
  readonly benchmarkVersion: string;
  readonly metric: string;
  readonly harness: string;
  readonly mode: string;
  readonly score: number;
  readonly higherIsBetter: boolean;
  readonly source: string;
  readonly sourceRef?: string;
  readonly measuredOn?: string;
  /** Measured by somebody other than the vendor. */
  readonly independent: boolean;
}

/** An own evaluation of two releases on one tool's golden set; scores in percentage points, 0–100. */
export interface EvaluationFacts {
  readonly id: string;
  readonly toolId: string;
  readonly goldenSetId: string;
  readonly championReleaseId: string;
  readonly challengerReleaseId: string;
  readonly metric: string;
  readonly higherIsBetter: boolean;
  readonly n: number;
  readonly championScore: number;
  readonly challengerScore: number;
  /** Half width of the 95 % confidence interval of the difference, in points. */
  readonly halfWidth?: number;
  readonly passed: boolean;
  readonly ranAt: string;
}

export interface PortfolioFacts {
  readonly models: readonly ModelFacts[];
  readonly tools: readonly ToolFacts[];
  readonly pools: readonly PoolFacts[];
}

export interface DismissedFlag {
  readonly modelId: string;
  readonly releaseId: string;
}

/** Everything an assessment reads: same facts, same findings, in whatever order the lists come. */
export interface AssessmentFacts {
  /** RFC 3339 UTC. */
  readonly now: string;
  readonly policy: PolicyDocument;
  readonly policyVersion: number;
  /** Releases to consider and those in use; what is retired or merged away is left out by the loader. */
  readonly releases: readonly ReleaseFacts[];
  readonly benchmarks: readonly BenchmarkFacts[];
  readonly evaluations: readonly EvaluationFacts[];
  readonly portfolio: PortfolioFacts;
  /** Flags that people dismissed for every tool: they take no place of their model's limit. */
  readonly dismissed?: readonly DismissedFlag[];
}
