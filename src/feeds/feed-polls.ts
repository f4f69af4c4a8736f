import type { Config } from '../config/env.js';

/** One address of a feed. */
export interface PollRequest {
  /** Behind the feed's base address. */
  readonly path: string;
  /** Media types that the source answers in; a web page in their place is a wrong address. */
  readonly types: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a feed is fetched. */
export interface PollPlan {
  readonly everyHours: number;
  readonly base: string;
  readonly requests: (config: Config, organisations: readonly string[]) => readonly PollRequest[];
  /** Lists the repositories of organisations. */
  readonly listsOrganisations?: boolean;
  /** Several requests that are one payload together: JSON lists, each over pages that `Link` leads to. */
  readonly isOneList?: boolean;
  /** Why it cannot be polled with this configuration. */
  readonly missing?: (config: Config) => string | undefined;
}

const JSON_TYPE = ['application/json'];
const RAW = ['text/plain', 'application/octet-stream'];
const one =
  (path: string, types: readonly string[]): PollPlan['requests'] =>
  () => [{ path, types }];
const raw = (repository: string, path: string, everyHours: number): PollPlan => ({
  everyHours,
  base: `https://raw.githubusercontent.com/${repository}`,
  requests: one(path, RAW),
});

const keyed = (name: string, value: string | undefined): Readonly<Record<string, string>> =>
  value === undefined ? {} : { [name]: value };

/** Organisations whose repositories are listed, where nobody names others. */
export const HUB_ORGANISATIONS: readonly string[] = (
  'google Qwen deepseek-ai openai moonshotai zai-org MiniMaxAI meta-llama mistralai nvidia ibm-granite microsoft CohereLabs ' +
  'stepfun-ai XiaomiMiMo tencent allenai aisingapore'
).split(' ');
/** What the connector reads, no more: a list of thousands of repositories is held whole. */
const HUB_FIELDS = 'createdAt downloads likes cardData safetensors pipeline_tag private';

function hubRequests({ hubToken }: Config, organisations: readonly string[]): readonly PollRequest[] {
  const fields = HUB_FIELDS.split(' ').map((field) => `&expand=${field}`);
  return organisations.map((organisation) => ({
    path: `/api/models?author=${encodeURIComponent(organisation)}&sort=createdAt&limit=100${fields.join('')}`,
    types: JSON_TYPE,
    headers: keyed('authorization', hubToken && `Bearer ${hubToken}`),
  }));
}

/** The feeds that can be fetched; all others are carried in as files. */
export const POLLS: Readonly<Record<string, PollPlan>> = {
  'models.dev': {
    everyHours: 6,
    base: 'https://models.dev',
    requests: () => [
      { path: '/api.json', types: JSON_TYPE },
      { path: '/models.json', types: JSON_TYPE },
    ],
  },
  'hugging-face': {
    everyHours: 6,
    base: 'https://huggingface.co',
    requests: hubRequests,
    listsOrganisations: true,
    isOneList: true,
  },
  openrouter: { everyHours: 12, base: 'https://openrouter.ai', requests: one('/api/v1/models', JSON_TYPE) },
  gpustack: raw('gpustack/gpustack/main', '/gpustack/assets/model-catalog.yaml', 24),
  xinference: raw('xorbitsai/inference/main', '/xinference/model/llm/llm_family.json', 24),
  litellm: raw('BerriAI/litellm/main', '/model_prices_and_context_window.json', 24),
  vectara: raw('vectara/hallucination-leaderboard/main', '/README.md', 24),
  aider: raw('Aider-AI/aider/main', '/aider/website/_data/polyglot_leaderboard.yml', 24),
  bfcl: raw('ShishirPatil/gorilla/gh-pages', '/data_overall.csv', 24),
  finreasoning: raw('TongjiFinLab/FinReasoning/main', '/README.md', 24),
  'artificial-analysis': {
    everyHours: 24,
    base: 'https://artificialanalysis.ai',
    requests: ({ artificialAnalysisKey }) => [
      {
        path: '/api/v2/data/llms/models',
        types: JSON_TYPE,
        headers: keyed('x-api-key', artificialAnalysisKey),
      },
    ],
    missing: ({ artificialAnalysisKey }) =>
      artificialAnalysisKey === undefined ? 'ARTIFICIAL_ANALYSIS_KEY is not set' : undefined,
  },
};

/** A feed's base address: the configured mirror, else the source itself, for which the code vouches. */
export function baseOf(feed: string, plan: PollPlan, { feedMirrors }: Config): { base: string; hosts: string[] } {
  const mirror = feedMirrors?.find((entry) => entry.startsWith(`${feed}=`))?.slice(feed.length + 1);
  return mirror === undefined
    ? { base: plan.base, hosts: [new URL(plan.base).hostname] }
    : { base: mirror.replace(/\/$/, ''), hosts: [] };
}
