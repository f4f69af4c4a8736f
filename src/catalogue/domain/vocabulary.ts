/** Closed lists of the catalogue; DTOs, database CHECKs and OpenAPI derive from these. */
export const KINDS = [
  'CHAT',
  'BASE',
  'EMBEDDING',
  'RERANK',
  'GUARD',
  'OCR',
  'SPEECH',
  'IMAGE',
  'TRANSLATION',
  'DRAFT',
] as const;
export type Kind = (typeof KINDS)[number];

export const FUNCTIONS = ['GENERAL', 'CODER', 'VISION', 'MATH', 'OMNI'] as const;
export type ReleaseFunction = (typeof FUNCTIONS)[number];

/** How the release was trained after pre-training; THINKING always reasons, HYBRID can be asked to. */
export const POST_TRAININGS = ['BASE', 'INSTRUCT', 'THINKING', 'HYBRID'] as const;
export type PostTraining = (typeof POST_TRAININGS)[number];

export const DATE_PRECISIONS = ['DAY', 'MONTH', 'YEAR'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const RELEASE_STATUSES = ['PREVIEW', 'AVAILABLE', 'DEPRECATED', 'RETIRED'] as const;
export type ReleaseStatus = (typeof RELEASE_STATUSES)[number];

export const LICENCE_CLASSES = [
  'OSI_PERMISSIVE',
  'PERMISSIVE_WITH_CONDITIONS',
  'COMMUNITY_RESTRICTED',
  'RESEARCH_ONLY',
  'PROPRIETARY',
  'UNKNOWN',
] as const;
export type LicenceClass = (typeof LICENCE_CLASSES)[number];

export const BASE_RELATIONS = ['FINETUNE', 'DISTILLED', 'QUANTIZED', 'MERGE'] as const;
export type BaseRelation = (typeof BASE_RELATIONS)[number];

export const MODALITIES = ['TEXT', 'IMAGE', 'AUDIO', 'VIDEO', 'PDF', 'EMBEDDING'] as const;
export type Modality = (typeof MODALITIES)[number];

export const CAPABILITIES = ['REASONING', 'TOOL_CALL', 'STRUCTURED_OUTPUT'] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** CLAIMED: the vendor says so. MEASURED: a benchmark has a score for it. */
export const LANGUAGE_EVIDENCE = ['CLAIMED', 'MEASURED'] as const;
export type LanguageEvidence = (typeof LANGUAGE_EVIDENCE)[number];

/** How sure a fact is, strongest last said by a person. */
export const FACT_STATUSES = ['VERIFIED', 'CLAIMED', 'DERIVED', 'MANUAL'] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

export const ATTENTIONS = ['FULL', 'SLIDING', 'LATENT', 'LINEAR', 'HYBRID'] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** Packagings with their bits per parameter; the first is the most precise. */
export const QUANTISATION_BITS = {
  BF16: 16,
  Q8_0: 8.5,
  FP8: 8,
  INT8: 8,
  Q6_K: 6.56,
  Q5_K_M: 5.5,
  Q4_K_M: 4.85,
  NVFP4: 4.5,
  AWQ: 4.5,
  GPTQ_INT4: 4.5,
  MXFP4: 4.3,
} as const;
export type Quantisation = keyof typeof QUANTISATION_BITS;
export const QUANTISATIONS = Object.keys(QUANTISATION_BITS) as [Quantisation, ...Quantisation[]];

/** What an internal tool asks of a model; extended by migration. */
export const TASKS = [
  'SUMMARISATION',
  'CODING',
  'MARKET_ANALYSIS',
  'CHAT',
  'CUSTOMER_SERVICE',
  'TRANSLATION',
  'EXTRACTION',
  'CLASSIFICATION',
  'QUESTION_ANSWERING',
  'DOCUMENT_VISION',
  'AGENT',
  'EMBEDDING',
] as const;
export type Task = (typeof TASKS)[number];
