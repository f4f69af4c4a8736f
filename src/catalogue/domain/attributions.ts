/** A figure and who says it; `name` tells what it measures. */
export interface Figure {
  readonly source: string;
  readonly sourceRef?: string;
  readonly name?: string;
}

interface Attribution {
  /** Words that the source asks to stand wherever its figures are shown. */
  readonly words: string;
  readonly source: string;
  /** Whose figures these are also where another source relays them. */
  readonly page: string;
  readonly name?: RegExp;
}

const ATTRIBUTIONS: readonly Attribution[] = [
  { words: 'Source: OpenRouter (openrouter.ai)', source: 'openrouter', page: 'https://openrouter.ai/' },
  {
    words: 'Artificial Analysis (https://artificialanalysis.ai)',
    source: 'artificial-analysis',
    page: 'https://artificialanalysis.ai/',
    name: /^artificial analysis\b/i,
  },
];

/** The words that a source asks for; undefined where it asks for none. */
export const attributionOf = (source: string): string | undefined =>
  ATTRIBUTIONS.find((each) => each.source === source)?.words;

/** The words that stand beside these figures, each once, whoever relays them. */
export function attributionsOf(figures: readonly Figure[]): string[] {
  const isCited = ({ source, page, name }: Attribution): boolean =>
    figures.some(
      (figure) =>
        figure.source === source ||
        figure.sourceRef?.startsWith(page) === true ||
        (figure.name !== undefined && name?.test(figure.name) === true),
    );
  return ATTRIBUTIONS.filter(isCited)
    .map(({ words }) => words)
    .sort();
}
