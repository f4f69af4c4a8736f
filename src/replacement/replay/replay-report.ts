import { unpack } from '../../catalogue/domain/packaging.js';
import { groupBy } from '../../kernel/group-by.js';
import type { RaisedFlag, ReplayLog } from './replay-log.js';
import type { Outcome } from './truth.js';

type Lines = readonly string[];

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** Every flag that was raised, as a table in Markdown. */
export const flagTable = (raised: readonly RaisedFlag[]): Lines => [
  row(['raised', 'model in use', 'candidate', 'rank', 'published', 'days after', 'rule']),
  row(['---', '---', '---', '---:', '---', '---:', '---']),
  ...raised.map(({ raisedOn, inUse, candidate, rank, published, daysAfterPublication, reasons }) =>
    row([
      ...[raisedOn, inUse, candidate ?? '–', rank, published ?? '–', daysAfterPublication ?? '–'],
      reasons.join(', '),
    ]),
  ),
];

/** Flags raised per model and month. */
export function monthTable(raised: readonly RaisedFlag[], models: readonly string[]): Lines {
  const months = [...new Set(raised.map(({ raisedOn }) => raisedOn.slice(0, 7)))].sort();
  const byModel = groupBy(raised, ({ model }) => model);
  return [
    row(['model', ...months, 'all']),
    row(['---', ...months.map(() => '---:'), '---:']),
    ...[...models].sort().map((model) => {
      const flags = byModel.get(model) ?? [];
      const counts = months.map((month) => flags.filter(({ raisedOn }) => raisedOn.startsWith(month)).length);
      return row([model, ...counts, flags.length]);
    }),
  ];
}

/** What keeps the flags quiet, each with the figure that was measured. */
export function quietChecks(log: ReplayLog): Lines {
  const raised = log.raised();
  const perQuarter = [...groupBy(raised, ({ model, raisedOn }) => `${model} ${quarterOf(raisedOn)}`).values()];
  const keys = raised.flatMap(({ candidate }) => candidate ?? []);
  const count = (bad: (flag: RaisedFlag) => boolean): number => raised.filter(bad).length;
  return [
    row(['check', 'allowed', 'measured']),
    row(['---', '---:', '---:']),
    row(['flags of one model open at once, at most', 3, log.mostOpenAtOnce()]),
    row(['new flags per model and quarter with any, median', 2, medianOf(perQuarter.map(({ length }) => length))]),
    row(['packagings', 0, keys.filter((key) => unpack(key).base !== key).length]),
    row(['releases flagged twice for one model', 0, raised.length - new Set(raised.map(keyOf)).size]),
    row(['previews', 0, count(({ candidateStatus }) => candidateStatus === 'PREVIEW')]),
    row([
      'candidates of another kind',
      0,
      count((flag) => flag.candidate !== null && flag.candidateKind !== flag.inUseKind),
    ]),
    row(['fine-tunes by a third party', 0, count((flag) => flag.isThirdPartyTune)]),
    row(['vision releases in place of a model for text', 0, count((flag) => flag.isVisionForText)]),
    row(['candidates published before the release in use', 0, count(isBackInTime)]),
  ];
}

const keyOf = ({ model, candidate, reasons }: RaisedFlag): string =>
  `${model} ${candidate?.toLowerCase() ?? reasons.join()}`;
const isBackInTime = ({ published, inUsePublished }: RaisedFlag): boolean =>
  published !== null && inUsePublished !== null && published < inUsePublished;
const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}

/** Which known successors were found, and why the others were not. */
export function truthTable(outcomes: readonly Outcome[]): Lines {
  const within = (rank: number, direct: boolean): string => {
    const found = outcomes.filter(
      (each) => each.rank !== null && each.rank <= rank && !(direct && each.through !== null),
    );
    return `${found.length}/${outcomes.length} = ${(found.length / outcomes.length).toFixed(2)}`;
  };
  return [
    row(['in use', 'successor', 'best rank', 'on', 'remark']),
    row(['---', '---', '---:', '---', '---']),
    ...outcomes.map(({ inUse, successor, rank, day, through, why }) =>
      row([
        ...[inUse, successor, rank ?? '–', day ?? '–'],
        through === null ? (why ?? '') : `through ${through}: ${why ?? ''}`,
      ]),
    ),
    '',
    `Recall at 1: ${within(1, true)}; at 3: ${within(3, true)}. Counting a later successor that took its place: at 1 ${within(1, false)}; at 3 ${within(3, false)}.`,
  ];
}
