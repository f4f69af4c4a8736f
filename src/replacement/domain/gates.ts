import type { DataClass, Hosting } from '../../portfolio/domain/vocabulary.js';
import type { GateResult, Input } from './explanation.js';
import { capabilityGate } from './capability-gate.js';
import { fieldInput, gate, listed } from './gate.js';
import type { GateSubject } from './gate.js';
import { rounded } from './score.js';
import type { Eligibility } from './vocabulary.js';
import { countryWords, DATA_CLASS_WORDS, HOSTING_WORDS, languageWords } from './words.js';

/** All nine gates in their order. */
export const gatesOf = (subject: GateSubject): readonly GateResult[] => [
  capabilityGate(subject),
  contextGate(subject),
  licenceGate(subject),
  hostingGate(subject),
  footprintGate(subject),
  languageGate(subject),
  originGate(subject),
  maturityGate(subject),
  supportGate(subject),
];

/** Any FAIL → INELIGIBLE, else any UNKNOWN → NEEDS_INFORMATION, else ELIGIBLE: unknown never passes. */
export function eligibilityOf(gates: readonly GateResult[]): Eligibility {
  if (gates.some(({ answer }) => answer === 'FAIL')) return 'INELIGIBLE';
  return gates.some(({ answer }) => answer === 'UNKNOWN') ? 'NEEDS_INFORMATION' : 'ELIGIBLE';
}

function contextGate({ release, tool }: GateSubject): GateResult {
  const needed = tool.requirements.minContextTokens;
  if (needed === undefined)
    return gate('CONTEXT', 'PASS', 'CONTEXT_NOT_REQUIRED', 'The tool requires no context length.');
  const has = release.contextTokens;
  const inputs: Input[] = [
    fieldInput(release, 'contextTokens', has, 'tokens'),
    { name: 'required by the tool', value: needed, unit: 'tokens' },
  ];
  if (has === undefined)
    return gate('CONTEXT', 'UNKNOWN', 'CONTEXT_UNKNOWN', 'Its context length is unknown.', inputs, 'contextTokens');
  return has >= needed
    ? gate('CONTEXT', 'PASS', 'CONTEXT_ENOUGH', `Context of ${tokens(has)}, ${tokens(needed)} needed.`, inputs)
    : gate('CONTEXT', 'FAIL', 'CONTEXT_SHORT', `Context of ${tokens(has)} only, ${tokens(needed)} needed.`, inputs);
}

const tokens = (count: number): string => `${rounded(count)} tokens`;

function licenceGate({ licence }: GateSubject): GateResult {
  const answer = licence.verdict === 'ALLOW' ? 'PASS' : licence.verdict === 'DENY' ? 'FAIL' : 'UNKNOWN';
  return gate('LICENCE', answer, licence.code, licence.sentence, licence.inputs, licence.decidedBy);
}

/** Null: anywhere. */
const ALLOWED_HOSTING: Readonly<Record<DataClass, readonly Hosting[] | null>> = {
  PUBLIC: null,
  INTERNAL: null,
  CONFIDENTIAL: ['IN_HOUSE', 'PRIVATE_CLOUD'],
  RESTRICTED: ['IN_HOUSE'],
};

function hostingGate({ release, tool, hosting }: GateSubject): GateResult {
  const inputs: Input[] = [
    { name: 'data class of the tool', value: tool.dataClass },
    { name: 'hosting of the model in use', value: hosting },
    fieldInput(release, 'weightsUrl', release.weightsUrl ?? release.artifacts[0]?.hubId),
  ];
  const allowed = ALLOWED_HOSTING[tool.dataClass];
  if (allowed === null)
    return gate(
      'HOSTING',
      'PASS',
      'HOSTING_FREE',
      `${DATA_CLASS_WORDS[tool.dataClass]} may be processed anywhere.`,
      inputs,
    );
  if (!allowed.includes(hosting)) {
    const where = allowed.map((each) => HOSTING_WORDS[each]).join(' or ');
    const sentence = `${DATA_CLASS_WORDS[tool.dataClass]} may not be processed ${HOSTING_WORDS[hosting]}, only ${where}.`;
    return gate('HOSTING', 'FAIL', 'HOSTING_NOT_ALLOWED', sentence, inputs);
  }
  if (release.weightsUrl === undefined && release.artifacts.length === 0) {
    const sentence = 'Where its weights can be downloaded is unknown.';
    return gate('HOSTING', 'UNKNOWN', 'WEIGHTS_UNKNOWN', sentence, inputs, 'weightsUrl');
  }
  return gate(
    'HOSTING',
    'PASS',
    'HOSTING_ALLOWED',
    `${DATA_CLASS_WORDS[tool.dataClass]} may be processed ${HOSTING_WORDS[hosting]}, and the weights can be downloaded.`,
    inputs,
  );
}

function footprintGate({ hosting, footprint, room }: GateSubject): GateResult {
  if (room === undefined)
    return hosting === 'EXTERNAL'
      ? gate('FOOTPRINT', 'PASS', 'NOT_OWN_HARDWARE', 'It would run on hardware of a third party.', footprint.inputs)
      : gate(
          'FOOTPRINT',
          'UNKNOWN',
          'POOL_UNKNOWN',
          'The model in use names no GPU pool.',
          footprint.inputs,
          'gpuPool',
        );
  const free = room.totalGB - room.takenGB;
  const inputs: Input[] = [
    ...footprint.inputs,
    { name: `capacity of ${room.poolName}`, value: room.totalGB, unit: 'GB' },
    { name: 'taken by other models', value: room.takenGB, unit: 'GB' },
  ];
  const need = footprint.needGB;
  if (need === null) {
    const sentence = 'How much memory it needs is unknown.';
    return gate('FOOTPRINT', 'UNKNOWN', 'FOOTPRINT_UNKNOWN', sentence, inputs, 'totalParamsB');
  }
  const figures = `Needs ${footprint.estimated ? 'about ' : ''}${rounded(need)} GB, ${room.poolName} has`;
  if (need > free && footprint.assumedPrecision) {
    const sentence = `${figures} ${rounded(free)} GB free, but it may be published in fewer bits than assumed.`;
    return gate('FOOTPRINT', 'UNKNOWN', 'PRECISION_UNKNOWN', sentence, inputs, 'native precision');
  }
  if (need > free)
    return gate('FOOTPRINT', 'FAIL', 'FOOTPRINT_TOO_LARGE', `${figures} ${rounded(free)} GB free.`, inputs);
  if (room.unknownModels.length > 0) {
    const sentence = `${figures} at most ${rounded(free)} GB free: the need of ${listed(room.unknownModels)} is unknown.`;
    return gate('FOOTPRINT', 'UNKNOWN', 'POOL_USE_UNKNOWN', sentence, inputs, 'totalParamsB of the other models');
  }
  return gate('FOOTPRINT', 'PASS', 'FOOTPRINT_FITS', `${figures} ${rounded(free)} GB free.`, inputs);
}

function languageGate({ release, tool }: GateSubject): GateResult {
  const required = tool.requirements.languages;
  if (required.length === 0) return gate('LANGUAGE', 'PASS', 'LANGUAGE_NOT_REQUIRED', 'The tool requires no language.');
  const known = release.languages?.map(({ code }) => code);
  const inputs: Input[] = [fieldInput(release, 'languages', known), { name: 'required by the tool', value: required }];
  const missing = required.filter((code) => known?.includes(code) !== true);
  if (missing.length === 0)
    return gate(
      'LANGUAGE',
      'PASS',
      'LANGUAGE_COVERED',
      `Covers ${languageWords(required)} by claim or measurement.`,
      inputs,
    );
  // A derived list is a lower bound: what it leaves out is not known to be missing.
  const complete = known !== undefined && release.sources.languages?.status !== 'DERIVED';
  return complete
    ? gate('LANGUAGE', 'FAIL', 'LANGUAGE_MISSING', `Neither claimed nor measured: ${languageWords(missing)}.`, inputs)
    : gate('LANGUAGE', 'UNKNOWN', 'LANGUAGE_UNKNOWN', `Unknown for ${languageWords(missing)}.`, inputs, 'languages');
}

function originGate({ release, policy }: GateSubject): GateResult {
  const { vendor } = release;
  const inputs: Input[] = [
    { name: 'vendor', value: vendor.slug },
    { name: 'country', value: vendor.country ?? null },
  ];
  if (policy.deniedVendors.includes(vendor.slug) || policy.deniedVendors.includes(vendor.group))
    return gate('ORIGIN', 'FAIL', 'VENDOR_DENIED', `The policy denies ${vendor.name}.`, inputs);
  if (policy.deniedCountries.length > 0 && vendor.country === undefined) {
    const sentence = `The country of ${vendor.name} is unknown, and the policy denies some.`;
    return gate('ORIGIN', 'UNKNOWN', 'COUNTRY_UNKNOWN', sentence, inputs, 'country of the vendor');
  }
  if (vendor.country !== undefined && policy.deniedCountries.includes(vendor.country))
    return gate(
      'ORIGIN',
      'FAIL',
      'COUNTRY_DENIED',
      `The policy denies vendors of ${countryWords(vendor.country)}.`,
      inputs,
    );
  return gate('ORIGIN', 'PASS', 'ORIGIN_ALLOWED', `${vendor.name} is not denied by the policy.`, inputs);
}

function maturityGate({ release }: GateSubject): GateResult {
  const inputs = [fieldInput(release, 'status', release.status)];
  switch (release.status) {
    case undefined: {
      const sentence = 'Whether it is a preview is unknown.';
      return gate('MATURITY', 'UNKNOWN', 'STATUS_UNKNOWN', sentence, inputs, 'status');
    }
    case 'PREVIEW':
      return gate('MATURITY', 'FAIL', 'PREVIEW', 'Its vendor calls it a preview.', inputs);
    case 'RETIRED':
      return gate('MATURITY', 'FAIL', 'RETIRED', 'Its vendor has retired it.', inputs);
    default:
      return gate('MATURITY', 'PASS', 'NOT_PREVIEW', 'It is not a preview.', inputs);
  }
}

function supportGate({ release, policy }: GateSubject): GateResult {
  const downloads = release.adoption?.downloads30d;
  const engines = release.servingEngines;
  const inputs: Input[] = [
    fieldInput(release, 'servingEngines', engines),
    fieldInput(release, 'adoption', downloads, 'downloads in 30 days'),
  ];
  const wanted = policy.servingEngines;
  if (wanted.length > 0 && engines !== undefined && !engines.some((engine) => wanted.includes(engine)))
    return gate('SUPPORT', 'FAIL', 'ENGINE_MISSING', `Runs on none of ${listed(wanted)}.`, inputs);
  const floor = policy.adoptionFloor;
  if (floor !== null && downloads !== undefined && downloads < floor)
    return gate('SUPPORT', 'FAIL', 'ADOPTION_LOW', `${downloads} downloads in 30 days, ${floor} needed.`, inputs);
  if (wanted.length > 0 && engines === undefined) {
    const sentence = 'Which serving engines run it is unknown.';
    return gate('SUPPORT', 'UNKNOWN', 'ENGINE_UNKNOWN', sentence, inputs, 'servingEngines');
  }
  if (floor !== null && downloads === undefined) {
    const sentence = 'How many use it is unknown, and the policy sets a floor.';
    return gate('SUPPORT', 'UNKNOWN', 'ADOPTION_UNKNOWN', sentence, inputs, 'adoption');
  }
  const sentence =
    wanted.length === 0 && floor === null
      ? 'The policy names no engine and sets no least adoption.'
      : 'Engine and adoption suffice.';
  return gate('SUPPORT', 'PASS', 'SUPPORTED', sentence, inputs);
}
