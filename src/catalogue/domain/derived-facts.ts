import { NAME_SOURCE } from './fact-roles.js';
import { LICENCE_TABLE_VERSION } from './licence-table.js';
import { ruledLicence } from './licence.js';
import { LINEAGE_VERSION } from './lineage-table.js';
import { classify } from './lineage.js';
import { toReleaseDate } from './name-date.js';
import { parseReleaseName } from './release-name.js';
import type { Fact, FactField, ReleaseFields } from './release.js';

/** Which release the facts are about: its key (as published where known) and its vendor. */
export interface About {
  readonly key: string;
  readonly vendorSlug: string;
}

/** Source of the licences that the rule table knows. */
export const LICENCE_SOURCE = 'vendor-licence-rules';

/** Derived facts hold at any time, so they never count as the latest word; nobody observed them on a day. */
export const ALWAYS = '1970-01-01T00:00:00.000Z';

/** What the name and the lineage and licence tables say of a release, as facts of status DERIVED (a licence whose text was read: VERIFIED). */
export function derivedFacts({ key, vendorSlug }: About): readonly Fact[] {
  const name = parseReleaseName(key);
  const found = classify(name, vendorSlug);
  const date = name.date === undefined ? undefined : toReleaseDate(name.date);
  const sourceRef = `${key} (lineage ${LINEAGE_VERSION})`;
  const say = <F extends FactField>(field: F, value: ReleaseFields[F] | undefined): readonly Fact[] =>
    value === undefined
      ? []
      : [{ field, value, source: NAME_SOURCE, sourceRef, observedAt: ALWAYS, status: 'DERIVED' }];
  return [
    ...say('displayName', key.slice(key.lastIndexOf('/') + 1)),
    ...say('family', found.family),
    ...say('kind', found.kind),
    ...say('generation', found.generation),
    ...say('function', found.function),
    ...say('tier', found.tier),
    ...say('postTraining', found.postTraining),
    ...say('status', found.isPreview ? 'PREVIEW' : undefined),
    ...say('totalParamsB', name.totalParamsB),
    ...say('activeParamsB', name.activeParamsB),
    ...say('releaseDate', date),
    ...licenceFacts(key),
  ];
}

function licenceFacts(key: string): readonly Fact[] {
  const ruled = ruledLicence(key);
  if (ruled === undefined) return [];
  const isRead = ruled.evidence === 'TEXT' || ruled.evidence === 'VENDOR';
  return [
    {
      field: 'licenceId',
      value: ruled.terms.licenceId,
      source: LICENCE_SOURCE,
      sourceRef: `licence rules ${LICENCE_TABLE_VERSION}: ${ruled.evidence.toLowerCase()}`,
      observedAt: ALWAYS,
      status: isRead ? 'VERIFIED' : 'CLAIMED',
    },
  ];
}
