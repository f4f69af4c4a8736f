/** Closed lists of replacement; DTOs, database CHECKs and OpenAPI derive from these. */
export const GATES = [
  'CAPABILITY',
  'CONTEXT',
  'LICENCE',
  'HOSTING',
  'FOOTPRINT',
  'LANGUAGE',
  'ORIGIN',
  'MATURITY',
  'SUPPORT',
] as const;
export type GateName = (typeof GATES)[number];

export const GATE_ANSWERS = ['PASS', 'FAIL', 'UNKNOWN'] as const;
export type GateAnswer = (typeof GATE_ANSWERS)[number];

export const ELIGIBILITIES = ['ELIGIBLE', 'NEEDS_INFORMATION', 'INELIGIBLE'] as const;
export type Eligibility = (typeof ELIGIBILITIES)[number];

/** In the order in which candidates are ranked. */
export const CANDIDATE_REASONS = [
  'SUCCESSOR_DECLARED',
  'NEWER_GENERATION',
  'QUALITY_GAIN',
  'COST_GAIN',
  'FOOTPRINT_GAIN',
  'LANGUAGE_GAIN',
  'CONCENTRATION_RELIEF',
] as const;
export type CandidateReason = (typeof CANDIDATE_REASONS)[number];

/** The model itself must go, whatever the candidates are. */
export const MODEL_REASONS = ['END_OF_SUPPORT', 'LICENCE_CHANGE', 'POLICY_VIOLATION'] as const;
export type ModelReason = (typeof MODEL_REASONS)[number];

export const REASONS = [...CANDIDATE_REASONS, ...MODEL_REASONS] as const;
export type Reason = CandidateReason | ModelReason;

/** From the least to the most severe. */
export const SEVERITIES = ['INFO', 'WARN', 'FAIL'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** From the least to the most sure. */
export const CONFIDENCES = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** From the most open to the most closed: a flag is as open as its most open row. */
export const ANALYSIS_STATES = [
  'OPEN',
  'IN_TRIAGE',
  'PENDING',
  'SNOOZED',
  'ACCEPTED',
  'DISMISSED',
  'SUPERSEDED',
  'RESOLVED',
] as const;
export type AnalysisState = (typeof ANALYSIS_STATES)[number];

export const JUSTIFICATIONS = [
  'NOT_BETTER_IN_OWN_EVALUATION',
  'INSUFFICIENT_HARDWARE',
  'LICENCE_NOT_ACCEPTABLE',
  'LANGUAGE_GAP',
  'VENDOR_OR_COUNTRY_POLICY',
  'SWITCHING_COST_TOO_HIGH',
  'LOW_SUPPORT',
  'ALREADY_PLANNED',
  'DUPLICATE',
  'OTHER',
] as const;
export type Justification = (typeof JUSTIFICATIONS)[number];

/** Why an assessed candidate is not flagged for a tool. */
export const QUIET_REASONS = [
  'INELIGIBLE',
  'NOT_NEWER',
  'UNDATED',
  'SINGLE_BENCHMARK',
  'NO_REASON',
  'SUPERSEDED',
  'LIMIT',
] as const;
export type QuietReason = (typeof QUIET_REASONS)[number];

/** What would turn a finding. */
export const LEVER_KINDS = ['FACT', 'LIMIT', 'MEASUREMENT', 'TIME'] as const;
export type LeverKind = (typeof LEVER_KINDS)[number];
