import type { Capability, LicenceClass, Modality, Quantisation, Task } from '../catalogue/domain/vocabulary.js';
import type {
  Coupling,
  DataClass,
  Hosting,
  Materiality,
  SwitchingEffort,
  ToolRequirements,
  ToolUsage,
  ValidationStatus,
} from './domain/vocabulary.js';
import type { MaterialityFactors } from './domain/materiality.js';

/** Independent validation of a model; days as YYYY-MM-DD, validator as people write it. */
export interface Validation {
  readonly status: ValidationStatus;
  readonly validatedAt?: string;
  readonly validator?: string;
  readonly nextReviewDue?: string;
}

/** An exception that somebody granted, until a day. */
export interface Waiver {
  readonly reason: string;
  readonly expiresAt: string;
}

/** The licence that was accepted at registration, as the catalogue had it that day; null is unknown. */
export interface AcceptedLicence {
  readonly licenceId: string | null;
  readonly licenceClass: LicenceClass | null;
  readonly licenceTextHash: string | null;
  /** RFC 3339. */
  readonly at: string;
}

export interface GoldenSet {
  readonly exists: boolean;
  /** YYYY-MM-DD. */
  readonly lastRunAt?: string;
}

/** The fields of a model that may change after its registration; null is unknown. */
export interface ModelFields {
  readonly name: string;
  readonly ownerTeam: string;
  readonly stewardId: string;
  readonly quantisation: Quantisation | null;
  readonly gpuPoolId: string | null;
  readonly endpointUrl: string | null;
  readonly hosting: Hosting;
  readonly weightsDigest: string | null;
  readonly mirrorLocation: string | null;
  readonly approvedScope: string | null;
  readonly maxDataClass: DataClass;
  readonly jurisdictions: readonly string[];
  readonly validation: Validation;
  readonly concludedLicence: string | null;
  readonly waivers: readonly Waiver[];
}

/** Nobody validates what they register: a new model is NOT_VALIDATED. */
export interface NewModel extends Partial<Omit<ModelFields, 'validation'>> {
  readonly name: string;
  readonly releaseId?: string;
  readonly releaseKey?: string;
  readonly ownerTeam: string;
  readonly hosting: Hosting;
  readonly maxDataClass: DataClass;
}

/** The fields of a tool that may change after its registration. */
export interface ToolFields {
  readonly name: string;
  readonly description: string;
  readonly ownerTeam: string;
  readonly ownerId: string;
  readonly businessUnit: string;
  readonly task: Task;
  readonly materiality: MaterialityFactors;
  readonly dataClass: DataClass;
  readonly requirements: Partial<ToolRequirements>;
  readonly coupling: Coupling;
  readonly goldenSet: GoldenSet;
  readonly usage: ToolUsage;
  readonly switchingEffort: SwitchingEffort;
}

export interface NewTool extends Partial<ToolFields> {
  readonly name: string;
  readonly ownerTeam: string;
  readonly businessUnit: string;
  readonly task: Task;
  readonly materiality: MaterialityFactors;
  readonly dataClass: DataClass;
  readonly coupling: Coupling;
}

export interface NewPool {
  readonly name: string;
  readonly gpuType: string;
  readonly gpuCount: number;
  readonly memoryGbPerGpu: number;
  readonly hosting: Hosting;
  readonly location: string;
}

/** RFC 7396 merge patch of T: absent leaves, null clears, objects merge. */
export type MergePatch<T> = {
  readonly [K in keyof T]?: Patched<T[K]> | (undefined extends T[K] ? null : never);
};
type Patched<V> = V extends readonly unknown[] ? V : V extends object ? MergePatch<V> : V;

export interface PersonRef {
  readonly id: string;
  readonly displayName: string;
  readonly active: boolean;
}

/** Requirements as the database keeps them: every list is there, an unknown context is null. */
export interface StoredRequirements {
  readonly minContextTokens: number | null;
  readonly languages: readonly string[];
  readonly capabilities: readonly Capability[];
  readonly inputModalities: readonly Modality[];
}

export interface StoredMateriality extends MaterialityFactors {
  readonly level: Materiality;
}
