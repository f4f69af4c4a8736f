import type { LicenceClass } from '../../catalogue/domain/vocabulary.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Shock } from './exit-drill.js';

export interface AskedShock {
  readonly vendor?: string;
  readonly country?: string;
  readonly licenceClass?: LicenceClass;
}

/** What is asked to vanish. Throws `validation-failed` unless it is exactly one thing. */
export function shockOf({ vendor, country, licenceClass }: AskedShock): Shock {
  const shocks: Shock[] = [
    ...(vendor === undefined ? [] : [{ by: 'VENDOR', key: vendor } as const]),
    ...(country === undefined ? [] : [{ by: 'COUNTRY', key: country } as const]),
    ...(licenceClass === undefined ? [] : [{ by: 'LICENCE_CLASS', key: licenceClass } as const]),
  ];
  const [shock] = shocks;
  if (shock !== undefined && shocks.length === 1) return shock;
  const detail = 'Name exactly one of vendor, country and licenceClass.';
  throw new DomainError('invalid', 'validation-failed', detail, [{ pointer: '?vendor', code: 'one-of', detail }]);
}
