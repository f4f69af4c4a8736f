import { dimensionOf } from './named-report.js';
import type { NamedReport } from './named-report.js';

/** What the trend is drawn from, on the materiality basis; null where nothing could be judged. */
export interface SnapshotFigures {
  readonly lockInIndex: number | null;
  readonly substitutability: number | null;
  readonly exitReadiness: number | null;
  readonly topVendor: string | null;
  readonly topVendorShare: number;
  readonly topCountry: string | null;
  readonly topCountryShare: number;
  readonly tools: number;
  readonly models: number;
  /** Limits that are breached, such as VENDOR.TOP_SHARE. */
  readonly breached: readonly string[];
}

/** The figures of one point of the trend. */
export function snapshotFigures({ bases, scope }: NamedReport): SnapshotFigures {
  const [basis] = bases;
  const [vendor, country] = [dimensionOf(bases, 'VENDOR'), dimensionOf(bases, 'COUNTRY')];
  return {
    lockInIndex: basis?.index.index ?? null,
    substitutability: basis?.substitutability ?? null,
    exitReadiness: basis?.exitReadiness ?? null,
    topVendor: vendor?.shares[0]?.name ?? null,
    topVendorShare: vendor?.topShare ?? 0,
    topCountry: country?.shares[0]?.name ?? null,
    topCountryShare: country?.topShare ?? 0,
    ...{ tools: scope.tools, models: scope.models },
    breached: breachesOf({ bases }).map(({ limit }) => limit),
  };
}

export interface Breach {
  readonly limit: string;
  readonly value: number;
}

/** Limits of the policy that are breached on the materiality basis, in the order of the report. */
export function breachesOf({ bases }: Pick<NamedReport, 'bases'>): readonly Breach[] {
  const basis = bases.find((each) => each.basis === 'MATERIALITY');
  return (basis?.dimensions ?? []).flatMap(({ dimension, limits }) =>
    limits
      .filter(({ status }) => status === 'BREACH')
      .map(({ figure, value }) => ({ limit: `${dimension}.${figure}`, value })),
  );
}

/** Those that the snapshot before did not have. */
export const newBreaches = (now: readonly Breach[], before: readonly string[]): readonly Breach[] =>
  now.filter(({ limit }) => !before.includes(limit));

/** Whether any limit is newly breached or is kept again. */
export const breachesDiffer = (now: readonly Breach[], before: readonly string[]): boolean =>
  now.length !== before.length || newBreaches(now, before).length > 0;
