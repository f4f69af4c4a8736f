import type { Capability, Modality, Quantisation, Task } from '../../catalogue/domain/vocabulary.js';

/** Closed lists of the portfolio; DTOs, database CHECKs and OpenAPI derive from these. */
export const PURPOSES = ['PRIMARY', 'FALLBACK'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const LIFECYCLES = ['PROPOSED', 'APPROVED', 'IN_USE', 'DEPRECATED', 'RETIRED'] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** Where the weights run; EXTERNAL means a third party's endpoint. */
export const HOSTINGS = ['IN_HOUSE', 'PRIVATE_CLOUD', 'EXTERNAL'] as const;
export type Hosting = (typeof HOSTINGS)[number];

/** From the least to the most sensitive. */
export const DATA_CLASSES = ['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** From the lowest to the highest. */
export const MATERIALITIES = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type Materiality = (typeof MATERIALITIES)[number];

export const MATERIALITY_FACTORS = ['impact', 'complexity', 'reliance'] as const;
export type MaterialityFactor = (typeof MATERIALITY_FACTORS)[number];

export const COUPLING_INTERFACES = ['OPENAI_COMPATIBLE', 'VENDOR_SPECIFIC'] as const;
export type CouplingInterface = (typeof COUPLING_INTERFACES)[number];

/** The pieces of work of a switch, each in person-days. */
export const SWITCHING_EFFORTS = ['prompts', 'integration', 'evaluation', 'fineTune', 'reindex', 'training'] as const;
export type SwitchingEffortKey = (typeof SWITCHING_EFFORTS)[number];
export type SwitchingEffort = Partial<Readonly<Record<SwitchingEffortKey, number>>>;

export const VALIDATION_STATUSES = ['NOT_VALIDATED', 'IN_VALIDATION', 'VALIDATED', 'REJECTED', 'EXPIRED'] as const;
export type ValidationStatus = (typeof VALIDATION_STATUSES)[number];

/** What a tool requires of any model that serves it; an empty list requires nothing. */
export interface ToolRequirements {
  readonly minContextTokens?: number;
  /** ISO 639-1 codes. */
  readonly languages: readonly string[];
  readonly capabilities: readonly Capability[];
  readonly inputModalities: readonly Modality[];
}

/** What ties a tool to the model it uses. */
export interface Coupling {
  readonly interface: CouplingInterface;
  readonly fineTuned: boolean;
  readonly embeddingsIndexed: boolean;
  readonly promptsVersioned: boolean;
  /** Day, YYYY-MM-DD, on which going back to the model before was last rehearsed. */
  readonly rollbackRehearsedOn?: string;
}

/** Measured or declared use; `concurrentTokens` is the sum held in the cache at one moment. */
export interface ToolUsage {
  readonly requestsPerMonth?: number;
  readonly tokensPerMonth?: number;
  readonly concurrentTokens?: number;
}

/** What a tool needs of a model, as gates and score read it. */
export interface ToolNeeds {
  readonly id: string;
  readonly name: string;
  readonly task: Task;
  readonly materiality: Materiality;
  readonly dataClass: DataClass;
  readonly requirements: ToolRequirements;
  readonly coupling: Coupling;
  readonly usage: ToolUsage;
}

/** A registered model as gates and score read it; its release is another record. */
export interface ModelInUse {
  readonly id: string;
  readonly name: string;
  readonly releaseId: string;
  readonly lifecycle: Lifecycle;
  readonly hosting: Hosting;
  readonly quantisation?: Quantisation;
  readonly gpuPoolId?: string;
}

/** How often the owner of a tool says that its record is right. */
export const OWNER_CONFIRMS_EVERY_DAYS = 90;
