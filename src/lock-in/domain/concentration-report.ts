import { concentrationOf } from '../../portfolio/domain/concentration.js';
import type { Concentration } from '../../portfolio/domain/concentration.js';
import type { Limit, PolicyDocument } from '../../policy/domain/policy.js';
import type { LockInModel } from './facts.js';
import { weightOf } from './served-tools.js';
import type { ServedTool } from './served-tools.js';
import { DIMENSIONS } from './vocabulary.js';
import type { Basis, Dimension, LimitStatus } from './vocabulary.js';

export const UNKNOWN_KEY = 'UNKNOWN';

const KEY_OF: Readonly<Record<Dimension, (model: LockInModel) => string>> = {
  VENDOR: (model) => model.vendorGroup,
  ROOT_VENDOR: (model) => model.rootVendorGroup,
  COUNTRY: (model) => model.country ?? UNKNOWN_KEY,
  LICENCE_CLASS: (model) => model.licenceClass ?? UNKNOWN_KEY,
  FAMILY: (model) => model.family ?? UNKNOWN_KEY,
  HOSTING: (model) => model.hosting,
};

/** What a model counts for in a dimension. */
export const keyOf = (dimension: Dimension, model: LockInModel): string => KEY_OF[dimension](model);

/** A figure against a limit of the policy. */
export interface LimitCheck {
  readonly figure: 'TOP_SHARE' | 'EFFECTIVE_NUMBER' | 'NON_PERMISSIVE_SHARE';
  readonly value: number;
  readonly warn: number | null;
  readonly breach: number | null;
  readonly status: LimitStatus;
}

export interface DimensionReport {
  readonly dimension: Dimension;
  readonly concentration: Concentration;
  readonly limits: readonly LimitCheck[];
  /** Worst of its limits. */
  readonly status: LimitStatus;
}

/** Concentration of the served tools in every dimension, with the policy's limits. */
export function concentrationReport(
  served: readonly ServedTool[],
  basis: Basis,
  policy: PolicyDocument,
): readonly DimensionReport[] {
  return DIMENSIONS.map((dimension) => {
    const holdings = served.map(({ tool, model }) => ({ key: keyOf(dimension, model), weight: weightOf(tool, basis) }));
    const concentration = concentrationOf(holdings);
    const limits = concentration.keys === 0 ? [] : limitsOf(dimension, concentration, policy);
    return { dimension, concentration, limits, status: worst(limits.map(({ status }) => status)) };
  });
}

function limitsOf(dimension: Dimension, figures: Concentration, policy: PolicyDocument): readonly LimitCheck[] {
  const { vendorTopShare, vendorEffectiveNumber, countryTopShare, nonPermissiveLicenceShare } =
    policy.concentrationLimits;
  switch (dimension) {
    case 'VENDOR':
    case 'ROOT_VENDOR':
      return [
        check('TOP_SHARE', figures.topShare, vendorTopShare),
        check('EFFECTIVE_NUMBER', figures.effectiveNumber, vendorEffectiveNumber),
      ];
    case 'COUNTRY':
      return [check('TOP_SHARE', figures.topShare, countryTopShare)];
    case 'LICENCE_CLASS':
      return [check('NON_PERMISSIVE_SHARE', nonPermissive(figures), nonPermissiveLicenceShare)];
    default:
      return [];
  }
}

const nonPermissive = ({ shares }: Concentration): number =>
  1 - (shares.find(({ key }) => key === 'OSI_PERMISSIVE')?.share ?? 0);

/** A share at a limit is still inside it; so is an effective number. */
function check(figure: LimitCheck['figure'], value: number, { warn, breach }: Limit): LimitCheck {
  const isPast = (limit: number | null): boolean =>
    limit !== null && (figure === 'EFFECTIVE_NUMBER' ? value < limit - 1e-9 : value > limit + 1e-9);
  const none = warn === null && breach === null;
  const status = none ? 'NO_LIMIT' : isPast(breach) ? 'BREACH' : isPast(warn) ? 'WARN' : 'INSIDE';
  return { figure, value, warn, breach, status };
}

const worst = (statuses: readonly LimitStatus[]): LimitStatus =>
  (['BREACH', 'WARN', 'INSIDE'] as const).find((status) => statuses.includes(status)) ?? 'NO_LIMIT';
