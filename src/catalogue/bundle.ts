import type { FoundArtifact, FoundBenchmark, ReleaseFields } from './domain/release.js';
import type { FactStatus } from './domain/vocabulary.js';

/** Raised when the shape of the file changes. */
export const BUNDLE_VERSION = 1;

/** What one source says in one place; `at` is the moment of the payload, a day where it is midnight. */
export interface BundledStatement {
  readonly source: string;
  readonly ref: string;
  readonly at: string;
  /** CLAIMED where left out. */
  readonly status?: FactStatus;
  /** Why a person says so, where one does. */
  readonly reason?: string;
  readonly values: Partial<ReleaseFields>;
}

export interface BundledArtifact extends FoundArtifact {
  readonly source: string;
  readonly at: string;
}

export interface BundledBenchmark extends Omit<FoundBenchmark, 'sourceRef'> {
  readonly source: string;
  readonly ref: string;
  readonly at: string;
}

/** One name under which sources speak, with what they say under it. */
export interface BundledName {
  readonly name: string;
  readonly hubId?: string;
  readonly vendorHint?: string;
  readonly mentionOnly?: true;
  readonly vendorNamed?: true;
  /** Earliest moment at which a payload showed it. */
  readonly since: string;
  readonly facts: readonly BundledStatement[];
  readonly artifacts?: readonly BundledArtifact[];
  readonly benchmarks?: readonly BundledBenchmark[];
}

export interface BundledRelease {
  readonly key: string;
  readonly names: readonly BundledName[];
}

export interface BundledVendor {
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  readonly parentVendor?: string;
  readonly hubOrganisations: readonly string[];
}

/** The catalogue as a file: facts with their sources, not the conclusions drawn from them. */
export interface Bundle {
  readonly schemaVersion: typeof BUNDLE_VERSION;
  /** The latest moment of which any fact speaks. */
  readonly asOf: string;
  readonly vendors: readonly BundledVendor[];
  readonly releases: readonly BundledRelease[];
  /** Names that no release can be told from yet. */
  readonly openNames: readonly BundledName[];
}
