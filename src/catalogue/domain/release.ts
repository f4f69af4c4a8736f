import type {
  Attention,
  BaseRelation,
  Capability,
  DatePrecision,
  FactStatus,
  Kind,
  LanguageEvidence,
  LicenceClass,
  Modality,
  PostTraining,
  Quantisation,
  ReleaseFunction,
  ReleaseStatus,
} from './vocabulary.js';

/** Layers, key-value heads and head dimension decide the memory of a token's cache. */
export interface Architecture {
  readonly layers?: number;
  readonly kvHeads?: number;
  readonly headDim?: number;
  readonly attention?: Attention;
  /** Every parameter takes part in every token: no mixture of experts. */
  readonly dense?: boolean;
}

/** US$ per million tokens: the median over `hosts` non-zero hosts. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly hosts: number;
}

/** Familiarity; `asOf` is the day of the snapshot (percentiles compare only within one `snapshot`). */
export interface Adoption {
  readonly downloads30d?: number;
  readonly likes?: number;
  readonly pulls?: number;
  readonly derivatives?: number;
  readonly snapshot?: string;
}

/** `code` is ISO 639-1 (or 639-3 where there is none); score is the measured one, 0–100. */
export interface LanguageClaim {
  readonly code: string;
  readonly evidence: LanguageEvidence;
  readonly score?: number;
}

/** A day with how much of it is known: `2025-07` (MONTH) is stored as its first day. */
export interface ReleaseDate {
  readonly date: string;
  readonly precision: DatePrecision;
}

export interface BaseReference {
  readonly key: string;
  readonly relation: BaseRelation;
}

/** The fields of a release that sources speak about: one name, one type. Absent means unknown, never a default. */
export interface ReleaseFields {
  readonly displayName: string;
  readonly kind: Kind;
  readonly family: string;
  readonly generation: readonly number[];
  readonly function: ReleaseFunction;
  readonly tier: string;
  readonly postTraining: PostTraining;
  readonly releaseDate: ReleaseDate;
  readonly status: ReleaseStatus;
  readonly deprecationDate: string;
  readonly retirementDate: string;
  readonly totalParamsB: number;
  readonly activeParamsB: number;
  readonly contextTokens: number;
  readonly inputModalities: readonly Modality[];
  readonly outputModalities: readonly Modality[];
  readonly capabilities: readonly Capability[];
  readonly languages: readonly LanguageClaim[];
  readonly licenceId: string;
  readonly licenceClass: LicenceClass;
  readonly licenceTextHash: string;
  readonly weightsUrl: string;
  readonly base: BaseReference;
  readonly declaredSuccessor: string;
  readonly architecture: Architecture;
  readonly pricePerMTokens: Price;
  readonly adoption: Adoption;
  readonly servingEngines: readonly string[];
}
export type FactField = keyof ReleaseFields;

/** What one source said of one field, and when a payload showed it. */
export interface Fact<F extends FactField = FactField> {
  readonly field: F;
  readonly value: ReleaseFields[F];
  readonly source: string;
  readonly sourceRef: string;
  readonly observedAt: string;
  readonly status: FactStatus;
}

export interface FoundFact<F extends FactField = FactField> {
  readonly field: F;
  readonly value: ReleaseFields[F];
  readonly status: FactStatus;
  /** Where in the payload or on which page; defaults to the item's own. */
  readonly sourceRef?: string;
}

export interface FoundArtifact {
  readonly hubId: string;
  readonly quantisation: Quantisation;
  readonly sizeBytes?: number;
}

export interface FoundBenchmark {
  readonly benchmark: string;
  readonly benchmarkVersion: string;
  readonly metric: string;
  readonly harness: string;
  readonly mode: string;
  readonly score: number;
  readonly higherIsBetter: boolean;
  readonly measuredOn?: string;
  readonly sourceRef: string;
}

/** One item of a payload, still under the name its source gives it; `catalogue.record` finds the release behind it. */
export interface FoundRelease {
  /** Hugging Face repository id, only where the source is native to the hub. */
  readonly hubId?: string;
  /** The item's own id in the source: `openai/gpt-oss-120b`, `qwen.qwen3-32b-v1:0`. */
  readonly name: string;
  /** The lab or organisation the source itself names, where it does. */
  readonly vendorHint?: string;
  /** The host that serves it, where the source lists hosts. */
  readonly host?: string;
  /** The source only speaks about releases that others record (tables of results, counts): it never makes one. */
  readonly mentionOnly?: boolean;
  /** Position in the payload, for people: `providers/groq/models/gpt-oss-120b`. */
  readonly position: string;
  readonly facts: readonly FoundFact[];
  readonly artifacts: readonly FoundArtifact[];
  readonly benchmarks: readonly FoundBenchmark[];
}

/** What was refused, where and why; it goes into quarantine and never into the catalogue. */
export interface RejectedItem {
  readonly position: string;
  readonly reason: string;
  readonly item: unknown;
}

/** What a connector makes of one payload. */
export interface Found {
  readonly releases: readonly FoundRelease[];
  readonly rejected: readonly RejectedItem[];
}
