import type { ScoreTerm } from '../../policy/domain/policy.js';
import type { FactSource } from './facts.js';
import type {
  CandidateReason,
  Confidence,
  Eligibility,
  GateAnswer,
  GateName,
  LeverKind,
  ModelReason,
  QuietReason,
  Reason,
  Severity,
} from './vocabulary.js';

export type InputValue = string | number | boolean | readonly string[] | null;

/** One value that a finding was made from; null is unknown. */
export interface Input {
  readonly name: string;
  readonly value: InputValue;
  /** `tokens`, `GB`, `B parameters`, `US$/M tokens`, `points`, `days` … */
  readonly unit?: string;
  readonly source?: FactSource;
}

/** One gate's answer with a stable code and a sentence for a person. */
export interface GateResult {
  readonly gate: GateName;
  readonly answer: GateAnswer;
  readonly code: string;
  readonly sentence: string;
  readonly inputs: readonly Input[];
  /** UNKNOWN only: the fact that would decide it. */
  readonly decidedBy?: string;
}

/** One term of the score; value null is unknown and weighs nothing. */
export interface TermResult {
  readonly term: ScoreTerm;
  readonly weight: number;
  /** 0–1, 0.5 is no better and no worse than the model in use. */
  readonly value: number | null;
  readonly sentence: string;
  readonly inputs: readonly Input[];
}

export interface ScoreResult {
  /** Null below the policy's coverage floor: then it ranks nothing. */
  readonly score: number | null;
  /** Weight of the known terms over all weight, 0–1. */
  readonly coverage: number;
  readonly terms: readonly TermResult[];
}

/** A reason that holds, with what it was read from. */
export interface ReasonResult<R extends Reason = Reason> {
  readonly reason: R;
  readonly sentence: string;
  readonly inputs: readonly Input[];
}

/** Quality change of a candidate against the model in use, in profile points (10 is a clear step). */
export interface QualityResult {
  readonly deltaQ: number | null;
  /** Profile benchmarks that both have; 0 when an own evaluation decides. */
  readonly sharedBenchmarks: number;
  readonly evaluationId?: string;
  readonly evaluationPassed: boolean;
  readonly independent: boolean;
  readonly proxy: boolean;
  readonly inputs: readonly Input[];
}

/** One thing that would turn the finding: an unknown fact, a limit that is not met, a measurement, or a day. */
export interface Lever {
  readonly kind: LeverKind;
  /** The gate, term or fact that it is about. */
  readonly about: string;
  readonly sentence: string;
}

/** One release assessed for one tool against the model it uses. */
export interface CandidateAssessment {
  readonly toolId: string;
  readonly modelId: string;
  readonly releaseId: string;
  readonly eligibility: Eligibility;
  readonly gates: readonly GateResult[];
  readonly score: ScoreResult;
  readonly quality: QualityResult;
  readonly reasons: readonly ReasonResult<CandidateReason>[];
  readonly confidence: Confidence | null;
  /** Null when it is flagged for this tool. */
  readonly quiet: { readonly reason: QuietReason; readonly sentence: string } | null;
  /** Unknown facts and limits that decide. */
  readonly whatWouldChange: readonly Lever[];
}

/** One tool's row of a flag. */
export interface FlagRow {
  readonly toolId: string;
  readonly eligibility: Eligibility | null;
  readonly gates: readonly GateResult[];
  readonly score: ScoreResult | null;
  readonly quality: QualityResult | null;
  readonly reasons: readonly ReasonResult[];
  readonly severity: Severity;
  readonly confidence: Confidence;
}

/** A finding about one model in use; candidateReleaseId is null where the model itself must go. */
export interface FlagFinding {
  readonly modelId: string;
  readonly releaseId: string;
  readonly candidateReleaseId: string | null;
  /** Set exactly where there is no candidate: it is then part of the flag's key. */
  readonly modelReason: ModelReason | null;
  readonly reasons: readonly Reason[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly title: string;
  /** 1 is first in order among the model's candidates; 0 where there is no candidate. */
  readonly rank: number;
  /** PENDING until this day; null once the release is old enough. */
  readonly notBefore: string | null;
  /** The later release that makes this finding superfluous. */
  readonly supersededBy: string | null;
  /** Model reasons only: candidate releases in order, may be empty. */
  readonly rankedCandidates: readonly string[];
  readonly policyVersion: number;
  readonly rows: readonly FlagRow[];
}

/** All findings about one model in use, those that would be flagged but for the limit among them by id. */
export interface ModelAssessment {
  readonly modelId: string;
  /** Findings about the model itself first, then candidates in order; superseded ones last. */
  readonly flags: readonly FlagFinding[];
  /** Candidates in order that the per-model limit keeps from being flags. */
  readonly overLimit: readonly string[];
}
