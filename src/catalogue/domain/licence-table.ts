import type { LicenceClass } from './vocabulary.js';

/** Raised with every change of the tables below. */
export const LICENCE_TABLE_VERSION = 1;

export const OBLIGATIONS = {
  KEEP_NOTICE: 'Keep the copyright and licence notice with every copy.',
  STATE_CHANGES: 'Mark what was changed.',
  SHARE_ALIKE: 'Pass derivatives on under the same licence only.',
  USE_POLICY: 'Follow the vendor’s use restrictions, and pass them on to whoever gets the model or a derivative.',
  VENDOR_MAY_RESTRICT: 'The vendor may restrict use that it finds in breach of its policy.',
  ATTRIBUTION_NOTICE: 'Show the vendor’s “Built with” notice and name derivatives after the model.',
  DISPLAY_NAME: 'Show the model’s name in the user interface above the licence’s size threshold.',
  PERMISSION: 'Ask the vendor’s permission before any commercial use.',
  PERMISSION_ABOVE_THRESHOLD: 'No right to use above the licence’s size threshold without a contract with the vendor.',
  NON_COMMERCIAL: 'Use for research or evaluation only.',
} as const;
export type Obligation = keyof typeof OBLIGATIONS;

/** Sizes of the licensee from which more is asked; US dollars, users a month. */
export interface LicenceThresholds {
  readonly mau?: number;
  readonly monthlyRevenueUsd?: number;
  readonly annualRevenueUsd?: number;
}

/** What a licence asks, as far as it is known. */
export interface LicenceTerms {
  readonly licenceId: string;
  readonly licenceClass: LicenceClass;
  readonly obligations: readonly Obligation[];
  readonly thresholds: LicenceThresholds;
  /** Rights are not granted to companies established in the European Union. */
  readonly excludesEu: boolean;
  readonly nonCommercial: boolean;
}

type Extra = Partial<Pick<LicenceTerms, 'thresholds' | 'excludesEu'>>;

function terms(
  licenceId: string,
  licenceClass: LicenceClass,
  obligations: readonly Obligation[],
  extra: Extra = {},
): LicenceTerms {
  const nonCommercial = obligations.includes('NON_COMMERCIAL');
  return { licenceId, licenceClass, obligations, thresholds: {}, excludesEu: false, nonCommercial, ...extra };
}

const NOTICE: readonly Obligation[] = ['KEEP_NOTICE'];
const RESTRICTED: readonly Obligation[] = ['KEEP_NOTICE', 'USE_POLICY'];
const RESEARCH: readonly Obligation[] = ['KEEP_NOTICE', 'NON_COMMERCIAL'];
const LLAMA: readonly Obligation[] = ['KEEP_NOTICE', 'USE_POLICY', 'ATTRIBUTION_NOTICE', 'PERMISSION_ABOVE_THRESHOLD'];
const LLAMA_MAU: Extra = { thresholds: { mau: 700_000_000 } };

const named = (ids: string, make: (id: string) => LicenceTerms): readonly LicenceTerms[] => ids.split(' ').map(make);

/** Every licence by the id that sources use for it, lower-case; an id that is not here is of class UNKNOWN. */
export const LICENCES: readonly LicenceTerms[] = [
  ...named('apache-2.0', (id) => terms(id, 'OSI_PERMISSIVE', ['KEEP_NOTICE', 'STATE_CHANGES'])),
  ...named('mit bsd bsd-2-clause bsd-3-clause isc zlib afl-3.0 artistic-2.0 ecl-2.0 ncsa postgresql', (id) =>
    terms(id, 'OSI_PERMISSIVE', NOTICE),
  ),
  ...named('mit-0 0bsd unlicense', (id) => terms(id, 'OSI_PERMISSIVE', [])),
  ...named('openmdw-1.0 openmdw-1.1 cc-by-2.0 cc-by-3.0 cc-by-4.0 cdla-permissive-2.0 odc-by', (id) =>
    terms(id, 'PERMISSIVE_WITH_CONDITIONS', NOTICE),
  ),
  ...named('cc0-1.0 pddl wtfpl', (id) => terms(id, 'PERMISSIVE_WITH_CONDITIONS', [])),
  ...named('cc-by-sa-3.0 cc-by-sa-4.0 gpl-2.0 gpl-3.0 lgpl-2.1 lgpl-3.0 agpl-3.0 mpl-2.0 epl-2.0 odbl', (id) =>
    terms(id, 'PERMISSIVE_WITH_CONDITIONS', ['KEEP_NOTICE', 'SHARE_ALIKE']),
  ),
  ...named(
    'openrail openrail++ creativeml-openrail-m bigscience-openrail-m bigscience-bloom-rail-1.0 bigcode-openrail-m deepseek deepseek-license',
    (id) => terms(id, 'PERMISSIVE_WITH_CONDITIONS', RESTRICTED),
  ),
  ...named(
    'nvidia-open-model-license nvidia-open-model-agreement nvidia-nemotron-open-model-license falcon-llm-license falcon-180b-license yi-license glm-4 snowflake-arctic databricks-open-model-license',
    (id) => terms(id, 'PERMISSIVE_WITH_CONDITIONS', RESTRICTED),
  ),
  terms('gemma', 'PERMISSIVE_WITH_CONDITIONS', ['KEEP_NOTICE', 'USE_POLICY', 'VENDOR_MAY_RESTRICT']),
  terms('modified-mit', 'PERMISSIVE_WITH_CONDITIONS', ['KEEP_NOTICE', 'DISPLAY_NAME']),
  terms('kimi-k2-modified-mit', 'PERMISSIVE_WITH_CONDITIONS', ['KEEP_NOTICE', 'DISPLAY_NAME'], {
    thresholds: { mau: 100_000_000, monthlyRevenueUsd: 20_000_000 },
  }),
  terms('minimax-m2-modified-mit', 'PERMISSIVE_WITH_CONDITIONS', ['KEEP_NOTICE', 'DISPLAY_NAME'], {
    thresholds: { mau: 100_000_000, annualRevenueUsd: 30_000_000 },
  }),
  terms('mistral-modified-mit', 'COMMUNITY_RESTRICTED', ['KEEP_NOTICE', 'PERMISSION_ABOVE_THRESHOLD'], {
    thresholds: { monthlyRevenueUsd: 20_000_000 },
  }),
  ...named('llama2 llama3 llama3.1 llama3.2 llama3.3', (id) => terms(id, 'COMMUNITY_RESTRICTED', LLAMA, LLAMA_MAU)),
  terms('llama4', 'COMMUNITY_RESTRICTED', LLAMA, { ...LLAMA_MAU, excludesEu: true }),
  ...named('qwen tongyi-qianwen', (id) =>
    terms(id, 'COMMUNITY_RESTRICTED', ['KEEP_NOTICE', 'PERMISSION_ABOVE_THRESHOLD'], {
      thresholds: { mau: 100_000_000 },
    }),
  ),
  terms('lfm1.0', 'COMMUNITY_RESTRICTED', ['KEEP_NOTICE', 'PERMISSION_ABOVE_THRESHOLD'], {
    thresholds: { annualRevenueUsd: 10_000_000 },
  }),
  terms(
    'jamba-open-model-license',
    'COMMUNITY_RESTRICTED',
    ['KEEP_NOTICE', 'USE_POLICY', 'PERMISSION_ABOVE_THRESHOLD'],
    { thresholds: { annualRevenueUsd: 50_000_000 } },
  ),
  terms(
    'tencent-hunyuan-community',
    'COMMUNITY_RESTRICTED',
    ['KEEP_NOTICE', 'USE_POLICY', 'PERMISSION_ABOVE_THRESHOLD'],
    { thresholds: { mau: 100_000_000 }, excludesEu: true },
  ),
  terms('minimax-non-commercial', 'RESEARCH_ONLY', ['KEEP_NOTICE', 'PERMISSION', 'NON_COMMERCIAL']),
  ...named(
    'mistral-research-license mrl mnpl mnpl-0.1 mistral-ai-research-licence qwen-research exaone exaone-nc flux-1-dev-non-commercial-license flux-2-dev-non-commercial-license nvidia-non-commercial nscl apple-amlr',
    (id) => terms(id, 'RESEARCH_ONLY', RESEARCH),
  ),
  ...named('cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cc-by-nc-nd-4.0', (id) =>
    terms(id, 'RESEARCH_ONLY', RESEARCH),
  ),
  terms('proprietary', 'PROPRIETARY', ['PERMISSION']),
];

/** How it is known which licence a release has. TEXT: the licence text; VENDOR: the vendor's own data; QUOTED: the clause as pages quote it; TAG: a catalogue's tag. */
export type LicenceEvidence = 'TEXT' | 'VENDOR' | 'QUOTED' | 'TAG';

export interface LicenceRule {
  readonly match: RegExp;
  readonly licenceId: string;
  readonly evidence: LicenceEvidence;
}

const rule = (match: RegExp, licenceId: string, evidence: LicenceEvidence): LicenceRule => ({
  match,
  licenceId,
  evidence,
});

/** Which licence a repository is under, matched against its lower-case id; the first match wins. */
export const LICENCE_RULES: readonly LicenceRule[] = [
  rule(/^openai\/gpt-oss-/, 'apache-2.0', 'TAG'),
  rule(/^qwen\/qwen2\.5-3b(-|$)/, 'qwen-research', 'TAG'),
  rule(/^qwen\/qwen2\.5-72b(-|$)/, 'qwen', 'TAG'),
  rule(/^qwen\/qwen3(\.5|\.6)?-/, 'apache-2.0', 'TAG'),
  rule(/^deepseek-ai\/deepseek-(r1(-0528)?|v3\.[12](-exp|-speciale|-terminus)?|v4-(flash|pro))$/, 'mit', 'TAG'),
  rule(/^deepseek-ai\/deepseek-v3$/, 'deepseek-license', 'TEXT'),
  rule(/^zai-org\/glm-(4\.[5-7]|5(\.[12])?)(-air|-flash|v)?$/, 'mit', 'TAG'),
  rule(/^moonshotai\/kimi-k2-(instruct|base)/, 'kimi-k2-modified-mit', 'TEXT'),
  rule(/^moonshotai\/kimi-k2-thinking/, 'kimi-k2-modified-mit', 'TAG'),
  rule(/^moonshotai\/kimi-k2\.[5-7]/, 'kimi-k2-modified-mit', 'TAG'),
  rule(/^minimaxai\/minimax-m2$/, 'minimax-m2-modified-mit', 'TEXT'),
  rule(/^minimaxai\/minimax-m2\.7$/, 'minimax-non-commercial', 'QUOTED'),
  rule(/^minimaxai\/minimax-m3$/, 'minimax-community', 'TAG'),
  rule(/^meta-llama\/llama-4-/, 'llama4', 'QUOTED'),
  rule(/^meta-llama\/llama-3\.3-/, 'llama3.3', 'QUOTED'),
  rule(/^meta-llama\/llama-3\.2-/, 'llama3.2', 'TAG'),
  rule(/^meta-llama\/llama-3\.1-/, 'llama3.1', 'TAG'),
  rule(/^meta-llama\/meta-llama-3-/, 'llama3', 'TAG'),
  rule(/^google\/gemma-4-/, 'apache-2.0', 'TAG'),
  rule(/^google\/gemma-[123]n?-/, 'gemma', 'TAG'),
  rule(/^mistralai\/(devstral-2-123b|mistral-medium-3\.5)/, 'mistral-modified-mit', 'QUOTED'),
  rule(/^mistralai\/(mistral-small-(24b|3\.|4)|mistral-large-3|ministral-3-|devstral-small)/, 'apache-2.0', 'VENDOR'),
  rule(/^mistralai\/(mistral-large-instruct-24|pixtral-large)/, 'mistral-research-license', 'VENDOR'),
  rule(/^mistralai\/codestral-22b/, 'mnpl-0.1', 'VENDOR'),
  rule(/^nvidia\/(nvidia-)?nemotron-3-/, 'nvidia-open-model-license', 'TAG'),
];
