import type { FoundBenchmark, FoundRelease } from '../../catalogue/domain/release.js';
import { DomainError } from '../../kernel/domain-error.js';
import { collect } from './connector.js';
import type { Connector, Reject } from './connector.js';
import { readText } from './payload.js';
import { figure, markdownRows } from './values.js';

const HEADER = ['Model', 'Hallucination Rate', 'Factual Consistency Rate', 'Answer Rate'];
const PAGE = 'https://github.com/vectara/hallucination-leaderboard';
/** The table changed its documents in 2025; results on the earlier ones do not compare. */
const VERSION = 'second dataset';

/** Reads the table of Vectara's hallucination leaderboard: how faithful summaries are, and how often a model answers at all. */
export const vectara: Connector = (bytes) => {
  const rows = markdownRows(readText(bytes));
  const start = rows.findIndex((row) => HEADER.every((name, index) => row[index] === name));
  if (start < 0)
    throw new DomainError('unprocessable', 'payload-unreadable', 'The payload has no hallucination leaderboard table.');
  const body = rows.slice(start + 1).filter((row) => !/^[-: ]*$/.test(row[0] ?? ''));
  return collect(
    body.map((row, index) => [`table/${index}`, row] as const),
    readRow,
  );
};

function readRow(row: readonly string[], position: string, reject: Reject): FoundRelease | undefined {
  const [name = '', , consistency, answers] = row;
  const factual = figure(consistency);
  const answerRate = figure(answers);
  if (!/^[\w.-]+\/[\w.:-]+$/.test(name)) return void reject(position, `'${name}' is not a model's name`, row);
  if (factual === undefined || answerRate === undefined || factual > 100 || answerRate > 100)
    return void reject(`table/${name}`, 'a rate is missing or not a percentage', row);
  return {
    name,
    vendorHint: name.split('/')[0],
    mentionOnly: true,
    position: `table/${name}`,
    facts: [],
    artifacts: [],
    benchmarks: [result('factual consistency', factual), result('answer rate', answerRate)],
  };
}

const result = (metric: string, score: number): FoundBenchmark => ({
  benchmark: 'Vectara',
  benchmarkVersion: VERSION,
  metric,
  harness: '',
  mode: '',
  score,
  higherIsBetter: true,
  sourceRef: PAGE,
});
