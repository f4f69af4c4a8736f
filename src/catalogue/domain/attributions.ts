/** Words that a source asks to stand wherever its figures are shown, by the source's name. */
export const ATTRIBUTIONS: Readonly<Record<string, string>> = {
  openrouter: 'Source: OpenRouter (openrouter.ai)',
  'artificial-analysis': 'Artificial Analysis (https://artificialanalysis.ai)',
};

/** The words of those among the sources that ask for some, each once. */
export const attributionsOf = (sources: Iterable<string>): string[] =>
  [...new Set([...sources].flatMap((source) => ATTRIBUTIONS[source] ?? []))].sort();
