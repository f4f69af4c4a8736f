import { DomainError } from '../kernel/domain-error.js';
import { aider } from './connectors/aider.js';
import { artificialAnalysis } from './connectors/artificial-analysis.js';
import { bfcl } from './connectors/bfcl.js';
import type { Connector } from './connectors/connector.js';
import { finreasoning } from './connectors/finreasoning.js';
import { gpustack } from './connectors/gpustack.js';
import { hubFacts } from './connectors/hub-facts.js';
import { huggingFace } from './connectors/hugging-face.js';
import { livebench } from './connectors/livebench.js';
import { litellm } from './connectors/litellm.js';
import { modelsDev } from './connectors/models-dev.js';
import { ollama } from './connectors/ollama.js';
import { openrouter } from './connectors/openrouter.js';
import { ownList } from './connectors/own-list.js';
import { vectara } from './connectors/vectara.js';
import { vendorFacts } from './connectors/vendor-facts.js';
import { xinference } from './connectors/xinference.js';

/** One source of releases and facts: who publishes it, under which terms, and how its payload is read. */
export interface FeedDefinition {
  readonly name: string;
  readonly title: string;
  /** Where people read about the source. */
  readonly homepage: string | null;
  /** Licence of the data, as an SPDX identifier where there is one. */
  readonly licence: string;
  readonly connector: Connector;
}

export const FEEDS: readonly FeedDefinition[] = [
  {
    name: 'models.dev',
    title: 'models.dev: hosts, prices, contexts, capabilities, benchmarks',
    homepage: 'https://models.dev',
    licence: 'MIT',
    connector: modelsDev,
  },
  {
    name: 'hugging-face',
    title: 'Hugging Face Hub: repositories of the vendors that the catalogue follows',
    homepage: 'https://huggingface.co/models',
    licence: 'Hugging Face terms of service',
    connector: huggingFace,
  },
  {
    name: 'gpustack',
    title: 'gpustack model catalogue: licences, sizes, dates, engines',
    homepage: 'https://github.com/gpustack/gpustack',
    licence: 'Apache-2.0',
    connector: gpustack,
  },
  {
    name: 'xinference',
    title: 'Xinference families: active parameters, packagings',
    homepage: 'https://github.com/xorbitsai/inference',
    licence: 'Apache-2.0',
    connector: xinference,
  },
  {
    name: 'openrouter',
    title: 'OpenRouter models: dates, contexts, prices',
    homepage: 'https://openrouter.ai/models',
    licence: 'OpenRouter terms of service',
    connector: openrouter,
  },
  {
    name: 'litellm',
    title: 'LiteLLM price list: prices, ends of service',
    homepage: 'https://github.com/BerriAI/litellm',
    licence: 'MIT',
    connector: litellm,
  },
  {
    name: 'hub-facts',
    title: 'llmfit list of hub repositories: downloads, parameters, architecture',
    homepage: 'https://github.com/AlexsJones/llmfit',
    licence: 'MIT',
    connector: hubFacts,
  },
  {
    name: 'ollama',
    title: 'Ollama library export: pulls',
    homepage: 'https://ollama.com/library',
    licence: 'MIT',
    connector: ollama,
  },
  {
    name: 'vectara',
    title: 'Vectara hallucination leaderboard: faithful summaries',
    homepage: 'https://github.com/vectara/hallucination-leaderboard',
    licence: 'Apache-2.0',
    connector: vectara,
  },
  {
    name: 'aider',
    title: 'Aider polyglot leaderboard: code editing',
    homepage: 'https://aider.chat/docs/leaderboards/',
    licence: 'Apache-2.0',
    connector: aider,
  },
  {
    name: 'bfcl',
    title: 'Berkeley function-calling leaderboard v4',
    homepage: 'https://gorilla.cs.berkeley.edu/leaderboard.html',
    licence: 'Apache-2.0',
    connector: bfcl,
  },
  {
    name: 'finreasoning',
    title: 'FinReasoning: reliable financial research',
    homepage: 'https://github.com/TongjiFinLab/FinReasoning',
    licence: 'Apache-2.0',
    connector: finreasoning,
  },
  {
    name: 'artificial-analysis',
    title: 'Artificial Analysis: intelligence, coding and agentic indices',
    homepage: 'https://artificialanalysis.ai',
    licence: 'Artificial Analysis API terms, attribution required',
    connector: artificialAnalysis,
  },
  {
    name: 'livebench',
    title: 'LiveBench tables, uploaded by the enterprise',
    homepage: 'https://livebench.ai',
    licence: 'not stated: for own use only',
    connector: livebench,
  },
  {
    name: 'own-list',
    title: "The enterprise's own list of models, with a mapping",
    homepage: null,
    licence: "the enterprise's own",
    connector: ownList,
  },
  {
    name: 'vendor-facts',
    title: "Facts collected by hand from vendors' model cards",
    homepage: 'https://huggingface.co',
    licence: 'facts, each with its page',
    connector: vendorFacts,
  },
];

const BY_NAME = new Map(FEEDS.map((feed) => [feed.name, feed]));

/** Returns the feed; throws 'feed-not-found'. */
export function feedNamed(name: string): FeedDefinition {
  const feed = BY_NAME.get(name);
  if (feed === undefined) throw new DomainError('not-found', 'feed-not-found', `There is no feed "${name}".`);
  return feed;
}
