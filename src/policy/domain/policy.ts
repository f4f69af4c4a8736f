import type { LicenceClass, Task } from '../../catalogue/domain/vocabulary.js';
import type { Materiality } from '../../portfolio/domain/vocabulary.js';
import { DEFAULT_PROFILES } from './profiles.js';
import type { Profile } from './profiles.js';

export const LICENCE_VERDICTS = ['ALLOW', 'REVIEW', 'DENY'] as const;
export type LicenceVerdict = (typeof LICENCE_VERDICTS)[number];

export const SCORE_TERMS = [
  'quality',
  'cost',
  'footprint',
  'language',
  'support',
  'switchingEase',
  'diversification',
] as const;
export type ScoreTerm = (typeof SCORE_TERMS)[number];

/** What licence thresholds are judged against; null is unknown, and then a threshold leaves the gate UNKNOWN. */
export interface Enterprise {
  readonly monthlyActiveUsers: number | null;
  readonly monthlyRevenueUsd: number | null;
  readonly establishedInEu: boolean | null;
}

/** A limit with two steps; null means that step is not set. */
export interface Limit {
  readonly warn: number | null;
  readonly breach: number | null;
}

export const CONCENTRATION_LIMITS = [
  'vendorTopShare',
  'vendorEffectiveNumber',
  'countryTopShare',
  'nonPermissiveLicenceShare',
] as const;
export type ConcentrationLimit = (typeof CONCENTRATION_LIMITS)[number];

export interface ApprovalRule {
  readonly approvals: number;
  /** One more approval, by a validator who is none of the others. */
  readonly validator: boolean;
}

/** Where reasons, severity and confidence begin; ΔQ in profile points, shares and scores in 0–1, times in days. */
export interface Thresholds {
  readonly coverageFloor: number;
  readonly highCoverage: number;
  readonly qualityGainDeltaQ: number;
  readonly qualityGainClearDeltaQ: number;
  readonly qualityGainBenchmarks: number;
  readonly gainScore: number;
  readonly gainRelative: number;
  readonly deltaQFloor: number;
  readonly sizeRatioMin: number;
  readonly sizeRatioMax: number;
  readonly languageSizeRatioMax: number;
  readonly reliefScore: number;
  readonly supportEndDays: number;
  readonly supportEndWarnDays: number;
  readonly warnScore: number;
  readonly settledAgeDays: number;
  readonly supersededSizeRatio: number;
  readonly reRaiseScore: number;
  /** Percentage points of an own evaluation that are worth 10 ΔQ, and those that count as noise. */
  readonly ownEvaluationScale: number;
  readonly ownEvaluationNoise: number;
}

/** The versioned document under which every finding is made. */
export interface PolicyDocument {
  readonly minimumReleaseAgeDays: number;
  readonly deniedVendors: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly deniedCountries: readonly string[];
  readonly licenceRules: Readonly<Record<LicenceClass, LicenceVerdict>>;
  readonly enterprise: Enterprise;
  /** Empty: any engine. */
  readonly servingEngines: readonly string[];
  /** Downloads in 30 days; null sets no floor. */
  readonly adoptionFloor: number | null;
  readonly maxOpenFlagsPerModel: number;
  readonly scoreWeights: Readonly<Record<ScoreTerm, number>>;
  readonly thresholds: Thresholds;
  readonly profiles: Readonly<Partial<Record<Task, Profile>>>;
  readonly concentrationLimits: Readonly<Record<ConcentrationLimit, Limit>>;
  readonly approvals: Readonly<Record<Materiality, ApprovalRule>>;
  readonly approvalExpiryDays: number;
  readonly portfolioSizeTarget: number;
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  coverageFloor: 0.6,
  highCoverage: 0.85,
  qualityGainDeltaQ: 3,
  qualityGainClearDeltaQ: 10,
  qualityGainBenchmarks: 2,
  gainScore: 0.55,
  gainRelative: 0.25,
  deltaQFloor: -1,
  sizeRatioMin: 0.125,
  sizeRatioMax: 5,
  languageSizeRatioMax: 4,
  reliefScore: 0.5,
  supportEndDays: 180,
  supportEndWarnDays: 90,
  warnScore: 0.65,
  settledAgeDays: 30,
  supersededSizeRatio: 2.3,
  reRaiseScore: 0.1,
  ownEvaluationScale: 10,
  ownEvaluationNoise: 2,
};

export const DEFAULT_POLICY: PolicyDocument = {
  minimumReleaseAgeDays: 14,
  deniedVendors: [],
  deniedCountries: [],
  licenceRules: {
    OSI_PERMISSIVE: 'ALLOW',
    PERMISSIVE_WITH_CONDITIONS: 'REVIEW',
    COMMUNITY_RESTRICTED: 'REVIEW',
    RESEARCH_ONLY: 'DENY',
    PROPRIETARY: 'DENY',
    UNKNOWN: 'REVIEW',
  },
  enterprise: { monthlyActiveUsers: null, monthlyRevenueUsd: null, establishedInEu: null },
  servingEngines: [],
  adoptionFloor: null,
  maxOpenFlagsPerModel: 3,
  scoreWeights: {
    quality: 35,
    cost: 15,
    footprint: 15,
    language: 10,
    support: 10,
    switchingEase: 10,
    diversification: 5,
  },
  thresholds: DEFAULT_THRESHOLDS,
  profiles: DEFAULT_PROFILES,
  concentrationLimits: {
    vendorTopShare: { warn: 0.3, breach: 0.4 },
    vendorEffectiveNumber: { warn: 4, breach: 3 },
    countryTopShare: { warn: 0.6, breach: 0.8 },
    nonPermissiveLicenceShare: { warn: 0.25, breach: null },
  },
  approvals: {
    LOW: { approvals: 1, validator: false },
    MEDIUM: { approvals: 2, validator: false },
    HIGH: { approvals: 2, validator: true },
  },
  approvalExpiryDays: 30,
  portfolioSizeTarget: 10,
};
