import { Tag, type Tone } from './tag.tsx';
import { licenceName, words } from './words.ts';

const TONES: Record<string, Tone> = { FAIL: 'bad', WARN: 'warn', INFO: 'info' };

export function Severity({ severity }: { readonly severity: string }) {
  return <Tag tone={TONES[severity] ?? 'neutral'}>{words(severity)}</Tag>;
}

const CLASS_TONES: Record<string, Tone> = {
  OSI_PERMISSIVE: 'good',
  PERMISSIVE_WITH_CONDITIONS: 'info',
  COMMUNITY_RESTRICTED: 'warn',
  RESEARCH_ONLY: 'bad',
  PROPRIETARY: 'bad',
};

/** How free a licence is. */
export function LicenceClass({ of }: { readonly of: string | null }) {
  if (of === null || of === 'UNKNOWN') return <span className="muted">unknown</span>;
  return <Tag tone={CLASS_TONES[of] ?? 'neutral'}>{words(of)}</Tag>;
}

/** A licence with how free it is. */
export function Licence({ id, licenceClass }: { readonly id?: string | null; readonly licenceClass?: string | null }) {
  if (!id && !licenceClass) return <span className="muted">unknown</span>;
  return (
    <>
      {id && licenceName(id)} {licenceClass && <LicenceClass of={licenceClass} />}
    </>
  );
}

const MATERIALITY_TONES: Record<string, Tone> = { HIGH: 'bad', MEDIUM: 'warn', LOW: 'neutral' };

/** How much the enterprise would feel a failure of the tool. */
export function Materiality({ level }: { readonly level: string }) {
  return <Tag tone={MATERIALITY_TONES[level] ?? 'neutral'}>{words(level)}</Tag>;
}
