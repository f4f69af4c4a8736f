import { groupBy } from '../../kernel/group-by.js';
import { derivedFacts, LICENCE_SOURCE, type About } from './derived-facts.js';
import {
  byLanguage,
  decideAdoption,
  decideCapabilities,
  decideEngines,
  decideInputs,
  decideLanguages,
  decideOutputs,
  decidePrice,
} from './fact-merges.js';
import { firstByRole, isOf, latestWords, roleOf, type FactRole } from './fact-roles.js';
import { decideContext, decideReleaseDate, decideTotalParams, type RefusedFact } from './fact-rules.js';
import { licenceClassOf } from './licence.js';
import { parseReleaseName, type ReleaseName } from './release-name.js';
import type { Fact, FactField, ReleaseFields } from './release.js';

/** Sources that differ from the winner by more than the field allows. */
export interface FactConflict {
  readonly field: FactField;
  readonly winner: Fact;
  readonly others: readonly Fact[];
}

export interface Resolution {
  readonly fields: Partial<ReleaseFields>;
  /** The fact behind each field; made of several facts where status is DERIVED and source is `derived`. */
  readonly winners: ReadonlyMap<FactField, Fact>;
  readonly conflicts: readonly FactConflict[];
  readonly refused: readonly RefusedFact[];
}

/** Catalogues that describe before hosts that serve; the name stands in where nobody speaks. */
const USUAL: readonly FactRole[] = [
  'VENDOR',
  'CANONICAL',
  'GPUSTACK',
  'XINFERENCE',
  'HUB',
  'OPENROUTER',
  'OTHER',
  'HOST',
  'NAME',
];
/** Lineage is what the versioned table says, else what sources claim. */
const LINEAGE: readonly FactRole[] = ['NAME', ...USUAL.filter((role) => role !== 'NAME')];
/** A preview is one by its name, unless the vendor says otherwise; nobody else knows better. */
const STATUS: readonly FactRole[] = ['VENDOR', 'NAME', 'HUB', 'CANONICAL', 'OTHER'];
/** Only the vendor retires a model: the end of a host's endpoint is not the end of the weights. */
const VENDOR_ONLY: readonly FactRole[] = ['VENDOR'];
const PARAMETERS: readonly FactRole[] = [
  'VENDOR',
  'NAME',
  'GPUSTACK',
  'XINFERENCE',
  'HUB',
  'OTHER',
  'CANONICAL',
  'OPENROUTER',
  'HOST',
];

const ROLES: Partial<Record<FactField, readonly FactRole[]>> = {
  family: LINEAGE,
  kind: LINEAGE,
  generation: LINEAGE,
  function: LINEAGE,
  tier: LINEAGE,
  postTraining: LINEAGE,
  status: STATUS,
  deprecationDate: VENDOR_ONLY,
  retirementDate: VENDOR_ONLY,
  declaredSuccessor: ['VENDOR', 'HUB'],
  activeParamsB: PARAMETERS,
};

/**
 * Decides every field of a release from all facts about it, the same for every order of the facts: a person's correction
 * before anything else, then the rule of the field. Facts of one place (source and position) count with their latest word.
 * With `about`, what the name and the lineage and licence tables say joins the facts. A field that nobody gave is absent.
 */
export function resolveFacts(facts: readonly Fact[], about?: About): Resolution {
  const all = [...facts, ...(about === undefined ? [] : derivedFacts(about))].map(inOneCode);
  const name = about && parseReleaseName(about.key);
  const winners = new Map<FactField, Fact>();
  const conflicts: FactConflict[] = [];
  const refused: RefusedFact[] = [];
  for (const field of [...groupBy(all, (fact) => fact.field).keys()].sort()) {
    const words = wordsOf(all, field);
    const decision = decide(field, words, name);
    refused.push(...decision.refused);
    if (decision.winner === undefined) continue;
    winners.set(field, decision.winner);
    const others = conflicting(decision.winner, words, decision.refused);
    if (others.length > 0) conflicts.push({ field, winner: decision.winner, others });
  }
  addLicenceClass(winners);
  addActiveParams(winners, wordsOf(all, 'architecture'));
  return { fields: fieldsOf(winners), winners, conflicts, refused };
}

const wordsOf = (facts: readonly Fact[], field: FactField): readonly Fact[] =>
  latestWords(facts.filter((fact) => fact.field === field));

interface Decided {
  readonly winner?: Fact;
  readonly refused: readonly RefusedFact[];
}

function decide(field: FactField, words: readonly Fact[], name: ReleaseName | undefined): Decided {
  // A person's latest correction stands above every source.
  const manual = words.find((fact) => roleOf(fact) === 'MANUAL');
  const decided = bySpecialRule(field, words, name) ?? {
    winner: firstByRole(words, ROLES[field] ?? USUAL),
    refused: [],
  };
  return manual === undefined ? decided : { winner: manual, refused: decided.refused };
}

function bySpecialRule(field: FactField, words: readonly Fact[], name: ReleaseName | undefined): Decided | undefined {
  const of = <F extends FactField>(only: F): readonly Fact<F>[] =>
    words.filter((fact): fact is Fact<F> => isOf(fact, only) && roleOf(fact) !== 'MANUAL');
  const plain = (winner: Fact | undefined): Decided => ({ winner, refused: [] });
  switch (field) {
    case 'releaseDate':
      return decideReleaseDate(of('releaseDate'), name);
    case 'totalParamsB':
      return decideTotalParams(of('totalParamsB'), name);
    case 'contextTokens':
      return plain(decideContext(of('contextTokens')));
    case 'capabilities':
      return plain(decideCapabilities(of('capabilities')));
    case 'inputModalities':
      return plain(decideInputs(of('inputModalities')));
    case 'outputModalities':
      return plain(decideOutputs(of('outputModalities')));
    case 'pricePerMTokens':
      return plain(decidePrice(of('pricePerMTokens')));
    case 'adoption':
      return plain(decideAdoption(of('adoption')));
    case 'languages':
      return plain(decideLanguages(of('languages')));
    case 'servingEngines':
      return plain(decideEngines(of('servingEngines')));
    case 'licenceId':
      return plain(decideLicence(of('licenceId')));
    default:
      return undefined;
  }
}

/** The rule table > the vendor's own data > tags. */
function decideLicence(facts: readonly Fact<'licenceId'>[]): Fact<'licenceId'> | undefined {
  return facts.find(({ source }) => source === LICENCE_SOURCE) ?? firstByRole(facts, USUAL);
}

/** The class follows the licence that won, unless a person set it. */
function addLicenceClass(winners: Map<FactField, Fact>): void {
  const licence = winners.get('licenceId');
  if (licence === undefined || !isOf(licence, 'licenceId')) return;
  if (winners.get('licenceClass')?.status === 'MANUAL') return;
  winners.set('licenceClass', {
    ...licence,
    field: 'licenceClass',
    value: licenceClassOf(licence.value),
    status: 'DERIVED',
  });
}

/** Where nobody counts the active parameters of a dense release, all of them are. */
function addActiveParams(winners: Map<FactField, Fact>, architectures: readonly Fact[]): void {
  const total = winners.get('totalParamsB');
  if (total === undefined || winners.has('activeParamsB')) return;
  const dense = architectures.find((fact) => isOf(fact, 'architecture') && fact.value.dense === true);
  if (dense === undefined) return;
  const sourceRef = `totalParamsB, dense by ${dense.source} ${dense.sourceRef}`;
  const { observedAt } = dense;
  winners.set('activeParamsB', {
    ...total,
    field: 'activeParamsB',
    source: 'derived',
    sourceRef,
    observedAt,
    status: 'DERIVED',
  });
}

const inOneCode = (fact: Fact): Fact => (isOf(fact, 'languages') ? { ...fact, value: byLanguage(fact.value) } : fact);

/** Ratios and days beyond which two sources contradict each other. */
const PARAMETER_RATIO = 1.3;
const CONTEXT_RATIO = 1.5;
const DATE_DAYS = 31;

function conflicting(winner: Fact, words: readonly Fact[], refused: readonly RefusedFact[]): readonly Fact[] {
  const dismissed = new Set(refused.map(({ fact }) => fact));
  return words.filter((fact) => fact !== winner && !dismissed.has(fact) && contradicts(winner, fact));
}

function contradicts(winner: Fact, fact: Fact): boolean {
  if (typeof winner.value === 'number' && typeof fact.value === 'number') {
    const limit = winner.field === 'contextTokens' ? CONTEXT_RATIO : PARAMETER_RATIO;
    return Math.max(winner.value / fact.value, fact.value / winner.value) > limit;
  }
  if (isOf(winner, 'releaseDate') && isOf(fact, 'releaseDate')) {
    return Math.abs(Date.parse(winner.value.date) - Date.parse(fact.value.date)) > DATE_DAYS * 86_400_000;
  }
  if (isOf(winner, 'licenceId') && isOf(fact, 'licenceId'))
    return licenceClassOf(winner.value) !== licenceClassOf(fact.value);
  return isOf(winner, 'kind') && winner.value !== fact.value;
}

function fieldsOf(winners: ReadonlyMap<FactField, Fact>): Partial<ReleaseFields> {
  return [...winners].reduce<Partial<ReleaseFields>>(
    (fields, [field, { value }]) => ({ ...fields, [field]: value }),
    {},
  );
}
