import { LINES, type Line } from './lineage-table.js';
import type { ReleaseName } from './release-name.js';
import type { BaseRelation, Kind, PostTraining, ReleaseFunction } from './vocabulary.js';

/** Lines of names that were read: an import asks for the same few thousand again and again. */
const READ = new Map<string, readonly Line[]>();
const MAX_READ = 20_000;

function linesOf({ normalised }: ReleaseName): readonly Line[] {
  const known = READ.get(normalised);
  if (known !== undefined) return known;
  if (READ.size >= MAX_READ) READ.clear();
  const lines = LINES.filter(({ match }) => match.test(normalised));
  READ.set(normalised, lines);
  return lines;
}

/** The line that a name belongs to by its words alone; undefined for a name that no table entry knows. */
export function lineOf(name: ReleaseName, vendor?: string): Line | undefined {
  const matches = linesOf(name);
  return vendor === undefined ? matches[0] : matches.find((found) => found.vendor === vendor);
}

/** What a release is, as far as its vendor and name tell. `family` is the vendor's line, else the first word of the name. */
export interface Classification {
  readonly family: string;
  readonly kind?: Kind;
  readonly function: ReleaseFunction;
  readonly postTraining?: PostTraining;
  readonly generation?: readonly number[];
  readonly scheme?: string;
  readonly tier?: string;
  readonly isPreview: boolean;
  readonly base?: BaseHint;
}

/** The line that a model was built on, as its name says; the exact base release is for the sources to name. */
export interface BaseHint {
  readonly line: string;
  readonly relation: BaseRelation;
}

/** Classifies a release of `vendor` after the lineage table; a kind that neither table nor name tells stays unknown. */
export function classify(name: ReleaseName, vendor: string): Classification {
  const own = lineOf(name, vendor);
  const postTraining = own?.postTraining ?? name.postTraining;
  const isBase = name.kind === undefined && name.postTraining === undefined && own?.isPlainBase?.(name) === true;
  const named = name.kind ?? (isBase ? 'BASE' : undefined);
  const kind = named ?? own?.kind ?? (own === undefined ? undefined : 'CHAT');
  return {
    family: own?.line ?? unknownLine(name, vendor),
    kind: own?.kind !== undefined && named === 'BASE' ? own.kind : kind,
    function: own?.function ?? (name.words.includes('qvq') ? 'VISION' : name.function),
    postTraining: isBase ? 'BASE' : name.words.includes('qwq') || name.words.includes('r1') ? 'THINKING' : postTraining,
    generation: name.generation,
    scheme: name.scheme,
    tier: name.tier,
    isPreview: name.isPreview,
    base: baseHint(name, vendor),
  };
}

/** Outside the table the first word stands for the line; another vendor's line is named together with the vendor. */
function unknownLine(name: ReleaseName, vendor: string): string {
  const foreign = lineOf(name);
  return foreign === undefined ? (name.words[0] ?? name.normalised) : `${vendor}-${foreign.line}`;
}

const BASES: readonly (readonly [RegExp, string])[] = [
  [/(^|-)llama(-|$)|^l-?3/, 'llama'],
  [/(^|-)qwen(-|$)/, 'qwen'],
  [/(^|-)gemma(-|$)/, 'gemma'],
  [/(^|-)mistral(-|$)/, 'mistral'],
  [/(^|-)deepseek(-|$)/, 'deepseek'],
];

function baseHint(name: ReleaseName, vendor: string): BaseHint | undefined {
  const own = lineOf(name, vendor)?.line ?? '';
  const found = BASES.find(([pattern, base]) => pattern.test(name.normalised) && !own.startsWith(base));
  if (found === undefined) return undefined;
  const isDistilled = /distill/.test(name.normalised) || /^deepseek-r1.*qwen/.test(name.normalised);
  return { line: found[1], relation: isDistilled ? 'DISTILLED' : 'FINETUNE' };
}
