import {
  LICENCE_RULES,
  LICENCES,
  OBLIGATIONS,
  type LicenceEvidence,
  type LicenceTerms,
  type LicenceThresholds,
  type Obligation,
} from './licence-table.js';
import type { LicenceClass } from './vocabulary.js';

const BY_ID: ReadonlyMap<string, LicenceTerms> = new Map(LICENCES.map((terms) => [terms.licenceId, terms]));

/** One spelling of a licence id: `Apache 2.0` → `apache-2.0`. */
export function normaliseLicenceId(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/^license:/, '')
    .replace(/[\s_]+/g, '-');
}

/** The terms of a licence by its id; an unknown id has class UNKNOWN and no known duty. */
export function termsOf(licenceId: string): LicenceTerms {
  const id = normaliseLicenceId(licenceId);
  const unknown = {
    licenceId: id,
    licenceClass: 'UNKNOWN' as const,
    obligations: [],
    thresholds: {},
    excludesEu: false,
  };
  return BY_ID.get(id) ?? { ...unknown, nonCommercial: false };
}

export function licenceClassOf(licenceId: string): LicenceClass {
  return termsOf(licenceId).licenceClass;
}

export interface RuledLicence {
  readonly terms: LicenceTerms;
  readonly evidence: LicenceEvidence;
}

/** The licence that the rule table knows a repository by (any case); undefined where it has no rule. */
export function ruledLicence(key: string): RuledLicence | undefined {
  const found = LICENCE_RULES.find(({ match }) => match.test(key.toLowerCase()));
  return found && { terms: termsOf(found.licenceId), evidence: found.evidence };
}

/** What of the enterprise licences ask about; absent is unknown. */
export interface Enterprise {
  readonly monthlyActiveUsers?: number;
  readonly monthlyRevenueUsd?: number;
  readonly establishedInEu?: boolean;
}

/** USABLE: no duty beyond the notice. WITH_DUTIES: usable, with duties. NOT_USABLE: forbidden to this enterprise. UNDETERMINED: a person has to read. */
export type Standing = 'USABLE' | 'WITH_DUTIES' | 'NOT_USABLE' | 'UNDETERMINED';

export interface LicenceStanding {
  readonly standing: Standing;
  readonly code: string;
  readonly detail: string;
}

const standing = (result: Standing, code: string, detail: string): LicenceStanding => ({
  standing: result,
  code,
  detail,
});

/** Whether an enterprise of this size may use a model under these terms for its own business, before its policy on classes. */
export function conclude(terms: LicenceTerms, enterprise: Enterprise): LicenceStanding {
  return forbidden(terms) ?? judgedByPlace(terms, enterprise) ?? judgedBySize(terms, enterprise) ?? granted(terms);
}

function forbidden({ licenceId, licenceClass, nonCommercial }: LicenceTerms): LicenceStanding | undefined {
  if (nonCommercial)
    return standing(
      'NOT_USABLE',
      'LICENCE_NON_COMMERCIAL',
      `${licenceId} forbids commercial use without the vendor’s permission.`,
    );
  if (licenceClass === 'PROPRIETARY')
    return standing('NOT_USABLE', 'LICENCE_PROPRIETARY', `${licenceId} grants no right without a contract.`);
  if (licenceClass === 'UNKNOWN')
    return standing('UNDETERMINED', 'LICENCE_UNKNOWN', `Nobody has read what ${licenceId} allows.`);
  return undefined;
}

function judgedByPlace(
  { licenceId, excludesEu }: LicenceTerms,
  { establishedInEu }: Enterprise,
): LicenceStanding | undefined {
  if (!excludesEu || establishedInEu === false) return undefined;
  return establishedInEu === true
    ? standing(
        'NOT_USABLE',
        'LICENCE_EXCLUDES_EU',
        `${licenceId} grants no rights to companies established in the European Union.`,
      )
    : standing(
        'UNDETERMINED',
        'LICENCE_EU_UNKNOWN',
        `${licenceId} excludes the European Union; where the enterprise is established is not recorded.`,
      );
}

function judgedBySize(terms: LicenceTerms, enterprise: Enterprise): LicenceStanding | undefined {
  const { licenceId, thresholds, obligations } = terms;
  const measured = measures(thresholds, enterprise);
  const over = measured.find(({ actual, limit }) => actual !== undefined && actual > limit);
  const unknown = measured.find(({ actual }) => actual === undefined);
  const needsContract = obligations.includes('PERMISSION_ABOVE_THRESHOLD');
  if (over !== undefined) {
    const detail = `${licenceId} asks more above ${over.limit.toLocaleString('en')} ${over.unit}; the enterprise has ${over.actual?.toLocaleString('en')}.`;
    return needsContract
      ? standing('NOT_USABLE', 'LICENCE_THRESHOLD_EXCEEDED', `${detail} ${OBLIGATIONS.PERMISSION_ABOVE_THRESHOLD}`)
      : standing('WITH_DUTIES', 'LICENCE_THRESHOLD_EXCEEDED', `${detail} ${OBLIGATIONS.DISPLAY_NAME}`);
  }
  if (unknown === undefined || !needsContract) return undefined;
  return standing(
    'UNDETERMINED',
    'LICENCE_SIZE_UNKNOWN',
    `${licenceId} has a limit of ${unknown.limit.toLocaleString('en')} ${unknown.unit}; the enterprise’s figure is not recorded.`,
  );
}

interface Measure {
  readonly unit: string;
  readonly limit: number;
  readonly actual?: number;
}

function measures(
  thresholds: LicenceThresholds,
  { monthlyActiveUsers, monthlyRevenueUsd }: Enterprise,
): readonly Measure[] {
  const yearly = monthlyRevenueUsd === undefined ? undefined : monthlyRevenueUsd * 12;
  const all: readonly { unit: string; limit?: number; actual?: number }[] = [
    { unit: 'users a month', limit: thresholds.mau, actual: monthlyActiveUsers },
    { unit: 'US$ of revenue a month', limit: thresholds.monthlyRevenueUsd, actual: monthlyRevenueUsd },
    { unit: 'US$ of revenue a year', limit: thresholds.annualRevenueUsd, actual: yearly },
  ];
  return all.flatMap(({ limit, ...rest }) => (limit === undefined ? [] : [{ ...rest, limit }]));
}

function granted({ licenceId, licenceClass, obligations }: LicenceTerms): LicenceStanding {
  if (licenceClass === 'OSI_PERMISSIVE')
    return standing('USABLE', 'LICENCE_PERMISSIVE', `${licenceId} allows any use.`);
  return standing(
    'WITH_DUTIES',
    'LICENCE_CONDITIONS',
    [`${licenceId} allows use with duties.`, ...obligations.map((each) => OBLIGATIONS[each])].join(' '),
  );
}

export interface LicenceDiff {
  readonly sameLicence: boolean;
  /** Sentences of what the other licence asks in addition, and of what it no longer asks. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** What changes in duties when moving from a model under `from` to one under `to`. */
export function licenceDiff(from: LicenceTerms, to: LicenceTerms): LicenceDiff {
  const [before, after] = [sentences(from), sentences(to)];
  return {
    sameLicence: from.licenceId === to.licenceId,
    gained: after.filter((sentence) => !before.includes(sentence)),
    lost: before.filter((sentence) => !after.includes(sentence)),
  };
}

function sentences(terms: LicenceTerms): readonly string[] {
  const duties = terms.obligations.map((each: Obligation) => OBLIGATIONS[each]);
  const limits = measures(terms.thresholds, {}).map(
    ({ limit, unit }) => `The licence changes above ${limit.toLocaleString('en')} ${unit}.`,
  );
  const place = terms.excludesEu ? ['No rights for companies established in the European Union.'] : [];
  const unread = terms.licenceClass === 'UNKNOWN' ? [`Nobody has read what ${terms.licenceId} asks.`] : [];
  return [...duties, ...limits, ...place, ...unread];
}
