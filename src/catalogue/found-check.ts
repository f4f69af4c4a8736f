import type { FoundArtifact, FoundBenchmark, FoundFact, FoundRelease, RejectedItem } from './domain/release.js';
import { QUANTISATION_BITS } from './domain/vocabulary.js';
import { factProblem } from './fact-schemas.js';

export interface Checked {
  /** The item with what of it can be kept; undefined where not even its name can. */
  readonly item?: FoundRelease;
  readonly rejected: readonly RejectedItem[];
}

const MAX_TEXT = 500;
/** Control characters, and halves of characters, which no database stores. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Takes an item apart into what the catalogue can hold and what it refuses, with the reason: one bad value harms no other. */
export function checkFound(item: FoundRelease): Checked {
  const names = [item.name, item.hubId, item.vendorHint, item.host, item.position];
  if (item.name.trim() === '' || !names.every(isPlain)) {
    return { rejected: [{ position: item.position.slice(0, MAX_TEXT), reason: 'The name is no plain text.', item }] };
  }
  const rejected: RejectedItem[] = [];
  const keep = <T>(values: readonly T[], what: string, problemOf: (value: T) => string | undefined): readonly T[] =>
    values.filter((value, index) => {
      const reason = problemOf(value);
      if (reason !== undefined) rejected.push({ position: `${item.position}#${what}/${index}`, reason, item: value });
      return reason === undefined;
    });
  const facts = keep(item.facts, 'facts', problemOfFact);
  const artifacts = keep(item.artifacts, 'artifacts', problemOfArtifact);
  const benchmarks = keep(item.benchmarks, 'benchmarks', problemOfBenchmark);
  return { item: { ...item, facts, artifacts, benchmarks }, rejected };
}

/** What a database can hold and a screen can show in one line. */
const isPlain = (text: string | undefined): boolean =>
  text === undefined || (text.length <= MAX_TEXT && !UNPRINTABLE.test(text));

const problemOfFact = ({ field, value, sourceRef }: FoundFact): string | undefined =>
  isPlain(sourceRef) ? factProblem(field, value) : 'The source is no plain text.';

function problemOfArtifact({ hubId, quantisation, sizeBytes }: FoundArtifact): string | undefined {
  if (!isPlain(hubId) || hubId === '') return 'The repository is no plain text.';
  if (!Object.hasOwn(QUANTISATION_BITS, quantisation)) return `${String(quantisation)} is no known packaging.`;
  const isSize = sizeBytes === undefined || (Number.isSafeInteger(sizeBytes) && sizeBytes > 0);
  return isSize ? undefined : `${sizeBytes} is no size in bytes.`;
}

function problemOfBenchmark(result: FoundBenchmark): string | undefined {
  const { benchmark, benchmarkVersion, metric, harness, mode, sourceRef, score, measuredOn } = result;
  if (![benchmark, benchmarkVersion, metric, harness, mode, sourceRef].every(isPlain)) return 'A text is not plain.';
  if (!Number.isFinite(score)) return `${score} is no score.`;
  return measuredOn === undefined || (DAY.test(measuredOn) && !Number.isNaN(Date.parse(measuredOn)))
    ? undefined
    : `${measuredOn} is no day.`;
}
