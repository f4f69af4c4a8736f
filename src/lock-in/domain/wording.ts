import type { SwitchingEffortKey } from '../../portfolio/domain/vocabulary.js';
import type { LimitCheck } from './concentration-report.js';
import type { Basis, Dimension, ExitItem, LimitStatus, Substitutability } from './vocabulary.js';

/** 1 tool, 2 tools. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** How the closed lists read in a printed report. */
export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  VENDOR: 'Vendor group',
  ROOT_VENDOR: 'Root vendor',
  COUNTRY: 'Country',
  LICENCE_CLASS: 'Licence class',
  FAMILY: 'Model family',
  HOSTING: 'Hosting',
};

/** Members of closed lists that a share can be of; every other key is its own name. */
export const KEY_WORDS: Readonly<Record<string, string>> = {
  OSI_PERMISSIVE: 'Permissive',
  PERMISSIVE_WITH_CONDITIONS: 'With conditions',
  COMMUNITY_RESTRICTED: 'Community terms',
  RESEARCH_ONLY: 'Research only',
  PROPRIETARY: 'Proprietary',
  IN_HOUSE: 'In-house',
  PRIVATE_CLOUD: 'Private cloud',
  EXTERNAL: 'External',
  UNKNOWN: 'Unknown',
};

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  MATERIALITY: 'Materiality',
  TOOL_COUNT: 'Number of tools',
  USAGE: 'Usage',
};

export const SUBSTITUTABILITY_WORDS: Readonly<Record<Substitutability, string>> = {
  EASILY_SUBSTITUTABLE: 'Easily substitutable',
  MEDIUM_COMPLEXITY: 'Medium complexity',
  HIGHLY_COMPLEX: 'Highly complex',
  NOT_SUBSTITUTABLE: 'Not substitutable',
  UNDETERMINED: 'Undetermined',
};

export const EXIT_WORDS: Readonly<Record<ExitItem, string>> = {
  FALLBACK_NAMED: 'fallback',
  FALLBACK_TESTED: 'fallback test',
  GOLDEN_SET_RUN: 'golden set run',
  GATEWAY_INTERFACE: 'gateway interface',
  PROMPTS_VERSIONED: 'versions of prompts',
  WEIGHTS_MIRRORED: 'mirror of weights',
  ROLLBACK_REHEARSED: 'roll-back rehearsal',
};

export const EFFORT_WORDS: Readonly<Record<SwitchingEffortKey, string>> = {
  prompts: 'prompts',
  integration: 'integration',
  evaluation: 'evaluation',
  fineTune: 'fine-tune',
  reindex: 'new index',
  training: 'training',
};

export const FIGURE_WORDS: Readonly<Record<LimitCheck['figure'], string>> = {
  TOP_SHARE: 'largest share, at most',
  EFFECTIVE_NUMBER: 'effective number, at least',
  NON_PERMISSIVE_SHARE: 'not plainly permissive, at most',
};

export const STATUS_WORDS: Readonly<Record<LimitStatus, string>> = {
  NO_LIMIT: 'no limit',
  INSIDE: 'inside',
  WARN: 'warning',
  BREACH: 'breached',
};

/** Every formula of the report, as it is computed. */
export const FORMULAS: readonly (readonly [name: string, formula: string])[] = [
  ['Share of k', 's(k) = sum of the weights of the tools whose primary model has k / sum of all weights'],
  ['Weight of a tool', '1, 2, 4 for low, medium, high materiality; or 1; or tokens a month'],
  ['HHI', '10,000 × Σ s²; its floor with n suppliers is 10,000 / n'],
  ['Effective number', '10,000 / HHI: as many equal suppliers would give the same index'],
  ['Elephant factor', 'fewest suppliers that together cover half; it jumps, so it is never a trend'],
  ['Strain of a share', 'c(s, L) = 0.5·s/L up to the breach limit L, then 0.5 + 0.5·(s − L)/(1 − L)'],
  ['Concentration', '0.50·c(vendor) + 0.25·c(root vendor) + 0.25·c(country), of the largest shares'],
  ['Substitutability', 'weighted mean of 1, 0.66, 0.33, 0 over the tools that could be judged'],
  [
    'Exit readiness',
    '20 fallback named + 20 tested ≤ 180 days + 20 golden set run + 15 gateway interface + 10 prompts versioned + 10 weights mirrored with digest + 5 roll-back rehearsed; weighted mean',
  ],
  ['Lock-in index', '100 · (0.40·concentration + 0.35·(1 − substitutability) + 0.25·(1 − exit readiness))'],
  ['Behind', 'days between the release in use and the newest release that could replace it'],
];

export const DEFINITIONS: readonly (readonly [word: string, meaning: string])[] = [
  ['Vendor group', 'who develops the model, with all that belongs to the same parent'],
  ['Root vendor', 'who developed the base: a distilled or fine-tuned model counts for its base too'],
  [
    'Alternative',
    'a registered model of another vendor group that passes every gate of the tool, with an own evaluation passed, or a known change of quality of −2 points or better at a coverage of 0.6',
  ],
  ['Potential alternative', 'one that passes every gate, but whose quality for the tool is not known'],
  ['Easily substitutable', 'two alternatives, one tested within 180 days, at most 5 person-days'],
  ['Medium complexity', 'one alternative, at most 20 person-days'],
  ['Highly complex', 'only potential alternatives, or more than 20 person-days'],
  ['Not substitutable', 'every registered model of another vendor fails a gate'],
  ['Undetermined', 'only unknown facts stand in the way; left out of the mean, and its share is shown'],
  ['Tested fallback', 'a fallback to which the tool was failed over within the last 180 days'],
];
