import { isApiOnly, KNOWN_ALIASES } from './lineage-table.js';
import { lineOf } from './lineage.js';
import { isRollingAlias, unwrapHostName } from './name-tokens.js';
import { unpack } from './packaging.js';
import { parseReleaseName, type ReleaseName } from './release-name.js';
import type { Quantisation } from './vocabulary.js';
import { DEFAULT_VENDORS, isRepackager, type VendorEntry, type VendorRegistry } from './vendors.js';

/** What a source called a model. `hubId` only from a source that is native to the hub. */
export interface FoundName {
  readonly hubId?: string;
  readonly name: string;
  readonly vendorHint?: string;
  readonly host?: string;
}

/** Who made a model and which one it is, as far as one name tells. */
export interface Identity {
  readonly vendorSlug: string;
  /** Lower-case hub repository of the base release, packaging taken off; only where the hub itself names it. */
  readonly key?: string;
  /** The key as published. */
  readonly displayKey?: string;
  readonly name: ReleaseName;
  /** Equal for two names exactly when they say the same of the same vendor's model. */
  readonly signature: string;
  /** The name as the source wrote it, lower-case: with its organisation it is evidence wherever it recurs. */
  readonly aliases: readonly string[];
  readonly packaging: readonly string[];
  readonly quantisation?: Quantisation;
  /** Published or served under somebody else's organisation: evidence of a release, never a release. */
  readonly isRepackaged: boolean;
  /** An alias that moves between releases (`-latest`, `deepseek-chat`). */
  readonly isRolling: boolean;
  /** Served by its vendor alone, without published weights. */
  readonly isApiOnly: boolean;
  /** Written as a cloud names what it serves (`google.gemma-4-31b`): never a base model, though one's repository reads alike. */
  readonly isServed: boolean;
  /** Whether the source itself says who developed it (hub, hint or organisation), so that a release may rest on this name alone. */
  readonly isVendorNamed: boolean;
}

/** Repositories that their organisation renamed. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/^meta-llama\/Meta-Llama-3\.([1-9])/i, 'meta-llama/Llama-3.$1'],
  [/^mistralai\/Pixtral-Large-Instruct-2411.*/i, 'mistralai/Pixtral-Large-Instruct-2411'],
  [/^baidu\/(ERNIE-[\w.-]*?)-(PT|Paddle)$/i, 'baidu/$1'],
];

/** Folds renamed organisations and repositories into today's id and takes packaging off: `THUDM/GLM-4.5-FP8` → `zai-org/GLM-4.5`. */
export function canonicalHubId(hubId: string, vendors: VendorRegistry = DEFAULT_VENDORS): string {
  const [organisation = '', ...rest] = hubId.split('/');
  const vendor = vendors.find(organisation);
  const isOwn = vendor?.hubOrganisations.some((name) => name.toLowerCase() === organisation.toLowerCase()) === true;
  const folded =
    FOLDED_ORGANISATIONS[organisation.toLowerCase()] ?? (isOwn ? asPublished(vendor, organisation) : organisation);
  const { base } = unpack(rest.join('/'));
  return RENAMED.reduce((id, [pattern, by]) => id.replace(pattern, by), `${folded}/${base}`);
}

const asPublished = (vendor: VendorEntry | undefined, organisation: string): string =>
  vendor?.hubOrganisations.find((name) => name.toLowerCase() === organisation.toLowerCase()) ?? organisation;

const FOLDED_ORGANISATIONS: Readonly<Record<string, string>> = {
  thudm: 'zai-org',
  'z-ai': 'zai-org',
  zhipuai: 'zai-org',
  mistral: 'mistralai',
  alibaba: 'Qwen',
  deepseek: 'deepseek-ai',
  meta: 'meta-llama',
  minimax: 'MiniMaxAI',
  cohereforai: 'CohereLabs',
};

/** Who made it and which model it is; undefined where the name does not tell whose model it is. */
export function identify(found: FoundName, vendors: VendorRegistry = DEFAULT_VENDORS): Identity | undefined {
  const hubId = found.hubId ?? KNOWN_ALIASES.get(normaliseAlias(found.name).replace(/^.*\//, ''));
  return hubId === undefined ? identifyHosted(found, vendors) : identifyHub(hubId, found, vendors);
}

function identifyHub(hubId: string, found: FoundName, vendors: VendorRegistry): Identity | undefined {
  const organisation = hubId.split('/')[0] ?? '';
  const published = FOLDED_ORGANISATIONS[organisation.toLowerCase()] ?? organisation;
  const owner = hubOwner(published, vendors);
  const name = withQuirks(parseReleaseName(hubId), owner?.slug);
  const aliases = aliasesOf(found);
  if (owner === undefined || isForeignArtifact(name, owner)) return repackaged(name, aliases, owner);
  const displayKey = canonicalHubId(hubId, vendors);
  const canonical = withQuirks(parseReleaseName(displayKey), owner.slug);
  return {
    vendorSlug: owner.slug,
    key: displayKey.toLowerCase(),
    displayKey,
    name: canonical,
    signature: signatureOf(owner.slug, canonical),
    aliases,
    packaging: name.packaging,
    quantisation: name.quantisation,
    isRepackaged: false,
    isRolling: false,
    isApiOnly: false,
    isServed: false,
    isVendorNamed: true,
  };
}

function hubOwner(organisation: string, vendors: VendorRegistry): VendorEntry | undefined {
  if (isRepackager(organisation)) return undefined;
  const vendor = vendors.find(organisation);
  const isHubName = vendor?.hubOrganisations.some((name) => name.toLowerCase() === organisation.toLowerCase());
  return isHubName === true ? vendor : undefined;
}

/** A vendor's packaging of another vendor's model: `nvidia/Llama-3.3-70B-Instruct-FP8`. */
function isForeignArtifact(name: ReleaseName, owner: VendorEntry): boolean {
  const foreign = lineOf(name);
  return name.packaging.length > 0 && lineOf(name, owner.slug) === undefined && foreign !== undefined;
}

/** Somebody else's packaging: the vendor is the one whose line the name begins with; an unpackaged copy of a stranger is nobody's. */
function repackaged(
  name: ReleaseName,
  aliases: readonly string[],
  owner: VendorEntry | undefined,
): Identity | undefined {
  const vendorSlug = lineOf(name)?.vendor;
  if (vendorSlug === undefined || vendorSlug === owner?.slug) return undefined;
  const packaged = withQuirks(name, vendorSlug);
  return {
    vendorSlug,
    name: packaged,
    signature: signatureOf(vendorSlug, packaged),
    aliases,
    packaging: packaged.packaging,
    quantisation: packaged.quantisation,
    isRepackaged: true,
    isRolling: false,
    isApiOnly: false,
    isServed: false,
    isVendorNamed: false,
  };
}

function identifyHosted(found: FoundName, vendors: VendorRegistry): Identity | undefined {
  const { organisation, name: bare, isDotted } = unwrapHostName(found.name);
  const named = organisation === undefined ? undefined : vendors.find(organisation);
  const hinted = found.vendorHint === undefined ? undefined : vendors.find(found.vendorHint);
  const parsed = parseReleaseName(bare);
  const isPackager = organisation !== undefined && isRepackager(organisation);
  const vendorSlug = vendorOf(parsed, hinted ?? named, isPackager);
  if (vendorSlug === undefined) return undefined;
  const name = withQuirks(parsed, vendorSlug);
  const speaker = hinted ?? named ?? (found.host === undefined ? undefined : vendors.find(found.host));
  return {
    vendorSlug,
    name,
    signature: signatureOf(vendorSlug, name),
    aliases: aliasesOf(found),
    packaging: name.packaging,
    quantisation: name.quantisation,
    isRepackaged: organisation !== undefined && named?.slug !== vendorSlug,
    isRolling: isRollingAlias(bare) || isRollingAlias(found.name),
    isApiOnly: isApiOnly(name),
    isServed: isDotted,
    isVendorNamed: speaker?.slug === vendorSlug,
  };
}

/** The line's vendor and the organisation must agree; a packaging under another vendor's name is the line's. */
function vendorOf(name: ReleaseName, named: VendorEntry | undefined, isPackager: boolean): string | undefined {
  const line = lineOf(name);
  if (named === undefined || isPackager) return line?.vendor;
  if (line === undefined || line.vendor === named.slug || lineOf(name, named.slug) !== undefined) return named.slug;
  return name.packaging.length > 0 ? line.vendor : undefined;
}

function aliasesOf(found: FoundName): readonly string[] {
  return [...new Set([found.name, ...(found.hubId === undefined ? [] : [found.hubId])].map(normaliseAlias))].sort();
}

/** One spelling of a source's name: lower-case, without the host's wrapping and tails. */
export function normaliseAlias(raw: string): string {
  const { organisation, name } = unwrapHostName(raw);
  return (organisation === undefined ? name : `${organisation}/${name}`).toLowerCase();
}

/** Words that mean something else in one vendor's names than in all others'. */
function withQuirks(name: ReleaseName, vendorSlug: string | undefined): ReleaseName {
  if (vendorSlug === 'baidu' && ['pt', 'paddle'].includes(name.words.at(-1) ?? '')) {
    const rest = parseReleaseName(name.words.slice(0, -1).join('-'));
    return {
      ...rest,
      packaging: [(name.words.at(-1) ?? '').toUpperCase(), ...name.packaging],
      quantisation: name.quantisation,
      isPacked: name.isPacked,
    };
  }
  return name;
}

/** The name's meaning as one comparable text. */
export function signatureOf(vendorSlug: string, name: ReleaseName): string {
  const { date } = name;
  const size = [name.totalParamsB, name.activeParamsB, name.experts, name.contextTokens]
    .map((part) => part ?? '')
    .join(',');
  const day = date === undefined ? '' : [date.year, date.month, date.day].map((part) => part ?? '').join('.');
  return [vendorSlug, name.core.join('+'), size, day, name.postTraining ?? ''].join('|');
}
